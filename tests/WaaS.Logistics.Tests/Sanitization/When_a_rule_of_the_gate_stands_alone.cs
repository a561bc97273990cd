using WaaS.Logistics.Messages;
using WaaS.Logistics.Platform.Web;
using WaaS.Logistics.Sanitization.HoldDevice;
using WaaS.Logistics.Sanitization.Orders;
using Xunit;
using static WaaS.Logistics.Tests.Sanitization.Some;

namespace WaaS.Logistics.Tests.Sanitization;

/// <summary>Rules behind which the database or another rule stands too: each is asked where nothing else would say no in its place.</summary>
public class When_a_rule_of_the_gate_stands_alone
{
    private static readonly Actor Machine = new("station:1", "bench 1");
    private static readonly DestructionFacts Shredded = new("H-5", "shredder 2", "hall 3", new string('a', 64), "does not answer");

    [Fact]
    public void Evidence_that_failed_is_neither_verified_nor_validated()
    {
        var order = OneCarrier("high");
        var failed = order.Report(order.Claim(), Facts("failed", "CARR-A1", "R8"));
        Refused("evidence-state", () => order.Verify(failed, Decision.Yes, Bert, null, Now));
        Refused("evidence-state", () => order.Validate(failed, Decision.Yes, Bert, null, Now));
    }

    [Fact]
    public void Evidence_of_a_withdrawn_order_is_not_validated()
    {
        var order = OneCarrier("high");
        var evidence = order.Report(order.Claim());
        order.Verify(evidence, Decision.Yes, Bert, null, Now);
        order.Withdraw("undone", Now);
        Refused("order-withdrawn", () => order.Validate(evidence, Decision.Yes, Cleo, null, Now));
    }

    [Fact]
    public void A_carrier_is_named_only_while_its_slot_is_open()
    {
        var order = OneCarrier();
        order.Claim();
        Refused("slot-state", () => order.NameCarrier(order.Slots[0], "CARR-A1"));
    }

    [Fact]
    public void Machines_count_no_slots_confirm_no_emptiness_and_destroy_nothing()
    {
        Refused("person-needed", () => Order(null).RecordSlots([new CarrierSlot("A", "CARR-1")], Machine, Now));
        var empty = Order(0);
        var record = empty.SeeNoCarrier(null, Anna, "looked", Now);
        Refused("person-needed", () => empty.ConfirmNoCarrier(record, Decision.Yes, Machine, Now));
        var order = Failed();
        Refused("person-needed", () => order.RecordDestruction(order.Slots[0], Shredded, GateFacts.Nothing, Machine, Now));
        var shredded = order.RecordDestruction(order.Slots[0], Shredded, GateFacts.Nothing, Anna, Now);
        Refused("person-needed", () => order.WitnessDestruction(shredded, GateFacts.Nothing, Machine, Now));
        order.WitnessDestruction(shredded, GateFacts.Nothing, Bert, Now);
        Refused("person-needed", () => order.DecideDestruction(shredded, Decision.Yes, GateFacts.Nothing, Machine, Now));
    }

    [Fact]
    public void Slots_of_a_cleared_device_are_neither_counted_nor_seen_empty()
    {
        var order = OneCarrier().Proven();
        Refused("device-cleared", () => order.RecordSlots([new CarrierSlot("M.2-1", "CARR-A1")], Anna, Now));
        Refused("device-cleared", () => order.SeeNoCarrier(order.Slots[0], Anna, "looked", Now));
    }

    [Fact]
    public void A_slot_is_seen_empty_only_while_it_is_open_and_by_one_record_at_a_time()
    {
        var working = OneCarrier();
        working.Claim();
        Refused("slot-state", () => working.SeeNoCarrier(working.Slots[0], Anna, "looked", Now));
        var order = Order(1);
        order.SeeNoCarrier(order.Slots[0], Anna, "looked", Now);
        Refused("no-carrier-recorded", () => order.SeeNoCarrier(order.Slots[0], Bert, "looked", Now));
    }

    [Fact]
    public void A_record_that_was_decided_is_not_decided_again()
    {
        var order = Order(1);
        var record = order.SeeNoCarrier(order.Slots[0], Anna, "looked", Now);
        order.ConfirmNoCarrier(record, Decision.No, Bert, Now);
        Refused("record-state", () => order.ConfirmNoCarrier(record, Decision.Yes, Bert, Now));
        Assert.Equal(SlotState.Open, order.Slots[0].State);
    }

    [Fact]
    public void A_carrier_at_work_is_not_destroyed_and_none_is_destroyed_twice()
    {
        var working = OneCarrier();
        working.Claim();
        Refused("slot-state", () => working.RecordDestruction(working.Slots[0], Shredded, GateFacts.Nothing, Anna, Now));
        var order = Failed();
        var record = order.RecordDestruction(order.Slots[0], Shredded, GateFacts.Nothing, Anna, Now);
        Refused("destruction-recorded", () => order.RecordDestruction(order.Slots[0], Shredded, GateFacts.Nothing, Bert, Now));
        order.WitnessDestruction(record, GateFacts.Nothing, Bert, Now);
        Refused("record-state", () => order.WitnessDestruction(record, GateFacts.Nothing, Cleo, Now));
    }

    [Fact]
    public void A_destruction_of_a_withdrawn_order_is_not_approved()
    {
        var order = Failed();
        var record = order.RecordDestruction(order.Slots[0], Shredded, GateFacts.Nothing, Anna, Now);
        order.WitnessDestruction(record, GateFacts.Nothing, Bert, Now);
        order.Withdraw("undone", Now);
        Refused("order-withdrawn", () => order.DecideDestruction(record, Decision.Yes, GateFacts.Nothing, Cleo, Now));
    }

    [Fact]
    public void A_job_with_evidence_is_not_taken_back()
    {
        var order = OneCarrier();
        var job = order.Claim();
        order.Report(job);
        order.ReturnJob(job, Now);
        Assert.Equal(JobState.Reported, job.State);
        Refused("job-state", () => job.End(JobState.Expired, Now));
    }

    [Fact]
    public void A_withdrawn_order_learns_no_slot_from_a_repeated_arrival()
    {
        var order = OneCarrier();
        order.Withdraw("undone", Now);
        order.Learn(Arrival(2, slots: [new CarrierSlot("M.2-1", "CARR-A1"), new CarrierSlot("B", "CARR-B")]), Now);
        Assert.Single(order.Slots);
    }

    [Fact]
    public void A_hold_is_lifted_once()
    {
        var hold = new WipeHold(Guid.NewGuid(), HoldKind.Legal, "court", null, Anna, Now);
        hold.Lift("settled", Bert, Now);
        Refused("hold-lifted", () => hold.Lift("again", Cleo, Now));
        Assert.Equal("Bert", hold.LiftedByName);
    }

    private static WipeOrder Failed()
    {
        var order = OneCarrier();
        order.Report(order.Claim(), Facts("failed", "CARR-A1", "R8"));
        return order;
    }

    private static void Refused(string rule, Action work) => Assert.Equal(rule, Assert.Throws<RefusedException>(work).Rule);

    private static void Refused(string rule, Func<object?> work) => Assert.Equal(rule, Assert.Throws<RefusedException>(work).Rule);
}
