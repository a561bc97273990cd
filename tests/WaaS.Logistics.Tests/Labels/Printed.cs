using System.Globalization;
using System.Text.RegularExpressions;
using WaaS.Logistics.Documents.Labels;
using WaaS.Logistics.Documents.Pdf;
using WaaS.Logistics.Labels;
using WaaS.Logistics.Pictures;
using WaaS.Logistics.Tests.Documents;
using WaaS.Logistics.Tests.Erasure;

namespace WaaS.Logistics.Tests.Labels;

/// <summary>What came out of the press, looked at as a printer and its readers do.</summary>
internal static partial class Printed
{
    public static byte[] Pdf(LabelPaper paper, params Sticker[] stickers) => LabelPress.Print(stickers, Job(paper)).Content;

    public static PrintJob Job(LabelPaper paper, bool isZpl = false) => new("Etiketten", "labels", paper, PdfSamples.Moment, isZpl) { Language = DocumentLanguage.German };

    /// <param name="use">Gets the files of the pages.</param>
    public static async Task<T> AsPictures<T>(byte[] pdf, int dpi, Func<string[], Task<T>> use)
    {
        var folder = Directory.CreateTempSubdirectory("waas-labels-").FullName;
        try
        {
            var file = Path.Combine(folder, "labels.pdf");
            await File.WriteAllBytesAsync(file, pdf);
            // As a printer that knows black and white only.
            Shell.Run("pdftoppm", ["-png", "-gray", "-aa", "no", "-aaVector", "no", "-r", dpi.ToString(CultureInfo.InvariantCulture), file, Path.Combine(folder, "page")]);
            return await use([.. Directory.GetFiles(folder, "page*.png").Order(StringComparer.Ordinal)]);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>Identifier and text of every code on every page, by our own reader.</summary>
    public static Task<List<(string Identifier, string Text)>> Codes(byte[] pdf, int dpi) => AsPictures(pdf, dpi, async pages =>
    {
        var codes = new List<(string, string)>();
        foreach (var page in pages)
            codes.AddRange((await new PictureReader().Read(await File.ReadAllBytesAsync(page))).Codes.Select(code => (code.SymbologyIdentifier, code.Text)));
        return codes;
    });

    public static Task<string> ReadBy(string program, string[] options, byte[] pdf, int dpi) =>
        AsPictures(pdf, dpi, pages => Task.FromResult(string.Concat(pages.Select(page => Shell.Run(program, [.. options, page])))));

    /// <summary>Every word with its box in millimetres, and the size of its page.</summary>
    public static IReadOnlyList<(int Page, string Word, float Left, float Top, float Right, float Bottom)> Words(byte[] pdf)
    {
        var file = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.pdf");
        File.WriteAllBytes(file, pdf);
        try
        {
            var page = 0;
            var words = new List<(int, string, float, float, float, float)>();
            foreach (var line in Shell.Run("pdftotext", ["-bbox", "-enc", "UTF-8", file, "-"]).Split('\n'))
            {
                if (line.Contains("<page ", StringComparison.Ordinal))
                    page++;
                if (Word().Match(line) is { Success: true } word)
                    words.Add((page, System.Net.WebUtility.HtmlDecode(word.Groups[5].Value), Mm(word.Groups[1]), Mm(word.Groups[2]), Mm(word.Groups[3]), Mm(word.Groups[4])));
            }
            return words;
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static float Mm(Group points) => float.Parse(points.Value, CultureInfo.InvariantCulture) / 72 * 25.4f;

    [GeneratedRegex("""<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">(.*)</word>""")]
    private static partial Regex Word();
}
