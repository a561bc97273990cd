namespace WaaS.Logistics.Messages.Returns;

/// <summary>A return order says which devices are expected back.</summary>
public sealed record ReturnAnnounced(
    Guid OrderId,
    string OrderNumber,
    string? ContractNumber,
    string Customer,
    IReadOnlyList<RentedDevice> Devices);
