namespace WaaS.Logistics.Messages.Rentals;

/// <summary>A contract goes on: its devices stay, and must not be wiped.</summary>
public sealed record ContractExtended(
    Guid ContractId,
    string ContractNumber,
    DateOnly NewEnd,
    IReadOnlyList<Guid> DeviceIds);
