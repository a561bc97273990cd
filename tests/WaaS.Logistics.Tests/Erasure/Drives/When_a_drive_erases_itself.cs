using WaaS.Logistics.Erasure;
using Xunit;

namespace WaaS.Logistics.Tests.Erasure.Drives;

public sealed class When_a_drive_erases_itself : IDisposable
{
    private readonly Workbench _bench = new();
    private readonly Target _target;
    private readonly EmulatedMedium _medium;

    public When_a_drive_erases_itself()
    {
        string image = _bench.Image("disk.img", 4 << 20);
        _medium = new EmulatedMedium(image);
        _target = Target.Open(_bench.DirectLoop(image));
    }

    public static TheoryData<string> Techniques => [.. Recipe.Find("bsi-gs")!.Steps.Single(step => step.Kind == RecipeStepKind.FirmwareErase).Techniques];

    [Theory]
    [MemberData(nameof(Techniques))]
    public void A_success_was_seen_to_happen_and_nothing_is_left_of_what_was_there(string technique)
    {
        var marks = new PurgeMarks(_target, 60);
        marks.Write();

        FirmwareResult result = Run(Erase(technique));

        Assert.Null(result.Failure);
        Assert.Equal(FirmwareOutcome.Completed, result.Outcome);
        Assert.Equal(technique, result.Technique);
        Assert.Equal([FirmwareState.Idle, FirmwareState.Running, FirmwareState.Completed], result.Transitions.Select(transition => transition.State));
        Assert.Equal(1, _medium.Erased);
        MarkResult after = marks.Check();
        Assert.True(after.Gone);
        Assert.Equal(technique.Contains("crypto", StringComparison.Ordinal) ? 0 : after.Marks, after.Uniform);
    }

    [Theory]
    [MemberData(nameof(Techniques))]
    public void A_drive_that_lies_is_found_by_reading_back_and_only_so(string technique)
    {
        _medium.Lies = true;
        var marks = new PurgeMarks(_target, 60);
        marks.Write();

        Assert.Equal(FirmwareOutcome.Completed, Run(Erase(technique)).Outcome);

        MarkResult after = marks.Check();
        Assert.False(after.Gone);
        Assert.Equal(after.Marks, after.StillThere);
    }

    [Fact]
    public void A_password_is_stored_before_it_is_set_and_gone_at_the_end()
    {
        var drive = new EmulatedAtaDrive(_medium);
        bool set = true;
        FirmwareResult result = Run(new AtaSecurityErase(new AtaDevice(drive), enhanced: false, _ => set = drive.Opcodes.Contains(0xF1)));
        Assert.Equal(FirmwareOutcome.Completed, result.Outcome);
        Assert.False(set);
        Assert.Equal(0, drive.Security & 6);
    }

    [Fact]
    public void A_password_that_cannot_be_stored_is_not_set()
    {
        var drive = new EmulatedAtaDrive(_medium);
        FirmwareResult result = Run(new AtaSecurityErase(new AtaDevice(drive), enhanced: false, _ => throw new IOException("the stick is full")));
        Assert.Equal(FirmwareOutcome.Unknown, result.Outcome);
        Assert.DoesNotContain((byte)0xF1, drive.Opcodes);
    }

    [Fact]
    public void A_frozen_drive_refuses_and_is_left_as_it_was()
    {
        var drive = new EmulatedAtaDrive(_medium) { Security = 0x29 };
        FirmwareResult result = Run(Security(drive));
        Assert.Equal(FirmwareOutcome.Refused, result.Outcome);
        Assert.Contains("frozen", result.Failure, StringComparison.Ordinal);
        Assert.DoesNotContain((byte)0xF1, drive.Opcodes);
        Assert.Equal(0, _medium.Erased);
    }

    [Fact]
    public void A_drive_that_takes_a_password_and_does_not_show_it_is_not_erased() =>
        Refused(new EmulatedAtaDrive(_medium) { IgnoresPassword = true });

    [Fact]
    public void A_bridge_that_says_good_to_everything_proves_nothing() =>
        Refused(new EmulatedAtaDrive(_medium) { NoRegisters = true });

    [Fact]
    public void A_drive_that_tells_the_same_progress_for_ever_is_given_up()
    {
        var drive = new EmulatedAtaDrive(_medium) { Sticks = true };
        IFirmwareErase erase = DriveControl.Of(drive).Erase("ata-sanitize-block-erase", static _ => { });
        FirmwareResult result = new FirmwareRun(erase, static () => { }, TimeProvider.System) { AskEvery = TimeSpan.FromMilliseconds(1), StuckAfter = TimeSpan.FromMilliseconds(50) }.Run();
        Assert.Equal(FirmwareOutcome.Unknown, result.Outcome);
        Assert.Contains("the same progress", result.Failure, StringComparison.Ordinal);
    }

    [Fact]
    public void A_scsi_drive_that_was_told_to_show_less_shows_all_again()
    {
        var drive = new EmulatedScsiDrive(_medium) { VisibleSectors = 1000, NativeSectors = 8192 };
        HiddenAreaReport found = DriveControl.Of(drive).ResetHidden();
        Assert.Equal((HiddenAreaOutcome.Removed, 512_000L, 8192 * 512L, 8192 * 512L), (found.Hpa, found.ShownBytesBefore, found.ShownBytesAfter, found.NativeBytes));
        Assert.Equal(8192UL, drive.VisibleSectors);
        HiddenAreaReport again = DriveControl.Of(drive).ResetHidden();
        Assert.Equal((HiddenAreaOutcome.NotPresent, 8192 * 512L), (again.Hpa, again.NativeBytes));
    }

    [Fact]
    public void A_scsi_drive_that_does_not_take_the_number_of_its_blocks_leaves_its_native_size_open()
    {
        HiddenAreaReport found = DriveControl.Of(new EmulatedScsiDrive(_medium) { VisibleSectors = 8192 }).ResetHidden();
        Assert.Equal((8192 * 512L, null), (found.ShownBytesAfter, found.NativeBytes));
    }

    [Fact]
    public void A_bridge_on_usb_is_not_told_to_show_more()
    {
        var seen = new DriveFacts { Path = "/dev/sdz", Device = "65:144", Interface = DriveInterface.Usb, SizeBytes = 512_000, LogicalSectorBytes = 512 };
        var drive = new EmulatedScsiDrive(_medium) { VisibleSectors = 1000, NativeSectors = 8192 };
        Assert.Null(DriveControl.Of(drive, seen).ResetHidden().NativeBytes);
        Assert.Equal(1000UL, drive.VisibleSectors);
    }

    [Fact]
    public void An_erase_the_drive_aborts_has_failed_and_leaves_no_password()
    {
        var drive = new EmulatedAtaDrive(_medium) { AbortsErase = true };
        Assert.Equal(FirmwareOutcome.Failed, Run(Security(drive)).Outcome);
        Assert.Equal(0, drive.Security & 2);
    }

    [Fact]
    public void An_erase_cut_off_by_a_power_cut_is_gone_on_with_by_the_stored_password()
    {
        var drive = new EmulatedAtaDrive(_medium) { LosesPower = true };
        Assert.Equal(FirmwareOutcome.Unknown, Run(Security(drive)).Outcome);
        Assert.Equal(6, drive.Security & 6);

        drive.LosesPower = false;
        Assert.Equal(FirmwareOutcome.Completed, Run(Security(drive)).Outcome);
        Assert.Equal(0, drive.Security & 6);
        Assert.Equal(1, _medium.Erased);
    }

    [Fact]
    public void A_success_of_yesterday_is_no_success_of_today()
    {
        var ata = new EmulatedAtaDrive(_medium) { SanitizeDone = true, SwallowsSanitize = true };
        Assert.Equal(FirmwareOutcome.Unknown, Run(new AtaSanitize(new AtaDevice(ata), SanitizeMethods.Block)).Outcome);
        Assert.Equal(FirmwareOutcome.Unknown, Run(new ScsiSanitize(new EmulatedScsiDrive(_medium) { SwallowsSanitize = true }, SanitizeMethods.Block)).Outcome);
        Assert.Equal(0, _medium.Erased);
    }

    [Fact]
    public void A_command_that_is_swallowed_is_unknown() => Assert.Equal(
        FirmwareOutcome.Unknown,
        Run(new AtaSanitize(new AtaDevice(new EmulatedAtaDrive(_medium) { SwallowsSanitize = true }), SanitizeMethods.Block)).Outcome);

    [Fact]
    public void A_sanitize_that_fails_in_the_drive_has_failed()
    {
        Assert.Equal(FirmwareOutcome.Failed, Run(new AtaSanitize(new AtaDevice(new EmulatedAtaDrive(_medium) { SanitizeFails = true }), SanitizeMethods.Crypto)).Outcome);
        Assert.Equal(FirmwareOutcome.Failed, Run(new NvmeSanitize(new EmulatedNvmeDrive(_medium) { SanitizeFails = true }, SanitizeMethods.Block)).Outcome);
        Assert.Equal(FirmwareOutcome.Failed, Run(new ScsiSanitize(new EmulatedScsiDrive(_medium) { SanitizeFails = true }, SanitizeMethods.Block)).Outcome);
        Assert.Equal(0, _medium.Erased);
    }

    [Fact]
    public void A_drive_that_does_not_know_the_command_refuses()
    {
        Assert.Equal(FirmwareOutcome.Refused, Run(new NvmeSanitize(new EmulatedNvmeDrive(_medium) { NoSanitize = true }, SanitizeMethods.Block)).Outcome);
        Assert.Equal(FirmwareOutcome.Failed, Run(new NvmeFormat(new EmulatedNvmeDrive(_medium) { FormatStatus = 0x10A }, 1, 1, crypto: true)).Outcome);
    }

    [Fact]
    public void A_drive_that_falls_silent_is_unknown() => Assert.Equal(
        FirmwareOutcome.Unknown,
        Run(new AtaSanitize(new AtaDevice(new EmulatedAtaDrive(_medium) { SilentAfter = 4 }), SanitizeMethods.Block)).Outcome);

    [Fact]
    public void A_sanitize_found_running_is_watched_and_not_started_again()
    {
        var drive = new EmulatedAtaDrive(_medium) { Questions = 6 };
        var erase = new AtaSanitize(new AtaDevice(drive), SanitizeMethods.Block);
        Assert.Null(erase.Start());
        int before = drive.Opcodes.Count;

        FirmwareResult result = Run(erase);

        Assert.True(result.FoundRunning);
        Assert.Equal(FirmwareOutcome.Completed, result.Outcome);
        Assert.Equal(1, _medium.Erased);
        Assert.True(drive.Opcodes.Count > before);
    }

    [Fact]
    public void Hidden_areas_are_opened_or_it_is_said_that_they_are_not()
    {
        var hiding = new EmulatedAtaDrive { VisibleSectors = 1000 };
        Assert.Equal(HiddenAreaOutcome.Removed, new HiddenAreas(new AtaDevice(hiding)).Reset().Hpa);
        Assert.Equal(2048UL, hiding.VisibleSectors);
        Assert.Equal(HiddenAreaOutcome.NotPresent, new HiddenAreas(new AtaDevice(hiding)).Reset().Hpa);
        HiddenAreaReport untold = new HiddenAreas(new AtaDevice(new EmulatedAtaDrive { NoRegisters = true })).Reset();
        Assert.Equal(["hpa", "dco", "ama"], untold.Open.Select(area => area.Area));
        Assert.All(untold.Open, area => Assert.Equal(HiddenAreaOutcome.Unknown, area.Outcome));
    }

    [Fact]
    public void An_overlay_is_restored_and_what_it_hid_is_shown()
    {
        var hiding = new EmulatedAtaDrive { VisibleSectors = 1000, NativeSectors = 1500, AccessibleSectors = 1500, FactorySectors = 2048 };
        HiddenAreaReport found = new HiddenAreas(new AtaDevice(hiding)).Reset();
        Assert.Equal((HiddenAreaOutcome.Removed, HiddenAreaOutcome.Removed), (found.Hpa, found.Dco));
        Assert.Equal(2048UL, hiding.VisibleSectors);
        Assert.Equal((1000L * 512, 2048L * 512, 2048L * 512), (found.ShownBytesBefore, found.ShownBytesAfter, found.NativeBytes));
        // SET MAX to 1500, DCO RESTORE, SET MAX to 2048: the evidence names all three.
        Assert.Equal(3, found.Commands.Count);
    }

    [Fact]
    public void What_the_drive_keeps_hidden_is_said_to_be_there()
    {
        var keeping = new EmulatedAtaDrive { VisibleSectors = 1000, NativeSectors = 1500, AccessibleSectors = 1600, FactorySectors = 2048, KeepsHidden = true };
        HiddenAreaReport found = new HiddenAreas(new AtaDevice(keeping)).Reset();
        Assert.Equal(
            [("hpa", HiddenAreaOutcome.Present), ("dco", HiddenAreaOutcome.Present), ("ama", HiddenAreaOutcome.Present)],
            found.Open);
    }

    [Fact]
    public void A_recipe_is_found_by_its_whole_name_only()
    {
        Assert.Equal(2, Recipe.Find("bsi-gse")!.Steps.Count(step => step.Kind == RecipeStepKind.OverwriteRandom));
        Assert.Null(Recipe.Find("BSI-GS (similar)"));
        Assert.All(Recipe.All, recipe => Assert.Equal(RecipeStepKind.ResetHiddenAreas, recipe.Steps[0].Kind));
        Assert.All(Recipe.All, recipe => Assert.Equal(RecipeStepKind.Verify, recipe.Steps[^1].Kind));
        // What is no purge on every drive (NIST SP 800-88r1, appendix A) is not in the recipe of that name.
        Assert.DoesNotContain("ata-security-erase", Recipe.Find("purge-firmware")!.Steps[1].Techniques);
    }

    public void Dispose()
    {
        _target.Dispose();
        _bench.Dispose();
    }

    private void Refused(EmulatedAtaDrive drive)
    {
        Assert.Equal(FirmwareOutcome.Refused, Run(Security(drive)).Outcome);
        Assert.DoesNotContain((byte)0xF4, drive.Opcodes);
        Assert.Equal(0, _medium.Erased);
    }

    private static AtaSecurityErase Security(EmulatedAtaDrive drive) => new(new AtaDevice(drive), enhanced: false, static _ => { });

    private FirmwareResult Run(IFirmwareErase erase) =>
        new FirmwareRun(erase, _target.FlushBuffers, TimeProvider.System) { AskEvery = TimeSpan.FromMilliseconds(1) }.Run(TestContext.Current.CancellationToken);

    private IFirmwareErase Erase(string technique)
    {
        var ata = new AtaDevice(new EmulatedAtaDrive(_medium));
        var nvme = new EmulatedNvmeDrive(_medium);
        var scsi = new EmulatedScsiDrive(_medium);
        return technique switch
        {
            "ata-security-erase" => new AtaSecurityErase(ata, false, static _ => { }),
            "ata-security-erase-enhanced" => new AtaSecurityErase(ata, true, static _ => { }),
            "ata-sanitize-block-erase" => new AtaSanitize(ata, SanitizeMethods.Block),
            "ata-sanitize-crypto-scramble" => new AtaSanitize(ata, SanitizeMethods.Crypto),
            "ata-sanitize-overwrite" => new AtaSanitize(ata, SanitizeMethods.Overwrite),
            "nvme-sanitize-block-erase" => new NvmeSanitize(nvme, SanitizeMethods.Block),
            "nvme-sanitize-overwrite" => new NvmeSanitize(nvme, SanitizeMethods.Overwrite),
            "nvme-sanitize-crypto-erase" => new NvmeSanitize(nvme, SanitizeMethods.Crypto),
            "nvme-format-user-data-erase" => new NvmeFormat(nvme, 1, 1, crypto: false),
            "nvme-format-crypto-erase" => new NvmeFormat(nvme, 1, 1, crypto: true),
            "scsi-sanitize-block-erase" => new ScsiSanitize(scsi, SanitizeMethods.Block),
            "scsi-sanitize-crypto-erase" => new ScsiSanitize(scsi, SanitizeMethods.Crypto),
            "scsi-sanitize-overwrite" => new ScsiSanitize(scsi, SanitizeMethods.Overwrite),
            _ => throw new ArgumentOutOfRangeException(nameof(technique), technique, "No such technique."),
        };
    }
}
