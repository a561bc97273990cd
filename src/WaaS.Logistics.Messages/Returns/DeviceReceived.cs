using System.ComponentModel.DataAnnotations;

namespace WaaS.Logistics.Messages.Returns;

/// <summary>A device is in the house, its identity and owner are settled, and nothing says stop.</summary>
/// <param name="Cycle">Counts how often this device has come back. A receipt that is taken back uses up its number.</param>
/// <param name="ExpectedSlots">By contract; absent is unknown.</param>
/// <param name="Slots">Known at the scan itself; what is seen afterwards follows as <see cref="CarriersSeen"/>.</param>
public sealed record DeviceReceived(
    Guid DeviceId,
    [property: Range(1, 1_000_000)] int Cycle,
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
