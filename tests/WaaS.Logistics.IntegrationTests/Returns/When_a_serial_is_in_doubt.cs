using Microsoft.EntityFrameworkCore;
using WaaS.Logistics.IntegrationTests.Platform;
using WaaS.Logistics.Platform.Web;
using WaaS.Logistics.Returns.Receiving;
using WaaS.Logistics.Returns.RecordScan;
using WaaS.Logistics.Testbed;
using Xunit;
using TakeScan = WaaS.Logistics.Returns.TakeScan.TakeScan;

namespace WaaS.Logistics.IntegrationTests.Returns;

/// <summary>O or 0, I or 1, repaired or not: a person is asked, with both readings shown, and nothing is recorded before the answer.</summary>
public abstract class When_a_serial_is_in_doubt(IStack stack) : IAsyncLifetime
{
    private Desk _desk = null!;

    public async ValueTask InitializeAsync() => _desk = await Desk.OpenEmpty(stack);

    public ValueTask DisposeAsync() => _desk.DisposeAsync();

    [Theory]
    [InlineData("PF3EXP0{0}", "PF3EXPO{0}")]
    [InlineData("5CG1I30Q{0}", "5CGII3OQ{0}")]
    [InlineData("PF-0ABCD{0}", "pfoabcd{0}")]
    public async Task A_serial_that_looks_like_an_expected_one_asks_and_records_nothing(string expected, string typed)
    {
        var (serial, slip) = (string.Format(null, expected, $"A{typed.Length}"), string.Format(null, typed, $"A{typed.Length}"));
        var (session, devices, _) = await _desk.Expect(serial);
        var asked = await _desk.Scan(session, slip);
        Assert.Equal((null, ScanReason.LooksAlike, slip), (asked.Outcome, asked.Reason, asked.Serial));
        Assert.Equal([(devices[0].Manufacturer, serial), ("", slip)], asked.Choices.Select(choice => (choice.Manufacturer, choice.Serial)));
        Assert.Equal(0, await Scans(session));

        var answer = await Answer(session, asked, serial);
        Assert.Equal((ScanOutcome.Expected, devices[0].Id), (answer.Outcome!.Value, answer.DeviceId!.Value));
        Assert.Equal(slip, (await _desk.Returns(db => db.Scans.SingleAsync(row => row.Id == answer.ScanId))).Payload);
    }

    [Fact]
    public async Task As_it_was_read_it_is_a_stranger()
    {
        var (session, _, _) = await _desk.Expect("PF3EXB01");
        var asked = await _desk.Scan(session, "PF3EXBO1");
        Assert.Equal(ScanOutcome.Unknown, (await Answer(session, asked, "PF3EXBO1")).Outcome);
        // Now something has exactly this serial: nobody is asked again.
        Assert.Equal(ScanOutcome.Duplicate, (await _desk.Scan(session, "PF3EXBO1")).Outcome);
    }

    [Fact]
    public async Task Only_what_was_offered_can_be_chosen()
    {
        var (session, _, _) = await _desk.Expect("PF3EXC01", "PF3OTHER");
        var asked = await _desk.Scan(session, "PF3EXCO1");
        var refused = await Assert.ThrowsAsync<RefusedException>(() => Answer(session, asked, "PF3OTHER"));
        Assert.Equal(("invalid-serial", "serial"), (refused.Rule, refused.Field));
        Assert.Equal(0, await Scans(session));
    }

    [Fact]
    public async Task An_exact_serial_is_never_asked_about_its_likeness()
    {
        var (session, devices, _) = await _desk.Expect("PF3EXD01", "PF3EXDO1");
        Assert.Equal(devices[1].Id, (await _desk.Scan(session, "PF3EXDO1")).DeviceId);
        Assert.Equal(devices[0].Id, (await _desk.Scan(session, "PF3EXD01")).DeviceId);
    }

    [Fact]
    public async Task Another_makers_label_is_not_asked_about()
    {
        var (session, _, _) = await _desk.Expect("PF3EXE01");
        Assert.Equal(ScanOutcome.Unknown, (await _desk.Scan(session, "PF3EXEO1", maker: "Dell", model: "Latitude")).Outcome);
        Assert.Null((await _desk.Scan(session, "PF3EXEO1", maker: "HP Inc.")).Outcome);
    }

    [Fact]
    public async Task Scanned_again_the_label_has_said_it_twice()
    {
        var (session, _, _) = await _desk.Expect("PF3EXF01");
        var first = new ScanPost(Guid.NewGuid(), "PF3EXFO1");
        var question = await _desk.Call((TakeScan take) => take.Handle(session, first, null, default));
        Assert.Equal(("question", $"/returns/sessions/{session}/whose?scan={first.OpId}"), (question.Kind, question.Go));
        var again = await _desk.Call((TakeScan take) => take.Handle(session, new ScanPost(Guid.NewGuid(), "PF3EXFO1"), first.OpId, default));
        Assert.Equal((ScanOutcome.Unknown, $"/returns/sessions/{session}"), (again.Device!.Outcome!.Value, again.Go));
        // The photo of the question goes to the scan that answered it.
        Assert.Equal((first.OpId, $"/returns/api/sessions/{session}/devices/{again.Device.ScanId}/photos"), (again.Answers, again.Photo));
    }

    [Fact]
    public async Task A_better_scan_of_it_answers_by_itself()
    {
        var (session, devices, _) = await _desk.Expect("PF3EXG01");
        var slip = new ScanPost(Guid.NewGuid(), "PF3EXGO1");
        await _desk.Call((TakeScan take) => take.Handle(session, slip, null, default));
        var scanned = await _desk.Call((TakeScan take) => take.Handle(session, new ScanPost(Guid.NewGuid(), "PF3EXG01"), slip.OpId, default));
        Assert.Equal((ScanOutcome.Expected, devices[0].Id, slip.OpId), (scanned.Device!.Outcome!.Value, scanned.Device.DeviceId!.Value, scanned.Answers));
    }

    [Fact]
    public async Task Another_device_is_no_answer()
    {
        var (session, devices, _) = await _desk.Expect("PF3EXH01", "PF3OTHE2");
        var slip = new ScanPost(Guid.NewGuid(), "PF3EXHO1");
        await _desk.Call((TakeScan take) => take.Handle(session, slip, null, default));
        var other = await _desk.Call((TakeScan take) => take.Handle(session, new ScanPost(Guid.NewGuid(), "PF3OTHE2"), slip.OpId, default));
        Assert.Equal((devices[1].Id, null), (other.Device!.DeviceId!.Value, other.Answers));
    }

    [Fact]
    public async Task What_a_hand_typed_is_not_repaired_over_the_device_that_has_it()
    {
        var (session, devices, _) = await _desk.Expect("5YZFDH1");
        var asked = await Arrived(session, "5YZFDH1", "5ZYFDH1");
        Assert.Equal((null, ScanReason.LooksAlike), (asked.Outcome, asked.Reason));
        Assert.Equal(["5YZFDH1", "5ZYFDH1"], asked.Choices.Select(choice => choice.Serial));
        Assert.Equal(devices[0].Id, (await Answer(session, asked, "5YZFDH1")).DeviceId);
    }

    [Fact]
    public async Task What_was_repaired_says_with_its_scan_how_it_had_arrived()
    {
        var (session, devices, _) = await _desk.Expect("5ZYFDK1");
        var answer = await Arrived(session, "5YZFDK1", "5ZYFDK1");
        Assert.Equal(devices[0].Id, answer.DeviceId);
        Assert.Equal(["Arrived 5YZFDK1"], await _desk.Returns(db => db.Codes.Where(code => code.ScanId == answer.ScanId).Select(code => code.Kind + " " + code.Value).ToListAsync()));
    }

    private Task<RecordScanAnswer> Arrived(Guid session, string arrived, string repaired) =>
        _desk.Call((RecordScan record) => record.Handle(session, new RecordScanRequest(Guid.NewGuid(), repaired, Arrived: arrived), default));

    private Task<RecordScanAnswer> Answer(Guid session, RecordScanAnswer asked, string serial) =>
        _desk.Call((RecordScan record) => record.Handle(session, asked.Asked! with { OpId = Guid.NewGuid(), Serial = serial }, default));

    private Task<int> Scans(Guid session) => _desk.Returns(db => db.Scans.CountAsync(row => row.SessionId == session));
}

public sealed class When_a_serial_is_in_doubt_on_sqlite() : When_a_serial_is_in_doubt(new EmbeddedStack());

public sealed class When_a_serial_is_in_doubt_on_postgres(PostgresStack stack) : When_a_serial_is_in_doubt(stack), IClassFixture<PostgresStack>;
