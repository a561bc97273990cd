using System.Text.Json;
using WaaS.Logistics.IntegrationTests.Platform;
using WaaS.Logistics.Messages;
using WaaS.Logistics.Platform.Web;
using WaaS.Logistics.Proof.Evidence;
using WaaS.Logistics.Proof.Records;
using WaaS.Logistics.Proof.StationContract;
using WaaS.Logistics.Sanitization.FindCutOff;
using WaaS.Logistics.Sanitization.KeepLease;
using WaaS.Logistics.Sanitization.OpenOrder;
using WaaS.Logistics.Testbed;
using Xunit;

namespace WaaS.Logistics.IntegrationTests.Sanitization;

public sealed class When_a_station_finds_a_locked_drive_embedded(EmbeddedStack stack) : When_a_station_finds_a_locked_drive(stack), IClassFixture<EmbeddedStack>;

public sealed class When_a_station_finds_a_locked_drive_on_postgres(PostgresStack stack) : When_a_station_finds_a_locked_drive(stack), IClassFixture<PostgresStack>;

/// <summary>What the server says of it, from the signed steps of the station that had the drive before.</summary>
public abstract class When_a_station_finds_a_locked_drive(IStack stack) : IAsyncLifetime
{
    private const string Erase = "ata-security-erase-enhanced";
    private Workshop _workshop = null!;
    private Bench _first = null!;

    public async ValueTask InitializeAsync()
    {
        _workshop = await Workshop.Open(stack);
        _first = await Bench.Enrol(_workshop, "bench 7");
    }

    public ValueTask DisposeAsync() => _workshop.DisposeAsync();

    [Fact]
    public async Task An_erase_that_never_ended_is_named_with_its_station_and_until_when_the_drive_is_that_ones()
    {
        var (job, began) = (await Claimed("NEVER"), _workshop.Clock.GetUtcNow());
        await Steps(job, (StepKinds.EraseStarted, new { technique = Erase }));

        Assert.Equal(("bench 7", Erase, began, began.AddMinutes(10)), Told(await Ask(" carr-never ")));
        _workshop.Clock.Advance(TimeSpan.FromMinutes(11));
        await _workshop.Call<ReturnSilentJobs, int>("watch", silent => silent.Handle(default));
        Assert.Equal(("bench 7", Erase, began, (DateTimeOffset?)null), Told(await Ask("CARR-NEVER")));
        // And now another station gets it.
        var second = await Bench.Enrol(_workshop, "bench 8");
        Assert.NotEqual(job.JobId, (await second.Claim(carrier: "CARR-NEVER", medium: MediaType.Hdd)).JobId);
    }

    [Fact]
    public async Task One_whose_end_is_not_good_may_have_left_the_drive_so_too()
    {
        var job = await Claimed("BAD");
        await Steps(job, (StepKinds.EraseStarted, new { technique = Erase }), (StepKinds.EraseEnded, new { technique = Erase, outcome = "unknown" }));
        Assert.Equal(Erase, (await Ask("CARR-BAD")).Technique);
    }

    [Fact]
    public async Task One_that_ended_well_left_no_password() =>
        await Nothing("GOOD", (StepKinds.EraseStarted, new { technique = Erase }), (StepKinds.EraseEnded, new { technique = Erase, outcome = "completed" }));

    [Fact]
    public async Task A_sanitize_sets_none() => await Nothing("OTHER", (StepKinds.EraseStarted, new { technique = "ata-sanitize-block-erase" }));

    [Fact]
    public async Task An_overwrite_sets_none() => await Nothing("OVER", (StepKinds.PassStarted, new { pass = "1" }));

    [Fact]
    public async Task A_later_erase_that_ended_well_is_what_counts() => await Nothing(
        "TWICE", (StepKinds.EraseStarted, new { technique = Erase }), (StepKinds.EraseStarted, new { technique = Erase }), (StepKinds.EraseEnded, new { technique = Erase, outcome = "completed" }));

    [Fact]
    public async Task Of_a_drive_nobody_had_nothing_is_known_and_of_no_serial_nothing_is_asked()
    {
        Assert.Equal(404, (await Assert.ThrowsAsync<RefusedException>(() => Ask("CARR-NOBODYS"))).Status);
        foreach (var none in new[] { "", "Default string", new string('X', 101) })
            Assert.Equal((400, "carrierSerial"), await Assert.ThrowsAsync<RefusedException>(() => Ask(none)) is var refused ? (refused.Status, refused.Field) : default);
    }

    private async Task Nothing(string name, params (string Kind, object Facts)[] steps)
    {
        await Steps(await Claimed(name), steps);
        Assert.Equal(404, (await Assert.ThrowsAsync<RefusedException>(() => Ask("CARR-" + name))).Status);
    }

    private async Task<Job> Claimed(string name)
    {
        await _workshop.Deliver<OpenOrderOnDeviceReceived, Messages.Returns.DeviceReceived>(Documents.Arrival("LOCKED-" + name, 1, new CarrierSlot("M.2-1", "CARR-" + name)));
        return await _first.Claim(carrier: "CARR-" + name, medium: MediaType.Hdd);
    }

    private async Task Steps(Job job, params (string Kind, object Facts)[] steps)
    {
        List<StepRecord> records = [];
        foreach (var (kind, facts) in steps)
            records.Add(StepChain.Append(records.LastOrDefault(), job.JobId, kind, JsonSerializer.SerializeToElement(facts), _workshop.Clock.GetUtcNow(), _first.Key));
        await _first.Post(job, records);
    }

    private Task<CutOffErase> Ask(string serial) => _workshop.Call<FindCutOffErase, CutOffErase>("station", find => find.Handle(new CutOffRequest { CarrierSerial = serial }, default));

    private static (string, string, DateTimeOffset, DateTimeOffset?) Told(CutOffErase erase) => (erase.StationName, erase.Technique, erase.StartedAt, erase.HeldUntil);
}
