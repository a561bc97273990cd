using WaaS.Logistics.Platform.Web;
using WaaS.Logistics.Sanitization.Orders;
using WaaS.Logistics.Sanitization.Resources;
using WaaS.Logistics.Sanitization.ShowOrders;
using WaaS.Logistics.Sayings;

namespace WaaS.Logistics.Sanitization.Pages;

/// <summary>The one large answer about a device at the bench. What speaks against wiping goes first; green is a cleared device and nothing else.</summary>
internal static class Headline
{
    public static ScanAnswer Of(Texts t, OrderView order)
    {
        var (tone, word, next) = Answer(t, order);
        return new ScanAnswer(tone, word, Subject(order.Order), next);
    }

    public static string Subject(OrderLine order) => $"{order.Manufacturer} {order.Model} · {order.Serial}";

    private static (Tone, string, string) Answer(Texts t, OrderView order)
    {
        if (order.Order.State == nameof(OrderState.Cleared))
            return (Tone.Ok, t["Headline_Cleared"], t.Count("Headline_ClearedNext", order.Slots.Count));
        if (order.Order.State == nameof(OrderState.Withdrawn))
            return (Tone.Stop, t["Headline_Withdrawn"], t["Headline_WithdrawnNext", Saying.InWords(order.Order.WithdrawnReason)]);
        if (Has(order, "newer-cycle") is not null)
            return (Tone.Stop, t["Headline_NewerCycle"], t["Blocker_NewerCycle"]);
        if (order.Holds.FirstOrDefault(hold => hold.InForce) is { } held)
            return (Tone.Stop, t["Headline_Held"], t.Hold(held));
        if (Has(order, "owner-unsettled") is not null)
            return (Tone.Stop, t["Headline_Held"], t["Blocker_OwnerUnsettled"]);
        if (Has(order, "carrier-twice") is { } twice)
            return (Tone.Stop, t["Headline_Held"], t["Blocker_CarrierTwice", twice.Detail]);
        if (Has(order, "slot-failed") is { } failed)
            return (Tone.Stop, t["Headline_Failed"], t["Headline_InSlot", Saying.Slot(failed.Slot), Saying.Faults(failed.Detail)]);
        if (Has(order, "slot-working") is { } working)
            return (Tone.Again, t["Headline_Running"], t["Headline_InSlot", Saying.Slot(working.Slot), t["Blocker_Running"]]);
        if (Has(order, "carrier-unknown") is { } unread)
            return (Tone.Look, t["Headline_Incomplete"], t["Headline_InSlot", Saying.Slot(unread.Slot), t["Missing_CarrierSerial"]]);
        if (Has(order, "slot-open") is { } open)
            return (Tone.Again, t["Headline_Ready"], t["Headline_InSlot", Saying.Slot(open.Slot), t["Missing_Wipe"]]);
        if (Has(order, "slot-seen-empty") is { } bare)
            return (Tone.Look, t["Headline_Incomplete"], t["Headline_InSlot", Saying.Slot(bare.Slot), t["Missing_EmptyRecord"]]);
        if (Has(order, "slot-under-review") is { } review)
            return (Tone.Look, t["Headline_Review"], t["Headline_InSlot", Saying.Slot(review.Slot), t["Missing_Decision"]]);
        return (Tone.Look, t["Headline_Incomplete"], Has(order, "no-slots") is null ? t["Missing_Account"] : t["Missing_NoCarrierRecord"]);
    }

    private static BlockerView? Has(OrderView order, string rule) => order.Order.Blockers.FirstOrDefault(blocker => blocker.Rule == rule);
}
