using WaaS.Logistics.IntegrationTests.Platform;
using WaaS.Logistics.IntegrationTests.Returns;
using WaaS.Logistics.Messages.Refurbishment;
using WaaS.Logistics.Platform.Web;
using WaaS.Logistics.Refurbishment.AnswerChecks;
using WaaS.Logistics.Refurbishment.FindDevices;
using WaaS.Logistics.Refurbishment.Inspections;
using WaaS.Logistics.Refurbishment.ReportCarrier;
using WaaS.Logistics.Refurbishment.ReportSeal;
using WaaS.Logistics.Refurbishment.ScrapDevice;
using WaaS.Logistics.Refurbishment.TakeScan;
using WaaS.Logistics.Scanning;
using WaaS.Logistics.Testbed;

namespace WaaS.Logistics.IntegrationTests.Refurbishment;

public abstract class When_a_cleared_device_is_inspected(IStack stack) : IAsyncLifetime
{
    private InspectionRoom _room = null!;

    public async ValueTask InitializeAsync() => _room = await InspectionRoom.Open(stack);

    public ValueTask DisposeAsync() => _room.DisposeAsync();

    [Fact]
    public async Task It_waits_is_checked_and_graded_and_the_others_hear_the_revision()
    {
        var id = Guid.CreateVersion7();
        await _room.Deliver(InspectionRoom.Cleared(id, 2, 3));
        Assert.Equal(InspectionState.Waiting, await _room.State(id));
        Assert.Equal("not-started", (await Assert.ThrowsAsync<RefusedException>(() => _room.Grade(id))).Rule);
        var started = await _room.Start(id);
        Assert.Equal((2, 3, "anna"), (started.Cycle, started.Revision, started.StartedBy));
        Assert.Equal(Checklist.Points.Skip(1), (await _room.Answer(id, new GivenAnswer(CheckPoint.Power, CheckAnswer.Ok))).Open);
        Assert.Empty((await _room.Answer(id, [.. Checklist.Points.Skip(1).Select(point => new GivenAnswer(point, CheckAnswer.Ok))])).Open);
        await _room.Grade(id, Grade.A, " SEAL-77 ");
        var graded = Assert.Single(await _room.Said<DeviceGraded>(id));
        Assert.Equal((2, 3, "A", "Stadtwerke Beispiel", "SEAL-77", "PF3K7X2A"), (graded.Cycle, graded.ClearanceRevision, graded.Grade, graded.Customer, graded.SealNumber, graded.Serial));
        var view = await _room.Call((FindDevices find) => find.Show(id, default));
        Assert.Equal(("REF-1", "bench-1", "anna"), (view.Device.Place, view.History[0].Station, view.History[0].Actor));
        Assert.Equal([("M.2-1", "CARR-A1", "certificate", "C-23"), ("M.2-2", null, "no-carrier", "N-23")], view.Slots.Select(slot => (slot.Slot, slot.CarrierSerial, slot.RecordKind, slot.RecordNumber)));
    }

    [Fact]
    public async Task The_same_operation_again_gets_the_same_answer_and_is_said_once()
    {
        var id = await _room.Checked("OPS-0001");
        var opId = Guid.NewGuid();
        var first = await _room.Grade(id, Grade.B, null, "anna", opId);
        Assert.Equal(first, await _room.Grade(id, Grade.B, null, "anna", opId));
        Assert.Single(await _room.Said<DeviceGraded>(id));
        Assert.Equal("op-id-reused", (await Assert.ThrowsAsync<RefusedException>(() => _room.Grade(id, Grade.C, null, "anna", opId))).Rule);
    }

    [Fact]
    public async Task A_page_older_than_an_answer_does_not_answer_over_it()
    {
        var id = await _room.Started("OLD-0001");
        await _room.Answer(id, new GivenAnswer(CheckPoint.Display, CheckAnswer.NotApplicable));
        var refused = await Assert.ThrowsAsync<RefusedException>(() => _room.Call((AnswerChecks answer) => answer.Handle(id, new AnswerChecksRequest(Guid.NewGuid(), [new GivenAnswer(CheckPoint.Display, CheckAnswer.Ok)], OnlyOpen: true), default)));
        Assert.Equal("answered-meanwhile", refused.Rule);
        Assert.Equal(CheckAnswer.NotApplicable, Assert.Single((await _room.Device(id))!.Latest!.Checks).Answer);
    }

    [Fact]
    public async Task Of_many_who_grade_or_scrap_at_once_exactly_one_does()
    {
        var id = await _room.Checked("RACE-0001");
        var tries = Enumerable.Range(0, 12).Select(n => Task.Run(async () =>
        {
            try
            {
                if (n % 3 == 0)
                    await _room.Call((ScrapDevice scrap) => scrap.Handle(id, new ScrapDeviceRequest(Guid.NewGuid(), "burnt"), default), $"p{n}");
                else
                    await _room.Grade(id, (Grade)(n % 3), null, $"p{n}");
                return "";
            }
            catch (RefusedException e)
            {
                return e.Rule;
            }
        }));
        var rules = await Task.WhenAll(tries);
        Assert.Single(rules, "");
        Assert.All(rules.Where(rule => rule != ""), rule => Assert.Contains(rule, (string[])["already-graded", "already-scrapped"]));
        Assert.Equal(1, (await _room.Said<DeviceGraded>(id)).Count + (await _room.Said<DeviceScrapped>(id)).Count);
    }

    [Fact]
    public async Task Of_two_devices_one_gets_a_seal()
    {
        var devices = new[] { await _room.Checked("SEAL-0001"), await _room.Checked("SEAL-0002"), await _room.Checked("SEAL-0003") };
        var rules = await Task.WhenAll(devices.Select(id => Task.Run(async () =>
        {
            try
            {
                await _room.Grade(id, Grade.B, "ONE-SEAL");
                return "";
            }
            catch (RefusedException e)
            {
                return e.Rule;
            }
        })));
        Assert.Single(rules, "");
        Assert.Equal(2, rules.Count(rule => rule == "seal-used"));
    }

    [Fact]
    public async Task A_found_carrier_and_a_broken_seal_send_it_back()
    {
        var found = await _room.Started("FOUND-0001");
        await _room.Call((ReportCarrier report) => report.Handle(found, new ReportCarrierRequest(Guid.NewGuid(), " M.2-3 ", "NEW-CARRIER"), default));
        Assert.Equal(("M.2-3", "NEW-CARRIER", 1), Assert.Single(await _room.Said<CarrierFound>(found)) is var said ? (said.Slot, said.CarrierSerial, said.Cycle) : default);
        Assert.Equal(InspectionState.SentBack, await _room.State(found));
        await _room.Deliver(InspectionRoom.Reopened(found));
        Assert.Equal(InspectionState.SentBack, await _room.State(found));
        await _room.Deliver(InspectionRoom.Cleared(found, 1, 3, "FOUND-0001"));
        Assert.Equal(InspectionState.Waiting, await _room.State(found));

        var sealedOne = await _room.Checked("BROKEN-0001");
        await _room.Grade(sealedOne, Grade.B, "S-0815");
        await _room.Call((ReportSeal report) => report.Handle(sealedOne, new ReportSealRequest(Guid.NewGuid(), "s-0815"), default));
        Assert.Equal("S-0815", Assert.Single(await _room.Said<SealBroken>(sealedOne)).SealNumber);
        Assert.Equal(InspectionState.SentBack, await _room.State(sealedOne));
    }

    [Fact]
    public async Task A_scan_finds_it_by_serial_or_tag_and_cards_answer_one_check_each()
    {
        var id = await _room.Waiting("SCAN-0001");
        var reply = await Scan(null, " scan-0001\r");
        Assert.Equal((Tone.Ok, "device", $"/refurb/devices/{id}"), (reply.Tone, reply.Kind, reply.Go));
        Assert.Equal(id, Assert.Single((await Scan(null, OwnCode.Create(OwnCodeKind.Device, id).ToString())).Devices!).DeviceId);
        Assert.Equal((Tone.Look, null), await Scan(null, "NOBODY-0001") is var unknown ? (unknown.Tone, unknown.Go) : default);
        Assert.Equal("not-a-device", (await Assert.ThrowsAsync<RefusedException>(() => Scan(null, OwnCode.Create(OwnCodeKind.Bin, "B1").ToString()))).Rule);

        await Scan(id, "SCAN-0001");
        Assert.Equal(InspectionState.InInspection, await _room.State(id));
        var opId = Guid.NewGuid();
        Assert.Equal("check", (await Scan(id, Card("OK"), opId)).Kind);
        Assert.Equal("check", (await Scan(id, Card("OK"), opId)).Kind);
        Assert.Equal(CheckPoint.Power, Assert.Single((await _room.Device(id))!.Latest!.Checks).Point);
        Assert.EndsWith($"/checks/{CheckPoint.Display}", (await Scan(id, Card("FAULT"))).Go);
        foreach (var point in Checklist.Points.Skip(1))
            await Scan(id, Card(point == CheckPoint.Keyboard ? "NA" : "OK"));
        Assert.Equal("all-answered", (await Assert.ThrowsAsync<RefusedException>(() => Scan(id, Card("OK")))).Rule);
        await Scan(id, Card("GRADEC"));
        Assert.Equal("C", Assert.Single(await _room.Said<DeviceGraded>(id)).Grade);
    }

    [Fact]
    public async Task Two_makers_with_one_serial_are_a_question()
    {
        var (one, other) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        await _room.Deliver(InspectionRoom.Cleared(one, serial: "TWIN-0001"));
        await _room.Deliver(InspectionRoom.Cleared(other, serial: "TWIN-0001") with { Manufacturer = "Dell", Model = "Latitude" });
        var reply = await Scan(null, "TWIN-0001");
        Assert.Equal(("question", 2), (reply.Kind, reply.Devices!.Count));
    }

    [Fact]
    public async Task The_queue_shows_each_device_once_as_its_newest_inspection_stands()
    {
        var id = await _room.Checked("QUEUE-0001");
        await _room.Answer(id, new GivenAnswer(CheckPoint.Locks, CheckAnswer.Fault, "activation lock"));
        var locked = Assert.Single(await List("queue-0001"));
        Assert.Equal((InspectionState.InInspection, "locked", "activation lock"), (locked.State, locked.Blocked, locked.BlockedBecause));
        await _room.Deliver(InspectionRoom.Reopened(id, serial: "QUEUE-0001"));
        Assert.Equal((InspectionState.Withdrawn, "withdrawn", "certificate is revoked"), Assert.Single(await List("QUEUE-0001")) is var gone ? (gone.State, gone.Blocked, gone.BlockedBecause) : default);
        await _room.Deliver(InspectionRoom.Cleared(id, 1, 3, "QUEUE-0001"));
        Assert.Equal((InspectionState.Waiting, 3), Assert.Single(await List("QUEUE-0001")) is var back ? (back.State, back.Revision) : default);
        Assert.Empty(await List("QUEUE-0001", InspectionState.Withdrawn));
        var view = await _room.Call((FindDevices find) => find.Show(id, default));
        Assert.Equal((1, InspectionState.Withdrawn), Assert.Single(view.Earlier) is var earlier ? (earlier.Revision, earlier.State) : default);
    }

    private Task<IReadOnlyList<DeviceRow>> List(string text, params InspectionState[] states) => _room.Call((FindDevices find) => find.List(states, text, 0, default));

    private Task<ScanReply> Scan(Guid? device, string payload, Guid? opId = null) => device is { } id
        ? _room.Call((TakeBenchScan take) => take.Handle(id, new ScanPost(opId ?? Guid.NewGuid(), payload), default))
        : _room.Call((TakeScan take) => take.Handle(new ScanPost(Guid.NewGuid(), payload), default));

    private static string Card(string id) => OwnCode.Create(OwnCodeKind.Command, id).ToString();
}

public sealed class When_a_cleared_device_is_inspected_embedded(EmbeddedStack stack) : When_a_cleared_device_is_inspected(stack), IClassFixture<EmbeddedStack>;

public sealed class When_a_cleared_device_is_inspected_on_servers(PostgresStack stack) : When_a_cleared_device_is_inspected(stack), IClassFixture<PostgresStack>;
