using WaaS.Logistics.Proof;
using WaaS.Logistics.Proof.Evidence;
using WaaS.Logistics.Proof.Records;
using WaaS.Logistics.Proof.StationContract;
using WaaS.Logistics.Station;
using WaaS.Logistics.Tests.Erasure;
using Xunit;

namespace WaaS.Logistics.Tests.Station;

public sealed class When_a_station_wipes_a_carrier
{
    [Fact]
    public async Task The_server_gets_signed_steps_and_evidence_that_no_rule_speaks_against()
    {
        await using StationBench station = await StationBench.EnrolledAsync();
        string image = station.OrderedImage(5_000_192);

        ExitCode code = await station.WipeAsync(image);

        Assert.Equal(ExitCode.Done, code);
        Assert.Empty(station.Server.Complaints);
        EvidenceDocument evidence = Assert.Single(station.Server.Evidence).Document;
        Assert.Empty(Assert.Single(station.Server.Judgements).Findings);
        Assert.Equal("op-7", evidence.Operator);
        Assert.Equal(SerialSource.File, evidence.Carrier.SerialSource);
        Assert.Equal(
            [
                StepKinds.JobClaimed, StepKinds.CarrierIdentified, StepKinds.HoldChecked, StepKinds.PassStarted, StepKinds.PassEnded,
                StepKinds.VerifyStarted, StepKinds.VerifyEnded, StepKinds.Finished,
            ],
            station.Server.Steps.Select(step => step.Body.Kind));
        Assert.Equal("wiped", station.Result.GetProperty("outcome").GetString());
    }

    [Fact]
    public async Task The_command_on_the_evidence_re_checks_the_carrier_with_tools_that_are_not_ours()
    {
        await using StationBench station = await StationBench.EnrolledAsync();
        string image = station.OrderedImage(3 << 20);
        await station.WipeAsync(image);
        string command = station.Server.Evidence[0].Document.Carrier.Steps[0].RecheckCommand!.Replace("CARRIER", image, StringComparison.Ordinal);

        Assert.Equal(0, Shell.Try("sh", "-c", command).Code);

        ChangeByte(image, 3_000_000);
        Assert.NotEqual(0, Shell.Try("sh", "-c", command).Code);
    }

    [Fact]
    public async Task Two_passes_are_made_when_the_order_asks_for_two()
    {
        await using StationBench station = await StationBench.EnrolledAsync();
        string image = station.OrderedImage(2 << 20);
        station.Server.Job = station.Server.Job! with
        {
            ProcedureKey = "random-2-verify-full", Steps = StationBench.Steps(2), Passes = [.. station.Server.Job.Passes, station.Server.Job.Passes[0] with { Number = 2 }],
        };

        Assert.Equal(ExitCode.Done, await station.WipeAsync(image));

        Assert.Empty(station.Server.Judgements[0].Findings);
        Assert.Equal([StepKind.Overwrite, StepKind.Overwrite, StepKind.Verify], station.Server.Evidence[0].Document.Carrier.Steps.Select(step => step.Kind));
        Assert.Equal(2, station.Server.Steps.Count(step => step.Body.Kind == StepKinds.PassStarted));
        Assert.Single(station.Server.Steps, step => step.Body.Kind == StepKinds.VerifyStarted);
    }

    [Fact]
    public async Task A_loop_device_counts_what_the_medium_delivered()
    {
        await using StationBench station = await StationBench.EnrolledAsync();
        string device = station.Bench.Loop(station.OrderedImage(8 << 20), "--direct-io=on");

        Assert.Equal(ExitCode.Done, await station.WipeAsync(device));

        CarrierResult carrier = station.Server.Evidence[0].Document.Carrier;
        Assert.Equal(CarrierKind.Loop, carrier.Kind);
        Assert.True(carrier.Verification.BlockLayerSectorsRead >= (8 << 20) / 512);
        Assert.Empty(station.Server.Judgements[0].Findings);
    }

    [Fact]
    public async Task The_hold_is_asked_after_everything_else_and_before_the_first_write()
    {
        await using StationBench station = await StationBench.EnrolledAsync();
        string image = station.OrderedImage(2 << 20);
        byte[] before = Workbench.Peek(image);
        bool untouched = false;
        station.Server.OnHold = () =>
        {
            untouched = Workbench.Peek(image).AsSpan().SequenceEqual(before);
            return Task.CompletedTask;
        };

        Assert.Equal(ExitCode.Done, await station.WipeAsync(image));

        Assert.True(untouched);
        Assert.NotEqual(before, Workbench.Peek(image));
    }

    [Fact]
    public async Task It_beats_while_it_works()
    {
        await using StationBench station = await StationBench.EnrolledAsync();
        string image = station.OrderedImage(24 << 20);

        Assert.Equal(ExitCode.Done, await station.WipeAsync(image, "--limit-mb", "10"));

        Assert.Contains(station.Server.Beats, beat => beat.Phase == JobPhase.Overwriting && beat.BytesDone > 0 && beat.BytesTotal == 24 << 20);
        Assert.Contains(station.Server.Beats, beat => beat.Phase == JobPhase.Verifying);
    }

    [Fact]
    public async Task A_carrier_that_lies_is_reported_as_failed()
    {
        await using StationBench station = await StationBench.EnrolledAsync();
        using var disk = new FaultyDisk(Directory.CreateDirectory(station.Bench.Path_("fuse")).FullName, 4 << 20) { DropsWrites = true };
        station.Server.Job = StationBench.NewJob();

        ExitCode code = await station.WipeAsync(disk.Path, "--serial", StationBench.Carrier);

        Assert.Equal(ExitCode.NotProven, code);
        EvidenceDocument evidence = Assert.Single(station.Server.Evidence).Document;
        Assert.Equal(Outcome.Failed, evidence.Carrier.Outcome);
        Assert.Equal(VerificationOutcome.Failed, evidence.Carrier.Verification.Result);
        Assert.Contains(station.Server.Judgements[0].Findings, finding => finding.Rule == RuleIds.Completeness);
    }

    [Fact]
    public async Task Evidence_that_is_not_accepted_is_no_success()
    {
        await using StationBench station = await StationBench.EnrolledAsync();
        string image = station.Bench.Image("bare.img", 2 << 20);
        station.Server.Job = StationBench.NewJob();

        ExitCode code = await station.WipeAsync(image, "--serial", StationBench.Carrier);

        Assert.Equal(ExitCode.NotAccepted, code);
        Assert.Contains(station.Server.Judgements[0].Findings, finding => finding.Rule == RuleIds.CarrierIdentity);
    }

    [Fact]
    public async Task A_second_carrier_gets_its_own_job_and_key()
    {
        await using StationBench station = await StationBench.EnrolledAsync();
        string image = station.OrderedImage(1 << 20);
        await station.WipeAsync(image);
        ContentHash? first = station.Server.Evidence[0].Document.Carrier.Steps[0].KeyFingerprint;
        await using StationBench other = await StationBench.EnrolledAsync();
        await other.WipeAsync(other.OrderedImage(1 << 20));
        Assert.NotEqual(first, other.Server.Evidence[0].Document.Carrier.Steps[0].KeyFingerprint);
    }

    [Fact]
    public async Task It_can_be_verified_again_later_and_a_change_is_found()
    {
        await using StationBench station = await StationBench.EnrolledAsync();
        string image = station.OrderedImage(3 << 20);
        await station.WipeAsync(image);
        string job = station.Server.Job!.JobId.ToString();

        Assert.Equal(ExitCode.Done, await station.RunAsync("verify", "--image", image, "--data", station.Data, "--job", job, "--json"));

        ChangeByte(image, 1_000_000);
        Assert.Equal(ExitCode.NotProven, await station.RunAsync("verify", "--image", image, "--data", station.Data, "--job", job, "--json"));
        Assert.Equal(1, station.Result.GetProperty("mismatches").GetInt64());
    }

    // Another value than the one that is there: a fixed one would be the keystream's own once in 256 keys.
    private static void ChangeByte(string image, long at)
    {
        using FileStream file = File.Open(image, FileMode.Open);
        file.Position = at;
        int there = file.ReadByte();
        file.Position = at;
        file.WriteByte((byte)~there);
    }
}
