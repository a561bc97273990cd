namespace WaaS.Logistics.Rentals.Contracts;

/// <summary>The day a contract counts by, which begins at midnight in Germany.</summary>
internal static class CivilDay
{
    private static readonly TimeZoneInfo Berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");

    public static DateOnly Of(DateTime utc) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(utc, Berlin));
}
