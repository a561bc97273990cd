using WaaS.Logistics.Platform.Web;
using WaaS.Logistics.Returns.Receiving;

namespace WaaS.Logistics.Returns.RecordScan;

/// <param name="Payload">A serial as scanned or typed, any label that holds one, or the tag of a device. Either this or <paramref name="Codes"/>.</param>
/// <param name="Place">For this device alone, instead of the session's.</param>
/// <param name="Manufacturer">The answer to a question, or what the label says.</param>
/// <param name="Model">What the label says.</param>
/// <param name="Codes">All codes of one label, as a camera read them.</param>
/// <param name="Serial">The answer to the question which serial is meant: one of those offered.</param>
/// <param name="Arrived">What the scanner typed, where the payload is what the station's calibration makes of it.</param>
public sealed record RecordScanRequest(
    Guid OpId,
    string Payload = "",
    string? Place = null,
    string? Manufacturer = null,
    string? Model = null,
    IReadOnlyList<LabelCode>? Codes = null,
    string? Serial = null,
    string? Arrived = null) : ITypedScan
{
    string? ITypedScan.Typed => Codes is not null ? null : Arrived ?? Payload;

    bool ITypedScan.IsRepaired => Arrived is not null;

    ITypedScan ITypedScan.Repaired(string payload) => this with { Payload = payload, Arrived = Payload };
}

/// <summary>The verdict, or with <see cref="Choices"/> the question which device it is.</summary>
/// <param name="Place">Where the device is to be put now.</param>
/// <param name="Asked">With a question alone: what it is about. Sent again with a new opId and the answer, it is judged.</param>
public sealed record RecordScanAnswer(
    Guid? ScanId,
    int? Number,
    ScanOutcome? Outcome,
    ScanReason Reason,
    string Serial,
    Guid? DeviceId,
    string? Manufacturer,
    string? Model,
    string? Place,
    IReadOnlyList<ScanChoice> Choices,
    RecordScanRequest? Asked = null)
{
    internal static RecordScanAnswer Of(Scan scan) => new(scan.Id, scan.Number, scan.Outcome, scan.Reason, scan.Serial, scan.DeviceId, scan.Manufacturer, scan.Model, scan.Place, []);

    internal static RecordScanAnswer Ask(RecordScanRequest about, ScanReason why, string serial, IEnumerable<ScanChoice> choices) =>
        new(null, null, null, why, serial, null, null, null, null, [.. choices], about);
}

/// <param name="Manufacturer">Empty, like the model, for the serial as it was read: no device is known by it.</param>
public sealed record ScanChoice(string Manufacturer, string Model, string Serial);
