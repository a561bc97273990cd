using WaaS.Logistics.IntegrationTests.Platform;
using WaaS.Logistics.Messages;
using WaaS.Logistics.Proof.StationContract;
using WaaS.Logistics.Sanitization.OpenOrder;
using WaaS.Logistics.Sanitization.ReportBays;
using WaaS.Logistics.Sanitization.ShowBench;
using WaaS.Logistics.Testbed;
using Xunit;

namespace WaaS.Logistics.IntegrationTests.Sanitization;

public sealed class When_a_station_falls_silent_embedded(EmbeddedStack stack) : When_a_station_falls_silent(stack), IClassFixture<EmbeddedStack>;

public sealed class When_a_station_falls_silent_on_postgres(PostgresStack stack) : When_a_station_falls_silent(stack), IClassFixture<PostgresStack>;

public abstract class When_a_station_falls_silent(IStack stack) : IAsyncLifetime
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
    public async Task Its_bays_are_not_the_present_any_more()
    {
        var said = _workshop.Clock.GetUtcNow();
        await Report(BayState.Done);
        _workshop.Clock.Advance(TimeSpan.FromSeconds(29));
        Assert.False((await Station()).Silent);
        _workshop.Clock.Advance(TimeSpan.FromSeconds(2));
        var station = await Station();
        Assert.True(station.Silent && station.Bays.Single().Silent);
        Assert.Equal(said.UtcDateTime, station.HeardAt);
        await Report(BayState.Done);
        Assert.False((await Station()).Silent);
    }

    [Fact]
    public async Task A_job_without_bays_is_silent_too_and_one_that_beats_is_not()
    {
        var arrival = Documents.Arrival(slots: new CarrierSlot("M.2-1", "SILENT-1"));
        await _workshop.Deliver<OpenOrderOnDeviceReceived, Messages.Returns.DeviceReceived>(arrival);
        var job = await _bench.Claim(carrier: "SILENT-1");
        Assert.False((await Station()).Silent);
        _workshop.Clock.Advance(TimeSpan.FromSeconds(31));
        Assert.True((await Station()).Bays.Single().Silent);
        await _bench.Beat(job, JobPhase.Overwriting);
        Assert.False((await Station()).Bays.Single().Silent);
    }

    [Fact]
    public async Task One_that_never_spoke_is_not_called_silent()
    {
        var station = await Station();
        Assert.Equal((false, (DateTime?)null), (station.Silent, station.HeardAt));
        Assert.Empty(station.Bays);
    }

    private async Task<BenchStation> Station() => (await _workshop.Call<ReadBench, BenchView>("otto", bench => bench.Handle(default))).Stations.Single(station => station.Id == _bench.Identity.Id);

    private Task<StationReportReply> Report(BayState state) => _workshop.Call<BayReports, StationReportReply>("station", reports => reports.Handle(
        _bench.Identity, new StationReport
        {
            At = _workshop.Clock.GetUtcNow(),
            Bays = [new BayReport { Bay = "A1", State = state, Since = _workshop.Clock.GetUtcNow(), Model = null, Serial = null, SizeBytes = null, Temperature = null, JobId = null, Progress = null, Rule = null, Reason = null }],
        }, default));
}
