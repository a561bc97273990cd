namespace WaaS.Logistics.Tests;

/// <summary>The slow campaigns are behind a switch; every run makes a short version of each.</summary>
internal static class Campaign
{
    public static bool IsLong { get; } = Environment.GetEnvironmentVariable("WAAS_LONG") == "1";
}
