using System.Diagnostics;
using WaaS.Logistics.Erasure;
using WaaS.Logistics.Proof.Evidence;
using WaaS.Logistics.Proof.Records;
using WaaS.Logistics.Station;
using WaaS.Logistics.Station.Data;
using WaaS.Logistics.Tests.Erasure;
using Xunit;

namespace WaaS.Logistics.Tests.Station;

public sealed class When_the_server_is_away_or_the_station_dies
{
    [Fact]
    public async Task The_wipe_goes_on_and_the_report_is_sent_later_exactly_once()
    {
        await using StationBench station = await StationBench.EnrolledAsync();
        string image = station.OrderedImage(24 << 20);
        station.Server.OnHold = () =>
        {
            _ = Task.Run(async () =>
            {
                await Task.Delay(500);
                await station.Server.GoAwayAsync();
            });
            return Task.CompletedTask;
        };

        Assert.Equal(ExitCode.StoredForLater, await station.WipeAsync(image, "--limit-mb", "12"));
        Assert.Empty(station.Server.Evidence);

        await station.Server.StartAsync();
        Assert.Equal(ExitCode.Done, await station.RunAsync("journal", "--data", station.Data, "--send", "--json"));
        Assert.Equal(ExitCode.Done, await station.RunAsync("journal", "--data", station.Data, "--send", "--json"));

        Assert.Single(station.Server.Evidence);
        Assert.Empty(station.Server.Judgements[0].Findings);
        Assert.Empty(station.Server.Complaints);
        Assert.Equal("reported, accepted", station.Result.GetProperty("jobs")[0].GetProperty("state").GetString());
    }

    [Fact]
    public async Task Lost_answers_cost_repetitions_and_never_a_second_record()
    {
        await using StationBench station = await StationBench.EnrolledAsync();
        string image = station.OrderedImage(1 << 20);
        station.Server.OnHold = () =>
        {
            station.Server.LostReplies = 2;
            station.Server.OnHold = null;
            return Task.CompletedTask;
        };

        Assert.Equal(ExitCode.Done, await station.WipeAsync(image));

        Assert.Equal(0, station.Server.LostReplies);
        Assert.Single(station.Server.Evidence);
        Assert.Empty(station.Server.Complaints);
        Assert.Equal(Enumerable.Range(1, station.Server.Steps.Count).Select(n => (long)n), station.Server.Steps.Select(step => step.Body.Sequence));
    }

    [Fact]
    public async Task Finished_but_unreported_is_reported_by_the_next_call_and_not_wiped_again()
    {
        await using StationBench station = await StationBench.EnrolledAsync();
        string image = station.OrderedImage(24 << 20);
        station.Server.OnHold = () =>
        {
            _ = Task.Run(async () =>
            {
                await Task.Delay(500);
                await station.Server.GoAwayAsync();
            });
            return Task.CompletedTask;
        };
        Assert.Equal(ExitCode.StoredForLater, await station.WipeAsync(image, "--limit-mb", "12"));
        byte[] wiped = Workbench.Peek(image);
        await station.Server.StartAsync();

        Assert.Equal(ExitCode.Done, await station.WipeAsync(image));

        Assert.Equal(wiped, Workbench.Peek(image));
        Assert.Single(station.Server.Evidence);
    }

    [Fact]
    public async Task The_servers_word_stops_it_without_proof_and_it_can_be_gone_on_with()
    {
        await using StationBench station = await StationBench.EnrolledAsync();
        string image = station.OrderedImage(48 << 20);
        Task<ExitCode> wiping = station.WipeAsync(image, "--limit-mb", "8");
        await StationBench.Until(() => wiping.IsCompleted || station.Server.Beats.Any(beat => beat.BytesDone > 0), "it did not begin");
        station.Server.Stop = true;

        Assert.Equal(ExitCode.NotProven, await wiping);
        Assert.Equal("stopped", station.Result.GetProperty("outcome").GetString());
        Assert.Empty(station.Server.Evidence);

        station.Server.Stop = false;
        Assert.Equal(ExitCode.Done, await station.WipeAsync(image));
        EvidenceStep pass = station.Server.Evidence[0].Document.Carrier.Steps[0];
        Assert.Equal(2, pass.Runs);
        Assert.Empty(station.Server.Judgements[0].Findings);
        Assert.Contains(station.Server.Steps, step => step.Body.Kind == StepKinds.PassResumed);
    }

    [Fact]
    public async Task Killed_at_random_moments_it_always_ends_with_every_byte_proven()
    {
        await using StationBench station = await StationBench.EnrolledAsync();
        string image = station.OrderedImage(32 << 20);
        int rounds = int.TryParse(Environment.GetEnvironmentVariable("WAAS_KILL_ROUNDS"), out int asked) ? asked : Environment.GetEnvironmentVariable("WAAS_LONG") is { Length: > 0 } ? 200 : 20;
        int killedWhileWriting = 0;
        for (int round = 0; round < rounds; round++)
        {
            using Process process = StationBench.Start(
                "wipe", "--image", image, "--operator", "op-7", "--data", station.Data, "--limit-mb", "20", "--json");
            Guid job = station.Server.Job!.JobId;
            string journal = Path.Combine(station.Data, "jobs", job.ToString(), "journal.json");
            await StationBench.Until(
                () => process.HasExited || (new WipeJournal(journal).Read() is { State: JournalState.Writing } entry && entry.Runs == round + 1),
                "the wipe did not begin");
            Assert.False(process.HasExited);
            await Task.Delay(Random.Shared.Next(0, 250));
            process.Kill();
            await process.WaitForExitAsync();
            killedWhileWriting += new WipeJournal(journal).Read() is { State: JournalState.Writing } ? 1 : 0;
            Assert.Empty(station.Server.Evidence);
        }

        using Process last = StationBench.Start("wipe", "--image", image, "--operator", "op-7", "--data", station.Data, "--json", "--quiet");
        string result = await last.StandardOutput.ReadToEndAsync();
        await last.WaitForExitAsync();
        Assert.True(last.ExitCode == 0, result + await last.StandardError.ReadToEndAsync());

        Assert.Equal(rounds, killedWhileWriting);
        EvidenceDocument evidence = Assert.Single(station.Server.Evidence).Document;
        Assert.Equal(rounds + 1, evidence.Carrier.Steps[0].Runs);
        Assert.Empty(station.Server.Judgements[0].Findings);
        Assert.Empty(station.Server.Complaints);
        string command = evidence.Carrier.Steps[0].RecheckCommand!.Replace("CARRIER", image, StringComparison.Ordinal);
        Assert.Equal(0, Shell.Try("sh", "-c", command).Code);
    }

    [Fact]
    public async Task A_terminated_station_closes_its_journal()
    {
        await using StationBench station = await StationBench.EnrolledAsync();
        string image = station.OrderedImage(48 << 20);
        using Process process = StationBench.Start(
            "wipe", "--image", image, "--operator", "op-7", "--data", station.Data, "--limit-mb", "12", "--json");
        string journal = Path.Combine(station.Data, "jobs", station.Server.Job!.JobId.ToString(), "journal.json");
        await StationBench.Until(
            () => File.Exists(journal) && File.ReadAllText(journal).Contains("\"Writing\"", StringComparison.Ordinal), "the wipe did not begin");
        await Task.Delay(1000);
        Shell.Run("kill", "-TERM", process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture));
        await process.WaitForExitAsync();

        Assert.Equal((int)ExitCode.NotProven, process.ExitCode);
        JournalEntry entry = new WipeJournal(journal).Read()!;
        Assert.Equal(JournalState.Writing, entry.State);
        Assert.NotEqual(0, entry.WatermarkBytes);
    }

    [Fact]
    public async Task Two_stations_on_one_carrier_are_one_too_many()
    {
        await using StationBench station = await StationBench.EnrolledAsync();
        string image = station.OrderedImage(24 << 20);
        Task<ExitCode> first = station.WipeAsync(image, "--limit-mb", "20");
        await StationBench.Until(() => station.Server.Beats.Any(beat => beat.BytesDone > 0) || first.IsCompleted, "the first did not begin");
        Assert.False(first.IsCompleted);

        using StringWriter output = new(), errors = new();
        ExitCode second = await new StationProgram(output, errors, TimeProvider.System)
            .RunAsync(["wipe", "--image", image, "--operator", "op-8", "--data", station.Data, "--json"]);

        Assert.Equal(ExitCode.Refused, second);
        Assert.Contains(TargetRules.Held, output.ToString(), StringComparison.Ordinal);
        Assert.Equal(ExitCode.Done, await first);
    }
}
