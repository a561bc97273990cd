namespace WaaS.Logistics.Returns.Fleet;

/// <summary>The latest end a contract has been extended to.</summary>
internal sealed class ContractExtension
{
    public required Guid ContractId { get; init; }
    public required DateOnly NewEnd { get; set; }
}
