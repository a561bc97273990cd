using System.Text.RegularExpressions;
using WaaS.Logistics.Scanning;

namespace WaaS.Logistics.Pictures.Drawing;

/// <summary>A text that was checked for the symbol it becomes: the drawing library itself takes a wrong check digit without a word.</summary>
public sealed partial record Symbol
{
    // 80 characters of Code 128 are 30 cm at the width hand scanners like.
    private const int MaxLinear = 80;
    private const int MaxMatrix = 1000;
    private const char Separator = '\x1D';

    private Symbol(SymbolKind kind, string text, IReadOnlyList<ScanElement> elements) => (Kind, Text, Elements) = (kind, text, elements);

    public SymbolKind Kind { get; }

    /// <summary>As it was given; for GS1 with brackets. A plain Data Matrix may hold the control character GS, as calibration cards do.</summary>
    public string Text { get; }

    internal IReadOnlyList<ScanElement> Elements { get; }

    internal bool IsGs1 => Kind is SymbolKind.Gs1Code128 or SymbolKind.Gs1DataMatrix;

    /// <exception cref="SymbolRefusedException">A check digit or check character does not fit, an element is not allowed, or the symbol has no room or no character for the text.</exception>
    public static Symbol Create(SymbolKind kind, string text)
    {
        var linear = kind is SymbolKind.Code128 or SymbolKind.Gs1Code128;
        if (text.Length == 0)
            throw new SymbolRefusedException("There is no text to draw.");
        if (text.Length > (linear ? MaxLinear : MaxMatrix))
            throw new SymbolRefusedException($"The text has {text.Length} characters; {kind} is drawn with at most {(linear ? MaxLinear : MaxMatrix)}.");
        var stranger = text.FirstOrDefault(character => kind == SymbolKind.QrCode ? char.IsControl(character) || char.IsSurrogate(character) : character is < ' ' or > '~' && !(kind == SymbolKind.DataMatrix && character == Separator));
        if (stranger != default || text.Contains('\0'))
            throw new SymbolRefusedException($"The character U+{(int)stranger:X4} is not drawn in {kind}{(kind == SymbolKind.QrCode ? "" : "; letters, digits and signs of ASCII are")}.");

        var reading = Reading.Of(text);
        var gs1 = kind is SymbolKind.Gs1Code128 or SymbolKind.Gs1DataMatrix;
        if (gs1 && (text[0] != '(' || reading.Standard != ScanStandard.Gs1))
            throw new SymbolRefusedException("Write the elements with brackets: (01)09521234543213(21)ABC.");
        if (!reading.IsValid && (gs1 || IsMeantAs(reading)))
            throw new SymbolRefusedException($"{reading.Error} Nothing was drawn: correct the text first.");
        return new Symbol(kind, text, gs1 ? reading.Elements : []);
    }

    // Plain kinds take any text, but not one that every reader would take for a broken number. An address with 01 in its path may be a date's; one with a long number behind it is a Digital Link.
    private static bool IsMeantAs(Reading reading) => reading.Standard != ScanStandard.DigitalLink || LongNumber().IsMatch(reading.Payload);

    [GeneratedRegex("[0-9]{8}")]
    private static partial Regex LongNumber();

    /// <summary>The element strings one after the other; FNC1 ends those whose length is not known from their first two digits (GS1 General Specifications, figure 7.8.5-2).</summary>
    internal string Chained(string fnc1) => string.Concat(Elements.Select((element, i) => element.Id + element.Value + (i == Elements.Count - 1 || HasKnownLength(element.Id) ? "" : fnc1)));

    private static bool HasKnownLength(string id) => id[..2] is "00" or "01" or "02" or "03" or "04" or "11" or "12" or "13" or "14" or "15" or "16" or "17" or "18" or "19" or "20"
        or "31" or "32" or "33" or "34" or "35" or "36" or "41";

    /// <summary>What a scanner sends for it, without the symbology identifier.</summary>
    public string Payload => IsGs1 ? Chained($"{Separator}") : Text;
}
