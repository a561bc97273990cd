using WaaS.Logistics.Sanitization.ShowOrders;

namespace WaaS.Logistics.Sanitization.Pages;

public enum ActKind
{
    Carrier,
    Slots,
    Empty,
    Again,
    Destruction,
    Hold,
    Lift,
}

/// <summary>One thing to do with an order, on a page of its own.</summary>
/// <param name="Levels">For a destruction: what the policy lets count.</param>
public sealed record ActView(ActKind Kind, string Action, string Back, OrderLine Order, SlotView? Slot = null, HoldView? Hold = null)
{
    public IReadOnlyList<string> Levels { get; init; } = [];
}

public sealed record ActForm
{
    public Guid OpId { get; init; }
    public string? CarrierSerial { get; init; }
    public string? Slots { get; init; }
    public string? Note { get; init; }
    public string? Reason { get; init; }
    public string? Kind { get; init; }
    public string? EndsOn { get; init; }
    public string? Level { get; init; }
    public string? Machine { get; init; }
    public string? Place { get; init; }
    public IFormFile? Proof { get; init; }
}

public sealed record DecisionForm
{
    public Guid OpId { get; init; }
    public string? Decision { get; init; }
    public string? Note { get; init; }
}

public sealed record PlainForm
{
    public Guid OpId { get; init; }
}
