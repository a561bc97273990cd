using WaaS.Logistics.Platform.Web;
using WaaS.Logistics.Refurbishment.FindDevices;

namespace WaaS.Logistics.Refurbishment.TakeScan;

/// <summary>What the station page shows, and for programs the facts behind it. The first six are the page's <see cref="ScanAnswer"/>.</summary>
/// <param name="Kind"><c>device</c>, <c>question</c>, <c>check</c>, <c>grade</c> or <c>command</c>.</param>
/// <param name="Devices">With <c>device</c> one; with <c>question</c> those of different makers that have the scanned serial.</param>
internal sealed record ScanReply(Tone Tone, string Word, string Subject, string? Next, string? Go, string? Acknowledge, string Kind, IReadOnlyList<DeviceRow>? Devices = null)
{
    public static ScanReply Of(string kind, Tone tone, string word, string subject, string? next = null, string? go = null) => new(tone, word, subject, next, go, null, kind);
}
