using WaaS.Logistics.Returns.Receiving;

namespace WaaS.Logistics.Returns.RecordScan;

/// <param name="Payload">A serial as scanned or typed, any label that holds one, or the tag of a device.</param>
/// <param name="Place">For this device alone, instead of the session's.</param>
/// <param name="Manufacturer">The answer to a question, or what the label says.</param>
/// <param name="Model">What the label says.</param>
internal sealed record RecordScanRequest(Guid OpId, string Payload, string? Place = null, string? Manufacturer = null, string? Model = null);

/// <summary>The verdict, or with <see cref="Choices"/> the question whose device it is.</summary>
/// <param name="Place">Where the device is to be put now.</param>
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
    IReadOnlyList<ScanChoice> Choices);

public sealed record ScanChoice(string Manufacturer, string Model);
