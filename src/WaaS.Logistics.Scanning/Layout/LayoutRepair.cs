using System.Buffers;

namespace WaaS.Logistics.Scanning.Layout;

/// <summary>
/// A scanner set to a US keyboard on a computer with another layout writes wrong characters, and mostly believable ones: Dell tag 5ZYFDP1 arrives as 5YZFDP1.
/// Headers and characters no label has prove the fault; what proves nothing is left as it is, and only a calibrated station can repair it.
/// </summary>
public static class LayoutRepair
{
    // [)> of envelopes, the scheme of Digital Links and the mark of our own codes, as they arrive.
    private static readonly (string Head, KeyboardLayout Layout)[] Heads =
    [
        .. new[] { "[)>", "https://", "HTTPS://", "http://", "HTTP://", "WL:", "wl:" }.SelectMany(head => new[] { (KeyRows.German.Type(head), KeyboardLayout.German), (KeyRows.French.Type(head), KeyboardLayout.French) }),
    ];

    private static readonly SearchValues<char> Beyond = SearchValues.Create("ßäöüÄÖÜ§éèçàùµ£¨´");

    // A look at the first characters and for strangers: most payloads need no more.
    internal static bool MayBeNeeded(ReadOnlySpan<char> text) => text.Length > 2 && (text[0] is '+' or '$' or '^' or 'h' or 'H' or 'W' or 'w' or 'Z' or 'z' || text.ContainsAnyExceptInRange('\0', '\x7F'));

    // A camera or a scanner of another kind at a calibrated station sends what it means.
    internal static bool IsRightAsItIs(ReadOnlySpan<char> text) =>
        text.StartsWith("[)>") || AimIdentifier.Read(text).IsPresent || text.StartsWith("https://", StringComparison.OrdinalIgnoreCase) || text.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || text.StartsWith("WL:", StringComparison.OrdinalIgnoreCase);

    /// <summary>The layout the text proves, or <c>null</c> where it proves none.</summary>
    public static KeyboardLayout? Detect(string text)
    {
        if (text.Length < 3 || IsRightAsItIs(text))
            return null;
        foreach (var (head, layout) in Heads)
            if (text.StartsWith(head, StringComparison.Ordinal))
                return layout;
        if (text[0] is '+' or '$' && IdentifierLayout(text) is { } layoutOfIdentifier)
            return layoutOfIdentifier;
        return text.AsSpan().ContainsAny(Beyond) && !text.Contains(' ') ? ByCharacters(text) : null;
    }

    /// <summary>What the scanner meant.</summary>
    /// <param name="text">As it arrived.</param>
    /// <param name="layout">Of the computer.</param>
    public static string Repair(string text, KeyboardLayout layout) => KeyRows.Of(layout)?.Repair(text) ?? text;

    /// <summary>What would arrive: for calibration cards, and for showing the fault to a person.</summary>
    public static string Type(string text, KeyboardLayout layout) => KeyRows.Of(layout)?.Type(text) ?? text;

    // "]" arrives as '+' or '$'. '+' also begins codes of health care, so the letter must be a symbology's and what follows must be readable by it.
    private static KeyboardLayout? IdentifierLayout(string text)
    {
        var layout = text[0] == '+' ? KeyboardLayout.German : KeyboardLayout.French;
        var meant = Repair(text, layout);
        var aim = AimIdentifier.Read(meant);
        if (!aim.IsPresent || !char.IsAsciiDigit(aim.Modifier) || layout == KeyboardLayout.French && char.IsAsciiDigit(text[2]))
            return null;
        return aim.Symbology is 'd' or 'Q' or 'e' || layout == KeyboardLayout.French || (aim.SaysGs1 || aim.SaysEan13 || aim.SaysEan8) && Reading.Of(meant).IsValid || aim.Symbology is 'C' or 'A' && aim.Modifier == '0' ? layout : null;
    }

    private static KeyboardLayout? ByCharacters(string text)
    {
        // A French keyboard writes digits only with shift: a text with accents and without a digit was meant to have some.
        if (text.AsSpan().IndexOfAny("éèçà") >= 0)
            return text.Any(char.IsAsciiDigit) ? null : KeyboardLayout.French;
        var strangers = text.Count(character => character >= 128);
        return text.AsSpan().IndexOfAny("ßäöüÄÖÜ§") >= 0 && text.Any(char.IsAsciiDigit) && strangers * 3 <= text.Length ? KeyboardLayout.German : null;
    }
}
