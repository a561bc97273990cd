using WaaS.Logistics.Messages;
using WaaS.Logistics.Messages.Sanitization;
using WaaS.Logistics.Sanitization.Orders;
using Xunit;

namespace WaaS.Logistics.Tests.Sanitization;

public class When_a_device_asks_to_be_cleared
{
    private static readonly CarrierSlot One = new("M.2-1", "CARR-A1"), Two = new("M.2-2", "CARR-B2");

    [Fact]
    public void Every_slot_with_its_record_clears_it_and_says_so_once()
    {
        var order = Some.Order(2, slots: [One, Two]).Proven();
        Assert.Equal((OrderState.Cleared, 1), (order.State, order.Revision));
        var cleared = Assert.Single(order.TakeEvents().OfType<DeviceCleared>());
        Assert.Equal(["M.2-1", "M.2-2"], cleared.Clearance.Slots.Select(slot => slot.Slot));
        Assert.False(order.TryClear(GateFacts.Nothing, Some.Now));
        Assert.Empty(order.TakeEvents());
    }

    [Fact]
    public void No_slots_never_clear() => Blocked(Some.Order(0), "no-slots");

    [Fact]
    public void An_unknown_number_of_slots_never_clears() => Blocked(Some.Order(null, slots: [One]).Proven(), "slots-unknown");

    [Fact]
    public void An_unsettled_owner_never_clears() => Blocked(Some.Order(1, customer: " "), "owner-unsettled");

    [Fact]
    public void One_open_slot_of_two_blocks()
    {
        var order = Some.Order(2, slots: [One, Two]);
        order.Accept(order.Report(order.Claim(order.Slots[0])), RecordNumber.New("C"), "hash");
        Blocked(order, "slot-open");
    }

    [Fact]
    public void An_expected_slot_that_nobody_saw_is_a_slot()
    {
        var order = Some.Order(2, slots: [One]);
        Assert.Equal(["M.2-1", "expected-2"], order.Slots.Select(slot => slot.Name));
        order.Accept(order.Report(order.Claim(order.Slots[0])), RecordNumber.New("C"), "hash");
        Blocked(order, "carrier-unknown");
    }

    [Fact]
    public void More_carriers_seen_than_expected_are_all_slots() => Assert.Equal(2, Some.Order(1, slots: [One, Two]).Slots.Count);

    [Fact]
    public void A_carrier_that_evidence_names_and_nobody_knew_is_a_slot_of_its_own()
    {
        var order = Some.OneCarrier();
        order.Report(order.Claim(), Some.Facts(carrier: "STRANGER-9", rules: ["R6"]));
        Assert.Contains(order.Slots, slot => slot is { Source: SlotSource.NamedByEvidence, CarrierSerial: "STRANGER-9", State: SlotState.Open });
        Blocked(order, "slot-open");
    }

    [Fact]
    public void A_failed_slot_blocks_and_names_the_rule()
    {
        var order = Some.OneCarrier();
        order.Report(order.Claim(), Some.Facts("failed", "CARR-A1", "R8", "R9"));
        Assert.Equal("R8,R9", Assert.Single(order.Blockers(GateFacts.Nothing), blocker => blocker.Rule == "slot-failed").Detail);
        Assert.Equal(["R8", "R9"], Assert.Single(order.TakeEvents().OfType<WipeFailed>()).Rules);
    }

    [Fact]
    public void A_slot_at_work_or_under_review_blocks()
    {
        var order = Some.OneCarrier("high");
        var job = order.Claim();
        Blocked(order, "slot-working");
        order.Report(job);
        Blocked(order, "slot-under-review");
    }

    [Fact]
    public void A_hold_blocks()
    {
        var order = Some.OneCarrier();
        order.Accept(order.Report(order.Claim()), RecordNumber.New("C"), "hash");
        var held = new GateFacts(["Legal: court"], []);
        Assert.False(order.TryClear(held, Some.Now));
        Assert.Contains(order.Blockers(held), blocker => blocker.Rule == "hold");
        Assert.True(order.TryClear(GateFacts.Nothing, Some.Now));
    }

    [Fact]
    public void A_carrier_that_another_open_device_claims_blocks()
    {
        var order = Some.OneCarrier();
        order.Accept(order.Report(order.Claim()), RecordNumber.New("C"), "hash");
        Assert.False(order.TryClear(new GateFacts([], ["CARR-A1"]), Some.Now));
        Assert.True(order.TryClear(GateFacts.Nothing, Some.Now));
    }

    private static void Blocked(WipeOrder order, string rule)
    {
        Assert.False(order.TryClear(GateFacts.Nothing, Some.Now));
        Assert.Equal((OrderState.Open, 0), (order.State, order.Revision));
        Assert.Contains(order.Blockers(GateFacts.Nothing), blocker => blocker.Rule == rule);
        Assert.Empty(order.TakeEvents().OfType<DeviceCleared>());
    }
}
