namespace WaaS.Logistics.Sanitization.ClaimJob;

/// <summary>How long a station may be silent before its carrier is handed to another one.</summary>
internal static class Leases
{
    public static readonly TimeSpan Length = TimeSpan.FromMinutes(10);
}
