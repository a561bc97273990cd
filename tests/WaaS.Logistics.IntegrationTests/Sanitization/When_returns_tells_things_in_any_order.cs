using Microsoft.EntityFrameworkCore;
using WaaS.Logistics.IntegrationTests.Platform;
using WaaS.Logistics.Messages;
using WaaS.Logistics.Messages.Returns;
using WaaS.Logistics.Platform.Web;
using WaaS.Logistics.Proof.StationContract;
using WaaS.Logistics.Sanitization.OpenOrder;
using WaaS.Logistics.Sanitization.Orders;
using WaaS.Logistics.Testbed;
using Xunit;

namespace WaaS.Logistics.IntegrationTests.Sanitization;

public sealed class When_returns_tells_things_in_any_order_embedded(EmbeddedStack stack) : When_returns_tells_things_in_any_order(stack), IClassFixture<EmbeddedStack>;

public sealed class When_returns_tells_things_in_any_order_on_postgres(PostgresStack stack) : When_returns_tells_things_in_any_order(stack), IClassFixture<PostgresStack>;

public abstract class When_returns_tells_things_in_any_order(IStack stack) : IAsyncLifetime
{
    private Workshop _workshop = null!;
    private Bench _bench = null!;
    private Tidings _tidings = null!;

    public async ValueTask InitializeAsync()
    {
        _workshop = await Workshop.Open(stack);
        _bench = await Bench.Enrol(_workshop);
        _tidings = new Tidings(_workshop, "run");
    }

    public ValueTask DisposeAsync() => _workshop.DisposeAsync();

    [Fact]
    public async Task The_slots_are_those_of_the_newest_look_and_of_the_contract()
    {
        foreach (var order in Orders(["receive", "see1", "see2", "see3", "see2"]))
        {
            var device = Device(expected: 2);
            foreach (var what in order)
                await Tell(device, what);
            var found = await Load(device);
            Assert.Equal([$"A {device.Slots[0].CarrierSerial}", "expected-2"], found.Slots.Select(Say).Order());
            Assert.Equal((OrderState.Open, 3), (found.State, found.SeenRevision));
        }
    }

    [Fact]
    public async Task A_receipt_that_is_taken_back_gives_no_job_whichever_came_first()
    {
        foreach (var order in Orders(["receive", "take-back", "see2", "take-back", "receive"]))
        {
            var device = Device();
            foreach (var what in order)
                await Tell(device, what);
            Assert.Equal((OrderState.Withdrawn, "undone"), await State(device));
            var refused = await Assert.ThrowsAsync<RefusedException>(() => _bench.Claim(device: device.Serial));
            Assert.Equal("order-withdrawn", refused.Rule);
            await Receive(device with { Cycle = 2 });
            await Tell(device, "receive");
            Assert.Equal(2, await CycleOf(await _bench.Claim(device: device.Serial)));
        }
    }

    [Fact]
    public async Task All_told_at_once_end_the_same()
    {
        for (var round = 0; round < 10; round++)
        {
            var device = Device(expected: 2);
            await Task.WhenAll(new[] { "receive", "see1", "see3", "see2", "see3", "receive" }.Select(what => Task.Run(() => Tell(device, what))));
            Assert.Equal([$"A {device.Slots[0].CarrierSerial}", "expected-2"], (await Load(device)).Slots.Select(Say).Order());
            await Task.WhenAll(new[] { "take-back", "see1", "take-back", "receive" }.Select(what => Task.Run(() => Tell(device, what))));
            Assert.Equal(OrderState.Withdrawn, (await State(device)).State);
            var other = Device();
            await Task.WhenAll(new[] { "take-back", "receive" }.Select(what => Task.Run(() => Tell(other, what))));
            Assert.Equal(OrderState.Withdrawn, (await State(other)).State);
        }
    }

    [Fact]
    public async Task A_claimed_job_is_refused_before_its_first_write_and_one_that_writes_is_kept_and_proves_nothing()
    {
        var (early, late) = (Device(), Device());
        foreach (var device in new[] { early, late })
        {
            await Receive(device);
            await _tidings.See(device, 1, 3);
        }
        var (waiting, writing) = (await _bench.Claim(device: early.Serial), await _bench.Claim(device: late.Serial));
        Assert.True((await _bench.MayWrite(waiting)).Clear);
        Assert.True((await _bench.MayWrite(writing)).Clear);
        await _bench.Beat(writing, JobPhase.Overwriting, 4096);
        foreach (var device in new[] { early, late })
            await Tell(device, "take-back");

        var answer = await _bench.MayWrite(waiting);
        Assert.False(answer.Clear);
        Assert.Contains("was taken back (taken back)", answer.Reason);
        var beat = await _bench.Beat(writing, JobPhase.Overwriting, 8192);
        Assert.True(beat.Stop);
        Assert.Contains("was taken back (taken back)", beat.Reason);
        var reply = await _bench.Wipe(writing);
        Assert.Equal((true, false, "WITHDRAWN"), (reply.Judged, reply.Accepted, Assert.Single(reply.Findings).Rule));
        foreach (var device in new[] { early, late })
        {
            Assert.Empty(await _workshop.Cleared(device.DeviceId));
            Assert.False(await _workshop.Read(db => db.Certificates.AnyAsync(certificate => certificate.DeviceSerial == device.Serial)));
        }
    }

    [Fact]
    public async Task A_cleared_device_whose_receipt_is_taken_back_is_open_with_a_higher_revision()
    {
        var device = Device();
        await Receive(device);
        await _tidings.See(device, 1, 3);
        await _bench.Wipe(await _bench.Claim(device: device.Serial));
        Assert.Equal(1, Assert.Single(await _workshop.Cleared(device.DeviceId)).Clearance.Revision);
        await Tell(device, "take-back");
        var reopened = Assert.Single(await _workshop.Said<Messages.Sanitization.DeviceReopened>(device.DeviceId));
        Assert.Equal((1, 2), (reopened.Cycle, reopened.Revision));
        Assert.Equal(OrderState.Withdrawn, (await State(device)).State);
    }

    [Fact]
    public async Task A_carrier_seen_after_clearing_reopens_the_device()
    {
        var device = Device();
        await Receive(device);
        await _tidings.See(device, 1, 1);
        await _bench.Wipe(await _bench.Claim(device: device.Serial));
        Assert.Empty(await _workshop.Cleared(device.DeviceId));
        await _tidings.See(device, 1, 3);
        Assert.Single(await _workshop.Cleared(device.DeviceId));
        await _workshop.Deliver<WaaS.Logistics.Sanitization.SeeCarriers.SeeCarriersOnCarriersSeen, CarriersSeen>(
            new CarriersSeen(device.DeviceId, 1, 9, device.Serial, false, [new SeenSlot("A", "carrier", device.Slots[0].CarrierSerial), new SeenSlot("SD", "carrier", $"SD-{device.Serial}")]));
        Assert.Equal(2, Assert.Single(await _workshop.Said<Messages.Sanitization.DeviceReopened>(device.DeviceId)).Revision);
    }

    private Task Tell(DeviceReceived device, string what) => what switch
    {
        "receive" => Receive(device),
        "take-back" => _tidings.TakeBack(device, 1),
        _ => _tidings.See(device, 1, what[^1] - '0'),
    };

    private Task Receive(DeviceReceived device) => _workshop.Deliver<OpenOrderOnDeviceReceived, DeviceReceived>(device.Cycle == 1 ? device with { Slots = [] } : device);

    private DeviceReceived Device(int? expected = 1)
    {
        var number = Guid.NewGuid().ToString("N")[..12];
        return Documents.Arrival($"TOLD-{number}", expected, new CarrierSlot("A", $"CARR-{number}"));
    }

    private async Task<(OrderState State, string? Reason)> State(DeviceReceived device) => await Load(device) is var order ? (order.State, order.WithdrawnReason) : default;

    private Task<WipeOrder> Load(DeviceReceived device) => _workshop.Read(db => db.WholeOrders.AsNoTracking().SingleAsync(order => order.DeviceId == device.DeviceId && order.Cycle == 1));

    private Task<int> CycleOf(Job job) => _workshop.Read(db => db.Jobs.Where(row => row.Id == job.JobId).Select(row => row.Order!.Cycle).SingleAsync());

    private static string Say(WipeSlot slot) => slot.CarrierSerial is { } serial ? $"{slot.Name} {serial}" : slot.Name;

    /// <summary>Every order of the first four, each followed by the rest.</summary>
    private static IEnumerable<string[]> Orders(string[] all) => Permute([.. all.Take(4)]).Select(order => (string[])[.. order, .. all.Skip(4)]);

    private static IEnumerable<string[]> Permute(string[] items) => items.Length == 1
        ? [items]
        : items.SelectMany((item, at) => Permute([.. items.Where((_, other) => other != at)]).Select(rest => (string[])[item, .. rest]));
}
