using System.Globalization;
using System.Text.RegularExpressions;

namespace WaaS.Logistics.Pictures.Drawing;

/// <summary>The dark modules of a symbol, to be drawn to scale by others.</summary>
/// <param name="Data">SVG path data, in modules.</param>
/// <param name="Width">In modules, with the quiet zone.</param>
/// <param name="Height">In modules, with the quiet zone where the symbology has one; of linear symbols any.</param>
public sealed partial record SymbolPath(string Data, int Width, int Height, bool IsLinear)
{
    /// <exception cref="SymbolRefusedException">The text does not fit the symbol.</exception>
    public static SymbolPath Draw(Symbol symbol)
    {
        var svg = SymbolSvg.Draw(symbol, 1);
        var size = ViewBox().Match(svg);
        return new SymbolPath(
            string.Concat(Path().Matches(svg).Select(match => match.Groups[1].Value)),
            int.Parse(size.Groups[1].Value, CultureInfo.InvariantCulture), int.Parse(size.Groups[2].Value, CultureInfo.InvariantCulture),
            symbol.Kind is SymbolKind.Code128 or SymbolKind.Gs1Code128);
    }

    [GeneratedRegex("""viewBox="0 0 (\d+) (\d+)""")]
    private static partial Regex ViewBox();

    [GeneratedRegex("""<path[^>]*?\bd="([^"]+)""")]
    private static partial Regex Path();
}
