using Microsoft.EntityFrameworkCore;
using WaaS.Logistics.IntegrationTests.Platform;
using WaaS.Logistics.Platform.Web;
using WaaS.Logistics.Returns.Orders;
using WaaS.Logistics.Returns.Overview;
using WaaS.Logistics.Returns.Receiving;
using WaaS.Logistics.Returns.RecordScan;
using WaaS.Logistics.Returns.TakeScan;
using WaaS.Logistics.Scanning;
using WaaS.Logistics.Testbed;
using Xunit;
using TakeScan = WaaS.Logistics.Returns.TakeScan.TakeScan;

namespace WaaS.Logistics.IntegrationTests.Returns;

/// <summary>A camera sees all codes of a label at once, an imager sends them line after line: one device, one verdict, and the other codes stay with it.</summary>
public abstract class When_a_whole_label_is_seen(IStack stack) : IAsyncLifetime
{
    private const string Gtin = "4006381333931", Mac = "00:1A:2B:3C:4D:5E";
    private Desk _desk = null!;

    public async ValueTask InitializeAsync() => _desk = await Desk.OpenEmpty(stack);

    public ValueTask DisposeAsync() => _desk.DisposeAsync();

    [Fact]
    public async Task The_serial_is_received_and_the_others_are_kept_with_the_scan()
    {
        var (session, devices, _) = await _desk.Expect("5CG2140L01");
        var reply = await See(session, new(Gtin, "]E0"), new("5CG2140L01", "]C0"), new(Mac), new("PSID: ABCDEFGHIJKLMNOPQRSTUVWXYZ012345"));
        Assert.Equal(("device", ScanOutcome.Expected, devices[0].Id), (reply.Kind, reply.Device!.Outcome!.Value, reply.Device.DeviceId!.Value));
        var scan = Assert.Single((await _desk.Call((FindSessions find) => find.View(session, default))).Scans);
        Assert.Equal([("GTIN", "0" + Gtin), ("MAC", "001A2B3C4D5E")], scan.Codes.Select(code => (code.Kind, code.Value)).Order());
    }

    [Fact]
    public async Task The_fleet_decides_which_code_is_the_serial()
    {
        var (session, devices, _) = await _desk.Expect("4006381333948");
        Assert.Equal(devices[0].Id, (await See(session, new("4006381333948"), new("HELLO-42"))).Device!.DeviceId);
    }

    [Fact]
    public async Task Two_devices_in_one_picture_are_never_chosen_between()
    {
        var (session, devices, _) = await _desk.Expect("5CG2140M01", "5CG2140M02");
        var asked = await See(session, new("5CG2140M01"), new("5CG2140M02"), new(Gtin));
        Assert.Equal(("question", ScanReason.SeveralSerials), (asked.Kind, asked.Device!.Reason));
        Assert.Equal(["5CG2140M01", "5CG2140M02"], asked.Device.Choices.Select(choice => choice.Serial));
        // Also where only one of them is known.
        Assert.Equal(["5CG2140M01", "5CG2140M99"], (await See(session, new("5CG2140M99"), new("5CG2140M01"))).Device!.Choices.Select(choice => choice.Serial));
        // And where none is.
        Assert.Equal(2, (await See(session, new("5CG2140M98"), new("5CG2140M99"))).Device!.Choices.Count);
        Assert.Equal(0, await Scans(session));
        var answer = await _desk.Call((RecordScan record) => record.Handle(session, asked.Device.Asked! with { OpId = Guid.NewGuid(), Serial = "5CG2140M02" }, default));
        Assert.Equal(devices[1].Id, answer.DeviceId);
    }

    [Fact]
    public async Task A_tag_of_one_device_beside_the_serial_of_another_is_refused()
    {
        var (session, devices, _) = await _desk.Expect("5CG2140N01", "5CG2140N02");
        var tag = OwnCode.Create(OwnCodeKind.Device, devices[0].Id).ToString();
        Assert.Equal("two-devices-seen", (await Assert.ThrowsAsync<RefusedException>(() => See(session, new(tag), new("5CG2140N02")))).Rule);
        Assert.Equal(devices[0].Id, (await See(session, new(tag), new("5CG2140N01"))).Device!.DeviceId);
    }

    [Fact]
    public async Task A_label_without_a_serial_leaves_nothing()
    {
        var (session, _, _) = await _desk.Expect("5CG2140P01");
        Assert.Equal("no-serial-seen", (await Assert.ThrowsAsync<RefusedException>(() => See(session, new(Gtin), new(Mac)))).Rule);
        Assert.Equal(0, await Scans(session));
    }

    [Fact]
    public async Task A_serial_of_a_label_that_looks_like_an_expected_one_asks()
    {
        var (session, devices, _) = await _desk.Expect("5CG2140Q01");
        var asked = await See(session, new("5CG214OQ01"), new(Gtin));
        Assert.Equal((null, ScanReason.LooksAlike), (asked.Device!.Outcome, asked.Device.Reason));
        var answer = await _desk.Call((RecordScan record) => record.Handle(session, asked.Device.Asked! with { OpId = Guid.NewGuid(), Serial = "5CG2140Q01" }, default));
        Assert.Equal(devices[0].Id, answer.DeviceId);
        // What the label said stays with it.
        Assert.Equal(["GTIN " + Gtin, "S/N 5CG214OQ01"], await Kept(answer.ScanId));
    }

    [Fact]
    public async Task What_is_wrong_with_the_codes_is_said()
    {
        var (session, _, _) = await _desk.Expect("5CG2140R01");
        foreach (var (codes, field) in new (LabelCode[], string)[] { ([], "codes"), ([.. Enumerable.Repeat(new LabelCode("A"), 33)], "codes"), ([new("5CG2140R01"), new(" ")], "codes[1].text"), ([new("5CG2140R01", "d2"), new("X")], "codes[0].symbologyIdentifier") })
            Assert.Equal(field, (await Assert.ThrowsAsync<RefusedException>(() => See(session, codes))).Field);
        Assert.Equal("codes", (await Assert.ThrowsAsync<RefusedException>(() => _desk.Call((RecordScan record) => record.Handle(session, new RecordScanRequest(Guid.NewGuid(), "A", Codes: [new("B")]), default)))).Field);
    }

    [Fact]
    public async Task Lines_of_one_label_leave_the_devices_verdict_standing()
    {
        var (session, devices, _) = await _desk.Expect("5CG2140S01");
        var before = await Line(session, Gtin);
        Assert.Equal(("code", Tone.Look, null), (before.Kind, before.Tone, before.Device));
        Assert.Equal(ScanOutcome.Expected, (await Line(session, "5CG2140S01")).Device!.Outcome);
        foreach (var code in new[] { Mac, "1P20XWS0AB00" })
        {
            var after = await Line(session, code);
            Assert.Equal(("code", Tone.Ok, devices[0].Id), (after.Kind, after.Tone, after.Device!.DeviceId!.Value));
            Assert.NotNull(after.Note);
        }
        var scan = Assert.Single((await _desk.Call((FindSessions find) => find.View(session, default))).Scans);
        Assert.Equal(["GTIN", "MAC", "P/N"], scan.Codes.Select(code => code.Kind).Order());
    }

    [Fact]
    public async Task A_model_that_came_before_its_serial_was_no_device()
    {
        var (session, devices, _) = await _desk.Expect("PF9BRT01", "PF9BRT02");
        var model = (await Line(session, "20XW0025GE")).Device!;
        Assert.Equal(ScanOutcome.Unknown, model.Outcome);
        var scan = (await Line(session, "PF9BRT01")).Device!;
        Assert.Equal((ScanOutcome.Expected, devices[0].Id), (scan.Outcome, scan.DeviceId!.Value));
        Assert.Equal(["MODEL 20XW0025GE"], await Kept(scan.ScanId));
        Assert.Equal((0, 0), await Standing(model.ScanId));

        // A person takes longer to aim at the next device: what was unknown stays so.
        var other = (await Line(session, "20XW0026GE")).Device!.ScanId;
        _desk.Clock.Advance(TimeSpan.FromSeconds(2));
        Assert.Empty(await Kept((await Line(session, "PF9BRT02")).Device!.ScanId));
        Assert.Equal((1, 1), await Standing(other));
    }

    [Fact]
    public async Task A_strangers_serial_right_before_a_known_one_stays_unknown()
    {
        var (session, _, _) = await _desk.Expect("PF9BRU01");
        var stranger = (await Line(session, "PF9BRU99")).Device!.ScanId;
        Assert.Empty(await Kept((await Line(session, "PF9BRU01")).Device!.ScanId));
        Assert.Equal((1, 1), await Standing(stranger));
    }

    [Fact]
    public async Task A_repeated_line_gets_its_first_answer()
    {
        var (session, _, _) = await _desk.Expect("5CG2140T01");
        await Line(session, "5CG2140T01");
        var post = new ScanPost(Guid.NewGuid(), Mac);
        var first = await Post(session, post);
        _desk.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(first, await Post(session, post) with { Device = first.Device });
        Assert.Single(await Kept(first.Device!.ScanId));
    }

    [Fact]
    public async Task What_comes_later_is_of_another_label()
    {
        var (session, _, _) = await _desk.Expect("5CG2140U01", "5CG2140U02");
        await Line(session, Gtin);
        _desk.Clock.Advance(TimeSpan.FromSeconds(2));
        var scan = (await Line(session, "5CG2140U01")).Device!.ScanId;
        _desk.Clock.Advance(TimeSpan.FromSeconds(2));
        Assert.Null((await Line(session, Mac)).Device);
        // It waits, and goes with the serial that follows at once.
        var next = (await Line(session, "5CG2140U02")).Device!.ScanId;
        Assert.Empty(await Kept(scan));
        Assert.Equal(["MAC 001A2B3C4D5E"], await Kept(next));
    }

    [Fact]
    public async Task Serials_after_one_another_stay_scans_and_each_keeps_its_article()
    {
        string[] serials = [.. Enumerable.Range(1, 10).Select(number => $"PF9BRS{number:D2}")];
        var (session, _, _) = await _desk.Expect(serials);
        foreach (var serial in serials)
        {
            await Line(session, serial);
            await Line(session, Gtin);
        }
        var scans = (await _desk.Call((FindSessions find) => find.View(session, default))).Scans;
        Assert.Equal(serials, scans.OrderBy(scan => scan.Number).Select(scan => scan.Serial));
        Assert.All(scans, scan => Assert.Equal("GTIN", Assert.Single(scan.Codes).Kind));
    }

    [Fact]
    public async Task A_stop_stays_over_the_lines_that_follow()
    {
        var (session, _, _) = await _desk.Expect("5CG2140V01");
        await _desk.Call((WaaS.Logistics.Returns.StopSerial.StopSerial stop) => stop.Handle(new(Guid.NewGuid(), "5CG2140V01", "stolen"), default));
        Assert.Equal(Tone.Stop, (await Line(session, "5CG2140V01")).Tone);
        Assert.Equal((Tone.Stop, "code"), (await Line(session, Mac)) is var after ? (after.Tone, after.Kind) : default);
    }

    [Fact]
    public async Task A_parcels_label_is_of_no_device()
    {
        var (session, _, _) = await _desk.Expect("5CG2140W01");
        await Line(session, "5CG2140W01");
        Assert.Equal("not-a-serial", (await Assert.ThrowsAsync<RefusedException>(() => Line(session, "1Z999AA10123456784"))).Rule);
    }

    private Task<ScanReply> See(Guid session, params LabelCode[] codes) => Post(session, new ScanPost(Guid.NewGuid(), Codes: codes));

    private Task<ScanReply> Line(Guid session, string payload) => Post(session, new ScanPost(Guid.NewGuid(), payload));

    private Task<ScanReply> Post(Guid session, ScanPost post) => _desk.Call((TakeScan take) => take.Handle(session, post, null, default));

    private Task<List<string>> Kept(Guid? scan) => _desk.Returns(db => db.Codes.Where(code => code.ScanId == scan).OrderBy(code => code.Kind).Select(code => code.Kind + " " + code.Value).ToListAsync());

    private Task<(int Quarantines, int Discrepancies)> Standing(Guid? scan) => _desk.Returns(async db =>
        (await db.Quarantines.CountAsync(row => row.ScanId == scan && row.State == QuarantineState.Standing), await db.Discrepancies.CountAsync(row => row.ScanId == scan && row.State == DiscrepancyState.Open)));

    private Task<int> Scans(Guid session) => _desk.Returns(db => db.Scans.CountAsync(row => row.SessionId == session));
}

public sealed class When_a_whole_label_is_seen_on_sqlite() : When_a_whole_label_is_seen(new EmbeddedStack());

public sealed class When_a_whole_label_is_seen_on_postgres(PostgresStack stack) : When_a_whole_label_is_seen(stack), IClassFixture<PostgresStack>;
