using System.Text.Json;
using WaaS.Logistics.Station;
using Xunit;

namespace WaaS.Logistics.Tests.Station;

public sealed class When_carriers_are_listed
{
    [Fact]
    public async Task Images_and_loop_devices_show_with_serial_size_and_what_speaks_against_them()
    {
        await using StationBench station = await StationBench.EnrolledAsync();
        string free = station.OrderedImage(1 << 20), used = station.Bench.Image("used.img", 2 << 20);
        File.WriteAllText(station.Bench.Path_("notes.txt"), "no image");
        string loop = station.Bench.Loop(used);

        Assert.Equal(ExitCode.Done, await station.RunAsync("list", "--images", station.Bench.Folder, "--json"));

        JsonElement[] carriers = [.. station.Result.GetProperty("carriers").EnumerateArray()];
        JsonElement Named(string path) => Assert.Single(carriers, carrier => carrier.GetProperty("path").GetString() == path);
        Assert.Equal(StationBench.Carrier, Named(free).GetProperty("serial").GetString());
        Assert.Equal(JsonValueKind.Null, Named(free).GetProperty("refusal").ValueKind);
        Assert.Contains(loop, Named(used).GetProperty("refusal").GetString(), StringComparison.Ordinal);
        Assert.Equal(used, Named(loop).GetProperty("image").GetString());
        Assert.Equal(2 << 20, Named(loop).GetProperty("sizeBytes").GetInt64());
        Assert.DoesNotContain(carriers, carrier => carrier.GetProperty("path").GetString()!.EndsWith(".txt", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Help_names_every_verb_and_every_exit_code()
    {
        await using StationBench station = await StationBench.EnrolledAsync();
        Assert.Equal(ExitCode.Done, await station.RunAsync("--help"));
        Assert.All(new[] { "enroll", "list", "plan", "wipe", "verify", "journal", "bench" }, verb => Assert.Contains(verb, station.Output, StringComparison.Ordinal));
        Assert.All(Enum.GetValues<ExitCode>(), code => Assert.Contains($"\n  {(int)code}  ", station.Output, StringComparison.Ordinal));
    }
}
