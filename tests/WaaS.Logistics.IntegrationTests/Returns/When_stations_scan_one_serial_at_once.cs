using Microsoft.EntityFrameworkCore;
using WaaS.Logistics.IntegrationTests.Platform;
using WaaS.Logistics.Messages.Returns;
using WaaS.Logistics.Returns.Receiving;
using WaaS.Logistics.Testbed;
using Xunit;

namespace WaaS.Logistics.IntegrationTests.Returns;

public abstract class When_stations_scan_one_serial_at_once(IStack stack)
{
    private const int Clients = 32;
    private static readonly int Rounds = Environment.GetEnvironmentVariable("WAAS_LONG") == "1" ? 1_000 : 12;

    [Fact]
    public async Task One_receives_it_and_all_others_see_a_duplicate()
    {
        await using var desk = await Desk.Open(stack);
        if (!await desk.Returns(db => db.Places.AnyAsync()))
            await desk.DefinePlaces();
        var devices = new List<Logistics.Returns.Fleet.FleetDevice>();
        for (var i = 0; i < Rounds; i++)
            devices.Add(await desk.Rent($"RACE{i:D5}"));
        var order = await desk.Announce([.. devices]);
        var sessions = new Guid[Clients];
        for (var i = 0; i < Clients; i++)
            sessions[i] = await desk.StartSession(order.Number, $"race-{i}");
        foreach (var device in devices)
        {
            var answers = await Task.WhenAll(sessions.Select(session => Task.Run(() => desk.Scan(session, device.Serial))));
            Assert.Equal(1, answers.Count(answer => answer.Outcome == ScanOutcome.Expected));
            Assert.Equal(Clients - 1, answers.Count(answer => answer.Outcome == ScanOutcome.Duplicate));
        }
        var said = (await desk.Said<DeviceReceived>()).Where(received => received.OrderNumber == order.Number);
        Assert.Equal(devices.Select(device => device.Id).Order(), said.Select(received => received.DeviceId).Order());
        Assert.Equal(Rounds * Clients, await desk.Returns(db => db.Scans.CountAsync(row => row.OrderId == order.OrderId)));
        Assert.Equal(Rounds, await desk.Returns(db => db.Receipts.CountAsync(row => row.OrderId == order.OrderId && row.State == ReceiptState.Standing)));
    }

    [Fact]
    public async Task A_stranger_is_quarantined_once()
    {
        await using var desk = await Desk.Open(stack);
        if (!await desk.Returns(db => db.Places.AnyAsync()))
            await desk.DefinePlaces();
        var order = await desk.Announce(await desk.Rent("STRANGE-OPEN"));
        var sessions = new Guid[Clients];
        for (var i = 0; i < Clients; i++)
            sessions[i] = await desk.StartSession(order.Number, $"stranger-{i}");
        for (var round = 0; round < Rounds; round++)
        {
            var answers = await Task.WhenAll(sessions.Select(session => Task.Run(() => desk.Scan(session, $"STRANGER{round}"))));
            Assert.Equal(1, answers.Count(answer => answer.Outcome == ScanOutcome.Unknown));
            Assert.Equal(Clients - 1, answers.Count(answer => answer.Outcome == ScanOutcome.Duplicate));
        }
        Assert.Equal(Rounds, (await desk.Said<DeviceQuarantined>()).Count(said => said.Serial.StartsWith("STRANGER", StringComparison.Ordinal)));
    }
}

public sealed class When_stations_scan_one_serial_at_once_on_sqlite() : When_stations_scan_one_serial_at_once(new EmbeddedStack());

public sealed class When_stations_scan_one_serial_at_once_on_postgres(PostgresStack stack) : When_stations_scan_one_serial_at_once(stack), IClassFixture<PostgresStack>;
