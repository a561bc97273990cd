using WaaS.Logistics.Messages;
using WaaS.Logistics.Messages.Sanitization;
using WaaS.Logistics.Sanitization.Orders;
using Xunit;
using static WaaS.Logistics.Tests.Sanitization.Some;

namespace WaaS.Logistics.Tests.Sanitization;

public class When_carriers_are_seen
{
    [Fact]
    public void A_carrier_seen_is_the_expected_one()
    {
        var order = Seen(Order(1), 1, Carrier("M.2-1", "CARR-A1"));
        Assert.Equal("M.2-1 CARR-A1", All(order));
        Assert.Equal(OrderState.Cleared, order.Proven().State);
    }

    [Fact]
    public void Fewer_than_expected_leave_a_slot_that_blocks()
    {
        var order = Seen(Order(2), 1, Carrier("M.2-1", "CARR-A1"));
        Assert.Equal("M.2-1 CARR-A1, expected-2", All(order));
        order.Accept(order.Report(order.Claim()), RecordNumber.New("C"), "hash");
        Blocked(order, "carrier-unknown");
    }

    [Fact]
    public void More_than_expected_block_nothing_and_need_proof()
    {
        var order = Seen(Order(1), 1, Carrier("M.2-1", "CARR-A1"), Carrier("SD", "CARD-7"));
        Assert.Equal(2, order.Slots.Count);
        order.Accept(order.Report(order.Claim(order.Slots[0])), RecordNumber.New("C"), "hash");
        Blocked(order, "slot-open");
        order.Accept(order.Report(order.Claim(order.Slots[1])), RecordNumber.New("C"), "hash");
        Assert.True(order.TryClear(GateFacts.Nothing, Now));
    }

    [Fact]
    public void A_slot_seen_empty_needs_the_record_of_two_people()
    {
        var order = Seen(Order(1), 1, Carrier("M.2-1", "CARR-A1"), Empty("M.2-2"));
        order.Accept(order.Report(order.Claim(order.Slots[0])), RecordNumber.New("C"), "hash");
        Blocked(order, "slot-seen-empty");
        order.ConfirmNoCarrier(order.SeeNoCarrier(order.Slots[1], Anna, "looked", Now), Decision.Yes, Bert, Now);
        Assert.True(order.TryClear(GateFacts.Nothing, Now));
    }

    [Fact]
    public void An_empty_slot_does_not_stand_for_an_expected_carrier() =>
        Assert.Equal("expected-1, M.2-1 (empty)", All(Seen(Order(1), 1, Empty("M.2-1"))));

    [Fact]
    public void A_carrier_whose_label_nobody_could_read_blocks()
    {
        var order = Seen(Order(1), 1, Carrier("M.2-1", null));
        Assert.Equal("M.2-1", All(order));
        Blocked(order, "carrier-unknown");
    }

    [Fact]
    public void A_count_nobody_could_see_blocks_until_two_people_counted_or_somebody_saw_it_after_all()
    {
        var order = Order(1);
        order.See(1, countUnknown: true, [Carrier("M.2-1", "CARR-A1")], Now);
        order.Proven();
        Blocked(order, "slots-unknown");
        order.See(2, countUnknown: false, [Carrier("M.2-1", "CARR-A1")], Now);
        Assert.True(order.TryClear(GateFacts.Nothing, Now));
    }

    [Fact]
    public void A_look_of_one_person_settles_no_unknown_number() =>
        Blocked(Seen(Order(null), 1, Carrier("M.2-1", "CARR-A1")).Proven(), "slots-unknown");

    [Fact]
    public void A_look_does_not_end_the_doubt_that_a_broken_seal_left()
    {
        var order = Seen(Order(1), 1, Carrier("M.2-1", "CARR-A1")).Proven();
        order.DoubtEverything(ReopeningCause.SealBroken, "seal", Now);
        order.See(2, countUnknown: false, [Carrier("M.2-1", "CARR-A1")], Now);
        Assert.Equal(SlotCount.Unknown, order.SlotCount);
    }

    [Fact]
    public void A_newer_look_replaces_an_older_one_where_nothing_has_happened_yet()
    {
        var order = Seen(Order(1), 1, Carrier("1", "WRONG-1"), Carrier("2", "CARR-B2"));
        Seen(order, 2, Carrier("1", "CARR-A1"));
        Assert.Equal("1 CARR-A1", All(order));
    }

    [Fact]
    public void An_expected_carrier_is_expected_again_when_a_newer_look_does_not_know_it() =>
        Assert.Equal("1 CARR-A1, expected-2", All(Seen(Seen(Order(2), 1, Carrier("1", "CARR-A1"), Carrier("2", "CARR-B2")), 2, Carrier("1", "CARR-A1"))));

    [Fact]
    public void What_a_tool_or_a_person_has_named_stays_whatever_a_newer_look_says()
    {
        var order = Seen(Order(1), 1, Carrier("1", "CARR-A1"), Carrier("2", "CARR-B2"), Empty("3"), Carrier("4", null));
        order.Claim(order.Slots[0]);
        order.RecordDestruction(order.Slots[1], new DestructionFacts("H-4", "m", "p", "hash", "dead"), GateFacts.Nothing, Anna, Now);
        order.SeeNoCarrier(order.Slots[2], Anna, "looked", Now);
        order.NameCarrier(order.Slots[3], "CARR-D4");
        Seen(order, 2);
        Assert.Equal("1 CARR-A1, 2 CARR-B2, 3 (empty), 4 CARR-D4", All(order));
        Seen(order, 3, Carrier("1", "CARR-X9"));
        Assert.Equal("1 CARR-A1, 2 CARR-B2, 3 (empty), 4 CARR-D4, 1/2 CARR-X9", All(order));
    }

    [Fact]
    public void An_older_look_that_comes_later_changes_nothing()
    {
        var order = Seen(Order(1), 3, Carrier("1", "CARR-A1"));
        Seen(order, 2, Carrier("1", "WRONG-1"), Carrier("2", "CARR-B2"));
        Assert.Equal("1 CARR-A1", All(order));
    }

    [Fact]
    public void A_new_carrier_after_clearing_reopens_the_device_with_a_higher_revision()
    {
        var order = Cleared();
        Seen(order, 2, Carrier("M.2-1", "CARR-A1"), Carrier("SD", "CARD-7"));
        Reopened(order, "SD CARD-7");
    }

    [Fact]
    public void A_new_empty_slot_after_clearing_reopens_it_too() => Reopened(Seen(Cleared(), 2, Carrier("M.2-1", "CARR-A1"), Empty("M.2-2")), "M.2-2 (empty)");

    [Fact]
    public void Another_carrier_in_a_proven_slot_reopens_it() => Reopened(Seen(Cleared(), 2, Carrier("M.2-1", "CARR-X9")), "M.2-1/2 CARR-X9");

    [Fact]
    public void A_count_nobody_could_see_reopens_it()
    {
        var order = Cleared();
        order.See(2, countUnknown: true, [Carrier("M.2-1", "CARR-A1")], Now);
        Assert.Equal((OrderState.Open, 2), (order.State, order.Revision));
        Blocked(order, "slots-unknown", 2);
    }

    [Fact]
    public void The_same_carrier_after_clearing_changes_nothing()
    {
        var order = Seen(Cleared(), 2, Carrier("m.2-1", "carr-a1"));
        Assert.Equal((OrderState.Cleared, 1), (order.State, order.Revision));
    }

    [Fact]
    public void A_carrier_in_a_slot_recorded_as_empty_opens_that_slot()
    {
        var order = Seen(Order(0), 1, Empty("M.2-1"));
        order.ConfirmNoCarrier(order.SeeNoCarrier(order.Slots[0], Anna, "looked", Now), Decision.Yes, Bert, Now);
        Assert.True(order.TryClear(GateFacts.Nothing, Now));
        order.TakeEvents();
        Reopened(Seen(order, 2, Carrier("M.2-1", "CARR-A1")), "M.2-1 CARR-A1");
    }

    private static WipeOrder Cleared()
    {
        var order = Seen(Order(1), 1, Carrier("M.2-1", "CARR-A1")).Proven();
        Assert.Equal(OrderState.Cleared, order.State);
        order.TakeEvents();
        return order;
    }

    private static void Reopened(WipeOrder order, string open)
    {
        Assert.Equal((OrderState.Open, 2), (order.State, order.Revision));
        Assert.Equal(2, Assert.Single(order.TakeEvents().OfType<DeviceReopened>()).Revision);
        Assert.Equal(open, Say(Assert.Single(order.Slots, slot => !slot.IsProven)));
        Assert.False(order.TryClear(GateFacts.Nothing, Now));
    }

    private static WipeOrder Seen(WipeOrder order, int revision, params IReadOnlyList<SeenSlot> slots)
    {
        order.See(revision, false, slots, Now);
        return order;
    }

    private static SeenSlot Carrier(string slot, string? serial) => new(slot, "carrier", serial);

    private static SeenSlot Empty(string slot) => new(slot, "empty", null);

    private static string All(WipeOrder order) => string.Join(", ", order.Slots.Select(Say));

    private static string Say(WipeSlot slot) => slot.Name + (slot.CarrierSerial is { } serial ? $" {serial}" : slot.SeenEmpty ? " (empty)" : "");

    private static void Blocked(WipeOrder order, string rule, int revision = 0)
    {
        Assert.False(order.TryClear(GateFacts.Nothing, Now));
        Assert.Equal(revision, order.Revision);
        Assert.Contains(order.Blockers(GateFacts.Nothing), blocker => blocker.Rule == rule);
    }
}
