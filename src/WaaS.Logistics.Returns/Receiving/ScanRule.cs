using WaaS.Logistics.Returns.Orders;
using WaaS.Logistics.Scanning;

namespace WaaS.Logistics.Returns.Receiving;

/// <summary>Decides what a scanned device is. Pure: the same facts always give the same verdict.</summary>
internal static class ScanRule
{
    public static ScanVerdict Decide(ScanFacts facts)
    {
        // Such a "serial" stands on thousands of devices: it matches nothing, not even its own repetition.
        if (DeviceSerial.IsPlaceholder(facts.SerialKey))
            return Is(ScanOutcome.Unknown, ScanReason.PlaceholderSerial);
        var candidates = facts.MakerKey is null ? facts.Matches : [.. facts.Matches.Where(match => match.MakerKey == facts.MakerKey)];
        // Even if only one of them is expected: the other maker's device would be wiped in its name.
        if (candidates.Count > 1)
            return new ScanVerdict(null, ScanReason.OtherMaker, null, candidates);
        var device = candidates.SingleOrDefault();
        if (facts.Stops.Any(maker => maker is null || Applies(maker, device?.MakerKey ?? facts.MakerKey)))
            return Is(ScanOutcome.Stop, (device?.Quarantine ?? facts.Stranger) == Standing.Stopped ? ScanReason.StoppedBefore : ScanReason.StopList, device);
        return device is null ? OfStranger(facts) : OfKnown(facts, device);
    }

    // Whose maker nobody knows may be the one that is looked for.
    private static bool Applies(string stopMaker, string? maker) => maker is null || maker == stopMaker;

    private static ScanVerdict OfKnown(ScanFacts facts, KnownDevice device) => device switch
    {
        { Quarantine: Standing.Stopped } => Is(ScanOutcome.Stop, ScanReason.StoppedBefore, device),
        { HasReceipt: true } => Is(ScanOutcome.Duplicate, ScanReason.AlreadyReceived, device),
        { Expectation: ExpectedState.Open } => Is(ScanOutcome.Expected, ScanReason.Announced, device),
        { Quarantine: Standing.Quarantined } => Is(ScanOutcome.Duplicate, ScanReason.AlreadyInQuarantine, device),
        { Expectation: ExpectedState.Withdrawn } => Is(ScanOutcome.Extra, ScanReason.ContractExtended, device),
        _ when !device.Customer.Equals(facts.Customer, StringComparison.OrdinalIgnoreCase) => Is(ScanOutcome.Foreign, ScanReason.OtherCustomer, device),
        _ when facts.OpenModels.Contains((device.MakerKey, device.ModelKey)) => Is(ScanOutcome.Swapped, ScanReason.OtherSerialOfExpectedModel, device),
        _ => Is(ScanOutcome.Extra, ScanReason.NotOnOrder, device),
    };

    private static ScanVerdict OfStranger(ScanFacts facts)
    {
        if (facts.Stranger == Standing.Stopped)
            return Is(ScanOutcome.Stop, ScanReason.StoppedBefore);
        if (facts.Stranger == Standing.Quarantined)
            return Is(ScanOutcome.Duplicate, ScanReason.AlreadyInQuarantine);
        if (facts is { MakerKey: { } maker, ModelKey: { } model } && facts.OpenModels.Contains((maker, model)))
            return Is(ScanOutcome.Swapped, ScanReason.OtherSerialOfExpectedModel);
        return Is(ScanOutcome.Unknown, facts.Matches.Count > 0 ? ScanReason.OtherMaker : ScanReason.NotInFleet);
    }

    private static ScanVerdict Is(ScanOutcome outcome, ScanReason reason, KnownDevice? device = null) => new(outcome, reason, device, []);
}
