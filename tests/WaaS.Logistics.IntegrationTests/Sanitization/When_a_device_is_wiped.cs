using Microsoft.EntityFrameworkCore;
using WaaS.Logistics.IntegrationTests.Platform;
using WaaS.Logistics.Messages;
using WaaS.Logistics.Messages.Sanitization;
using WaaS.Logistics.Proof.Evidence;
using WaaS.Logistics.Sanitization.OpenOrder;
using WaaS.Logistics.Sanitization.Orders;
using WaaS.Logistics.Testbed;
using Xunit;

namespace WaaS.Logistics.IntegrationTests.Sanitization;

public sealed class When_a_device_is_wiped_embedded(EmbeddedStack stack) : When_a_device_is_wiped(stack), IClassFixture<EmbeddedStack>;

public sealed class When_a_device_is_wiped_on_postgres(PostgresStack stack) : When_a_device_is_wiped(stack), IClassFixture<PostgresStack>;

public abstract class When_a_device_is_wiped(IStack stack) : IAsyncLifetime
{
    private Workshop _workshop = null!;
    private Bench _bench = null!;

    public async ValueTask InitializeAsync()
    {
        _workshop = await Workshop.Open(stack);
        _bench = await Bench.Enrol(_workshop);
    }

    public ValueTask DisposeAsync() => _workshop.DisposeAsync();

    [Fact]
    public async Task It_is_cleared_once_with_the_certificate_of_its_one_carrier()
    {
        var arrival = Documents.Arrival(slots: new CarrierSlot("M.2-1", "S4EVNX0R1"));
        await _workshop.Deliver<OpenOrderOnDeviceReceived, Messages.Returns.DeviceReceived>(arrival);
        var job = await _bench.Claim(device: arrival.Serial);
        Assert.True((await _bench.MayWrite(job)).Clear);
        var reply = await _bench.Wipe(job);
        Assert.True(reply.Accepted, string.Join("; ", reply.Findings.Select(finding => $"{finding.MessageKey} {finding.Path} {string.Join(",", finding.Arguments)}")));

        var cleared = Assert.Single(await _workshop.Cleared(arrival.DeviceId));
        Assert.Equal((arrival.DeviceId, arrival.Serial, 1, 1), (cleared.DeviceId, cleared.Serial, cleared.Clearance.Cycle, cleared.Clearance.Revision));
        var slot = Assert.Single(cleared.Clearance.Slots);
        var issued = Assert.Single(await _workshop.Said<CertificateIssued>(arrival.DeviceId));
        Assert.Equal(("M.2-1", "S4EVNX0R1", "certificate", issued.CertificateNumber), (slot.Slot, slot.CarrierSerial, slot.RecordKind, slot.RecordNumber));
        Assert.True(File.Exists(Path.Combine(_workshop.DataFolder, "blobs", issued.DocumentHash)));
    }

    [Fact]
    public async Task Two_carriers_need_two_certificates()
    {
        var arrival = Documents.Arrival("TWO-1", 2, new CarrierSlot("M.2-1", "CARR-A1"), new CarrierSlot("M.2-2", "CARR-B2"));
        await _workshop.Deliver<OpenOrderOnDeviceReceived, Messages.Returns.DeviceReceived>(arrival);
        await _bench.Wipe(await _bench.Claim(carrier: "CARR-A1"));
        Assert.Empty(await _workshop.Cleared(arrival.DeviceId));
        await _bench.Wipe(await _bench.Claim(carrier: "CARR-B2"));
        Assert.Equal(2, Assert.Single(await _workshop.Cleared(arrival.DeviceId)).Clearance.Slots.Count);
    }

    [Fact]
    public async Task A_wipe_that_failed_blocks_it_and_says_by_which_rule()
    {
        var arrival = Documents.Arrival("BAD-1", 1, new CarrierSlot("M.2-1", "CARR-C3"));
        await _workshop.Deliver<OpenOrderOnDeviceReceived, Messages.Returns.DeviceReceived>(arrival);
        var reply = await _bench.Wipe(await _bench.Claim(carrier: "CARR-C3"), document => document with { Carrier = document.Carrier with { Outcome = Outcome.Failed } });
        Assert.False(reply.Accepted);
        Assert.Empty(await _workshop.Cleared(arrival.DeviceId));
        Assert.Contains("R8", Assert.Single(await _workshop.Said<WipeFailed>(arrival.DeviceId)).Rules);
        var order = await _workshop.Read(db => db.WholeOrders.SingleAsync(order => order.DeviceId == arrival.DeviceId));
        Assert.Equal(SlotState.Failed, order.Slots[0].State);
        Assert.Contains(order.Blockers(GateFacts.Nothing), blocker => blocker.Rule == "slot-failed" && blocker.Detail!.Contains("R8"));
    }
}
