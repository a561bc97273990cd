using WaaS.Logistics.Host.Commands;
using WaaS.Logistics.Pictures.Drawing;

namespace WaaS.Logistics.Host.Scan;

/// <summary>One symbol as text for a page or for a label printer.</summary>
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

    public static string As(string kind, string text, bool zpl)
    {
        try
        {
            var symbol = Symbol.Create(Kinds[kind], text);
            return zpl ? $"^XA{SymbolZpl.Field(symbol, 30, 30)}^XZ" : SymbolSvg.Draw(symbol);
        }
        catch (SymbolRefusedException e)
        {
            throw new CommandRefusedException(e.Message);
        }
    }
}
