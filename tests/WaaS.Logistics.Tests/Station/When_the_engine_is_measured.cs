using System.Diagnostics;
using System.Text.Json;
using WaaS.Logistics.Erasure;
using WaaS.Logistics.Station;
using WaaS.Logistics.Tests.Erasure;
using Xunit;

namespace WaaS.Logistics.Tests.Station;

public sealed class When_the_engine_is_measured : IDisposable
{
    private const int Size = 16 << 20;
    private readonly Workbench _bench = new("/dev/shm");

    [Fact]
    public async Task One_device_gives_ratios_to_dd_and_proves_that_the_medium_was_read()
    {
        string device = _bench.DirectLoop(_bench.Image("disk.img", Size));

        (ExitCode code, JsonElement result, string told) = await BenchAsync("--device", device, "--rounds", "3", "--json");

        Assert.Equal(ExitCode.Done, code);
        Assert.Contains($"ALL 16,777,216 bytes of {device}", told, StringComparison.Ordinal);
        Assert.Equal(Size / 512, result.GetProperty("sectorsOfDevice").GetInt64());
        Assert.True(result.GetProperty("sectorsRead").GetInt64() >= Size / 512);
        Assert.True(result.GetProperty("readFromMedium").GetBoolean());
        Assert.True(result.GetProperty("peakMemoryBytes").GetInt64() > Size / 4);
        JsonElement tools = result.GetProperty("tools");
        Assert.All(
            new[] { "dd-zero", "dd-read", "waas-write", "waas-verify", "shred" },
            tool => Assert.Equal(3, tools.GetProperty(tool).GetProperty("megabytesPerSecond").GetArrayLength()));
        Assert.Equal(MedianOfPairs(tools, "waas-write", "dd-zero"), result.GetProperty("writeRatioToDdZero").GetDouble(), 0.05);
        Assert.Equal(MedianOfPairs(tools, "waas-verify", "dd-read"), result.GetProperty("verifyRatioToDdRead").GetDouble(), 0.05);
    }

    [Fact]
    public async Task Several_devices_are_held_at_a_speed_and_kept_busy()
    {
        string one = _bench.DirectLoop(_bench.Image("one.img", Size)), two = _bench.DirectLoop(_bench.Image("two.img", Size));

        (ExitCode code, JsonElement result, _) = await BenchAsync(
            "--device", one, "--device", two, "--rounds", "1", "--throttle-mb", "40", "--json");

        Assert.Equal(ExitCode.Done, code);
        Assert.Equal(2, result.GetProperty("devices").GetArrayLength());
        Assert.InRange(result.GetProperty("shareOfMedium").GetDouble(), 0.3, 1.2);
        Assert.InRange(result.GetProperty("coresUsed").GetDouble(), 0.0001, 2);
        Assert.True(result.GetProperty("readFromMedium").GetBoolean());
        Assert.DoesNotContain(Directory.EnumerateDirectories("/sys/fs/cgroup"), folder => Directory.Exists(Path.Combine(folder, $"waas-bench-{Environment.ProcessId}")));
    }

    [Fact]
    public async Task A_program_started_meanwhile_does_not_break_the_measuring()
    {
        string one = _bench.DirectLoop(_bench.Image("one.img", Size)), two = _bench.DirectLoop(_bench.Image("two.img", Size));
        var bench = BenchAsync("--device", one, "--device", two, "--rounds", "1", "--throttle-mb", "40", "--json");
        List<Process> started = [];
        while (!bench.IsCompleted)
        {
            started.Add(Process.Start("sleep", "60"));
            await Task.WhenAny(bench, Task.Delay(50));
        }

        foreach (Process program in started)
        {
            program.Kill();
            program.Dispose();
        }

        Assert.Equal(ExitCode.Done, (await bench).Item1);
    }

    [Fact]
    public async Task Without_a_word_that_the_data_may_go_nothing_is_written()
    {
        string image = _bench.Image("disk.img", Size);
        byte[] before = ImageFile.Read(image);

        (ExitCode code, _, string told) = await BenchAsync("--device", _bench.Loop(image));

        Assert.Equal(ExitCode.Refused, code);
        Assert.Contains("--destroy", told, StringComparison.Ordinal);
        Assert.Equal(before, ImageFile.Read(image));
    }

    [Fact]
    public async Task One_device_that_must_not_be_wiped_spares_all_that_are_named_with_it()
    {
        string good = _bench.Image("good.img", Size), used = _bench.Image("used.img", Size);
        byte[] before = File.ReadAllBytes(good);
        string device = _bench.Loop(used);
        Shell.Run("mke2fs", "-q", device);
        string place = Directory.CreateDirectory(_bench.Path_("mnt")).FullName;
        Shell.Run("mount", device, place);
        _bench.Undo(() => Shell.Run("umount", place));

        (ExitCode code, JsonElement result, _) = await BenchAsync("--device", _bench.Loop(good), "--device", device, "--json");

        Assert.Equal(ExitCode.Refused, code);
        Assert.Equal(TargetRules.Mounted, result.GetProperty("rule").GetString());
        Assert.Equal(before, File.ReadAllBytes(good));
    }

    [Theory]
    [InlineData("bench", "--json")]
    [InlineData("bench", "--device", "/dev/loop0", "--device", "/dev/loop0", "--json")]
    [InlineData("bench", "--device", "/dev/loop0", "--all")]
    public async Task Wrong_use_is_wrong_use(params string[] arguments)
    {
        using StringWriter output = new(), errors = new();
        Assert.Equal(ExitCode.Usage, await new StationProgram(output, errors, TimeProvider.System).RunAsync(arguments, TestContext.Current.CancellationToken));
    }

    public void Dispose() => _bench.Dispose();

    private static double MedianOfPairs(JsonElement tools, string own, string peer)
    {
        double[] ratios = [.. Speeds(own).Zip(Speeds(peer), (mine, theirs) => mine / theirs).Order()];
        return ratios[ratios.Length / 2];
        IEnumerable<double> Speeds(string tool) =>
            tools.GetProperty(tool).GetProperty("megabytesPerSecond").EnumerateArray().Select(speed => speed.GetDouble());
    }

    private static async Task<(ExitCode Code, JsonElement Result, string Told)> BenchAsync(params string[] arguments)
    {
        using StringWriter output = new(), errors = new();
        ExitCode code = await new StationProgram(output, TextWriter.Synchronized(errors), TimeProvider.System)
            .RunAsync(["bench", .. arguments], TestContext.Current.CancellationToken);
        string last = output.ToString().TrimEnd().Split('\n')[^1];
        return (code, last.StartsWith('{') ? JsonDocument.Parse(last).RootElement : default, errors.ToString());
    }
}
