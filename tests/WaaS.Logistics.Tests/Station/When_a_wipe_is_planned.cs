using System.Text.Json;
using WaaS.Logistics.Erasure;
using WaaS.Logistics.Proof.Evidence;
using WaaS.Logistics.Station;
using WaaS.Logistics.Station.Verbs;
using Xunit;

namespace WaaS.Logistics.Tests.Station;

/// <summary>A plan asks all that a wipe asks before its first write, the server too, and leaves everything as it was.</summary>
public sealed class When_a_wipe_is_planned : IAsyncLifetime
{
    private StationBench _station = null!;
    private string _image = "";
    private byte[] _before = [];

    public async ValueTask InitializeAsync()
    {
        _station = await StationBench.EnrolledAsync();
        _image = _station.OrderedImage(1 << 20);
        _before = File.ReadAllBytes(_image);
    }

    // Whatever a plan said, it wrote nothing, claimed nothing and kept nothing.
    public async ValueTask DisposeAsync()
    {
        Assert.Equal(_before, File.ReadAllBytes(_image));
        Assert.Empty(_station.Server.Complaints);
        await _station.DisposeAsync();
    }

    [Fact]
    public async Task What_would_be_done_is_shown_with_the_order_it_would_be_done_for()
    {
        Assert.Equal(ExitCode.Done, await PlanAsync());
        JsonElement told = _station.Result, job = told.GetProperty("job");
        Assert.Equal(("would-wipe", StationBench.Carrier), (told.GetProperty("outcome").GetString(), told.GetProperty("serial").GetString()));
        Assert.Equal((StationBench.Device, "random-1-verify-full", 1, false), (job.GetProperty("deviceSerial").GetString(), job.GetProperty("procedure").GetString(), job.GetProperty("passes").GetInt32(), job.GetProperty("handedOut").GetBoolean()));
        Assert.Equal(["POST /wipe/api/jobs/plan"], _station.Server.Asked);
        Assert.Empty(Directory.EnumerateFileSystemEntries(Path.Combine(_station.Data, "claims")));
        Assert.Empty(Directory.EnumerateFileSystemEntries(Path.Combine(_station.Data, "jobs")));
        Assert.Equal(ExitCode.Done, await _station.RunAsync("plan", "--image", _image, "--data", _station.Data));
        Assert.Contains("ALL of it would be overwritten, and looked at afterwards", _station.Output, StringComparison.Ordinal);
        Assert.Contains("customer Muster GmbH", _station.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_hold_another_order_and_a_station_at_work_are_told()
    {
        _station.Server.Hold = "legal hold 2026-11";
        Assert.Equal((ExitCode.Refused, "hold"), (await PlanAsync(), Rule()));
        Assert.Contains("legal hold 2026-11", _station.Errors, StringComparison.Ordinal);
        _station.Server.Hold = null;
        _station.Server.Job = StationBench.NewJob() with { CarrierSerial = "OTHER-1" };
        Assert.Equal((ExitCode.Refused, TargetRules.SerialDiffers), (await PlanAsync(), Rule()));
        _station.Server.Job = null;
        Assert.Equal((ExitCode.Refused, "no-such-job"), (await PlanAsync(), Rule()));
    }

    [Fact]
    public async Task A_server_that_is_away_is_told_and_is_no_yes()
    {
        await _station.Server.GoAwayAsync();
        Assert.Equal(ExitCode.Unreachable, await PlanAsync());
        Assert.Equal(("unreachable", "server.unreachable"), (_station.Result.GetProperty("outcome").GetString(), Rule()));
        Assert.Contains("NOT KNOWN whether carrier " + StationBench.Carrier, _station.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("would", _station.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_carrier_alone_can_be_looked_at_and_then_nothing_is_said_of_the_order()
    {
        Assert.Equal(ExitCode.Done, await _station.RunAsync("plan", "--image", _image, "--carrier-only", "--json"));
        Assert.Equal("carrier-only", _station.Result.GetProperty("outcome").GetString());
        Assert.Equal(ExitCode.Refused, await _station.RunAsync("plan", "--image", "/dev/null", "--carrier-only", "--json"));
        Assert.Empty(_station.Server.Asked);
        Assert.Equal(ExitCode.Done, await _station.RunAsync("plan", "--image", _image, "--carrier-only"));
        Assert.Contains("The server was NOT asked", _station.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_nobody_can_be_asked_it_is_no_yes_either()
    {
        string empty = _station.Bench.Path_("empty");
        Assert.Equal(ExitCode.Refused, await _station.RunAsync("plan", "--image", _image, "--data", empty, "--json"));
        Assert.Equal("station.not-enrolled", Rule());
        Assert.False(Directory.Exists(empty));
        Assert.Equal(ExitCode.Done, await _station.RunAsync("plan", "--image", _image, "--json"));
        Assert.Equal("carrier-only", _station.Result.GetProperty("outcome").GetString());
    }

    [Fact]
    public async Task What_this_station_cannot_carry_out_is_told()
    {
        _station.Server.Job = StationBench.NewJob() with { ProcedureKey = "bsi-xyz" };
        Assert.Equal((ExitCode.Refused, OrderedRecipe.Unknown), (await PlanAsync(), Rule()));
        _station.Server.Job = StationBench.NewJob() with { ProcedureKey = "bsi-gs", Steps = StationBench.Steps(1, "ata-sanitize-block-erase") };
        Assert.Equal((ExitCode.Refused, TargetRules.NoDrive), (await PlanAsync(), Rule()));
        _station.Server.Job = StationBench.NewJob() with { Verification = new RequiredVerification { Type = VerificationType.Full, Percent = 100 } };
        Assert.Equal((ExitCode.Refused, TargetRules.SerialDiffers), (await PlanAsync("--computer", "OTHER-DEVICE"), Rule()));
    }

    [Fact]
    public async Task A_wipe_that_only_waits_for_its_report_is_told_so()
    {
        _station.Server.TakesNoEvidence = true;
        Assert.Equal(ExitCode.StoredForLater, await _station.WipeAsync(_image));
        _before = File.ReadAllBytes(_image);
        _station.Server.TakesNoEvidence = false;
        Assert.Equal(ExitCode.Done, await PlanAsync());
        Assert.Equal("would-report", _station.Result.GetProperty("outcome").GetString());
    }

    [Fact]
    public async Task An_answer_that_is_none_is_no_yes()
    {
        foreach (string garbage in new[] { "", "null", "{}", "[]", "<html>Welcome</html>", """{"handedOut":true}""", """{"ok":true}""" })
        {
            _station.Server.Garbage = garbage;
            Assert.Equal(ExitCode.Unreachable, await PlanAsync());
            Assert.Equal("unreachable", _station.Result.GetProperty("outcome").GetString());
        }
    }

    private Task<ExitCode> PlanAsync(params string[] more) => _station.RunAsync(["plan", "--image", _image, "--data", _station.Data, "--json", .. more]);

    private string? Rule() => _station.Result.GetProperty("rule").GetString();
}
