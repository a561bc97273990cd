using Microsoft.EntityFrameworkCore;
using WaaS.Logistics.IntegrationTests.Platform;
using WaaS.Logistics.Messages.Returns;
using WaaS.Logistics.Platform.Data;
using WaaS.Logistics.Platform.Web;
using WaaS.Logistics.Returns.NoteCarriers;
using WaaS.Logistics.Returns.Orders;
using WaaS.Logistics.Returns.Receiving;
using WaaS.Logistics.Returns.StopDevice;
using WaaS.Logistics.Returns.StopSerial;
using WaaS.Logistics.Returns.UndoScan;
using WaaS.Logistics.Scanning;
using WaaS.Logistics.Testbed;
using Xunit;

namespace WaaS.Logistics.IntegrationTests.Returns;

public abstract class When_devices_are_received(IStack stack) : IAsyncLifetime
{
    private Desk _desk = null!;

    public async ValueTask InitializeAsync() => _desk = await Desk.OpenEmpty(stack);

    public ValueTask DisposeAsync() => _desk.DisposeAsync();

    [Fact]
    public async Task An_expected_device_is_told_to_the_others_with_its_place_and_cycle()
    {
        var (session, devices, order) = await _desk.Expect("EXP-0001");
        var answer = await _desk.Scan(session, " exp-0001\r");
        Assert.Equal((ScanOutcome.Expected, "SEC-1", 1), (answer.Outcome!.Value, answer.Place, answer.Number!.Value));
        var received = Assert.Single(await Received(devices[0].Id));
        Assert.Equal((1, order, "SEC-1", "normal", 1), (received.Cycle, received.OrderNumber, received.Place, received.ProtectionNeed, received.ExpectedSlots!.Value));
    }

    [Fact]
    public async Task The_same_operation_again_gets_the_same_answer_and_says_nothing_again()
    {
        var (session, devices, _) = await _desk.Expect("OPS-0001");
        var opId = Guid.NewGuid();
        var first = await _desk.Scan(session, "OPS-0001", opId);
        Assert.Equivalent(first, await _desk.Scan(session, "OPS-0001", opId));
        Assert.Single(await Received(devices[0].Id));
        var refused = await Assert.ThrowsAsync<RefusedException>(() => _desk.Scan(session, "OPS-0002", opId));
        Assert.Equal("op-id-reused", refused.Rule);
    }

    [Fact]
    public async Task Each_of_the_other_outcomes_goes_to_quarantine_and_becomes_a_discrepancy()
    {
        var (session, _, order) = await _desk.Expect("OUT-0001");
        var swapped = await _desk.Rent("OUT-0002");
        var extra = await _desk.Rent("OUT-0003", "Dell", "Latitude 5420");
        var foreign = await _desk.Rent("OUT-0004", customer: "Kanzlei Muster", contract: "C-9");
        var stopped = await _desk.Rent("OUT-0005", "Dell", "Latitude 5420");
        await _desk.Call((StopSerial stops) => stops.Handle(new StopSerialRequest(Guid.NewGuid(), "OUT-0005", "reported stolen"), default));
        var outcomes = new List<ScanOutcome>();
        foreach (var serial in new[] { "OUT-0002", "OUT-0003", "OUT-0004", "OUT-0005", "OUT-0006", "Default string", "Default string" })
            outcomes.Add((await _desk.Scan(session, serial)).Outcome!.Value);
        Assert.Equal([ScanOutcome.Swapped, ScanOutcome.Extra, ScanOutcome.Foreign, ScanOutcome.Stop, ScanOutcome.Unknown, ScanOutcome.Unknown, ScanOutcome.Unknown], outcomes);
        var quarantined = (await _desk.Said<DeviceQuarantined>()).Where(said => said.OrderNumber == order).ToList();
        Assert.Equal(outcomes.Select(outcome => outcome.ToString()), quarantined.Select(said => said.Outcome));
        Assert.All(quarantined, said => Assert.Equal("QUA-1", said.Place));
        var found = (await _desk.Said<DiscrepancyFound>()).Where(said => said.OrderNumber == order).ToList();
        Assert.Equal(outcomes.Select(outcome => outcome.ToString()), found.Select(said => said.Kind));
        Assert.All(found, said => Assert.Equal("clara", said.Owner));
        foreach (var device in new[] { swapped, extra, foreign, stopped })
            Assert.Empty(await Received(device.Id));
    }

    [Fact]
    public async Task A_second_scan_is_a_duplicate_whether_received_or_quarantined()
    {
        var (session, devices, _) = await _desk.Expect("DUP-0001");
        await _desk.Scan(session, "DUP-0001");
        await _desk.Scan(session, "DUP-9999");
        Assert.Equal((ScanOutcome.Duplicate, ScanReason.AlreadyReceived), Of(await _desk.Scan(session, "DUP-0001")));
        Assert.Equal((ScanOutcome.Duplicate, ScanReason.AlreadyInQuarantine), Of(await _desk.Scan(session, "DUP-9999")));
        Assert.Single(await Received(devices[0].Id));
        Assert.Single(await _desk.Said<DeviceQuarantined>(), said => said.Serial == "DUP-9999");
    }

    [Fact]
    public async Task A_serial_of_two_makers_is_asked_about_and_nothing_is_recorded_before_the_answer()
    {
        var (session, devices, _) = await _desk.Expect("TWO-0001");
        await _desk.Rent("TWO-0001", "Lenovo", "ThinkPad T14", "Kanzlei Muster", "C-9");
        var question = await _desk.Scan(session, "TWO-0001");
        Assert.Null(question.Outcome);
        Assert.Equal(["HP", "Lenovo"], question.Choices.Select(choice => choice.Manufacturer).Order());
        Assert.Empty(await Received(devices[0].Id));
        Assert.Equal(ScanOutcome.Expected, (await _desk.Scan(session, "TWO-0001", maker: "Hewlett-Packard")).Outcome);
        Assert.Equal(ScanOutcome.Foreign, (await _desk.Scan(session, "TWO-0001", maker: "LENOVO")).Outcome);
        Assert.Equal((ScanOutcome.Unknown, ScanReason.OtherMaker), Of(await _desk.Scan(session, "TWO-0001", maker: "Apple")));
    }

    [Fact]
    public async Task The_tag_of_a_device_names_it_without_question()
    {
        var (session, devices, _) = await _desk.Expect("TAG-0001");
        await _desk.Rent("TAG-0001", "Lenovo", "ThinkPad T14", "Kanzlei Muster", "C-9");
        var answer = await _desk.Scan(session, OwnCode.Create(OwnCodeKind.Device, devices[0].Id).ToString());
        Assert.Equal((ScanOutcome.Expected, devices[0].Id), (answer.Outcome!.Value, answer.DeviceId!.Value));
    }

    [Fact]
    public async Task An_undone_receipt_is_told_with_its_cycle_and_the_next_scan_gets_another()
    {
        var (session, devices, _) = await _desk.Expect("UND-0001");
        await _desk.Scan(session, "UND-0001");
        var undone = await _desk.Call((UndoScan undo) => undo.Handle(session, new UndoScanRequest(Guid.NewGuid()), default), "berta");
        Assert.Equal(("UND-0001", "berta"), (undone.Serial, undone.By));
        var corrected = Assert.Single(await _desk.Said<ReceiptCorrected>(), said => said.DeviceId == devices[0].Id);
        Assert.Equal((1, "undone"), (corrected.Cycle, corrected.Reason));
        Assert.Equal(ScanOutcome.Expected, (await _desk.Scan(session, "UND-0001")).Outcome);
        Assert.Equal([1, 2], (await Received(devices[0].Id)).Select(said => said.Cycle));
        var scans = await _desk.Returns(db => db.Scans.AsNoTracking().Include(row => row.Correction).Where(row => row.SessionId == session).OrderBy(row => row.Number).ToListAsync());
        Assert.Equal(["berta", null], scans.Select(scan => scan.Correction?.ActorName));
    }

    [Fact]
    public async Task Undo_takes_back_one_scan_after_another_with_what_it_set_off()
    {
        var (session, _, order) = await _desk.Expect("UNQ-0001");
        await _desk.Scan(session, "UNQ-0001");
        await _desk.Scan(session, "UNQ-9999");
        Assert.Equal("UNQ-9999", (await Undo(session)).Serial);
        Assert.Equal("UNQ-0001", (await Undo(session)).Serial);
        Assert.Equal("nothing-to-undo", (await Assert.ThrowsAsync<RefusedException>(() => Undo(session))).Rule);
        Assert.Single(await _desk.Said<QuarantineLifted>(), said => said.Serial == "UNQ-9999" && said.Reason == "undone");
        Assert.Equal(DiscrepancyState.Withdrawn, await _desk.Returns(db => db.Discrepancies.Where(row => row.OrderNumber == order).Select(row => row.State).SingleAsync()));
    }

    [Theory]
    [InlineData("battery")]
    [InlineData("damaged")]
    public async Task A_device_found_dangerous_after_its_receipt_is_stopped(string word)
    {
        var reason = word == "battery" ? ScanReason.Battery : ScanReason.Damaged;
        var serial = $"BAT-{word.ToUpperInvariant()}";
        var (session, devices, _) = await _desk.Expect(serial);
        await _desk.Scan(session, serial);
        var stopped = await _desk.Call((StopDevice stop) => stop.Handle(session, null, new StopDeviceRequest(Guid.NewGuid(), word), default));
        Assert.Equal((serial, reason, "QUA-1"), (stopped.Serial, stopped.Reason, stopped.Place));
        var corrected = Assert.Single(await _desk.Said<ReceiptCorrected>(), said => said.DeviceId == devices[0].Id);
        Assert.Equal((1, word), (corrected.Cycle, corrected.Reason));
        Assert.Single(await _desk.Said<DeviceQuarantined>(), said => said.DeviceId == devices[0].Id && said.Outcome == "Stop");
        Assert.Single(await _desk.Said<DiscrepancyFound>(), said => said.DeviceId == devices[0].Id && said.Kind == "Damaged");
        Assert.Equal((ScanOutcome.Stop, ScanReason.StoppedBefore), Of(await _desk.Scan(session, serial)));
    }

    [Fact]
    public async Task A_received_device_that_comes_onto_the_stop_list_is_stopped_at_its_next_scan()
    {
        var (session, devices, _) = await _desk.Expect("LST-0001");
        await _desk.Scan(session, "LST-0001");
        await _desk.Call((StopSerial stops) => stops.Handle(new StopSerialRequest(Guid.NewGuid(), "lst-0001", "dispute", "HP"), default));
        Assert.Equal((ScanOutcome.Stop, ScanReason.StopList), Of(await _desk.Scan(session, "LST-0001")));
        Assert.Equal("stop-list", Assert.Single(await _desk.Said<ReceiptCorrected>(), said => said.DeviceId == devices[0].Id).Reason);
        Assert.Equal((ScanOutcome.Stop, ScanReason.StoppedBefore), Of(await _desk.Scan(session, "LST-0001")));
        Assert.Single(await _desk.Said<DeviceQuarantined>(), said => said.DeviceId == devices[0].Id);
    }

    [Fact]
    public async Task A_quarantined_device_that_is_announced_afterwards_is_received_at_its_next_scan()
    {
        var (session, _, _) = await _desk.Expect("SET-0001");
        var extra = await _desk.Rent("SET-0002", "Dell", "Latitude 5420");
        Assert.Equal(ScanOutcome.Extra, (await _desk.Scan(session, "SET-0002")).Outcome);
        var order = await _desk.Announce(extra);
        var second = await _desk.StartSession(order.Number, "desk-2");
        Assert.Equal(ScanOutcome.Expected, (await _desk.Scan(second, "SET-0002")).Outcome);
        Assert.Single(await _desk.Said<QuarantineLifted>(), said => said.DeviceId == extra.Id && said.Reason == "settled");
        await Undo(second);
        Assert.Equal(2, (await _desk.Said<DeviceQuarantined>()).Count(said => said.DeviceId == extra.Id));
        Assert.Equal(QuarantineState.Standing, await _desk.Returns(db => db.Quarantines.Where(row => row.DeviceId == extra.Id).Select(row => row.State).SingleAsync()));
    }

    [Fact]
    public async Task An_unwiped_device_can_only_be_put_into_a_secured_place()
    {
        var (session, devices, _) = await _desk.Expect("PLC-0001");
        Assert.Equal("place-not-secured", (await Assert.ThrowsAsync<RefusedException>(() => _desk.Scan(session, "PLC-0001", place: "SHELF-1"))).Rule);
        Assert.Equal("place-not-secured", (await Assert.ThrowsAsync<RefusedException>(() => _desk.Scan(session, "PLC-0001", place: "DOCK-1"))).Rule);
        Assert.Empty(await Received(devices[0].Id));
        Assert.Equal("QUA-1", (await _desk.Scan(session, "PLC-0001", place: "qua-1")).Place);
    }

    [Fact]
    public async Task The_database_itself_keeps_an_unwiped_device_out_of_other_places()
    {
        var (session, devices, _) = await _desk.Expect("TRG-0001");
        await _desk.Scan(session, "TRG-0001");
        var refused = await Assert.ThrowsAsync<DbUpdateException>(() => _desk.Returns(async db =>
        {
            var receipt = await db.Receipts.SingleAsync(row => row.DeviceId == devices[0].Id);
            db.Entry(receipt).Property(row => row.PlaceId).CurrentValue = await db.Places.Where(row => row.Code == "SHELF-1").Select(row => row.Id).SingleAsync();
            return await db.SaveChangesAsync();
        }));
        Assert.Contains("secured place", Violations.RaisedByTrigger(refused));
    }

    [Fact]
    public async Task A_scan_is_never_rewritten()
    {
        var (session, _, _) = await _desk.Expect("FCT-0001");
        await _desk.Scan(session, "FCT-0001");
        var refused = await Assert.ThrowsAsync<DbUpdateException>(() => _desk.Returns(async db =>
        {
            var scan = await db.Scans.SingleAsync(row => row.SessionId == session);
            db.Entry(scan).Property(row => row.Outcome).CurrentValue = ScanOutcome.Extra;
            return await db.SaveChangesAsync();
        }));
        Assert.Contains("a scan is a fact", Violations.RaisedByTrigger(refused));
    }

    [Fact]
    public async Task Carriers_are_noted_with_a_rising_revision()
    {
        var (session, devices, _) = await _desk.Expect("CAR-0001", "CAR-0002");
        var first = (await _desk.Scan(session, "CAR-0001")).ScanId!.Value;
        var second = (await _desk.Scan(session, "CAR-0002")).ScanId!.Value;
        await Note(session, first, new NotedSlot("1", Serial: "S4EVNX0"), new NotedSlot("2", Empty: true));
        await Note(session, first, new NotedSlot("1", Serial: "S4EVNX1"), new NotedSlot("2"));
        var seen = (await _desk.Said<CarriersSeen>()).Where(said => said.DeviceId == devices[0].Id).ToList();
        Assert.Equal([1, 2], seen.Select(said => said.Revision));
        Assert.Equal([("1", "carrier", "S4EVNX1"), ("2", "carrier", null)], seen[1].Slots.Select(slot => (slot.Slot, slot.State, slot.CarrierSerial)));
        Assert.Equal("carrier-elsewhere", (await Assert.ThrowsAsync<RefusedException>(() => Note(session, second, new NotedSlot("1", Serial: "S4EVNX1")))).Rule);
        await Assert.ThrowsAsync<RefusedException>(() => Note(session, second, new NotedSlot("1"), new NotedSlot("1")));
        await Assert.ThrowsAsync<RefusedException>(() => Note(session, second, new NotedSlot("1", Empty: true, Serial: "S4EVNX2")));
    }

    [Theory]
    [InlineData("")]
    [InlineData("WL:device:AAAA")]
    [InlineData("5CG\u001d1234")]
    public async Task What_is_no_serial_is_refused_and_leaves_nothing(string payload)
    {
        var (session, _, _) = await _desk.Expect($"BAD-{Guid.NewGuid():N}"[..20]);
        await Assert.ThrowsAsync<RefusedException>(() => _desk.Scan(session, payload));
        await Assert.ThrowsAsync<RefusedException>(() => _desk.Scan(session, new string('X', 1_000_000)));
        Assert.False(await _desk.Returns(db => db.Scans.AnyAsync(row => row.SessionId == session)));
    }

    private Task<NoteCarriersAnswer> Note(Guid session, Guid scan, params NotedSlot[] slots) =>
        _desk.Call((NoteCarriers note) => note.Handle(session, scan, new NoteCarriersRequest(Guid.NewGuid(), slots), default));

    private Task<UndoScanAnswer> Undo(Guid session) => _desk.Call((UndoScan undo) => undo.Handle(session, new UndoScanRequest(Guid.NewGuid()), default));

    private async Task<List<DeviceReceived>> Received(Guid device) => [.. (await _desk.Said<DeviceReceived>()).Where(said => said.DeviceId == device)];

    private static (ScanOutcome, ScanReason) Of(Logistics.Returns.RecordScan.RecordScanAnswer answer) => (answer.Outcome!.Value, answer.Reason);
}

public sealed class When_devices_are_received_on_sqlite() : When_devices_are_received(new EmbeddedStack());

public sealed class When_devices_are_received_on_postgres(PostgresStack stack) : When_devices_are_received(stack), IClassFixture<PostgresStack>;
