using System.Diagnostics;
using System.Text.Json;
using WaaS.Logistics.Proof.StationContract;
using WaaS.Logistics.Station;

namespace WaaS.Logistics.Tests.Station;

/// <summary>The real program looks at bays made of loop devices, while wipes run beside it.</summary>
public sealed class When_a_station_is_watched
{
    private const long Size = 8 << 20;

    [Fact]
    public async Task Every_bay_is_told_empty_ready_and_unexpected_without_any_job()
    {
        await using StationBench station = await StationBench.EnrolledAsync();
        string free = station.Bench.Loop(station.OrderedImage(Size)), used = station.Bench.Loop(station.Bench.Image("used.img", Size));
        Mount(station, used);
        Bays(station, ("A1", free), ("A2", used), ("A3", "/dev/no-such-loop"));

        Assert.Equal(ExitCode.Done, await station.RunAsync("watch", "--data", station.Data, "--once", "--json"));
        var said = Lines(station.Output);
        Assert.Equal(["A1 occupied", "A2 unexpected", "A3 empty"], said.Select(bay => $"{Text(bay, "bay")} {Text(bay, "state")}"));
        Assert.Equal((StationBench.Carrier, "970 EVO", Size), (Text(said[0], "serial"), Text(said[0], "model"), said[0].GetProperty("sizeBytes").GetInt64()));
        Assert.Contains("mounted", Text(said[1], "reason"));
        Assert.Equal(JsonValueKind.Null, said[0].GetProperty("temperature").ValueKind);
        Assert.Equal(["A1", "A2", "A3"], Assert.Single(station.Server.Bays).Bays.Select(bay => bay.Bay));
        Assert.Empty(station.Server.Complaints);
    }

    [Fact]
    public async Task A_wipe_is_followed_from_the_first_byte_to_its_result()
    {
        await using StationBench station = await StationBench.EnrolledAsync();
        string device = station.Bench.Loop(station.OrderedImage(Size));
        Bays(station, ("A1", device));
        using var end = new CancellationTokenSource();
        Task<ExitCode> watching = station.RunAsync(end.Token, "watch", "--data", station.Data, "--json");
        Assert.Equal(ExitCode.Done, await new StationProgram(TextWriter.Null, TextWriter.Null, TimeProvider.System).RunAsync(
            ["wipe", "--image", device, "--operator", "op-7", "--data", station.Data, "--serial", StationBench.Carrier, "--limit-mb", "3", "--quiet"]));
        await StationBench.Until(() => Told(station).LastOrDefault()?.State == BayState.Done, "the server hears that the bay is done");
        await end.CancelAsync();
        Assert.Equal(ExitCode.Done, await watching);

        var told = Told(station).ToList();
        Assert.Contains(told, bay => bay is { State: BayState.Working, Progress.Phase: JobPhase.Overwriting, Progress.BytesTotal: Size } && bay.JobId == station.Server.Job!.JobId);
        Assert.All(told.Where(bay => bay.State == BayState.Working), bay => Assert.Equal(StationBench.Carrier, bay.Serial));
        Assert.Equal("A1", told[^1].Bay);
        Assert.Contains(Lines(station.Output), line => Text(line, "state") == "done");
    }

    [Fact]
    public async Task A_wipe_that_is_killed_is_stopped_and_not_fine()
    {
        await using StationBench station = await StationBench.EnrolledAsync();
        string device = station.Bench.Loop(station.OrderedImage(Size));
        Bays(station, ("A1", device));
        using (Process wipe = StationBench.Start("wipe", "--image", device, "--operator", "op-7", "--data", station.Data, "--serial", StationBench.Carrier, "--limit-mb", "1", "--quiet"))
        {
            await StationBench.Until(() => station.Server.Beats.Any(beat => beat.Phase == JobPhase.Overwriting), "the wipe overwrites");
            BayReport working = await Once(station);
            Assert.Equal((BayState.Working, JobPhase.Overwriting), (working.State, working.Progress?.Phase));
            wipe.Kill();
            await wipe.WaitForExitAsync();
        }

        BayReport died = await Once(station);
        Assert.Equal((BayState.Stopped, "bay.died", null), (died.State, died.Rule, died.Progress));
    }

    [Fact]
    public async Task What_is_refused_says_do_not_wipe_and_why()
    {
        await using StationBench station = await StationBench.EnrolledAsync();
        string device = station.Bench.Loop(station.OrderedImage(Size));
        Bays(station, ("A1", device));
        station.Server.Hold = "court order";
        Assert.Equal(ExitCode.Refused, await station.RunAsync("wipe", "--image", device, "--operator", "op-7", "--data", station.Data, "--quiet"));
        BayReport refused = await Once(station);
        Assert.Equal((BayState.Refused, "order.held"), (refused.State, refused.Rule));
        Assert.Contains("court order", refused.Reason);
    }

    [Fact]
    public async Task A_wipe_in_no_bay_is_shown_beside_them()
    {
        await using StationBench station = await StationBench.EnrolledAsync();
        string image = station.OrderedImage(Size);
        Assert.Equal(ExitCode.Done, await station.WipeAsync(image, "--quiet"));
        Assert.Equal(ExitCode.Done, await station.RunAsync("watch", "--data", station.Data, "--once"));
        Assert.Contains("disk.img", station.Output);
        Assert.Contains("DONE", station.Output);
    }

    [Fact]
    public async Task A_server_that_is_away_is_said_and_holds_nothing_up()
    {
        await using StationBench station = await StationBench.EnrolledAsync();
        await station.Server.GoAwayAsync();
        Bays(station, ("A1", "/dev/no-such-loop"));
        Assert.Equal(ExitCode.Done, await station.RunAsync("watch", "--data", station.Data, "--once"));
        Assert.Contains("EMPTY", station.Output);
        Assert.Contains("SERVER AWAY", station.Output);
    }

    [Theory]
    [InlineData("""{"bays":[{"label":"A1","path":"/sys/a"},{"label":"a1","path":"/sys/b"}]}""")]
    [InlineData("""{"bays":[{"label":"A1"}]}""")]
    [InlineData("""{"bays":{}}""")]
    [InlineData("not json")]
    public async Task A_file_of_bays_that_cannot_be_relied_on_is_refused(string content)
    {
        await using StationBench station = await StationBench.EnrolledAsync();
        File.WriteAllText(Path.Combine(station.Data, "bays.json"), content);
        Assert.Equal(ExitCode.Refused, await station.RunAsync("watch", "--data", station.Data, "--once"));
        Assert.Contains("bays.json", station.Errors);
    }

    [Fact]
    public async Task A_file_that_goes_bad_while_it_is_watched_is_told_of_every_bay_and_ends_nothing()
    {
        await using StationBench station = await StationBench.EnrolledAsync();
        string good = station.Bench.DirectLoop(station.Bench.Image("a.img", 1 << 20));
        Bays(station, ("A1", good), ("A2", good.Replace("loop", "loop9", StringComparison.Ordinal)));
        string file = Path.Combine(station.Data, "bays.json"), content = await File.ReadAllTextAsync(file);
        using var stop = new CancellationTokenSource();
        Task<ExitCode> watching = station.RunAsync(stop.Token, "watch", "--data", station.Data, "--json");
        await StationBench.Until(() => watching.IsCompleted || station.Server.Bays.Any(report => report.Bays is [{ Bay: "A1", State: not BayState.Unreadable }, _]), "the bays were not told");

        await File.WriteAllTextAsync(file, content.Replace("\"A2\"", "\"A1\"", StringComparison.Ordinal));
        await StationBench.Until(() => watching.IsCompleted || station.Server.Bays.Last().Bays is [{ Bay: "A1", State: BayState.Unreadable, Rule: "station.bays-file" }, { Bay: "A2", State: BayState.Unreadable, Reason: { } why }] && why.Contains("named twice", StringComparison.Ordinal), "it was not told");
        Assert.False(watching.IsCompleted);
        await File.WriteAllTextAsync(file, content);
        await StationBench.Until(() => watching.IsCompleted || station.Server.Bays.Last().Bays is [{ State: not BayState.Unreadable }, _], "it did not come back");

        await stop.CancelAsync();
        Assert.Equal(ExitCode.Done, await watching);
        Assert.Contains("station.bays-file", station.Output, StringComparison.Ordinal);
    }

    private static async Task<BayReport> Once(StationBench station)
    {
        Assert.Equal(ExitCode.Done, await station.RunAsync("watch", "--data", station.Data, "--once", "--json"));
        return JsonSerializer.Deserialize(station.Output.Trim(), StationJson.Default.BayReport)!;
    }

    private static IEnumerable<BayReport> Told(StationBench station) => station.Server.Bays.Select(report => report.Bays.Single());

    private static List<JsonElement> Lines(string output) => [.. output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement)];

    private static string? Text(JsonElement bay, string name) => bay.GetProperty(name).GetString();

    // A loop device's own folder in sysfs stays with its name, as a slot's path does.
    private static void Bays(StationBench station, params (string Label, string Device)[] bays) => File.WriteAllText(
        Path.Combine(station.Data, "bays.json"),
        JsonSerializer.Serialize(new { bays = bays.Select(bay => new { label = bay.Label, path = $"/sys/devices/virtual/block/{Path.GetFileName(bay.Device)}" }) }));

    private static void Mount(StationBench station, string device)
    {
        WaaS.Logistics.Tests.Erasure.Shell.Run("mkfs.ext4", "-q", device);
        string place = Directory.CreateDirectory(station.Bench.Path_("mounted")).FullName;
        WaaS.Logistics.Tests.Erasure.Shell.Run("mount", device, place);
        station.Bench.Undo(() => WaaS.Logistics.Tests.Erasure.Shell.Run("umount", place));
    }
}
