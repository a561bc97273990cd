namespace WaaS.Logistics.Sanitization.ReportBays;

/// <summary>How long a station may say nothing before its last word counts as old.</summary>
internal static class Silence
{
    // Stations speak every five seconds; a request that meets a slow line is tried again for a while.
    public static readonly TimeSpan After = TimeSpan.FromSeconds(30);
}
