namespace WaaS.Logistics.Messages.Rentals;

/// <summary>A contract comes to its end soon.</summary>
public sealed record ContractEnding(
    Guid ContractId,
    string ContractNumber,
    string Customer,
    DateOnly EndsOn);
