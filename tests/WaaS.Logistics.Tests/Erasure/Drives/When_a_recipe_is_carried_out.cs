using WaaS.Logistics.Erasure;
using Xunit;

namespace WaaS.Logistics.Tests.Erasure.Drives;

public sealed class When_a_recipe_is_carried_out : IDisposable
{
    private const string Ata = "ata-sanitize-block-erase", Security = "ata-security-erase";
    private readonly EmulatedDrives _drives = new();

    public static TheoryData<string> Techniques => [.. Recipe.Find("bsi-gs")!.Techniques!];

    [Theory]
    [MemberData(nameof(Techniques))]
    public void It_is_overwritten_erased_by_the_drive_and_nothing_of_the_stream_is_found_any_more(string technique)
    {
        WipeResult result = _drives.Wipe("bsi-gs", technique, request => request with { LookSamples = static _ => null });

        Assert.Equal([], result.Failures);
        Assert.Equal(technique, result.Technique);
        Assert.Single(result.Passes);
        Assert.Equal(FirmwareOutcome.Completed, result.Firmware!.Outcome);
        Assert.True(result.Firmware.WasObserved);
        Assert.Matches("[0-9a-f]{4}", result.Firmware.Command);
        Assert.True(result.Look!.Full);
        Assert.Equal((EmulatedDrives.Size, 0), (result.Look.LookedBytes, result.Look.StillThere));
        Assert.True(result.Look.MediumBytesRead >= EmulatedDrives.Size);
        Assert.Equal(JournalState.Proven, _drives.Journal.Read()!.State);
        Assert.Null(_drives.Journal.Read()!.Firmware!.Password);
    }

    [Theory]
    [MemberData(nameof(Techniques))]
    public void Without_an_overwrite_marks_must_be_gone(string technique)
    {
        WipeResult result = _drives.Wipe("purge-firmware", technique);

        Assert.Equal([], result.Failures);
        Assert.Empty(result.Passes);
        Assert.False(result.Look!.Full);
        Assert.False(result.Look.SeedDrawnAfter);
        Assert.InRange(result.Look.Samples!.Value, 60, 62);
        Assert.Equal(result.Look.SeedHex, _drives.Journal.Read()!.Firmware!.MarkSeedHex);
    }

    [Theory]
    [MemberData(nameof(Techniques))]
    public void A_drive_that_lies_is_found(string technique)
    {
        _drives.Medium.Lies = true;
        foreach (string recipe in new[] { "bsi-gs", "purge-firmware" })
        {
            WipeResult result = _drives.Wipe(recipe, technique);
            Assert.Equal(FirmwareOutcome.Completed, result.Firmware!.Outcome);
            Assert.StartsWith("purge.still-there", Assert.Single(result.Failures), StringComparison.Ordinal);
            Assert.Equal(JournalState.Failed, _drives.Journal.Read()!.State);
        }
    }

    [Fact]
    public void A_drive_that_erased_all_but_its_last_block_is_found()
    {
        _drives.Medium.KeepsLastBytes = 4096;
        Assert.StartsWith("purge.still-there: 8 ", Assert.Single(_drives.Wipe("bsi-gs", Ata, request => request with { LookSamples = static _ => null }).Failures), StringComparison.Ordinal);
        Assert.StartsWith("purge.still-there", Assert.Single(_drives.Wipe("purge-firmware", Ata).Failures), StringComparison.Ordinal);
    }

    [Fact]
    public void The_first_technique_of_the_recipe_that_the_drive_offers_is_taken()
    {
        _drives.Ata.SanitizeWord = 0x5000;
        WipeResult result = _drives.Wipe("bsi-gs", Ata, request => request with { Recipe = Recipe.Find("bsi-gs") });
        Assert.Equal([], result.Failures);
        Assert.Equal("ata-sanitize-overwrite", result.Technique);
    }

    [Fact]
    public void How_far_the_drive_is_never_falls_back_when_it_tells_its_end()
    {
        List<RunProgress> told = [];
        Assert.Equal([], _drives.Wipe("bsi-gs", Ata, request => request with { Progress = told.Add }).Failures);
        long[] erased = [.. told.Where(progress => progress.Phase == RunPhase.Erasing).Select(progress => progress.DoneBytes)];
        Assert.Equal(erased.Order(), erased);
        Assert.InRange(erased[^1], 1, EmulatedDrives.Size);
    }

    [Fact]
    public void Two_passes_have_two_keys_and_the_last_is_looked_for()
    {
        WipeResult result = _drives.Wipe("bsi-gse", Ata);
        Assert.Equal([], result.Failures);
        Assert.Equal(2, result.Passes.Select(pass => pass.KeyHex).Distinct().Count());
        Assert.Equal(result.Passes[1].KeyHex, result.KeyHex);
    }

    [Fact]
    public void A_frozen_drive_is_refused_before_anything_is_written()
    {
        _drives.Ata.Security = 0x29;
        Refused(TargetRules.DriveHindered, Security);
        Assert.DoesNotContain((byte)0xF1, _drives.Ata.Opcodes);
    }

    [Fact]
    public void A_drive_with_somebody_elses_password_is_refused()
    {
        _drives.Ata.LockWith("SOMEBODY");
        Refused(TargetRules.DriveHindered, Security);
        Refused(TargetRules.DriveHindered, Ata);
        Assert.Equal(6, _drives.Ata.Security & 6);
    }

    [Fact]
    public void A_drive_that_erases_itself_for_somebody_else_is_refused()
    {
        _drives.Ata.Questions = 50;
        Assert.Null(DriveControl.Of(_drives.Ata).Erase(Ata, static _ => { }).Start());
        Refused(TargetRules.DriveErasing, Ata);
    }

    [Fact]
    public void A_drive_without_the_techniques_or_no_drive_at_all_is_refused()
    {
        (_drives.Ata.SanitizeWord, _drives.Ata.Security) = (0, 0);
        Refused(TargetRules.NoTechnique, Ata);
        Refused(TargetRules.NoDrive, Ata, request => request with { Drive = null });
        Refused(TargetRules.NoTechnique, Ata, request => request with { Recipe = EmulatedDrives.Only("bsi-gs", "ata-magnet") });
    }

    [Fact]
    public void Steps_in_an_order_that_cannot_be_carried_out_are_refused()
    {
        RecipeStep[] steps = [.. Recipe.Find("bsi-gs")!.Steps];
        foreach (RecipeStep[] wrong in new RecipeStep[][]
            { [], [steps[^1]], [steps[0], steps[^1]], steps[..^1], [.. steps, steps[^1]], [steps[2], steps[1], steps[3]], [steps[1], steps[0], steps[3]], [new((RecipeStepKind)9), .. steps], [new(RecipeStepKind.FirmwareErase), steps[3]] })
        {
            Refused(TargetRules.RecipeUnknown, Ata, request => request with { Recipe = new Recipe("odd", "nowhere", wrong) });
        }
    }

    private static readonly Dictionary<string, Action<EmulatedAtaDrive>> Troubles = new()
    {
        ["fails"] = drive => drive.SanitizeFails = true,
        ["swallows the command"] = drive => drive.SwallowsSanitize = true,
        ["says yesterday's success"] = drive => (drive.SwallowsSanitize, drive.SanitizeDone) = (true, true),
        ["falls silent after the command"] = drive => drive.Before = opcode => drive.SilentAfter = opcode == 0xB4 && drive.Running ? 0 : int.MaxValue,
        ["takes no password"] = drive => drive.IgnoresPassword = true,
        ["aborts the erase"] = drive => drive.AbortsErase = true,
        ["loses power"] = drive => drive.LosesPower = true,
    };

    [Theory]
    [InlineData("fails", Ata, "firmware.failed")]
    [InlineData("swallows the command", Ata, "firmware.unknown")]
    [InlineData("says yesterday's success", Ata, "firmware.unknown")]
    [InlineData("falls silent after the command", Ata, "firmware.unknown")]
    [InlineData("takes no password", Security, "firmware.refused")]
    [InlineData("aborts the erase", Security, "firmware.failed")]
    [InlineData("loses power", Security, "firmware.unknown")]
    public void A_drive_in_trouble_is_never_a_success(string what, string technique, string failure)
    {
        Troubles[what](_drives.Ata);
        foreach (string recipe in new[] { "bsi-gs", "purge-firmware" })
        {
            WipeResult result = _drives.Wipe(recipe, technique);
            Assert.False(result.Proven, what);
            Assert.StartsWith(failure, result.Failures[0], StringComparison.Ordinal);
            Assert.Contains("purge.not-looked-at", result.Failures);
            Assert.Equal(0, _drives.Medium.Erased);
            if (_drives.Ata.LosesPower || _drives.Ata.SilentAfter == 0)
            {
                break;
            }
        }
    }

    [Fact]
    public void A_drive_left_locked_by_a_power_cut_is_unlocked_and_erased_by_the_next_job()
    {
        _drives.Ata.LosesPower = true;
        Assert.False(_drives.Wipe("bsi-gs", Security).Proven);
        Assert.Equal(6, _drives.Ata.Security & 6);
        Assert.Equal(AtaSecurityErase.Password, _drives.Journal.Read()!.Firmware!.Password);

        _drives.Ata.LosesPower = false;
        Assert.Equal([], _drives.Wipe("bsi-gs", Security, request => request with { Job = "job-2" }).Failures);
        Assert.Equal(0, _drives.Ata.Security & 6);
    }

    [Fact]
    public void Hidden_areas_are_opened_first_and_told()
    {
        (_drives.Ata.VisibleSectors, _drives.Ata.NativeSectors, _drives.Ata.AccessibleSectors) = (1000, 1500, 1500);
        WipeResult result = _drives.Wipe("bsi-gs", Ata);
        Assert.Equal([], result.Failures);
        Assert.Equal((HiddenAreaOutcome.Removed, HiddenAreaOutcome.Removed), (result.Hidden!.Hpa, result.Hidden.Dco));
        Assert.Equal((512_000, EmulatedDrives.Size), (result.Hidden.ShownBytesBefore, result.Hidden.ShownBytesAfter));
    }

    [Fact]
    public void A_hidden_area_that_is_unknown_is_no_success_though_all_else_is_done()
    {
        _drives.Ata.FactorySectors = null;
        WipeResult result = _drives.Wipe("bsi-gs", Ata);
        Assert.Equal("hidden-area.dco: unknown", Assert.Single(result.Failures));
        Assert.Equal(1, _drives.Medium.Erased);
    }

    [Fact]
    public void A_namespace_smaller_than_its_medium_leaves_a_part_out_of_reach()
    {
        var drive = DriveControl.Of(new EmulatedNvmeDrive(_drives.Medium) { SizeBytes = EmulatedDrives.Size, TotalBytes = 2 * EmulatedDrives.Size }, 1);
        Assert.Equal("hidden-area.hpa: present", Assert.Single(_drives.Wipe("random-1-verify-full", "nvme", request => request with { Drive = drive }).Failures));

        // Sanitize would take the other namespaces too, and nobody ordered that.
        Refused(TargetRules.DriveHindered, "nvme-sanitize-block-erase", request => request with { Drive = drive });
    }

    [Fact]
    public void A_size_the_system_does_not_see_yet_is_refused_and_what_was_opened_stays_told()
    {
        (_drives.Ata.VisibleSectors, _drives.Ata.NativeSectors) = (EmulatedDrives.Sectors, 2 * EmulatedDrives.Sectors);
        Refused(TargetRules.SizeChanged, Ata);

        // The system has looked again: here the drive is made to fit, there the device grows.
        (_drives.Ata.VisibleSectors, _drives.Ata.NativeSectors) = (EmulatedDrives.Sectors, EmulatedDrives.Sectors);
        WipeResult result = _drives.Wipe("bsi-gs", Ata);
        Assert.Equal([], result.Failures);
        Assert.Equal(HiddenAreaOutcome.Removed, result.Hidden!.Hpa);
    }

    public void Dispose() => _drives.Dispose();

    private void Refused(string rule, string technique, Func<WipeRequest, WipeRequest>? change = null)
    {
        byte[] before = _drives.Content();
        Assert.Equal(rule, Assert.Throws<TargetRefusedException>(() => _drives.Wipe("bsi-gs", technique, change)).Rule);
        Assert.Equal(before, _drives.Content());
        Assert.Equal(0, _drives.Medium.Erased);
    }
}
