namespace WaaS.Logistics.Messages.Returns;

/// <summary>A device is in the house, its identity and owner are settled, and nothing says stop.</summary>
/// <param name="Cycle">Counts how often this device has come back.</param>
/// <param name="ExpectedSlots">By contract; absent is unknown.</param>
/// <param name="Slots">Seen by eye when it was received.</param>
public sealed record DeviceReceived(
    Guid DeviceId,
    int Cycle,
    Guid OrderId,
    string OrderNumber,
    string? ContractNumber,
    string Customer,
    string Manufacturer,
    string Model,
    string Serial,
    string ProtectionNeed,
    string? ProductClass,
    int? ExpectedSlots,
    IReadOnlyList<CarrierSlot> Slots,
    string Place);
