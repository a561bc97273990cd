using System.Diagnostics;
using System.Text;
using WaaS.Logistics.Pictures;
using WaaS.Logistics.Testbed;
using Xunit;

namespace WaaS.Logistics.IntegrationTests.Labels;

/// <summary>A downloaded label, printed at 203 dpi and read.</summary>
internal sealed record LabelReader(string Name, string Words, IReadOnlyList<string> Codes)
{
    public static async Task<LabelReader> Of(Task<HttpResponseMessage> asked)
    {
        using var answer = await asked;
        Assert.True(answer.IsSuccessStatusCode, $"{answer.RequestMessage!.RequestUri}: {(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
        Assert.Equal("application/pdf", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal("attachment", answer.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Contains("default-src 'none'", answer.Headers.GetValues("Content-Security-Policy").Single());
        Assert.True(answer.Headers.CacheControl!.NoStore);
        using var folder = new TempFolder();
        var file = Path.Combine(folder.Path, "label.pdf");
        await File.WriteAllBytesAsync(file, await answer.Content.ReadAsByteArrayAsync());
        await Run("pdftoppm", "-png", "-gray", "-r", "203", file, Path.Combine(folder.Path, "page"));
        var codes = new List<string>();
        foreach (var page in Directory.GetFiles(folder.Path, "page*.png").Order(StringComparer.Ordinal))
            codes.AddRange((await new PictureReader().Read(await File.ReadAllBytesAsync(page))).Codes.Select(code => code.Text));
        return new LabelReader(answer.Content.Headers.ContentDisposition.FileName!.Trim('"'), await Run("pdftotext", "-enc", "UTF-8", file, "-"), codes);
    }

    /// <summary>All that a document says, without its blanks: lines break where they like.</summary>
    public static async Task<string> WordsOf(byte[] pdf)
    {
        using var folder = new TempFolder();
        var file = Path.Combine(folder.Path, "document.pdf");
        await File.WriteAllBytesAsync(file, pdf);
        return string.Concat((await Run("pdftotext", "-raw", "-enc", "UTF-8", file, "-")).Where(letter => !char.IsWhiteSpace(letter)));
    }

    private static async Task<string> Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, StandardOutputEncoding = Encoding.UTF8 })!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.Equal(0, process.ExitCode);
        return output;
    }
}
