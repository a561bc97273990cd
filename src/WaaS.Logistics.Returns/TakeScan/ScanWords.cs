using WaaS.Logistics.Platform.Web;
using WaaS.Logistics.Returns.Overview;
using WaaS.Logistics.Returns.Receiving;
using WaaS.Logistics.Returns.RecordScan;
using WaaS.Logistics.Returns.Resources;

namespace WaaS.Logistics.Returns.TakeScan;

/// <summary>Puts a verdict into the person's words.</summary>
internal sealed class ScanWords(Texts texts)
{
    public ScanReply Of(Guid session, RecordScanAnswer answer) => answer.Outcome is not { } outcome
        ? new(Tone.Look, texts["Scan_Whose"], answer.Serial, texts["Scan_WhoseNext"], $"/returns/sessions/{session}/whose?serial={Uri.EscapeDataString(answer.Serial)}", null, "question", answer)
        : new(ToneOf(outcome), texts.Of(outcome), Subject(answer.Manufacturer, answer.Model, answer.Serial), Next(outcome, answer.Reason, answer.Place), null, null, "device", answer);

    /// <summary>For the page that is opened again: the verdict that was shown last.</summary>
    public ScanAnswer? Last(SessionView session) => session.Scans.Count == 0 ? null : session.Scans[0] switch
    {
        { CorrectedAt: not null } scan => new ScanAnswer(Tone.Again, texts["Scan_Undone"], Subject(scan.Manufacturer, scan.Model, scan.Serial), texts["Scan_UndoneNext"]),
        var scan => new ScanAnswer(ToneOf(scan.Outcome), texts.Of(scan.Outcome), Subject(scan.Manufacturer, scan.Model, scan.Serial), Next(scan.Outcome, scan.Reason, scan.Place)),
    };

    public static Tone ToneOf(ScanOutcome outcome) => outcome switch
    {
        ScanOutcome.Expected => Tone.Ok,
        ScanOutcome.Duplicate => Tone.Again,
        ScanOutcome.Stop => Tone.Stop,
        _ => Tone.Look,
    };

    public static string Subject(string? manufacturer, string? model, string serial) => string.Join(' ', new[] { manufacturer, model, serial }.Where(part => !string.IsNullOrEmpty(part)));

    private string Next(ScanOutcome outcome, ScanReason reason, string? place) => outcome switch
    {
        ScanOutcome.Expected => texts["Scan_PutInto", place],
        ScanOutcome.Duplicate => texts.Of(reason),
        _ => texts["Scan_SetAside", texts.Of(reason), place],
    };
}
