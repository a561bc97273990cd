using WaaS.Logistics.Erasure;
using WaaS.Logistics.Proof.Evidence;
using WaaS.Logistics.Proof.Levels;
using WaaS.Logistics.Proof.Records;
using WaaS.Logistics.Proof.StationContract;
using WaaS.Logistics.Station;
using WaaS.Logistics.Station.Verbs;
using WaaS.Logistics.Tests.Erasure.Drives;
using Xunit;

namespace WaaS.Logistics.Tests.Station;

/// <summary>The station, its contract and the judge over an emulated drive: from the job to the verdict.</summary>
public sealed class When_a_station_lets_a_drive_erase_itself
{
    private const long Size = 4 << 20;
    private const string Block = "ata-sanitize-block-erase";

    [Fact]
    public async Task An_ssd_that_was_overwritten_and_erased_itself_is_accepted_as_purged()
    {
        (StationBench station, string device, EmulatedAtaDrive drive, _) = await Ordered("bsi-gs", [Block]);
        await using StationBench bench = station;
        (drive.VisibleSectors, drive.NativeSectors) = (1000, 1500);

        Assert.Equal(ExitCode.Done, await station.WipeAsync(device, "--serial", StationBench.Carrier));

        Assert.Empty(Assert.Single(station.Server.Judgements).Findings);
        EvidenceDocument evidence = station.Server.Evidence[0].Document;
        CarrierResult carrier = evidence.Carrier;
        Assert.Equal((CarrierKind.Block, MediaType.Ssd, CarrierInterface.Ata), (carrier.Kind, carrier.MediaType, carrier.Interface));
        Assert.Equal(SanitizationLevel.Purge, evidence.RequiredLevel);
        Assert.Equal(SanitizationLevel.Purge, LevelEngine.Achieved(carrier).Level);
        Assert.Equal([StepKind.Overwrite, StepKind.Firmware, StepKind.Verify], carrier.Steps.Select(step => step.Kind));
        Assert.StartsWith("85", carrier.Steps[1].Command, StringComparison.Ordinal);
        Assert.True(DriveStates.WasObserved(carrier.Steps[1]));
        Assert.Equal((HiddenArea.Removed, 512_000L, Size), (carrier.Hpa, carrier.Hidden!.ShownBytesBefore, carrier.Hidden.ShownBytesAfter));
        Assert.NotEmpty(carrier.Hidden.Commands);
        Assert.Equal((VerificationType.Full, 100.0), (carrier.Verification.Type, carrier.Verification.Percent));
        Assert.Equal(LookedFor.Stream, carrier.Steps[2].Look!.LookedFor);
        string[] told = [.. station.Server.Steps.Select(step => step.Body.Kind)];
        Assert.Contains(StepKinds.HiddenAreasReset, told);
        Assert.True(Array.IndexOf(told, StepKinds.EraseStarted) < Array.IndexOf(told, StepKinds.EraseEnded));
        Assert.True(Array.IndexOf(told, StepKinds.EraseEnded) < Array.IndexOf(told, StepKinds.VerifyEnded));
        Assert.Empty(station.Server.Complaints);
        Assert.Equal(Block, station.Result.GetProperty("technique").GetString());
    }

    [Fact]
    public async Task Without_an_overwrite_the_marks_are_in_the_evidence_with_their_seed_and_bound()
    {
        (StationBench station, string device, _, _) = await Ordered("purge-firmware", [Block]);
        await using StationBench bench = station;

        Assert.Equal(ExitCode.Done, await station.WipeAsync(device, "--serial", StationBench.Carrier));

        CarrierResult carrier = station.Server.Evidence[0].Document.Carrier;
        Assert.Null(carrier.SectorsWritten);
        Assert.Equal(LookedFor.Marks, carrier.Steps[^1].Look!.LookedFor);
        Assert.InRange(carrier.Steps[^1].Look!.LeftAtMost, 0.01, 0.1);
        Assert.InRange(carrier.Verification.SampleCount!.Value, 100, 202);
        Assert.Equal(2 * SamplePlan.SeedBytes, carrier.Verification.SampleSeed!.Length);
        Assert.Equal(SamplePlaces.Digest(SamplePlaces.Drawn(carrier.Verification.SampleSeed, 100, Size, SamplePlan.BlockBytes)!), carrier.Steps[^1].Look!.PlacesDigest);
        // The line on the evidence draws them again with tools that are not ours.
        Assert.Equal(carrier.Steps[^1].Look!.PlacesDigest.ToString(), Erasure.Shell.Run("sh", "-c", carrier.Steps[^1].RecheckCommand!).Split(' ')[0]);
        Assert.Empty(Assert.Single(station.Server.Judgements).Findings);
    }

    [Theory]
    [InlineData("bsi-gs")]
    [InlineData("purge-firmware")]
    public async Task A_drive_that_lies_is_reported_as_failed(string procedure)
    {
        (StationBench station, string device, _, EmulatedMedium medium) = await Ordered(procedure, [Block]);
        await using StationBench bench = station;
        medium.Lies = true;

        Assert.Equal(ExitCode.NotProven, await station.WipeAsync(device, "--serial", StationBench.Carrier));

        Assert.Equal(Outcome.Failed, station.Server.Evidence[0].Document.Carrier.Outcome);
        Assert.Contains("R9", station.Server.Judgements[0].Findings.Select(finding => finding.Rule));
    }

    [Fact]
    public async Task A_success_nobody_saw_happen_is_reported_as_unknown()
    {
        (StationBench station, string device, EmulatedAtaDrive drive, _) = await Ordered("bsi-gs", [Block]);
        await using StationBench bench = station;
        (drive.SwallowsSanitize, drive.SanitizeDone) = (true, true);

        Assert.Equal(ExitCode.NotProven, await station.WipeAsync(device, "--serial", StationBench.Carrier));

        Assert.Equal(Outcome.Unknown, station.Server.Evidence[0].Document.Carrier.Steps[1].Outcome);
        Assert.Contains("R13", station.Server.Judgements[0].Findings.Select(finding => finding.Rule));
    }

    [Fact]
    public async Task A_technique_that_is_no_purge_on_this_medium_is_not_accepted_though_all_went_well()
    {
        (StationBench station, string device, _, _) = await Ordered("bsi-gs", ["ata-security-erase"]);
        await using StationBench bench = station;

        Assert.Equal(ExitCode.NotAccepted, await station.WipeAsync(device, "--serial", StationBench.Carrier));

        Assert.Contains(station.Server.Judgements[0].Findings, finding => finding.MessageKey == "evidence.R12.level");
    }

    [Theory]
    [InlineData("bsi-xyz", OrderedRecipe.Unknown)]
    [InlineData("BSI-GS", OrderedRecipe.Unknown)]
    [InlineData("bsi-gse", OrderedRecipe.NotSupported)]
    [InlineData("random-1-verify-full", OrderedRecipe.NotSupported)]
    public Task A_procedure_it_does_not_know_or_steps_that_are_not_its_own_are_refused(string key, string rule) =>
        Refused(rule, job => job with { ProcedureKey = key });

    [Fact]
    public async Task What_the_procedure_does_not_have_is_refused()
    {
        await Refused(OrderedRecipe.NotSupported, job => job with { Steps = StationBench.Steps(1, "degauss") });
        await Refused(OrderedRecipe.NotSupported, job => job with { Passes = [] });
        await Refused(OrderedRecipe.NotSupported, job => job with { Verification = new RequiredVerification { Type = VerificationType.None, Percent = 0 } });
        await Refused(TargetRules.RecipeUnknown, job => job with { Steps = [.. job.Steps, job.Steps[0]] });
        await Refused(TargetRules.NoTechnique, job => job with { Steps = StationBench.Steps(1, "nvme-sanitize-block-erase") });
    }

    [Fact]
    public Task A_frozen_drive_is_refused_and_the_server_hears_of_it() =>
        Refused(TargetRules.DriveHindered, job => job with { Steps = StationBench.Steps(1, "ata-security-erase") }, drive => drive.Security = 0x29);

    private static async Task Refused(string rule, Func<Job, Job> change, Action<EmulatedAtaDrive>? trouble = null)
    {
        (StationBench station, string device, EmulatedAtaDrive drive, EmulatedMedium medium) = await Ordered("bsi-gs", [Block]);
        await using StationBench bench = station;
        trouble?.Invoke(drive);
        station.Server.Job = change(station.Server.Job!);

        Assert.Equal(ExitCode.Refused, await station.WipeAsync(device, "--serial", StationBench.Carrier));

        Assert.Equal(rule, station.Result.GetProperty("rule").GetString());
        Assert.Equal(0, medium.Erased);
        Assert.Equal(StepKinds.Refused, station.Server.Steps[^1].Body.Kind);
    }

    private static async Task<(StationBench Station, string Device, EmulatedAtaDrive Drive, EmulatedMedium Medium)> Ordered(string procedure, string[] techniques)
    {
        StationBench station = await StationBench.EnrolledAsync();
        string image = station.OrderedImage(Size);
        var medium = new EmulatedMedium(image);
        const ulong Sectors = Size / 512;
        var drive = new EmulatedAtaDrive(medium) { VisibleSectors = Sectors, NativeSectors = Sectors, AccessibleSectors = Sectors, FactorySectors = Sectors };
        var seen = new DriveFacts { Path = "/dev/sdx", Device = "8:240", Interface = DriveInterface.Ata, SizeBytes = Size, LogicalSectorBytes = 512 };
        DriveFacts facts = ScsiReading.Read(drive, seen) with { Rotational = false };
        station.Drives = new DriveSource(_ => DriveControl.Of(drive, facts), TimeSpan.FromMilliseconds(1));
        bool marks = procedure == "purge-firmware";
        station.Server.Job = StationBench.NewJob() with
        {
            ProcedureKey = procedure, RequiredLevel = SanitizationLevel.Purge, Medium = MediaType.Ssd,
            Steps = StationBench.Steps(marks ? 0 : 1, techniques),
            Passes = marks ? [] : StationBench.NewJob().Passes,
            Verification = marks
                ? new RequiredVerification { Type = VerificationType.Sampled, Percent = 0, Samples = 100 }
                : new RequiredVerification { Type = VerificationType.Full, Percent = 100 },
        };
        return (station, station.Bench.DirectLoop(image), drive, medium);
    }
}
