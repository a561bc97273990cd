using WaaS.Logistics.Messages.Sanitization;
using WaaS.Logistics.Sanitization.Orders;
using Xunit;
using static WaaS.Logistics.Tests.Sanitization.Some;

namespace WaaS.Logistics.Tests.Sanitization;

public class When_evidence_comes_late_or_twice
{
    [Fact]
    public void After_the_lease_it_is_judged_and_counts()
    {
        var order = OneCarrier();
        var job = order.Claim();
        order.ReturnJob(job, Now);
        Assert.Equal(EvidenceState.UnderReview, order.Report(job).State);
        Assert.Equal(SlotState.UnderReview, order.Slots[0].State);
    }

    [Fact]
    public void A_late_failure_fails_the_slot_although_another_station_has_the_job()
    {
        var order = OneCarrier();
        var late = order.Claim();
        order.ReturnJob(late, Now);
        var next = order.Claim(at: Now.AddMinutes(20));
        order.Report(late, Facts("failed", "CARR-A1", "R8"));
        Assert.Equal((SlotState.Failed, JobState.Superseded), (order.Slots[0].State, next.State));
    }

    [Fact]
    public void Once_a_later_job_has_begun_to_write_the_earlier_one_changes_nothing()
    {
        var order = OneCarrier();
        var late = order.Claim();
        order.ReturnJob(late, Now);
        var next = order.Claim(at: Now.AddMinutes(20));
        order.NoteFirstWrite(next, Now.AddMinutes(21));
        Assert.Equal(EvidenceState.Superseded, order.Report(late).State);
        Assert.Equal((SlotState.Wiping, JobState.Active), (order.Slots[0].State, next.State));
    }

    [Fact]
    public void Which_job_is_the_later_one_is_not_asked_of_the_clock()
    {
        var order = OneCarrier();
        var late = order.Claim(at: Now);
        order.ReturnJob(late, Now);
        var next = order.Claim(at: Now.AddHours(-1));
        Assert.Equal(EvidenceState.UnderReview, order.Report(next).State);
        Assert.Equal(EvidenceState.Superseded, order.Report(late).State);
    }

    [Fact]
    public void A_second_success_of_the_same_job_adds_nothing()
    {
        var order = OneCarrier().Proven();
        var second = order.Report(order.Jobs[0], Facts(rules: ["R19"]));
        Assert.Equal(EvidenceState.Superseded, second.State);
        Assert.Equal((OrderState.Cleared, 1), (order.State, order.Revision));
    }

    [Fact]
    public void A_second_document_that_is_no_success_takes_the_first_ones_proof_away()
    {
        var order = OneCarrier().Proven();
        order.TakeEvents();
        order.Report(order.Jobs[0], Facts("failed", "CARR-A1", "R8", "R19"));
        Assert.Equal((OrderState.Open, 2, SlotState.Failed), (order.State, order.Revision, order.Slots[0].State));
        var events = order.TakeEvents();
        Assert.Single(events.OfType<CertificateRevoked>());
        Assert.Equal(2, Assert.Single(events.OfType<DeviceReopened>()).Revision);
        Assert.Single(events.OfType<WipeFailed>());
    }
}
