using Microsoft.EntityFrameworkCore;
using WaaS.Logistics.IntegrationTests.Platform;
using WaaS.Logistics.Messages;
using WaaS.Logistics.Messages.Refurbishment;
using WaaS.Logistics.Messages.Returns;
using WaaS.Logistics.Messages.Sanitization;
using WaaS.Logistics.Platform.Web;
using WaaS.Logistics.Proof.StationContract;
using WaaS.Logistics.Sanitization.Certificates;
using WaaS.Logistics.Sanitization.OpenOrder;
using WaaS.Logistics.Sanitization.Orders;
using WaaS.Logistics.Sanitization.ReopenOrder;
using WaaS.Logistics.Testbed;
using Xunit;

namespace WaaS.Logistics.IntegrationTests.Sanitization;

public sealed class When_things_happen_at_once_at_the_gate_embedded(EmbeddedStack stack) : When_things_happen_at_once_at_the_gate(stack), IClassFixture<EmbeddedStack>;

public sealed class When_things_happen_at_once_at_the_gate_on_postgres(PostgresStack stack) : When_things_happen_at_once_at_the_gate(stack), IClassFixture<PostgresStack>;

public abstract class When_things_happen_at_once_at_the_gate(IStack stack) : IAsyncLifetime
{
    private const int Clients = 32;
    private static readonly int Rounds = Environment.GetEnvironmentVariable("WAAS_LONG") == "1" ? 1_000 : 3;
    private Workshop _workshop = null!;
    private Bench _bench = null!;
    private Tidings _tidings = null!;

    public async ValueTask InitializeAsync()
    {
        _workshop = await Workshop.Open(stack);
        _bench = await Bench.Enrol(_workshop);
        _tidings = new Tidings(_workshop, "race");
    }

    public ValueTask DisposeAsync() => _workshop.DisposeAsync();

    [Fact]
    public async Task A_slot_added_while_clearing_is_never_left_out()
    {
        for (var round = 0; round < Rounds; round++)
        {
            var device = await Received();
            var job = await _bench.Claim(carrier: device.Slots[0].CarrierSerial);
            var head = (await _bench.Post(job, _bench.Steps(job))).Head;
            var evidence = _bench.Sign(Documents.Success(job, _bench.Identity.Id, _bench.AtWork()), head);
            await AtOnce(client => (client % 4) switch
            {
                0 => _bench.Post(job, evidence),
                1 => _tidings.See(device, 1, 2),
                2 => _workshop.Deliver<ReopenOnCarrierFound, CarrierFound>(new CarrierFound(device.DeviceId, 1, device.Serial, "BAY", $"BAY-{device.Serial}")),
                _ => _bench.MayWrite(job),
            });
            var order = await Load(device);
            Assert.Equal(OrderState.Open, order.State);
            Assert.Equal(["A EvidenceAccepted", "BAY Open", "SD Open"], order.Slots.Select(slot => $"{slot.Name} {slot.State}").Order());
            Assert.Equal((await _workshop.Cleared(device.DeviceId)).Count, (await _workshop.Said<DeviceReopened>(device.DeviceId)).Count);
            await GateInvariant.Check(_workshop, device.DeviceId, 1, _tidings);
        }
    }

    [Fact]
    public async Task A_revocation_counts_once_whatever_comes_with_it()
    {
        for (var round = 0; round < Rounds; round++)
        {
            var device = await Received();
            var job = await _bench.Claim(carrier: device.Slots[0].CarrierSerial);
            await _bench.Wipe(job);
            var number = (await Load(device)).Slots[0].RecordNumber!;
            await AtOnce(client => (client % 4) switch
            {
                0 => _workshop.Call<RevokeCertificate, CertificateIsRevoked>("rita", revoke => revoke.Handle(Guid.NewGuid(), number, "wrong", default)),
                1 => _workshop.Deliver<ReopenOnSealBroken, SealBroken>(new SealBroken(device.DeviceId, 1, device.Serial, "S-1")),
                2 when round % 2 == 0 => _tidings.TakeBack(device, 1),
                2 => _tidings.See(device, 1, 1),
                _ => _bench.Claim(carrier: device.Slots[0].CarrierSerial),
            });
            var order = await Load(device);
            Assert.Equal(round % 2 == 0 ? OrderState.Withdrawn : OrderState.Open, order.State);
            Assert.Equal(2, order.Revision);
            Assert.Single(await _workshop.Said<CertificateRevoked>(device.DeviceId));
            Assert.Equal(1, await _workshop.Read(db => db.Revocations.CountAsync(row => row.CertificateNumber == number)));
            Assert.True(order.Jobs.Count(other => other.State == JobState.Active) <= (round % 2 == 0 ? 0 : 1));
            await GateInvariant.Check(_workshop, device.DeviceId, 1, _tidings);
        }
    }

    [Fact]
    public async Task One_carrier_is_not_worked_on_at_two_stations_at_once()
    {
        var second = await Bench.Enrol(_workshop, "bench 2");
        var device = await Received();
        var carrier = device.Slots[0].CarrierSerial;
        var job = await _bench.Claim(carrier: carrier);
        var steps = (await _bench.Post(job, _bench.Steps(job))).Head;
        var at = _bench.AtWork();
        var failed = Documents.Success(job, _bench.Identity.Id, at) with { DocumentId = Guid.NewGuid() };
        await _bench.Post(job, _bench.Sign(failed with { Carrier = failed.Carrier with { Outcome = Proof.Evidence.Outcome.Failed } }, steps));
        await _workshop.Call<WaaS.Logistics.Sanitization.RecordSlots.SlotRecords, WaaS.Logistics.Sanitization.RecordSlots.SlotsRecorded>(
            "vera", async records => await records.AllowAnotherWipe(Guid.NewGuid(), (await Load(device)).Id, (await Load(device)).Slots[0].Id, "cable", default));
        var again = await second.Claim(carrier: carrier);
        var head = (await second.Post(again, second.Steps(again))).Head;
        var reply = await second.Post(again, second.Sign(Documents.Success(again, second.Identity.Id, at), head));
        Assert.False(reply.Accepted);
        Assert.Equal("evidence.R18.overlap", Assert.Single(reply.Findings).MessageKey);
        Assert.Empty(await _workshop.Cleared(device.DeviceId));
    }

    private static Task AtOnce(Func<int, Task> act) => Task.WhenAll(Enumerable.Range(0, Clients).Select(client => Task.Run(async () =>
    {
        try
        {
            await act(client);
        }
        catch (RefusedException)
        {
        }
        catch (DbUpdateConcurrencyException)
        {
        }
    })));

    private async Task<DeviceReceived> Received()
    {
        var id = Guid.NewGuid().ToString("N")[..12];
        var device = Documents.Arrival($"GATE-{id}", 1, new CarrierSlot("A", $"CARR-{id}"));
        await _workshop.Deliver<OpenOrderOnDeviceReceived, DeviceReceived>(device);
        return device;
    }

    private Task<WipeOrder> Load(DeviceReceived device) => _workshop.Read(db => db.WholeOrders.AsNoTracking().SingleAsync(order => order.DeviceId == device.DeviceId));
}
