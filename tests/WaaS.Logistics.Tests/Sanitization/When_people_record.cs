using WaaS.Logistics.Messages;
using WaaS.Logistics.Messages.Sanitization;
using WaaS.Logistics.Platform.Web;
using WaaS.Logistics.Sanitization.Orders;
using Xunit;
using static WaaS.Logistics.Tests.Sanitization.Some;

namespace WaaS.Logistics.Tests.Sanitization;

public class When_people_record
{
    private static readonly DestructionFacts Shredded = new("H-5", "shredder 2", "hall 3", new string('a', 64), "does not answer");

    [Fact]
    public void No_carrier_needs_a_second_person()
    {
        var order = Order(0);
        var record = order.SeeNoCarrier(null, Anna, "looked", Now);
        Refused("same-person", () => order.ConfirmNoCarrier(record, Decision.Yes, Anna, Now));
        Assert.False(order.TryClear(GateFacts.Nothing, Now));
        order.ConfirmNoCarrier(record, Decision.Yes, Bert, Now);
        Assert.True(order.TryClear(GateFacts.Nothing, Now));
        Assert.Equal("no-carrier", Assert.Single(order.TakeEvents().OfType<DeviceCleared>()).Clearance.Slots[0].RecordKind);
    }

    [Fact]
    public void A_second_person_who_sees_one_leaves_the_slot_open()
    {
        var order = Order(1);
        order.ConfirmNoCarrier(order.SeeNoCarrier(order.Slots[0], Anna, "looked", Now), Decision.No, Bert, Now);
        Assert.Equal(SlotState.Open, order.Slots[0].State);
    }

    [Fact]
    public void A_device_with_known_slots_has_no_carrier_slot_by_slot() => Refused("slot-needed", () => OneCarrier().SeeNoCarrier(null, Anna, "looked", Now));

    [Fact]
    public void Two_accounts_of_the_slots_must_be_equal()
    {
        var order = Order(null);
        Assert.False(order.RecordSlots([new CarrierSlot("A", "CARR-1")], Anna, Now));
        Assert.False(order.RecordSlots([new CarrierSlot("A", "CARR-1"), new CarrierSlot("B", null)], Bert, Now));
        Assert.Equal(SlotCount.Unknown, order.SlotCount);
        Assert.True(order.RecordSlots([new CarrierSlot("B", null), new CarrierSlot("A", "CARR-1")], Cleo, Now));
        Assert.Equal((SlotCount.ByTwoPersons, 2), (order.SlotCount, order.Slots.Count));
    }

    [Fact]
    public void The_same_person_twice_is_one_person()
    {
        var order = Order(null);
        Assert.False(order.RecordSlots([new CarrierSlot("A", "CARR-1")], Anna, Now));
        Assert.False(order.RecordSlots([new CarrierSlot("A", "CARR-1")], Anna, Now));
        Assert.Equal(SlotCount.Unknown, order.SlotCount);
    }

    [Fact]
    public void An_account_takes_no_slot_away()
    {
        var order = OneCarrier();
        order.RecordSlots([new CarrierSlot("B", "CARR-2")], Anna, Now);
        order.RecordSlots([new CarrierSlot("B", "CARR-2")], Bert, Now);
        Assert.Equal(["CARR-A1", "CARR-2"], order.Slots.Select(slot => slot.CarrierSerial));
    }

    [Fact]
    public void A_known_carrier_is_not_renamed_by_one_person()
    {
        var order = OneCarrier();
        Refused("other-carrier", () => order.NameCarrier(order.Slots[0], "CARR-OTHER"));
    }

    [Fact]
    public void A_destruction_has_operator_witness_and_approver_three_people()
    {
        var order = Failed();
        var record = order.RecordDestruction(order.Slots[0], Shredded, GateFacts.Nothing, Anna, Now);
        Refused("record-state", () => order.DecideDestruction(record, Decision.Yes, GateFacts.Nothing, Cleo, Now));
        Refused("same-person", () => order.WitnessDestruction(record, GateFacts.Nothing, Anna, Now));
        order.WitnessDestruction(record, GateFacts.Nothing, Bert, Now);
        Refused("same-person", () => order.DecideDestruction(record, Decision.Yes, GateFacts.Nothing, Anna, Now));
        Refused("same-person", () => order.DecideDestruction(record, Decision.Yes, GateFacts.Nothing, Bert, Now));
        Assert.False(order.TryClear(GateFacts.Nothing, Now));
        order.DecideDestruction(record, Decision.Yes, GateFacts.Nothing, Cleo, Now);
        Assert.Single(order.TakeEvents().OfType<CarrierDestroyed>());
        Assert.True(order.TryClear(GateFacts.Nothing, Now));
    }

    [Fact]
    public void A_destruction_that_is_not_approved_leaves_the_slot_failed()
    {
        var order = Failed();
        var record = order.RecordDestruction(order.Slots[0], Shredded, GateFacts.Nothing, Anna, Now);
        order.WitnessDestruction(record, GateFacts.Nothing, Bert, Now);
        order.DecideDestruction(record, Decision.No, GateFacts.Nothing, Cleo, Now);
        Assert.Equal(SlotState.Failed, order.Slots[0].State);
    }

    [Fact]
    public void A_hold_stops_a_destruction_at_each_of_its_steps_but_not_its_rejection()
    {
        var held = new GateFacts(["Legal: court order"], []);
        var order = Failed();
        Refused("hold-destruction", () => order.RecordDestruction(order.Slots[0], Shredded, held, Anna, Now));
        var record = order.RecordDestruction(order.Slots[0], Shredded, GateFacts.Nothing, Anna, Now);
        var refused = Assert.Throws<RefusedException>(() => order.WitnessDestruction(record, held, Bert, Now));
        Assert.Equal("hold-destruction", refused.Rule);
        Assert.Contains("Legal: court order", refused.Message);
        Assert.Equal(RecordState.First, record.State);
        order.WitnessDestruction(record, GateFacts.Nothing, Bert, Now);
        Refused("hold-destruction", () => order.DecideDestruction(record, Decision.Yes, held, Cleo, Now));
        Assert.Equal((RecordState.Witnessed, SlotState.Failed), (record.State, order.Slots[0].State));
        order.DecideDestruction(record, Decision.No, held, Cleo, Now);
        Assert.Equal(RecordState.Rejected, record.State);
    }

    [Fact]
    public void A_carrier_nobody_can_name_is_not_destroyed_on_paper() => Refused("carrier-unknown", () => Order(1) is var order ? order.RecordDestruction(order.Slots[0], Shredded, GateFacts.Nothing, Anna, Now) : null);

    [Fact]
    public void Machines_record_nothing() => Refused("person-needed", () => Order(0).SeeNoCarrier(null, new Actor("system", "system"), "x", Now));

    private static WipeOrder Failed()
    {
        var order = OneCarrier();
        order.Report(order.Claim(), Facts("failed", "CARR-A1", "R8"));
        return order;
    }

    private static void Refused(string rule, Action work) => Assert.Equal(rule, Assert.Throws<RefusedException>(work).Rule);

    private static void Refused(string rule, Func<object?> work) => Assert.Equal(rule, Assert.Throws<RefusedException>(work).Rule);
}
