using System.Text;
using WaaS.Logistics.Documents.Labels;
using WaaS.Logistics.Documents.Pdf;
using WaaS.Logistics.Host.Commands;
using WaaS.Logistics.Labels;
using WaaS.Logistics.Pictures.Drawing;

namespace WaaS.Logistics.Host.Scan;

/// <summary>One symbol for a page, for a label printer, or on a label of 100 x 50 mm.</summary>
internal static class DrawSymbol
{
    private static readonly Dictionary<string, SymbolKind> Kinds = new()
    {
        ["code128"] = SymbolKind.Code128,
        ["gs1-128"] = SymbolKind.Gs1Code128,
        ["datamatrix"] = SymbolKind.DataMatrix,
        ["gs1-datamatrix"] = SymbolKind.Gs1DataMatrix,
        ["qr"] = SymbolKind.QrCode,
    };

    public static string[] Names { get; } = [.. Kinds.Keys];

    public static string[] Formats { get; } = ["svg", "zpl", "pdf"];

    /// <summary>The bytes of a file: text in UTF-8 with a line end, or a PDF of one label.</summary>
    public static byte[] As(string kind, string text, string format, DateTimeOffset now)
    {
        try
        {
            var symbol = Symbol.Create(Kinds[kind], text);
            return format switch
            {
                "pdf" => LabelPress.Print([new Sticker(kind, text, text) { Symbol = symbol.Kind, ShowsText = false }], new PrintJob(text, "symbol", LabelPaper.Large, now) { Language = DocumentLanguage.English }).Content,
                "zpl" => Encoding.UTF8.GetBytes($"^XA{SymbolZpl.Field(symbol, 30, 30)}^XZ\n"),
                _ => Encoding.UTF8.GetBytes(SymbolSvg.Draw(symbol) + "\n"),
            };
        }
        catch (Exception e) when (e is SymbolRefusedException or LabelDoesNotFitException)
        {
            throw new CommandRefusedException(e.Message);
        }
    }
}
