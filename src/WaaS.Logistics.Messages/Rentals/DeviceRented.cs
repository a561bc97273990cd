namespace WaaS.Logistics.Messages.Rentals;

/// <summary>A device belongs to a rental contract: from now on it is known and has an owner.</summary>
public sealed record DeviceRented(
    Guid ContractId,
    string ContractNumber,
    string Customer,
    string? Reseller,
    DateOnly Start,
    DateOnly EndsOn,
    RentedDevice Device);
