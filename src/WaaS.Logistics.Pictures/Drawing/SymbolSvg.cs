using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.ClearScript;
using WaaS.Logistics.Pictures.Engine;

namespace WaaS.Logistics.Pictures.Drawing;

/// <summary>Draws symbols as SVG, by one engine for the whole process.</summary>
public static partial class SymbolSvg
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(10);
    private static readonly Lock Gate = new();
    // Never disposed: what it draws was checked before.
    private static readonly Lazy<ZxingEngine> Writer = new(() => new ZxingEngine("writer"));

    /// <summary>An <c>svg</c> element with a quiet zone, for use inside a page or as a file of its own; without text below the bars.</summary>
    /// <param name="module">Width of the narrowest bar, in user units.</param>
    public static string Draw(Symbol symbol, int module = 2)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(module);
        var options = JsonSerializer.Serialize(new
        {
            format = symbol.Kind switch { SymbolKind.Code128 or SymbolKind.Gs1Code128 => "Code128", SymbolKind.QrCode => "QRCode", _ => "DataMatrix" },
            options = Options(symbol.Kind),
            scale = module,
            addQuietZones = true,
        });
        RawDrawing drawing;
        try
        {
            lock (Gate)
                drawing = Writer.Value.Write(symbol.Text, options, Limit);
        }
        catch (ScriptEngineException e)
        {
            throw new InvalidOperationException("The symbol could not be drawn.", e);
        }
        if (!string.IsNullOrEmpty(drawing.Error) || string.IsNullOrEmpty(drawing.Svg))
            throw new SymbolRefusedException($"The text does not fit the symbol: {drawing.Error}");
        return Inline(drawing.Svg);
    }

    private static string Options(SymbolKind kind) => kind switch
    {
        SymbolKind.Gs1Code128 => "gs1",
        SymbolKind.Gs1DataMatrix => "gs1,forceSquare",
        SymbolKind.DataMatrix => "forceSquare",
        SymbolKind.QrCode => "ecLevel=M",
        _ => "",
    };

    // With a viewBox the symbol can be given any size; the prolog must not stand inside a page.
    private static string Inline(string svg)
    {
        var element = svg[svg.IndexOf("<svg", StringComparison.Ordinal)..].Trim();
        var size = Size().Match(element);
        return size.Success && !element.Contains("viewBox", StringComparison.Ordinal)
            ? element.Insert(4, $" viewBox=\"0 0 {size.Groups[1].Value} {size.Groups[2].Value}\"") : element;
    }

    [GeneratedRegex("""<svg[^>]*?width="(\d+)[^"]*"[^>]*?height="(\d+)""")]
    private static partial Regex Size();
}
