using Microsoft.EntityFrameworkCore;
using WaaS.Logistics.IntegrationTests.Platform;
using WaaS.Logistics.Messages.Returns;
using WaaS.Logistics.Platform.Web;
using WaaS.Logistics.Returns.Data;
using WaaS.Logistics.Returns.Orders;
using WaaS.Logistics.Returns.Receiving;
using WaaS.Logistics.Returns.StopSerial;
using WaaS.Logistics.Returns.UndoScan;
using WaaS.Logistics.Testbed;
using Xunit;

namespace WaaS.Logistics.IntegrationTests.Returns;

public abstract class When_things_happen_at_once_at_the_desk(IStack stack) : IAsyncLifetime
{
    private static readonly int Rounds = Environment.GetEnvironmentVariable("WAAS_LONG") == "1" ? 1_000 : 15;
    private Desk _desk = null!;

    public async ValueTask InitializeAsync()
    {
        _desk = await Desk.Open(stack);
        if (!await _desk.Returns(db => db.Places.AnyAsync()))
            await _desk.DefinePlaces();
    }

    public ValueTask DisposeAsync() => _desk.DisposeAsync();

    [Fact]
    public async Task A_device_stopped_while_it_is_received_never_stays_received()
    {
        for (var round = 0; round < Rounds; round++)
        {
            var serial = $"STOPRACE{round:D5}";
            var device = await _desk.Rent(serial);
            var session = await _desk.StartSession((await _desk.Announce(device)).Number, $"stop-{round}");
            await Task.WhenAll(
                Task.Run(() => _desk.Scan(session, serial)),
                Task.Run(() => _desk.Call((StopSerial stops) => stops.Handle(new StopSerialRequest(Guid.NewGuid(), serial, "reported stolen"), default))));
            Assert.False(await _desk.Returns(db => db.Receipts.AnyAsync(row => row.DeviceId == device.Id && row.State == ReceiptState.Standing)));
            var received = (await _desk.Said<DeviceReceived>()).Where(said => said.DeviceId == device.Id).Select(said => said.Cycle);
            var corrected = (await _desk.Said<ReceiptCorrected>()).Where(said => said.DeviceId == device.Id).Select(said => said.Cycle);
            Assert.Equal(received, corrected);
        }
    }

    [Fact]
    public async Task Scanning_and_taking_back_at_once_leave_each_device_in_one_state()
    {
        var devices = new List<Logistics.Returns.Fleet.FleetDevice>();
        for (var i = 0; i < 4; i++)
            devices.Add(await _desk.Rent($"UNDORACE{i}"));
        var order = await _desk.Announce([.. devices]);
        var session = await _desk.StartSession(order.Number, "undo-race");
        for (var round = 0; round < Rounds; round++)
            await Task.WhenAll(devices.Select(device => Task.Run(() => _desk.Scan(session, device.Serial)))
                .Concat(Enumerable.Range(0, 3).Select(_ => Task.Run(Undo))));
        foreach (var device in devices)
        {
            var standing = await _desk.Returns(db => db.Receipts.CountAsync(row => row.DeviceId == device.Id && row.State == ReceiptState.Standing));
            var state = await _desk.Returns(db => db.Expected.Where(row => row.DeviceId == device.Id).Select(row => row.State).SingleAsync());
            Assert.Equal(state == ExpectedState.Received ? 1 : 0, standing);
            var received = (await _desk.Said<DeviceReceived>()).Where(said => said.DeviceId == device.Id).Select(said => said.Cycle).ToList();
            var corrected = (await _desk.Said<ReceiptCorrected>()).Where(said => said.DeviceId == device.Id).Select(said => said.Cycle).ToList();
            Assert.Equal(received.Count, received.Distinct().Count());
            Assert.Equal(standing, received.Except(corrected).Count());
        }

        async Task Undo()
        {
            try
            {
                await _desk.Call((UndoScan undo) => undo.Handle(session, new UndoScanRequest(Guid.NewGuid()), default));
            }
            catch (RefusedException e) when (e.Rule == "nothing-to-undo")
            {
            }
        }
    }

    [Fact]
    public async Task A_scan_while_the_order_is_closed_is_either_received_or_missing()
    {
        for (var round = 0; round < Rounds; round++)
        {
            var serial = $"CLOSERACE{round:D5}";
            var device = await _desk.Rent(serial);
            var order = await _desk.Announce(device);
            var session = await _desk.StartSession(order.Number, $"close-{round}");
            await Task.WhenAll(Task.Run(Scan), Task.Run(Close));
            var state = await _desk.Returns(db => db.Expected.Where(row => row.DeviceId == device.Id).Select(row => row.State).SingleAsync());
            var missing = (await _desk.Said<DiscrepancyFound>()).Count(said => said.DeviceId == device.Id && said.Kind == "Missing");
            var received = (await _desk.Said<DeviceReceived>()).Count(said => said.DeviceId == device.Id);
            Assert.Equal(state == ExpectedState.Received ? (1, 0) : (0, 1), (received, missing));
            var closed = Assert.Single(await _desk.Said<ReturnClosed>(), said => said.OrderId == order.OrderId);
            Assert.Equal((received, missing), (closed.Received, closed.Missing));

            async Task Scan()
            {
                try
                {
                    await _desk.Scan(session, serial);
                }
                catch (RefusedException e) when (e.Rule == "session-closed")
                {
                }
            }

            Task<int> Close() => _desk.SignAndClose(session);
        }
    }
}

public sealed class When_things_happen_at_once_at_the_desk_on_sqlite() : When_things_happen_at_once_at_the_desk(new EmbeddedStack());

public sealed class When_things_happen_at_once_at_the_desk_on_postgres(PostgresStack stack) : When_things_happen_at_once_at_the_desk(stack), IClassFixture<PostgresStack>;
