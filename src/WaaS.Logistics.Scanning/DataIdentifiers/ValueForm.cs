using WaaS.Logistics.Scanning.Data;
using WaaS.Logistics.Scanning.Gs1;

namespace WaaS.Logistics.Scanning.DataIdentifiers;

/// <summary>What the value of a data identifier must look like, by the forms named in data-identifiers.tsv.</summary>
internal static class ValueForm
{
    public static Fault Check(string form, ReadOnlySpan<char> value)
    {
        foreach (var character in value)
            if (character is < ' ' or '\x7F')
                return new Fault($"{CharacterName.Of(character)} cannot be part of a value", value.IndexOf(character));
        return form switch
        {
            "" => Fault.None,
            "digits" => Charsets.Digits(value),
            "number" => value.IndexOfAnyExcept("0123456789.") < 0 ? Fault.None : new Fault("only a number is allowed"),
            "sscc" => value.Length == 18 ? CheckDigit.Check(value) : new Fault("an SSCC has 18 digits"),
            "mac" => value.Length is 12 or 16 && IsHex(value) ? Fault.None : new Fault("a MAC address has 12 hexadecimal digits"),
            "country" => value.Length == 2 && CodeLists.CountryLetters.Contains(value) ? Fault.None : new Fault($"{value} is no country of ISO 3166"),
            "duns" => value.Length == 9 ? Charsets.Digits(value) : new Fault("a DUNS number has 9 digits"),
            "cage" => value.Length == 5 ? Fault.None : new Fault("a CAGE code has 5 characters"),
            "cage-serial" => value.Length is >= 6 and <= 25 ? Fault.None : new Fault("a CAGE code with a serial has 6 to 25 characters"),
            _ => CheckDate(form.AsSpan("date ".Length), value),
        };
    }

    private static Fault CheckDate(ReadOnlySpan<char> form, ReadOnlySpan<char> value)
    {
        var length = form.TrimEnd('*').Length;
        if (value.Length < length || value.Length > length + (form.Length > length ? 3 : 0))
            return new Fault($"a date {form} is expected");
        var digits = value[..length];
        var stranger = Charsets.Digits(digits);
        return !stranger.IsNone ? stranger : form switch
        {
            "YYMMDD" or "YYMMDD*" => DateChecks.Date(digits),
            "DDMMYY" => Turned(digits, 4, 2, 0),
            "MMDDYY" => Turned(digits, 4, 0, 2),
            "DDMMYYYY" => DateChecks.LongDate(string.Concat(digits[4..], digits[2..4], digits[..2])),
            "YYYYMMDD" or "YYYYMMDD*" => DateChecks.LongDate(digits),
            "YYYYMMDDYYYYMMDD" => DateChecks.LongDate(digits[..8]) is { IsNone: false } first ? first : DateChecks.LongDate(digits[8..]).Moved(8),
            "YYYYMMDDHHMM" or "YYYYMMDDHHMM*" => DateChecks.LongDate(digits[..8]) is { IsNone: false } day ? day : DateChecks.HourMinute(digits[8..]).Moved(8),
            "YYWW" or "YYYYWW" => Within(digits[^2..], 1, 53, "week"),
            "YYWWYYWW" => Within(digits[2..4], 1, 53, "week") is { IsNone: false } oldest ? oldest : Within(digits[6..], 1, 53, "week"),
            "MMYY" => Within(digits[..2], 1, 12, "month"),
            _ => Within(digits[^3..], 1, 366, "day"),
        };
    }

    private static Fault Turned(ReadOnlySpan<char> digits, int year, int month, int day) => DateChecks.Date(string.Concat(digits.Slice(year, 2), digits.Slice(month, 2), digits.Slice(day, 2)));

    private static Fault Within(ReadOnlySpan<char> digits, int least, int most, string unit) =>
        DateChecks.Number(digits) is var number && number >= least && number <= most ? Fault.None : new Fault($"there is no {unit} {digits}");

    private static bool IsHex(ReadOnlySpan<char> text)
    {
        foreach (var character in text)
            if (!char.IsAsciiHexDigit(character))
                return false;
        return true;
    }
}
