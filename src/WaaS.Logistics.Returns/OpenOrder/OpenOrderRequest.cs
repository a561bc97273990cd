namespace WaaS.Logistics.Returns.OpenOrder;

/// <summary>Expected devices are picked by id, pasted as serials, or all of a contract's that are not back yet.</summary>
/// <param name="Customer">May be left out where a contract is named.</param>
/// <param name="Contract">Alone, without devices and serials: everything rented under it.</param>
/// <param name="Owner">Who finds out why, when something else comes; the person who opens the order unless named.</param>
internal sealed record OpenOrderRequest(
    Guid OpId,
    string? Customer = null,
    string? Contract = null,
    IReadOnlyList<Guid>? DeviceIds = null,
    IReadOnlyList<ExpectedSerial>? Serials = null,
    string? Owner = null);

/// <param name="Manufacturer">Needed only where two makers gave the same serial.</param>
internal sealed record ExpectedSerial(string Serial, string? Manufacturer = null);

internal sealed record OpenOrderAnswer(Guid OrderId, string Number, string Customer, int Expected);
