using WaaS.Logistics.Platform.Web;
using WaaS.Logistics.Returns.RecordScan;

namespace WaaS.Logistics.Returns.TakeScan;

/// <summary>What the station page shows, and for programs the facts behind it. The first six are the page's <see cref="ScanAnswer"/>.</summary>
/// <param name="Note">Said beside the verdict, which stays as it was.</param>
/// <param name="Kind"><c>device</c>, <c>question</c>, <c>place</c>, <c>undo</c>, <c>stop</c>, <c>carrier</c>, <c>parcel</c>, <c>code</c> or <c>command</c>.</param>
/// <param name="Answers">The question this scan has answered: its photo belongs to the scan now recorded.</param>
/// <param name="Photo">Where the photo goes that the codes were found in, if they were.</param>
internal sealed record ScanReply(Tone Tone, string Word, string Subject, string? Next, string? Go, string? Acknowledge, string Kind, RecordScanAnswer? Device = null, string? Note = null, string? Photo = null, Guid? Answers = null)
{
    public ScanAnswer ToAnswer() => new(Tone, Word, Subject, Next);

    public static ScanReply Of(string kind, Tone tone, string word, string subject, string? next = null, string? go = null) => new(tone, word, subject, next, go, null, kind);
}
