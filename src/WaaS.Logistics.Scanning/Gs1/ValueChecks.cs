using WaaS.Logistics.Scanning.Data;

namespace WaaS.Logistics.Scanning.Gs1;

/// <summary>What a part of an element may hold beyond its characters; one method for each check named in application-identifiers.tsv.</summary>
internal static class ValueChecks
{
    // The shortest GS1 company prefix allocated.
    private const int LeastPrefix = 4;

    public static Fault Prefix(ReadOnlySpan<char> text)
    {
        if (text.Length < LeastPrefix)
            return new Fault($"a GS1 company prefix has at least {LeastPrefix} digits");
        var stranger = Charsets.Digits(text[..LeastPrefix]);
        return stranger.IsNone ? stranger : new Fault("a GS1 company prefix begins with digits", stranger.At);
    }

    public static Fault PrefixAtTwo(ReadOnlySpan<char> text) => text.Length < 2 ? new Fault("there is no room for a GS1 company prefix") : Prefix(text[1..]).Moved(1);

    public static Fault Country(ReadOnlySpan<char> text) => CodeLists.Countries.Contains(text) ? Fault.None : new Fault($"{text} is no country of ISO 3166");

    public static Fault CountryOr999(ReadOnlySpan<char> text) => text is "999" ? Fault.None : Country(text);

    public static Fault CountryLetters(ReadOnlySpan<char> text) => CodeLists.CountryLetters.Contains(text) ? Fault.None : new Fault($"{text} is no country of ISO 3166");

    public static Fault Currency(ReadOnlySpan<char> text) => CodeLists.Currencies.Contains(text) ? Fault.None : new Fault($"{text} is no currency of ISO 4217");

    public static Fault PackageType(ReadOnlySpan<char> text) => CodeLists.PackageTypes.Contains(text) ? Fault.None : new Fault($"{text} is no package type");

    public static Fault MediaType(ReadOnlySpan<char> text) => CodeLists.MediaTypes.Contains(text) ? Fault.None : new Fault($"{text} is no AIDC media type");

    public static Fault Sex(ReadOnlySpan<char> text) => text is "0" or "1" or "2" or "9" ? Fault.None : new Fault("only 0, 1, 2 and 9 are allowed (ISO/IEC 5218)");

    public static Fault YesNo(ReadOnlySpan<char> text) => text is "0" or "1" ? Fault.None : new Fault("only 0 (no) and 1 (yes) are allowed");

    public static Fault Winding(ReadOnlySpan<char> text) => text is "0" or "1" or "9" ? Fault.None : new Fault("only 0, 1 and 9 are winding directions");

    public static Fault Zero(ReadOnlySpan<char> text) => !text.IsEmpty && text.IndexOfAnyExcept('0') < 0 ? Fault.None : new Fault("this must be 0");

    public static Fault NotZero(ReadOnlySpan<char> text) => !text.IsEmpty && text.IndexOfAnyExcept('0') >= 0 ? Fault.None : new Fault("this must not be 0");

    public static Fault NoLeadingZero(ReadOnlySpan<char> text) => text.IsEmpty || text[0] != '0' ? Charsets.Digits(text) : new Fault("this must not begin with 0");

    public static Fault HasNonDigit(ReadOnlySpan<char> text) => text.IndexOfAnyExceptInRange('0', '9') >= 0 ? Fault.None : new Fault("this must hold something other than digits");

    public static Fault Hyphens(ReadOnlySpan<char> text) => !text.IsEmpty && text.IndexOfAnyExcept('-') < 0 ? Fault.None : new Fault("only a hyphen is allowed here");

    public static Fault ImporterIndex(ReadOnlySpan<char> text) =>
        text.Length == 1 && (char.IsAsciiLetterOrDigit(text[0]) || text[0] is '-' or '_') ? Fault.None : new Fault("the importer index is one letter, digit, '-' or '_'");

    public static Fault PercentEncoded(ReadOnlySpan<char> text)
    {
        for (var at = 0; at < text.Length; at++)
            if (text[at] == '%' && (at + 2 >= text.Length || !char.IsAsciiHexDigit(text[at + 1]) || !char.IsAsciiHexDigit(text[at + 2])))
                return new Fault("after '%' come two hexadecimal digits", at);
        return Fault.None;
    }

    /// <summary>Degrees plus 90, times 10,000,000.</summary>
    public static Fault Latitude(ReadOnlySpan<char> text) => Degrees(text, 1_800_000_000, "latitude");

    /// <summary>Degrees plus 180 (modulo 360), times 10,000,000.</summary>
    public static Fault Longitude(ReadOnlySpan<char> text) => Degrees(text, 3_600_000_000, "longitude");

    /// <summary>Piece number and number of pieces, equally wide.</summary>
    public static Fault PieceOfTotal(ReadOnlySpan<char> text)
    {
        if (Charsets.Digits(text) is { IsNone: false } stranger)
            return stranger;
        if (text.IsEmpty || text.Length % 2 != 0)
            return new Fault("piece and total have equally many digits");
        var piece = text[..(text.Length / 2)];
        var total = text[piece.Length..];
        return piece.IndexOfAnyExcept('0') < 0 ? new Fault("there is no piece 0")
            : total.IndexOfAnyExcept('0') < 0 ? new Fault("there are 0 pieces in total", piece.Length)
            : piece.SequenceCompareTo(total) > 0 ? new Fault($"piece {piece} is more than the total {total}") : Fault.None;
    }

    /// <summary>Position in a sequence, as 1/2.</summary>
    public static Fault PositionSlashEnd(ReadOnlySpan<char> text)
    {
        var slash = text.IndexOf('/');
        if (slash <= 0 || slash == text.Length - 1)
            return new Fault("this is written POSITION/END");
        var position = text[..slash];
        var end = text[(slash + 1)..];
        if (!Charsets.Digits(position).IsNone || !Charsets.Digits(end).IsNone)
            return new Fault("this is written POSITION/END, in digits");
        return position[0] == '0' ? new Fault("the position must not begin with 0")
            : end[0] == '0' ? new Fault("the end must not begin with 0", slash + 1)
            : position.Length > end.Length || position.Length == end.Length && position.SequenceCompareTo(end) > 0 ? new Fault($"position {position} is beyond the end {end}") : Fault.None;
    }

    private static Fault Degrees(ReadOnlySpan<char> text, long most, string name)
    {
        if (text.Length != 10)
            return new Fault($"a {name} has 10 digits");
        if (Charsets.Digits(text) is { IsNone: false } stranger)
            return stranger;
        var number = 0L;
        foreach (var digit in text)
            number = number * 10 + digit - '0';
        return number > most ? new Fault($"the {name} is beyond {most}") : Fault.None;
    }
}
