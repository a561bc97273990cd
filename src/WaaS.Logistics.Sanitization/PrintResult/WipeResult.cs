using WaaS.Logistics.Sanitization.Orders;

namespace WaaS.Logistics.Sanitization.PrintResult;

/// <summary>What may stand on a label. Whatever is not known for certain is <see cref="None"/>, and nothing is printed.</summary>
internal enum WipeResult
{
    None,
    Cleared,
    Failed,
    DoNotWipe,
}

/// <summary>The word follows from the order as it is on the server, never from what a page or station said.</summary>
internal static class WipeResults
{
    /// <summary>Of the whole device.</summary>
    public static WipeResult Of(WipeOrder order, GateFacts facts) => Before(order, facts) ?? order switch
    {
        { State: OrderState.Cleared, Slots.Count: > 0 } when order.Slots.All(slot => slot.IsProven && slot.RecordNumber is not null && !IsElsewhere(slot, facts)) => WipeResult.Cleared,
        { State: OrderState.Open } when order.Slots.Any(slot => slot.State == SlotState.Failed) => WipeResult.Failed,
        _ => WipeResult.None,
    };

    /// <summary>Of one carrier. Proof by destruction or of an empty slot leaves nothing to stick a label to.</summary>
    public static WipeResult Of(WipeOrder order, WipeSlot slot, GateFacts facts) => Before(order, facts) ?? slot switch
    {
        { State: SlotState.EvidenceAccepted, RecordNumber: not null, CarrierKey: not null } when !IsElsewhere(slot, facts) => WipeResult.Cleared,
        { State: SlotState.Failed } => WipeResult.Failed,
        _ => WipeResult.None,
    };

    // What speaks against wiping goes first, whatever has been done already.
    private static WipeResult? Before(WipeOrder order, GateFacts facts) =>
        order.State == OrderState.Withdrawn || facts.HasNewerCycle ? WipeResult.None
        : facts.Holds.Count > 0 || !order.OwnerIsSettled ? WipeResult.DoNotWipe
        : null;

    private static bool IsElsewhere(WipeSlot slot, GateFacts facts) => slot.CarrierKey is { } key && facts.CarriersElsewhere.Contains(key);
}
