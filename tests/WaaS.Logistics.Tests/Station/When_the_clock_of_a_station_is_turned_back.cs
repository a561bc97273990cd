using WaaS.Logistics.Proof.Evidence;
using WaaS.Logistics.Station;
using Xunit;

namespace WaaS.Logistics.Tests.Station;

/// <summary>In the middle of a wipe: the times that come of it cannot be, and nothing is accepted by them.</summary>
public sealed class When_the_clock_of_a_station_is_turned_back
{
    /// <summary>By less than a request may be off: the server still hears the station, and its evidence ends before it began.</summary>
    [Theory]
    [InlineData("overwriting")]
    [InlineData("verifying")]
    public async Task By_a_little_its_evidence_is_refused_for_its_times(string phase)
    {
        await using StationBench station = await StationBench.EnrolledAsync();
        string image = TurnedBack(station, phase, TimeSpan.FromSeconds(100));

        Assert.Equal(ExitCode.NotAccepted, await station.WipeAsync(image));

        Assert.Contains(RuleIds.Times, Assert.Single(station.Server.Judgements).Findings.Select(finding => finding.Rule));
    }

    /// <summary>By more, the server takes nothing from it any more; set right again it may go on, and what its steps tell is refused all the same.</summary>
    [Fact]
    public async Task By_an_hour_the_server_hears_nothing_of_it_and_its_steps_say_so_later()
    {
        await using StationBench station = await StationBench.EnrolledAsync();
        string image = TurnedBack(station, "overwriting", TimeSpan.FromHours(1));
        Assert.NotEqual(ExitCode.Done, await station.WipeAsync(image, "--limit-mb", "4"));
        Assert.Empty(station.Server.Evidence);
        Assert.NotEmpty(station.Server.Complaints);

        (station.Clock, station.Heard) = (TimeProvider.System, null);
        Assert.NotEqual(ExitCode.Done, await station.WipeAsync(image));

        Assert.DoesNotContain(station.Server.Judgements, judged => judged.Accepted);
        Assert.Contains("evidence.STEPS.clockTurnedBack", Assert.Single(station.Server.Judgements).Findings.Select(finding => finding.MessageKey));
    }

    private static string TurnedBack(StationBench station, string phase, TimeSpan by)
    {
        Clock clock = new();
        station.Clock = clock;
        station.Heard = line => clock.Back = line.StartsWith(phase, StringComparison.Ordinal) ? by : clock.Back;
        return station.OrderedImage(16 << 20);
    }

    private sealed class Clock : TimeProvider
    {
        public TimeSpan Back { get; set; }

        public override DateTimeOffset GetUtcNow() => base.GetUtcNow() - Back;
    }
}
