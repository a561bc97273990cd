using WaaS.Logistics.Platform.Web;
using WaaS.Logistics.Returns.KeepCode;
using WaaS.Logistics.Returns.Overview;
using WaaS.Logistics.Returns.Receiving;
using WaaS.Logistics.Returns.RecordScan;
using WaaS.Logistics.Returns.Resources;

namespace WaaS.Logistics.Returns.TakeScan;

/// <summary>Puts a verdict into the person's words.</summary>
internal sealed class ScanWords(Texts texts)
{
    public ScanReply Of(Guid session, Guid opId, RecordScanAnswer answer) => answer.Outcome is { } outcome
        ? Verdict(outcome, answer) with { Photo = PhotoOf(session, answer.ScanId) }
        : new(Tone.Look, QuestionWord(answer.Reason), answer.Serial, QuestionNext(answer.Reason), $"/returns/sessions/{session}/whose?scan={opId}", null, "question", answer);

    public static string PhotoOf(Guid session, Guid? scan) => $"/returns/api/sessions/{session}/devices/{scan}/photos";

    /// <summary>For a code that is no serial: beside a device its verdict stays.</summary>
    public ScanReply Of(KeepCodeAnswer kept) => kept.Beside is { Outcome: { } outcome } scan
        ? Verdict(outcome, scan) with { Kind = "code", Note = texts["Code_Kept", kept.Kind, kept.Value] }
        : ScanReply.Of("code", Tone.Look, texts["Code_NoSerial"], $"{kept.Kind} {kept.Value}", texts["Code_NoSerialNext"]);

    public string QuestionWord(ScanReason why) => texts[why switch { ScanReason.LooksAlike => "Scan_Which", ScanReason.SeveralSerials => "Scan_Several", _ => "Scan_Whose" }];

    private string QuestionNext(ScanReason why) => texts[why switch { ScanReason.LooksAlike => "Scan_WhichNext", ScanReason.SeveralSerials => "Scan_SeveralNext", _ => "Scan_WhoseNext" }];

    private ScanReply Verdict(ScanOutcome outcome, RecordScanAnswer answer) =>
        new(ToneOf(outcome), texts.Of(outcome), Subject(answer.Manufacturer, answer.Model, answer.Serial), Next(outcome, answer.Reason, answer.Place), null, null, "device", answer);

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
