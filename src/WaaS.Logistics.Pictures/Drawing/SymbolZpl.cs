using System.Globalization;
using System.Text;

namespace WaaS.Logistics.Pictures.Drawing;

/// <summary>Symbols as ZPL II fields: a label printer draws its own bars, sharper than any picture. Command names: ZPL II Programming Guide.</summary>
public static class SymbolZpl
{
    private const string Fnc1InCode128 = ">8";
    // Not one of the 82 characters that GS1 allows, and no mark of ZPL.
    private const char DataMatrixEscape = '|';

    /// <summary>The field from <c>^FO</c> to <c>^FS</c>, to be put between <c>^XA</c> and <c>^XZ</c>.</summary>
    /// <param name="x">From the left, in dots.</param>
    /// <param name="y">From the top, in dots.</param>
    /// <param name="module">Width of the narrowest bar, in dots, 1 to 10.</param>
    /// <param name="height">Height of linear bars, in dots; matrix symbols follow from their module.</param>
    /// <exception cref="SymbolRefusedException">A QR code with letters beyond ASCII: what the printer makes of them depends on its settings.</exception>
    public static string Field(Symbol symbol, int x, int y, int module = 3, int height = 100)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(x);
        ArgumentOutOfRangeException.ThrowIfNegative(y);
        ArgumentOutOfRangeException.ThrowIfLessThan(module, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(module, 10);
        ArgumentOutOfRangeException.ThrowIfLessThan(height, 1);
        if (!Ascii.IsValid(symbol.Text))
            throw new SymbolRefusedException("A label printer gets letters and signs of ASCII only.");
        var command = symbol.Kind switch
        {
            SymbolKind.Code128 or SymbolKind.Gs1Code128 => string.Create(CultureInfo.InvariantCulture, $"^BY{module}^BCN,{height},N,N,N,N"),
            SymbolKind.QrCode => string.Create(CultureInfo.InvariantCulture, $"^BQN,2,{module}"),
            SymbolKind.Gs1DataMatrix => string.Create(CultureInfo.InvariantCulture, $"^BXN,{module},200,,,,{DataMatrixEscape}"),
            _ => string.Create(CultureInfo.InvariantCulture, $"^BXN,{module},200"),
        };
        var data = symbol.Kind switch
        {
            SymbolKind.Code128 => InCode128(symbol.Text, ""),
            SymbolKind.Gs1Code128 => InCode128(symbol.Chained("\x1D"), Fnc1InCode128),
            SymbolKind.Gs1DataMatrix => $"{DataMatrixEscape}1{symbol.Chained($"{DataMatrixEscape}1")}",
            SymbolKind.QrCode => "MA," + symbol.Text,
            _ => symbol.Text,
        };
        return string.Create(CultureInfo.InvariantCulture, $"^FO{x},{y}{command}^FH_^FD{Hidden(data)}^FS");
    }

    // Pairs of digits in front in subset C, half as wide; the rest in subset B. '>' leads every order to change.
    private static string InCode128(string text, string first)
    {
        var pairs = text.TakeWhile(char.IsAsciiDigit).Count() & ~1;
        var (digits, rest) = pairs >= 4 ? (text[..pairs], text[pairs..]) : ("", text);
        var escaped = rest.Replace(">", ">0", StringComparison.Ordinal).Replace("^", "><", StringComparison.Ordinal).Replace("~", ">=", StringComparison.Ordinal).Replace("\x1D", Fnc1InCode128, StringComparison.Ordinal);
        return digits.Length == 0 ? $">:{first}{escaped}" : rest.Length == 0 ? $">;{first}{digits}" : $">;{first}{digits}>6{escaped}";
    }

    // The marks of ZPL as hexadecimal, so that no text can end its field.
    private static string Hidden(string data) =>
        data.Replace("_", "_5F", StringComparison.Ordinal).Replace("^", "_5E", StringComparison.Ordinal).Replace("~", "_7E", StringComparison.Ordinal).Replace("\\", "_5C", StringComparison.Ordinal);
}
