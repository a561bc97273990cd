using WaaS.Logistics.Platform.Web;
using WaaS.Logistics.Sanitization.Orders;
using Xunit;
using static WaaS.Logistics.Tests.Sanitization.Some;

namespace WaaS.Logistics.Tests.Sanitization;

/// <summary>A machine that wipes itself was cut off and starts again: the same job, and only while nothing has come in between.</summary>
public class When_a_machine_goes_on_with_its_job
{
    [Fact]
    public void A_job_that_was_given_up_goes_on_under_its_new_boot()
    {
        var order = OneCarrier();
        var job = order.Claim();
        order.ReturnJob(job, Now);
        var boot = NextBoot();
        order.GoOn(order.Slots[0], job, boot, GateFacts.Nothing);
        Assert.Equal((JobState.Active, boot.StationId, 2, SlotState.Assigned), (job.State, job.StationId, job.Boots, order.Slots[0].State));
        Assert.Single(order.Jobs);
    }

    [Fact]
    public void Not_after_a_later_job_of_the_carrier()
    {
        var order = OneCarrier();
        var first = order.Claim();
        order.ReturnJob(first, Now);
        order.Claim();
        Refused("job-ended", order, first);
        Assert.Equal(JobState.Expired, first.State);
    }

    [Fact]
    public void Not_over_evidence_that_is_to_be_decided_on()
    {
        var order = OneCarrier("high");
        var job = order.Claim();
        order.Report(job);
        Refused("nothing-open", order, job);
    }

    [Fact]
    public void Not_with_a_job_whose_evidence_has_come()
    {
        var order = OneCarrier();
        var job = order.Claim();
        order.Report(job, Facts("failed", "CARR-A1", "R8"));
        order.AllowAnotherWipe(order.Slots[0]);
        Refused("job-ended", order, job);
    }

    [Fact]
    public void Not_while_the_device_is_held() => Refused("hold", OneCarrier(), facts: new GateFacts(["court"], []));

    [Fact]
    public void Not_once_the_receipt_was_taken_back()
    {
        var order = OneCarrier();
        var job = order.Claim();
        order.Withdraw("undone", Now);
        Refused("order-withdrawn", order, job);
    }

    private static void Refused(string rule, WipeOrder order, WipeJob? job = null, GateFacts? facts = null)
    {
        var given = job ?? order.Claim();
        Assert.Equal(rule, Assert.Throws<RefusedException>(() => order.GoOn(order.Slots[0], given, NextBoot(), facts ?? GateFacts.Nothing)).Rule);
        Assert.Equal(1, given.Boots);
    }

    private static JobTerms NextBoot() => new(Guid.NewGuid(), Guid.NewGuid(), "the machine itself", Anna, "default", 1);
}
