using WaaS.Logistics.Erasure;
using WaaS.Logistics.Proof.Evidence;
using WaaS.Logistics.Proof.Records;
using WaaS.Logistics.Station;
using Xunit;

namespace WaaS.Logistics.Tests.Station;

public sealed class When_a_station_must_not_wipe
{
    [Fact]
    public async Task A_hold_refuses_and_the_server_hears_of_it() =>
        await Refused(TargetRules.OrderHeld, station => station.Server.Hold = "legal hold 2026-11", told: true);

    [Fact]
    public async Task A_stop_before_the_first_write_refuses() =>
        await Refused(
            TargetRules.OrderHeld,
            station =>
            {
                station.Server.Stop = true;
                station.Server.OnHold = () => StationBench.Until(() => !station.Server.Beats.IsEmpty, "no heartbeat");
            },
            told: true);

    [Fact]
    public async Task Another_carrier_than_the_orders_refuses() =>
        await Refused(
            TargetRules.SerialDiffers, station => station.Server.Job = station.Server.Job! with { CarrierSerial = "OTHER-1" }, told: true);

    [Fact]
    public async Task An_order_that_does_not_know_its_carrier_needs_a_scan() =>
        await Refused(
            TargetRules.SerialUnknown, station => station.Server.Job = station.Server.Job! with { CarrierSerial = null }, told: true);

    [Fact]
    public async Task A_scan_of_another_carrier_refuses_before_the_job_is_claimed() =>
        await Refused(TargetRules.SerialDiffers, _ => { }, told: false, "--serial", "OTHER-1");

    [Fact]
    public async Task A_scan_of_another_device_refuses() =>
        await Refused(TargetRules.SerialDiffers, _ => { }, told: true, "--computer", "OTHER-DEVICE");

    [Fact]
    public async Task A_procedure_it_cannot_carry_out_refuses() =>
        await Refused(
            "procedure.not-supported",
            station => station.Server.Job = station.Server.Job! with
            {
                Passes = [.. station.Server.Job.Passes, new ProcedurePass { Number = 2, Pattern = OverwritePattern.Zeros, Generator = null }],
            },
            told: true);

    [Fact]
    public async Task No_order_refuses() => await Refused("no-such-job", station => station.Server.Job = null, told: false);

    [Fact]
    public async Task A_server_that_is_away_at_the_start_means_nothing_is_written()
    {
        await using StationBench station = await StationBench.EnrolledAsync();
        string image = station.OrderedImage(1 << 20);
        byte[] before = ImageFile.Read(image);
        await station.Server.GoAwayAsync();

        Assert.Equal(ExitCode.Unreachable, await station.WipeAsync(image));
        Assert.Equal(before, ImageFile.Read(image));
    }

    [Fact]
    public async Task A_server_that_goes_away_before_the_hold_is_asked_means_nothing_is_written()
    {
        await using StationBench station = await StationBench.EnrolledAsync();
        string image = station.OrderedImage(1 << 20);
        byte[] before = ImageFile.Read(image);
        station.Server.OnHold = () => throw new InvalidOperationException("the server breaks at this very question");

        Assert.Equal(ExitCode.Unreachable, await station.WipeAsync(image));
        Assert.Equal(before, ImageFile.Read(image));
    }

    [Fact]
    public async Task A_folder_that_is_not_enrolled_refuses()
    {
        await using StationBench station = await StationBench.EnrolledAsync();
        string image = station.OrderedImage(1 << 20);
        Assert.Equal(
            ExitCode.Refused,
            await station.RunAsync("wipe", "--image", image, "--operator", "op-7", "--data", station.Bench.Path_("empty"), "--json"));
        Assert.Equal("station.not-enrolled", station.Result.GetProperty("rule").GetString());
    }

    [Fact]
    public async Task A_mounted_image_refuses_before_the_server_is_asked_for_a_job()
    {
        await using StationBench station = await StationBench.EnrolledAsync();
        string image = station.OrderedImage(1 << 20);
        station.Bench.Loop(image);
        Assert.Equal(ExitCode.Refused, await station.WipeAsync(image));
        Assert.DoesNotContain("POST /wipe/api/jobs/claim", station.Server.Asked);
    }

    [Theory]
    [InlineData("wipe", "--all")]
    [InlineData("wipe", "--image", "a", "--image", "b")]
    [InlineData("wipe", "--image")]
    [InlineData("wipe-all")]
    [InlineData("wipe", "/dev/loop0", "/dev/loop1")]
    [InlineData("enroll", "--server", "ftp://x")]
    public async Task Wrong_use_is_wrong_use(params string[] arguments)
    {
        await using StationBench station = await StationBench.EnrolledAsync();
        Assert.Equal(ExitCode.Usage, await station.RunAsync(arguments));
    }

    private static async Task Refused(string rule, Action<StationBench> arrange, bool told, params string[] more)
    {
        await using StationBench station = await StationBench.EnrolledAsync();
        string image = station.OrderedImage(1 << 20);
        byte[] before = ImageFile.Read(image);
        arrange(station);

        ExitCode code = await station.WipeAsync(image, more);

        Assert.Equal(ExitCode.Refused, code);
        Assert.Equal(rule, station.Result.GetProperty("rule").GetString());
        Assert.Equal(before, ImageFile.Read(image));
        Assert.Empty(station.Server.Evidence);
        Assert.Empty(station.Server.Complaints);
        Assert.Equal(told, station.Server.Steps.Any(step => step.Body.Kind == StepKinds.Refused));
    }
}
