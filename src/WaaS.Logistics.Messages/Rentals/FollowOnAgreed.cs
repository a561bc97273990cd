namespace WaaS.Logistics.Messages.Rentals;

/// <summary>The customer has a follow-on contract with new devices.</summary>
public sealed record FollowOnAgreed(
    Guid ContractId,
    string ContractNumber,
    string FollowOnNumber);
