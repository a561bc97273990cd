using WaaS.Logistics.Returns.Orders;
using WaaS.Logistics.Scanning;

namespace WaaS.Logistics.Returns.Receiving;

/// <summary>Everything the verdict on one scan depends on.</summary>
/// <param name="MakerKey">Said by the person, where the serial alone was not enough; or read from the label.</param>
/// <param name="ModelKey">Likewise.</param>
/// <param name="Customer">Whose order it is.</param>
/// <param name="Matches">Devices of the fleet and the order with this serial, or the one device whose tag was scanned.</param>
/// <param name="Stranger">Whether a device with this serial that is not in the fleet stands in quarantine.</param>
/// <param name="Stops">Entries of the stop list with this serial: their makers, null for any.</param>
/// <param name="OpenModels">What the order still waits for.</param>
internal sealed record ScanFacts(
    string SerialKey,
    string? MakerKey,
    string? ModelKey,
    string Customer,
    IReadOnlyList<KnownDevice> Matches,
    Standing Stranger,
    IReadOnlyList<string?> Stops,
    IReadOnlySet<(string Maker, string Model)> OpenModels)
{
    /// <summary>Nothing in the house has this serial.</summary>
    public bool IsUnheardOf => Matches.Count == 0 && Stops.Count == 0 && Stranger == Standing.No && !DeviceSerial.IsPlaceholder(SerialKey);
}

/// <param name="Expectation">What the order says about it; null where it is not on the order.</param>
/// <param name="HasReceipt">It has been received, on whichever order, and not been rented out since.</param>
internal sealed record KnownDevice(
    Guid DeviceId,
    string MakerKey,
    string ModelKey,
    string Customer,
    ExpectedState? Expectation,
    bool HasReceipt,
    Standing Quarantine);

/// <summary>Whether a device stands in quarantine, and whether because of a stop.</summary>
internal enum Standing
{
    No,
    Quarantined,
    Stopped,
}

/// <summary>The verdict, or the question that has to be answered first.</summary>
/// <param name="Outcome">Null where there are <paramref name="Choices"/>.</param>
/// <param name="Choices">Devices of different makers with the same serial: the person says which one it is.</param>
internal sealed record ScanVerdict(ScanOutcome? Outcome, ScanReason Reason, KnownDevice? Device, IReadOnlyList<KnownDevice> Choices);
