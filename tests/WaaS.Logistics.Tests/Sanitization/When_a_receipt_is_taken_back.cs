using WaaS.Logistics.Messages;
using WaaS.Logistics.Messages.Sanitization;
using WaaS.Logistics.Platform.Web;
using WaaS.Logistics.Sanitization.Orders;
using Xunit;
using static WaaS.Logistics.Tests.Sanitization.Some;

namespace WaaS.Logistics.Tests.Sanitization;

public class When_a_receipt_is_taken_back
{
    [Fact]
    public void No_job_is_given()
    {
        var order = Withdrawn(OneCarrier());
        Refused(() => order.Claim());
        Assert.Empty(order.Jobs);
    }

    [Fact]
    public void A_job_that_has_not_written_is_told_why_it_may_not()
    {
        var order = OneCarrier();
        var job = order.Claim();
        Assert.Null(order.MayWrite(job, GateFacts.Nothing, Now));
        Withdrawn(order);
        Assert.Contains("was taken back (taken back)", order.MayWrite(job, GateFacts.Nothing, Now)!.InWords());
        Assert.Equal((JobState.Withdrawn, SlotState.Open), (job.State, order.Slots[0].State));
    }

    [Fact]
    public void A_job_that_has_written_is_told_why_to_stop_and_its_evidence_is_kept_and_proves_nothing()
    {
        var order = OneCarrier();
        var job = order.Claim();
        order.MayWrite(job, GateFacts.Nothing, Now);
        order.NoteFirstWrite(job, Now);
        Withdrawn(order);
        Assert.Equal((JobState.Active, SlotState.Wiping), (job.State, order.Slots[0].State));
        Assert.Contains("was taken back (taken back)", order.WhyStop(job)!.InWords());
        var evidence = order.Report(job);
        Assert.Equal((EvidenceState.Refused, "WITHDRAWN"), (evidence.State, evidence.Rules));
        Assert.Equal((SlotState.Failed, JobState.Reported), (order.Slots[0].State, job.State));
        Assert.Empty(order.TakeEvents());
        NeverClears(order);
    }

    [Fact]
    public void Evidence_that_waits_for_a_decision_is_never_decided_on()
    {
        var order = OneCarrier("high");
        var evidence = order.Report(order.Claim());
        Withdrawn(order);
        Refused(() => order.Verify(evidence, Decision.Yes, Bert, null, Now));
        NeverClears(order);
    }

    [Fact]
    public void A_cleared_device_is_open_again_before_it_is_withdrawn()
    {
        var order = OneCarrier().Proven();
        order.TakeEvents();
        Withdrawn(order);
        Assert.Equal((2, null), (order.Revision, order.Clearance));
        Assert.Equal(2, Assert.Single(order.TakeEvents().OfType<DeviceReopened>()).Revision);
        NeverClears(order);
    }

    [Fact]
    public void Nobody_records_anything_for_it()
    {
        var order = Order(2, slots: [new CarrierSlot("A", "CARR-A1"), new CarrierSlot("B", null)]);
        var (carrier, unread) = (order.Slots[0], order.Slots[1]);
        var empty = order.SeeNoCarrier(unread, Anna, "looked", Now);
        var destroyed = order.RecordDestruction(carrier, new DestructionFacts("H-4", "m", "p", "hash", "dead"), GateFacts.Nothing, Anna, Now);
        Withdrawn(order);
        Refused(() => order.ConfirmNoCarrier(empty, Decision.Yes, Bert, Now));
        Refused(() => order.SeeNoCarrier(unread, Anna, "looked", Now));
        Refused(() => order.WitnessDestruction(destroyed, GateFacts.Nothing, Bert, Now));
        Refused(() => order.RecordDestruction(carrier, new DestructionFacts("H-4", "m", "p", "hash", "dead"), GateFacts.Nothing, Anna, Now));
        Refused(() => order.RecordSlots([new CarrierSlot("A", "CARR-A1")], Anna, Now));
        Refused(() => order.NameCarrier(unread, "CARR-B2"));
        Refused(() => order.AllowAnotherWipe(carrier));
    }

    [Fact]
    public void It_blocks_by_that_alone()
    {
        var blocker = Assert.Single(Withdrawn(Order(null)).Blockers(new GateFacts(["Legal: court"], [])));
        Assert.Equal(("receipt-withdrawn", "undone"), (blocker.Rule, blocker.Detail));
    }

    [Fact]
    public void Taken_back_twice_is_taken_back_once()
    {
        var order = Withdrawn(OneCarrier());
        order.Withdraw("damaged", Now.AddHours(1));
        Assert.Equal(("undone", Now), (order.WithdrawnReason, order.WithdrawnAt));
    }

    [Fact]
    public void An_order_of_an_older_cycle_gives_no_job_and_never_clears()
    {
        var newer = new GateFacts([], [], HasNewerCycle: true);
        var order = OneCarrier();
        Assert.Equal("newer-cycle", Assert.Throws<RefusedException>(() => order.Claim(facts: newer)).Rule);
        var job = order.Claim();
        Assert.Equal(StopCause.NewerCycle, order.MayWrite(job, newer, Now)!.Cause);
        order.Accept(order.Report(job), RecordNumber.New("C"), "hash");
        Assert.False(order.TryClear(newer, Now));
    }

    private static WipeOrder Withdrawn(WipeOrder order)
    {
        order.Withdraw("undone", Now);
        Assert.Equal(OrderState.Withdrawn, order.State);
        return order;
    }

    private static void NeverClears(WipeOrder order)
    {
        Assert.False(order.TryClear(GateFacts.Nothing, Now));
        Assert.Empty(order.TakeEvents().OfType<DeviceCleared>());
    }

    private static void Refused(Action action) => Assert.Equal("order-withdrawn", Assert.Throws<RefusedException>(action).Rule);
}
