using System.Globalization;
using WaaS.Logistics.Platform.Data;
using WaaS.Logistics.Platform.Resources;

namespace WaaS.Logistics.Platform.Web;

/// <summary>How values are written for people: times in Europe/Berlin, numbers and money in the format of the person's language.</summary>
public static class Display
{
    private static readonly Texts Words = new();
    private static readonly TimeZoneInfo Berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");

    /// <param name="utc">UTC, as kept in the database.</param>
    public static DateTime Local(DateTime utc) => TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(utc, DateTimeKind.Utc), Berlin);

    public static string Time(DateTime utc) => Local(utc).ToString("g", CultureInfo.CurrentCulture);

    public static string Clock(DateTime utc) => Local(utc).ToString("T", CultureInfo.CurrentCulture);

    public static string Date(DateTime utc) => Local(utc).ToString("d", CultureInfo.CurrentCulture);

    public static string Date(DateOnly date) => date.ToString("d", CultureInfo.CurrentCulture);

    /// <summary>Who acted, by the name that was kept: a person's or a station's, or the words for the product itself and for nobody known.</summary>
    public static string Who(string? name) => name switch
    {
        null => "",
        _ when name == Origin.System.ActorName => Words["Who_System"],
        "anonymous" => Words["Who_Anonymous"],
        "unknown" => Words["Who_Unknown"],
        _ => name,
    };

    public static string Number(long number) => number.ToString("N0", CultureInfo.CurrentCulture);

    /// <param name="minor">Minor units: cents for EUR.</param>
    public static string Money(long minor, string currency = "EUR") => $"{(minor / 100m).ToString("N2", CultureInfo.CurrentCulture)} {currency}";

    public static string Bytes(long bytes)
    {
        string[] units = ["B", "kB", "MB", "GB", "TB", "PB"];
        var (value, unit) = ((double)bytes, 0);
        while (value >= 1000 && unit < units.Length - 1)
            (value, unit) = (value / 1000, unit + 1);
        return $"{value.ToString(unit == 0 ? "N0" : "0.#", CultureInfo.CurrentCulture)} {units[unit]}";
    }

    /// <summary>For durations people wait: the largest unit that says enough.</summary>
    public static string Since(TimeSpan span) => span switch
    {
        { TotalMinutes: < 1 } => "< 1 min",
        { TotalHours: < 1 } => $"{(int)span.TotalMinutes} min",
        { TotalDays: < 1 } => $"{(int)span.TotalHours} h {span.Minutes} min",
        _ => $"{(int)span.TotalDays} d {span.Hours} h",
    };
}
