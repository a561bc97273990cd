using WaaS.Logistics.Erasure;
using Xunit;

namespace WaaS.Logistics.Tests.Erasure.Drives;

/// <summary>The program dies at every place where something was made durable; what is left is gone on with, or begun anew, and never believed.</summary>
public sealed class When_a_recipe_was_broken_off : IDisposable
{
    private const string Sanitize = "ata-sanitize-block-erase", Security = "ata-security-erase-enhanced", Nvme = "nvme-sanitize-crypto-erase", Format = "nvme-format-crypto-erase";
    private readonly EmulatedDrives _drives = new();

    public static TheoryData<string, string, WipeStepKind, JournalState> Steps
    {
        get
        {
            var all = new TheoryData<string, string, WipeStepKind, JournalState>();
            foreach (string technique in new[] { Sanitize, Security, Nvme, Format })
            {
                all.Add("bsi-gs", technique, WipeStepKind.KeyStored, JournalState.Prepared);
                all.Add("bsi-gs", technique, WipeStepKind.HiddenAreasReset, JournalState.Prepared);
                all.Add("bsi-gs", technique, WipeStepKind.PassStarted, JournalState.Writing);
                all.Add("bsi-gs", technique, WipeStepKind.Overwritten, JournalState.Written);
                all.Add("bsi-gs", technique, WipeStepKind.EraseStarted, JournalState.Erasing);
                all.Add("bsi-gs", technique, WipeStepKind.Erased, JournalState.Erased);
                all.Add("bsi-gs", technique, WipeStepKind.Verified, JournalState.Erased);
                all.Add("purge-firmware", technique, WipeStepKind.KeyStored, JournalState.Prepared);
                all.Add("purge-firmware", technique, WipeStepKind.EraseStarted, JournalState.Erasing);
                all.Add("purge-firmware", technique, WipeStepKind.Erased, JournalState.Erased);
            }

            return all;
        }
    }

    [Theory]
    [MemberData(nameof(Steps), DisableDiscoveryEnumeration = true)]
    public void It_ends_proven(string recipe, string technique, WipeStepKind at, JournalState left)
    {
        Killed(recipe, technique, request => request with { Step = step => Die(step.Kind == at) });
        JournalEntry before = _drives.Journal.Read()!;
        Assert.Equal(left, before.State);

        WipeResult result = _drives.Wipe(recipe, technique);

        Assert.Equal([], result.Failures);
        Assert.Equal(before.KeyHex, result.KeyHex);
        Assert.Equal(at is WipeStepKind.PassStarted or WipeStepKind.Overwritten or WipeStepKind.EraseStarted, result.Resumed);
        Assert.Equal(0, _drives.Ata.Security & 6);
        Assert.Equal(JournalState.Proven, _drives.Journal.Read()!.State);
        if (result.Resumed && recipe == "bsi-gs")
        {
            Assert.True(result.Look!.Full);
        }
    }

    public static TheoryData<string, byte> Commands => new()
    {
        { Security, 0xF1 }, { Security, 0xF3 }, { Security, 0xF4 }, { Sanitize, 0xB4 }, { Nvme, 0x84 }, { Format, 0x80 },
    };

    [Theory]
    [MemberData(nameof(Commands))]
    public void A_kill_before_a_command_leaves_a_drive_that_is_erased_by_the_next_run(string technique, byte opcode)
    {
        bool erasing = false;
        void Before(byte command) => Die(erasing && command == opcode);
        (_drives.Ata.Before, _drives.Nvme.Before) = (Before, Before);
        Killed("bsi-gs", technique, request => request with { Step = step => erasing |= step.Kind == WipeStepKind.EraseStarted });
        JournalEntry left = _drives.Journal.Read()!;
        Assert.Equal(JournalState.Erasing, left.State);
        Assert.Equal(technique == Security ? AtaSecurityErase.Password : null, left.Firmware!.Password);

        (_drives.Ata.Before, _drives.Nvme.Before) = (static _ => { }, static _ => { });
        WipeResult result = _drives.Wipe("bsi-gs", technique);

        Assert.Equal([], result.Failures);
        Assert.Equal(2, result.FirmwareRuns);
        Assert.Equal(0, _drives.Ata.Security & 6);
        Assert.Equal(1, _drives.Medium.Erased);
        Assert.Equal([1], result.Passes.Select(pass => pass.Runs));
    }

    [Theory]
    [InlineData("bsi-gs")]
    [InlineData("purge-firmware")]
    public void A_sanitize_that_still_runs_is_waited_for_and_not_given_again(string recipe)
    {
        _drives.Ata.Questions = 40;
        int asked = 0;
        _drives.Ata.Before = opcode => Die(opcode == 0xB4 && _drives.Ata.Running && ++asked == 5);
        Killed(recipe, Sanitize);

        _drives.Ata.Before = static _ => { };
        WipeResult result = _drives.Wipe(recipe, Sanitize);

        Assert.Equal([], result.Failures);
        Assert.True(result.Firmware!.FoundRunning);
        Assert.Equal(1, _drives.Medium.Erased);
    }

    [Fact]
    public void A_stop_while_the_drive_erases_is_a_stop_and_is_gone_on_with()
    {
        _drives.Ata.Questions = 200;
        using var stop = new CancellationTokenSource();
        WipeResult stopped = _drives.Wipe(
            "bsi-gs", Sanitize, request => request with { Progress = progress => Cancel(stop, progress.Phase == RunPhase.Erasing) }, stop.Token);
        Assert.Contains("stopped", stopped.Failures);
        Assert.Equal(JournalState.Erasing, _drives.Journal.Read()!.State);

        WipeResult result = _drives.Wipe("bsi-gs", Sanitize);
        Assert.Equal([], result.Failures);
        Assert.True(result.Firmware!.FoundRunning);
    }

    /// <summary>An order that is held, or taken back, in the last moment before the command that nobody can take back.</summary>
    [Theory]
    [InlineData("purge-firmware", WipeStepKind.MarksStarted, Sanitize)]
    [InlineData("purge-firmware", WipeStepKind.MarksStarted, Nvme)]
    [InlineData("purge-firmware", WipeStepKind.EraseStarted, Sanitize)]
    [InlineData("purge-firmware", WipeStepKind.EraseStarted, Security)]
    [InlineData("bsi-gs", WipeStepKind.EraseStarted, Security)]
    [InlineData("bsi-gs", WipeStepKind.EraseStarted, Format)]
    public void A_stop_before_the_command_means_that_it_is_not_given(string recipe, WipeStepKind at, string technique)
    {
        using var stop = new CancellationTokenSource();
        List<WipeStepKind> told = [];
        WipeResult stopped = _drives.Wipe(
            recipe, technique,
            request => request with
            {
                Step = step =>
                {
                    told.Add(step.Kind);
                    Cancel(stop, step.Kind == at);
                },
            },
            stop.Token);
        Assert.Contains("stopped", stopped.Failures);
        Assert.Equal(at, told.Last(kind => kind is WipeStepKind.MarksStarted or WipeStepKind.EraseStarted));
        Assert.Equal((0, 0, false, false), (_drives.Medium.Erased, _drives.Ata.Security & 6, _drives.Ata.Running, _drives.Nvme.Running));
        Assert.DoesNotContain((byte)0xF1, _drives.Ata.Opcodes);

        WipeResult result = _drives.Wipe(recipe, technique);
        Assert.Equal([], result.Failures);
        Assert.Equal(1, _drives.Medium.Erased);
    }

    [Fact]
    public void A_drive_that_was_away_after_its_erase_is_begun_anew_and_one_that_was_away_before_is_gone_on_with()
    {
        Killed("purge-firmware", Sanitize, request => request with { Step = step => Die(step.Kind == WipeStepKind.Erased) });
        JournalEntry left = _drives.Journal.Read()! is var entry ? entry with { Identity = entry.Identity with { Drive = new DriveIdentity("S1", DriveSerialSource.Drive, "5000", null, null, "M", "1") } } : null!;
        JournalEntry same = left with { State = JournalState.Prepared }, replugged = same with { Identity = same.Identity with { DiskSequence = 999 } };
        Assert.True(left.CanResume(same));
        Assert.False(left.CanResume(replugged));
        Assert.True((left with { State = JournalState.Erasing }).CanResume(replugged));
    }

    [Fact]
    public void A_lie_is_found_after_a_kill_too()
    {
        _drives.Medium.Lies = true;
        foreach (string recipe in new[] { "bsi-gs", "purge-firmware" })
        {
            Killed(recipe, Sanitize, request => request with { Step = step => Die(step.Kind == WipeStepKind.Erased) });
            Assert.StartsWith("purge.still-there", Assert.Single(_drives.Wipe(recipe, Sanitize).Failures), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_password_that_cannot_be_stored_is_not_set()
    {
        string folder = _drives.Bench.SmallFileSystem(16384), journal = Path.Combine(folder, "journal.json");
        WipeResult result = _drives.Wipe("bsi-gs", Security, request => request with
        {
            Journal = new WipeJournal(journal),
            Step = step => Fill(folder, step.Kind == WipeStepKind.EraseStarted),
        });
        Assert.False(result.Proven);
        Assert.DoesNotContain((byte)0xF1, _drives.Ata.Opcodes);
        Assert.Equal(0, _drives.Medium.Erased);
    }

    public static TheoryData<string, Func<JournalEntry, JournalEntry>> Differences => new()
    {
        { "another technique", entry => entry with { Firmware = entry.Firmware! with { Technique = "ata-sanitize-overwrite" } } },
        { "another recipe", entry => entry with { Recipe = "bsi-gse" } },
        { "another serial", entry => entry with { Serial = "OTHER" } },
        { "another disk", entry => entry with { Identity = entry.Identity with { DiskSequence = 999 } } },
        { "another start of the machine", entry => entry with { ErasedIn = Guid.NewGuid().ToString() } },
        { "a start nobody knows", entry => entry with { ErasedIn = null } },
        { "a pass that is missing", entry => entry with { Finished = [] } },
    };

    [Theory]
    [MemberData(nameof(Differences), DisableDiscoveryEnumeration = true)]
    public void What_differs_is_begun_anew(string what, Func<JournalEntry, JournalEntry> differ)
    {
        Killed("bsi-gs", Sanitize, request => request with { Step = step => Die(step.Kind == WipeStepKind.Erased) });
        JournalEntry left = _drives.Journal.Read()!;
        _drives.Journal.Save(differ(left));

        WipeResult result = _drives.Wipe("bsi-gs", Sanitize);

        Assert.True(result.Proven, what);
        Assert.NotEqual(left.KeyHex, result.KeyHex);
        Assert.Equal(2, _drives.Medium.Erased);
    }

    public void Dispose() => _drives.Dispose();

    private void Killed(string recipe, string technique, Func<WipeRequest, WipeRequest>? change = null) =>
        Assert.Throws<KilledException>(() => _drives.Wipe(recipe, technique, change));

    private static void Die(bool now)
    {
        if (now)
        {
            throw new KilledException();
        }
    }

    [Fact]
    public void Every_step_of_a_recipe_is_told_in_order()
    {
        List<WipeStepKind> steps = [];
        _drives.Wipe("bsi-gs", Sanitize, request => request with { Step = step => steps.Add(step.Kind) });
        Assert.Equal(Enum.GetValues<WipeStepKind>().Except([WipeStepKind.MarksStarted]), steps);
        steps.Clear();
        _drives.Wipe("purge-firmware", Sanitize, request => request with { Step = step => steps.Add(step.Kind) });
        Assert.Equal(Enum.GetValues<WipeStepKind>().Except([WipeStepKind.PassStarted, WipeStepKind.Overwritten]), steps);
    }

    private static void Cancel(CancellationTokenSource stop, bool now)
    {
        if (now)
        {
            stop.Cancel();
        }
    }

    private static void Fill(string folder, bool now)
    {
        if (now)
        {
            File.WriteAllBytes(Path.Combine(folder, "filler"), new byte[4096]);
            Shell.Try("sh", "-c", $"dd if=/dev/zero of={folder}/filler bs=4096 count=8 2>/dev/null");
        }
    }

    private sealed class KilledException : Exception;
}
