namespace WaaS.Logistics.Messages;

/// <summary>A device as the rental contract names it. Identity is maker, model and serial together: serials alone repeat across makers.</summary>
/// <param name="CarrierSlots">How many data carriers it has by contract; absent where nobody knows, which is not zero.</param>
/// <param name="ProtectionNeed"><c>normal</c>, <c>high</c> or <c>very-high</c>.</param>
public sealed record RentedDevice(
    Guid DeviceId,
    string Manufacturer,
    string Model,
    string Serial,
    int? CarrierSlots,
    string ProtectionNeed,
    string? ProductClass);
