using WaaS.Logistics.Platform.Web;
using WaaS.Logistics.Sanitization.Resources;
using WaaS.Logistics.Sanitization.ShowBench;
using WaaS.Logistics.Sanitization.ShowOrders;
using WaaS.Logistics.Sayings;

namespace WaaS.Logistics.Sanitization.Pages;

/// <summary>What an order's waiting belongs to on the bench.</summary>
internal enum WaitGroup
{
    Failed,
    Held,
    Review,
    Blocked,
    Ready,
    Running,
}

/// <summary>Says of everything that keeps a device here: the rule, what is missing, who can do it, since when.</summary>
internal static class Waiting
{
    public static IEnumerable<(WaitGroup Group, BlockedThing Thing)> Of(Texts t, BenchOrder waiting)
    {
        var order = waiting.Order;
        foreach (var hold in waiting.Holds)
            yield return (WaitGroup.Held, Thing(order, null, t.Hold(hold), t["Missing_HoldEnds"], t["Who_LiftsHold"], hold.PlacedAt));
        foreach (var review in waiting.Reviews)
            yield return (WaitGroup.Review, Thing(order, Saying.Slot(review.Slot), review.Verified ? t["Blocker_NotValidated"] : t["Blocker_NotVerified"],
                review.Verified ? t["Missing_Validation"] : t["Missing_Verification"], Decider(t, review), review.Since) with { Link = $"/wipe/evidence/{review.EvidenceId}" });
        foreach (var blocker in order.Blockers.Where(blocker => blocker.Rule is not ("hold" or "slot-under-review")))
            yield return Blocked(t, waiting, blocker);
    }

    private static (WaitGroup, BlockedThing) Blocked(Texts t, BenchOrder waiting, BlockerView blocker)
    {
        var (order, slot) = (waiting.Order, blocker.Slot is null ? null : Saying.Slot(blocker.Slot));
        var stopped = waiting.Holds.Count > 0 || order.Blockers.Any(other => other.Rule == "owner-unsettled" || other.Rule == "carrier-twice" && other.Slot == blocker.Slot);
        return blocker.Rule switch
        {
            "owner-unsettled" => (WaitGroup.Blocked, Thing(order, slot, t["Blocker_OwnerUnsettled"], t["Missing_Owner"], t["Who_Office"], order.WaitingSince)),
            "slots-unknown" => (WaitGroup.Blocked, Thing(order, slot, t["Blocker_SlotsUnknown"], t["Missing_Account"], t["Who_TwoPersons"], order.WaitingSince)),
            "no-slots" => (WaitGroup.Blocked, Thing(order, slot, t["Blocker_NoSlots"], t["Missing_NoCarrierRecord"], t["Who_TwoPersons"], order.WaitingSince)),
            "newer-cycle" => (WaitGroup.Blocked, Thing(order, slot, t["Blocker_NewerCycle"], t["Missing_Look"], t["Who_Supervisor"], order.WaitingSince)),
            "slot-seen-empty" => (WaitGroup.Blocked, Thing(order, slot, t["Blocker_SlotSeenEmpty"], t["Missing_EmptyRecord"], t["Who_TwoPersons"], order.WaitingSince)),
            "carrier-unknown" => (WaitGroup.Blocked, Thing(order, slot, t["Blocker_CarrierUnknown"], t["Missing_CarrierSerial"], t["Who_Operator"], order.WaitingSince)),
            "carrier-twice" => (WaitGroup.Blocked, Thing(order, slot, t["Blocker_CarrierTwice", blocker.Detail], t["Missing_LookAtBoth"], t["Who_TwoPersons"], order.WaitingSince)),
            "slot-failed" => (WaitGroup.Failed, Thing(order, slot, Saying.Faults(blocker.Detail), t["Missing_AfterFailure"], t["Who_AfterFailure"], order.WaitingSince)),
            "slot-working" => (WaitGroup.Running, Thing(order, slot, t["Blocker_Running"], t["Missing_Evidence"], t["Who_Station"], order.WaitingSince)),
            "slot-open" => (stopped ? WaitGroup.Blocked : WaitGroup.Ready,
                Thing(order, slot, t["Blocker_NotWiped"], stopped ? t["Missing_OthersFirst"] : t["Missing_Wipe"], stopped ? t["Who_Supervisor"] : t["Who_Operator"], order.WaitingSince)),
            _ => (WaitGroup.Blocked, Thing(order, slot, t["Rule_Unknown", blocker.Rule], t["Missing_Look"], t["Who_Supervisor"], order.WaitingSince)),
        };
    }

    private static string Decider(Texts t, OpenReview review) => (review.Verified, review.Separation) switch
    {
        (false, "None") => t["Who_Verifier"],
        (false, _) => t["Who_VerifierNot", review.Operator ?? t["Nobody"]],
        (true, "SixEyes") => t["Who_ReleaserNeither", review.Operator ?? t["Nobody"], review.Verifier ?? t["Nobody"]],
        (true, "FourEyes") => t["Who_ReleaserNot", review.Operator ?? t["Nobody"]],
        _ => t["Who_Releaser"],
    };

    private static BlockedThing Thing(OrderLine order, string? slot, string rule, string missing, string who, DateTime since) =>
        new(slot is null ? $"{order.Model} {order.Serial}" : $"{order.Model} {order.Serial} · {slot}", $"/wipe/orders/{order.Id}", rule, missing, who, since);
}
