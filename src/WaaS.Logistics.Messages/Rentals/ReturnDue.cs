namespace WaaS.Logistics.Messages.Rentals;

/// <summary>A contract has ended: its devices must come back.</summary>
public sealed record ReturnDue(
    Guid ContractId,
    string ContractNumber,
    string Customer,
    string? Reseller,
    DateOnly DueOn,
    IReadOnlyList<RentedDevice> Devices);
