using WaaS.Logistics.Scanning.DataIdentifiers;

namespace WaaS.Logistics.Scanning.Layout;

/// <summary>
/// A caps lock that is on, or a scanner set to another case, turns capital and small letters round. Serials are compared without regard to case, so this loses none of them;
/// but identifiers and names of records mean something else then, or nothing.
/// </summary>
internal static class CapsLock
{
    /// <summary>As it was meant. Only letters that have another case are turned.</summary>
    public static string Turn(string text) => string.Create(text.Length, text, (turned, typed) =>
    {
        for (var i = 0; i < turned.Length; i++)
            turned[i] = char.IsUpper(typed[i]) ? char.ToLowerInvariant(typed[i]) : char.ToUpperInvariant(typed[i]) is <= '\xFF' and var capital ? capital : typed[i];
    });

    /// <summary>Whether the text proves by itself that its letters are turned round: data identifiers in small letters and no capital one anywhere, or a symbology identifier that only makes sense so.</summary>
    public static bool IsProvenBy(ReadOnlySpan<char> text)
    {
        if (text.Length < 5)
            return false;
        if (text[0] == ']')
            return text[1] is 'D' or 'q' or 'c' && char.IsAsciiDigit(text[2]) && PayloadReader.Read(Turn(text.ToString()), KeyboardLayout.Us) is { IsValid: true } turned && (turned.Aim.SaysGs1 || turned.Standard is ScanStandard.Mh10 or ScanStandard.DigitalLink);
        return text.StartsWith("[)>") && HasSmallIdentifier(text[3..]) && text.IndexOfAnyInRange('A', 'Z') < 0;
    }

    // The first identifier after the format's number: up to three digits and a letter, of which all that are assigned are capital.
    private static bool HasSmallIdentifier(ReadOnlySpan<char> text)
    {
        var data = text.TrimStart('\x1E');
        if (!data.StartsWith("06") || data.Length < 4)
            return false;
        data = data[2..].TrimStart('\x1D');
        var letter = data.IndexOfAnyExceptInRange('0', '9');
        return letter is >= 0 and <= 3 && char.IsAsciiLetterLower(data[letter]) && DataIdentifier.Find(data[..(letter + 1)].ToString().ToUpperInvariant()) is not null;
    }

    /// <summary>What a calibrated station that turns letters round sent. A text that has no small letter came when the caps lock was off, or would not be told from it.</summary>
    public static string Repaired(string text) => text.Any(char.IsLower) && !LayoutRepair.IsRightAsItIs(text) ? Turn(text) : text;
}
