namespace WaaS.Logistics.Scanning.Gs1;

/// <summary>Dates and times in element strings. A two-digit year is looked at only for leap years, where the century does not matter (2000 was one).</summary>
internal static class DateChecks
{
    private static readonly int[] Days = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

    /// <summary>YYMMDD.</summary>
    public static Fault Date(ReadOnlySpan<char> text) => Calendar(text, 2, false);

    /// <summary>YYMMDD, where day 00 means the last of the month.</summary>
    public static Fault DateOrMonth(ReadOnlySpan<char> text) => Calendar(text, 2, true);

    /// <summary>YYYYMMDD.</summary>
    public static Fault LongDate(ReadOnlySpan<char> text) => Calendar(text, 4, false);

    public static Fault Hour(ReadOnlySpan<char> text) => UpTo(text, 23, "hour");

    public static Fault Minute(ReadOnlySpan<char> text) => UpTo(text, 59, "minute");

    public static Fault Second(ReadOnlySpan<char> text) => UpTo(text, 59, "second");

    /// <summary>HHMM.</summary>
    public static Fault HourMinute(ReadOnlySpan<char> text)
    {
        if (text.Length != 4)
            return new Fault("a time has 4 digits");
        var hour = Hour(text[..2]);
        return hour.IsNone ? Minute(text[2..]).Moved(2) : hour;
    }

    private static Fault Calendar(ReadOnlySpan<char> text, int yearDigits, bool monthAlone)
    {
        if (text.Length != yearDigits + 4)
            return new Fault($"a date has {yearDigits + 4} digits");
        if (Charsets.Digits(text) is { IsNone: false } stranger)
            return stranger;
        int year = Number(text[..yearDigits]), month = Number(text.Slice(yearDigits, 2)), day = Number(text[(yearDigits + 2)..]);
        if (month is 0 or > 12)
            return new Fault($"there is no month {text.Slice(yearDigits, 2)}", yearDigits);
        var days = month == 2 && !IsLeap(year, yearDigits) ? 28 : Days[month - 1];
        return day > days || day == 0 && !monthAlone ? new Fault($"there is no day {text[(yearDigits + 2)..]} in this month", yearDigits + 2) : Fault.None;
    }

    private static bool IsLeap(int year, int digits) => year % 4 == 0 && (digits == 2 || year % 100 != 0 || year % 400 == 0);

    private static Fault UpTo(ReadOnlySpan<char> text, int most, string unit)
    {
        if (text.Length != 2)
            return new Fault($"the {unit} has 2 digits");
        var stranger = Charsets.Digits(text);
        return !stranger.IsNone ? stranger : Number(text) > most ? new Fault($"there is no {unit} {text}") : Fault.None;
    }

    internal static int Number(ReadOnlySpan<char> digits)
    {
        var number = 0;
        foreach (var digit in digits)
            number = number * 10 + digit - '0';
        return number;
    }
}
