using WaaS.Logistics.Returns.Receiving;
using WaaS.Logistics.Scanning;

namespace WaaS.Logistics.Returns.RecordScan;

/// <summary>What a scan says: one device, or serials of which a person has to choose.</summary>
/// <param name="Others">What else the label says.</param>
internal sealed record ReadScan(ScannedDevice? Device, SerialQuestion? Question, IReadOnlyList<CodeBeside> Others)
{
    public static ReadScan Of(ScannedDevice device, IReadOnlyList<CodeBeside>? others = null) => new(device, null, others ?? []);

    public static ReadScan Ask(ScanReason why, string serial, IEnumerable<ScanChoice> choices) => new(null, new SerialQuestion(why, serial, [.. choices]), []);
}

internal sealed record SerialQuestion(ScanReason Why, string Serial, IReadOnlyList<ScanChoice> Choices);

/// <summary>What was read from the payload and said with it.</summary>
internal sealed record ScannedDevice(string Serial, string SerialKey, Guid? DeviceId, string? Manufacturer, string? Model)
{
    public string? MakerKey { get; } = string.IsNullOrWhiteSpace(Manufacturer) ? null : DeviceMaker.Key(Manufacturer);

    public string? ModelKey { get; } = string.IsNullOrWhiteSpace(Model) ? null : DeviceMaker.ModelKey(Model);
}
