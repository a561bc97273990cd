namespace WaaS.Logistics.Platform.Security.Stations;

/// <summary>A scan as it can stand in a sentence.</summary>
internal static class Printable
{
    private const int Most = 60;

    public static string Of(string scan) => string.Concat(scan.Trim().Take(Most).Select(character => char.IsControl(character) ? '␣' : character)) + (scan.Trim().Length > Most ? "…" : "");
}
