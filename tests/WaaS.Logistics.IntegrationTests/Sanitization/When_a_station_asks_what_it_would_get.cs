using Microsoft.EntityFrameworkCore;
using WaaS.Logistics.IntegrationTests.Platform;
using WaaS.Logistics.Messages;
using WaaS.Logistics.Platform.Web;
using WaaS.Logistics.Proof.StationContract;
using WaaS.Logistics.Sanitization.ClaimJob;
using WaaS.Logistics.Sanitization.HoldDevice;
using WaaS.Logistics.Sanitization.OpenOrder;
using WaaS.Logistics.Sanitization.Orders;
using WaaS.Logistics.Testbed;
using Xunit;

namespace WaaS.Logistics.IntegrationTests.Sanitization;

public sealed class When_a_station_asks_what_it_would_get_embedded(EmbeddedStack stack) : When_a_station_asks_what_it_would_get(stack), IClassFixture<EmbeddedStack>;

public sealed class When_a_station_asks_what_it_would_get_on_postgres(PostgresStack stack) : When_a_station_asks_what_it_would_get(stack), IClassFixture<PostgresStack>;

/// <summary>A plan is answered like a claim, with the same refusals, and changes nothing.</summary>
public abstract class When_a_station_asks_what_it_would_get(IStack stack) : IAsyncLifetime
{
    private Workshop _workshop = null!;
    private Bench _first = null!, _second = null!;

    public async ValueTask InitializeAsync()
    {
        _workshop = await Workshop.Open(stack);
        (_first, _second) = (await Bench.Enrol(_workshop, "bench 1"), await Bench.Enrol(_workshop, "bench 2"));
    }

    public ValueTask DisposeAsync() => _workshop.DisposeAsync();

    [Fact]
    public async Task It_is_told_the_job_and_nothing_is_handed_out()
    {
        await Arrived("FREE");
        foreach (var bench in new[] { _first, _second, _first })
        {
            var plan = await Plan(bench, "FREE");
            Assert.Equal((Guid.Empty, false, "PLAN-FREE", "random-1-verify-full"), (plan.Job.JobId, plan.HandedOut, plan.Job.DeviceSerial, plan.Job.ProcedureKey));
        }
        var order = await Order("FREE");
        Assert.Equal((SlotState.Open, 0), (order.Slots[0].State, order.Jobs.Count));
        Assert.Equal("PLAN-FREE", (await _second.Claim(carrier: "CARR-FREE")).DeviceSerial);
    }

    [Fact]
    public async Task A_carrier_another_bench_is_at_work_on_is_told()
    {
        await Arrived("TAKEN");
        await _first.Claim(carrier: "CARR-TAKEN");
        Assert.Equal("nothing-open", await Refused(_second, "TAKEN"));
    }

    [Fact]
    public async Task A_job_of_its_own_is_told_as_such_until_something_stands_against_it()
    {
        await Arrived("MINE");
        var (op, device) = (Guid.NewGuid(), (await Order("MINE")).DeviceId);
        var job = await _first.Claim(carrier: "CARR-MINE", opId: op);
        var plan = await Plan(_first, "MINE", op);
        Assert.Equal((job.JobId, true), (plan.Job.JobId, plan.HandedOut));
        // Asking is no sign of a first write, and no check of the hold.
        Assert.Null((await Order("MINE")).Jobs[0].FirstWriteAt);
        await Hold(device);
        Assert.Equal("hold", await Refused(_first, "MINE", op));
        Assert.False((await _first.MayWrite(job)).Clear);
    }

    [Fact]
    public async Task A_hold_and_a_carrier_of_no_order_are_told()
    {
        await Arrived("HELD");
        await Hold((await Order("HELD")).DeviceId);
        Assert.Equal("hold", await Refused(_first, "HELD"));
        Assert.Equal("no-such-job", await Refused(_first, "NOBODYS"));
    }

    private Task Arrived(string name) =>
        _workshop.Deliver<OpenOrderOnDeviceReceived, Messages.Returns.DeviceReceived>(Documents.Arrival("PLAN-" + name, 1, new CarrierSlot("M.2-1", "CARR-" + name)));

    private Task<HoldPlaced> Hold(Guid device) => _workshop.Call<PlaceHold, HoldPlaced>("olga", hold => hold.Handle(Guid.NewGuid(), device, HoldKind.Legal, "court order", null, default));

    private Task<WipeOrder> Order(string name) => _workshop.Read(db => db.WholeOrders.SingleAsync(order => order.Serial == "PLAN-" + name));

    private async Task<string> Refused(Bench bench, string name, Guid? op = null) => (await Assert.ThrowsAsync<RefusedException>(() => Plan(bench, name, op))).Rule;

    private Task<JobPlan> Plan(Bench bench, string name, Guid? op = null) => _workshop.Call<ClaimJobs, JobPlan>("station", jobs => jobs.Plan(
        bench.Identity, new ClaimJobRequest { OpId = op ?? Guid.NewGuid(), DeviceSerial = null, CarrierSerial = "CARR-" + name, Medium = Proof.Evidence.MediaType.Image, OperatorBadge = null }, default));
}
