using WaaS.Logistics.Erasure;
using WaaS.Logistics.Proof.Evidence;
using WaaS.Logistics.Station;
using WaaS.Logistics.Tests.Erasure;
using Xunit;

namespace WaaS.Logistics.Tests.Station;

/// <summary>What happens between one step and the next, at the worst moment: never a success that is none, and never the wrong carrier.</summary>
public sealed class When_something_comes_between
{
    [Fact]
    public async Task Another_carrier_behind_the_planned_name_is_not_wiped()
    {
        await using StationBench station = await StationBench.EnrolledAsync();
        string planned = station.OrderedImage(1 << 20), other = station.Bench.Image("other.img", 1 << 20), loop = station.Bench.Loop(planned);
        File.WriteAllText(other + ".carrier.json", """{"serial":"OTHER-1","model":"970 EVO","manufacturer":"Samsung","mediaType":"nvme"}""");
        byte[] before = File.ReadAllBytes(other);
        Assert.Equal(ExitCode.Done, await station.RunAsync("plan", "--image", loop, "--data", station.Data, "--json"));

        // The same name, the same size, the same model: renumbered, or swapped in the bay.
        Shell.Run("losetup", "-d", loop);
        Shell.Run("losetup", loop, other);

        Assert.Equal(ExitCode.Refused, await station.WipeAsync(loop));
        Assert.Equal(TargetRules.SerialDiffers, station.Result.GetProperty("rule").GetString());
        Assert.Equal(before, File.ReadAllBytes(other));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("<html>200 OK</html>")]
    [InlineData("""{"clear":"yes","reason":null}""")]
    [InlineData("""{"reason":null}""")]
    [InlineData("""{"clear":true,"reason":null,"clear":true}""")]
    public async Task An_answer_that_is_none_to_the_last_question_means_nothing_is_written(string garbage)
    {
        await using StationBench station = await StationBench.EnrolledAsync();
        string image = station.OrderedImage(1 << 20);
        byte[] before = ImageFile.Read(image);
        station.Server.HoldReply = garbage;

        Assert.Equal(ExitCode.Unreachable, await station.WipeAsync(image));
        Assert.Equal(before, ImageFile.Read(image));
    }

    [Fact]
    public async Task Answers_that_are_none_after_the_first_write_are_a_server_that_is_away()
    {
        await using StationBench station = await StationBench.EnrolledAsync();
        string image = station.OrderedImage(8 << 20);
        station.Heard = line => station.Server.Garbage = line.StartsWith("overwriting", StringComparison.Ordinal) ? "{}" : station.Server.Garbage;
        Assert.Equal(ExitCode.StoredForLater, await station.WipeAsync(image));
        Assert.Empty(station.Server.Evidence);

        (station.Heard, station.Server.Garbage) = (null, null);
        Assert.Equal(ExitCode.Done, await station.RunAsync("journal", "--data", station.Data, "--send", "--json"));
        Assert.Empty(Assert.Single(station.Server.Judgements).Findings);
        Assert.Empty(station.Server.Complaints);
    }

    /// <summary>The station's own disk fills up: where the key, the progress, the steps and the evidence are kept.</summary>
    [Theory]
    [InlineData("overwriting")]
    [InlineData("verifying")]
    public async Task A_full_disk_of_the_station_is_no_success_and_it_is_gone_on_with_when_there_is_room(string phase)
    {
        await using StationBench station = await StationBench.EnrolledAsync();
        string image = station.OrderedImage(4 << 20), jobs = Path.Combine(station.Data, "jobs"), filler = Path.Combine(jobs, "filler");
        Shell.Run("mount", "-t", "tmpfs", "-o", "size=262144", "tmpfs", jobs);
        station.Bench.Undo(() => Shell.Run("umount", jobs));
        station.Heard = line =>
        {
            if (line.StartsWith(phase, StringComparison.Ordinal) && !File.Exists(filler))
            {
                Shell.Try("dd", "if=/dev/zero", $"of={filler}", "bs=4096");
            }
        };
        ExitCode code = await station.WipeAsync(image);
        Assert.True(code is ExitCode.Broken or ExitCode.NotProven, $"{code}: {station.Errors}");
        Assert.True(File.Exists(filler));
        Assert.DoesNotContain(station.Server.Judgements, judged => judged.Accepted);

        station.Heard = null;
        File.Delete(filler);
        code = await station.WipeAsync(image);
        Assert.True(code is ExitCode.Done, $"{code}: {station.Errors}");
        Assert.Contains(station.Server.Judgements, judged => judged.Accepted);
    }

    [Theory]
    [InlineData("overwriting")]
    [InlineData("verifying")]
    public async Task A_stop_in_any_phase_is_a_stop_and_is_gone_on_with(string phase)
    {
        await using StationBench station = await StationBench.EnrolledAsync();
        string image = station.OrderedImage(32 << 20);
        using var stop = new CancellationTokenSource();
        station.Heard = line =>
        {
            if (line.StartsWith(phase, StringComparison.Ordinal))
            {
                stop.Cancel();
            }
        };
        Assert.Equal(ExitCode.NotProven, await station.RunAsync(stop.Token, "wipe", "--image", image, "--operator", "op-7", "--data", station.Data, "--limit-mb", "20", "--json"));
        Assert.Equal("stopped", station.Result.GetProperty("outcome").GetString());
        Assert.Empty(station.Server.Evidence);

        station.Heard = null;
        Assert.Equal(ExitCode.Done, await station.WipeAsync(image));
        Assert.Empty(Assert.Single(station.Server.Judgements).Findings);
    }

    [Fact]
    public async Task A_stop_while_it_is_reported_leaves_the_report_and_does_not_say_that_nothing_was_written()
    {
        await using StationBench station = await StationBench.EnrolledAsync();
        string image = station.OrderedImage(1 << 20);
        using var stop = new CancellationTokenSource();
        station.Heard = line =>
        {
            if (line.StartsWith("verifying   100.0 %", StringComparison.Ordinal))
            {
                stop.Cancel();
            }
        };
        Assert.Equal(ExitCode.StoredForLater, await station.RunAsync(stop.Token, "wipe", "--image", image, "--operator", "op-7", "--data", station.Data, "--json"));
        Assert.Equal("stored-for-later", station.Result.GetProperty("outcome").GetString());
        Assert.DoesNotContain("before anything was written", station.Errors, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Done, await station.RunAsync("journal", "--data", station.Data, "--send", "--json"));
        Assert.Empty(Assert.Single(station.Server.Judgements).Findings);
    }

    [Fact]
    public async Task A_death_between_the_servers_answer_and_the_end_of_the_claim_does_not_bar_the_carrier_for_ever()
    {
        await using StationBench station = await StationBench.EnrolledAsync();
        string image = station.OrderedImage(1 << 20), kept = station.Bench.Path_("claims");
        station.Heard = line =>
        {
            if (line.StartsWith("verifying", StringComparison.Ordinal) && !Directory.Exists(kept))
            {
                Shell.Run("cp", "-r", Path.Combine(station.Data, "claims"), kept);
            }
        };
        Assert.Equal(ExitCode.Done, await station.WipeAsync(image));
        Assert.Empty(Directory.EnumerateFiles(Path.Combine(station.Data, "claims")));
        Shell.Run("cp", "-r", kept, station.Data);

        // The device comes back in another cycle, with the same carrier.
        station.Server.HandOut(StationBench.NewJob());
        Assert.Equal(ExitCode.Done, await station.RunAsync("plan", "--image", image, "--data", station.Data, "--json"));
        Assert.Equal("would-wipe", station.Result.GetProperty("outcome").GetString());
        Assert.Equal(ExitCode.Done, await station.WipeAsync(image));
        Assert.Equal(2, station.Server.Judgements.Count(judged => judged.Accepted));
    }

    [Fact]
    public async Task A_loop_device_over_a_file_system_that_writes_elsewhere_is_no_clean_success()
    {
        await using StationBench station = await StationBench.EnrolledAsync();
        station.Server.Job = StationBench.NewJob();
        string lower = Directory.CreateDirectory(station.Bench.Path_("lower")).FullName, place = Directory.CreateDirectory(station.Bench.Path_("merged")).FullName;
        string room = station.Bench.SmallFileSystem(16 << 20), upper = Directory.CreateDirectory(Path.Combine(room, "upper")).FullName, work = Directory.CreateDirectory(Path.Combine(room, "work")).FullName;
        Shell.Run("sh", "-c", $"head -c 1048576 /dev/urandom > {lower}/disk.img");
        File.WriteAllText(Path.Combine(lower, "disk.img.carrier.json"), $$"""{"serial":"{{StationBench.Carrier}}","model":"970 EVO","manufacturer":"Samsung","mediaType":"nvme"}""");
        Shell.Run("mount", "-t", "overlay", "-o", $"lowerdir={lower},upperdir={upper},workdir={work}", "overlay", place);
        station.Bench.Undo(() => Shell.Run("umount", place));
        byte[] below = File.ReadAllBytes(Path.Combine(lower, "disk.img"));

        ExitCode code = await station.WipeAsync(station.Bench.Loop(Path.Combine(place, "disk.img")));

        // What lay there is still there, below; every byte that was read back was right all the same.
        Assert.Equal(below, File.ReadAllBytes(Path.Combine(lower, "disk.img")));
        Assert.Equal(ExitCode.NotAccepted, code);
        Assert.Equal("R15", Assert.Single(station.Server.Judgements[0].Findings).Rule);
        Assert.Equal(CarrierKind.Loop, station.Server.Evidence[0].Document.Carrier.Kind);
    }
}
