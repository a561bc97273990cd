using WaaS.Logistics.Erasure;
using Xunit;

namespace WaaS.Logistics.Tests.Erasure;

public sealed class When_a_wipe_was_broken_off
{
    private const int Size = 24 << 20;

    [Fact]
    public void It_goes_on_at_the_watermark_with_the_same_key_and_all_of_it_is_verified()
    {
        using var bench = new Workbench();
        (string image, JournalEntry left) = BreakOff(bench);

        WipeResult result = Wiping.Wipe(image, bench);

        Assert.Equal([], result.Failures);
        Assert.True(result.Resumed);
        Assert.Equal(left.KeyHex, result.KeyHex);
        Assert.InRange(result.Overwrite!.FromBytes, 1, left.WatermarkBytes);
        Assert.Equal(Size, result.Verification!.VerifiedBytes);
        Assert.Equal(0, Wiping.Recheck(result, image));
    }

    [Fact]
    public void What_a_journal_holds_is_what_is_read_again()
    {
        using var bench = new Workbench();
        (_, JournalEntry left) = BreakOff(bench);
        var journal = new WipeJournal(bench.Path_("journal.json"));
        JournalEntry bare = left with { Job = null, Identity = left.Identity with { BornNanoseconds = null } };
        journal.Save(bare);
        Assert.Equal(bare, journal.Read()! with { Finished = bare.Finished });
    }

    [Fact]
    public void A_watermark_that_is_too_high_is_found_by_the_verification()
    {
        using var bench = new Workbench();
        (string image, JournalEntry left) = BreakOff(bench);
        new WipeJournal(bench.Path_("journal.json")).Save(left with { WatermarkBytes = Size - (1 << 20) });

        WipeResult result = Wiping.Wipe(image, bench);

        Assert.True(result.Resumed);
        Assert.False(result.Proven);
        Assert.NotEqual(0, result.Verification!.Mismatches);
    }

    public static TheoryData<string, Func<JournalEntry, JournalEntry>> Differences => new()
    {
        { "another order", entry => entry with { Job = "job-2" } },
        { "another serial", entry => entry with { Serial = "WD-OTHER" } },
        { "another inode", entry => entry with { Identity = entry.Identity with { Inode = entry.Identity.Inode + 1 } } },
        { "another file system", entry => entry with { Identity = entry.Identity with { Device = "0:99" } } },
        { "another size", entry => entry with { Identity = entry.Identity with { SizeBytes = Size + 512 } } },
        { "another sector size", entry => entry with { Identity = entry.Identity with { SectorBytes = 8192 } } },
        { "another birth", entry => entry with { Identity = entry.Identity with { BornNanoseconds = 1 } } },
        { "another disk sequence", entry => entry with { Identity = entry.Identity with { DiskSequence = 77 } } },
        { "another kind", entry => entry with { Identity = entry.Identity with { Kind = TargetKind.Loop } } },
        { "another technique", entry => entry with { Technique = "zero" } },
        { "another recipe", entry => entry with { Recipe = "bsi-gs" } },
        { "a firmware erase nobody asked for", entry => entry with { Firmware = new FirmwareEntry { Technique = "ata-security-erase" } } },
        { "another number of passes", entry => entry with { Passes = 2 } },
        { "a pass that cannot be", entry => entry with { Pass = 2 } },
        { "another algorithm", entry => entry with { Algorithm = "aes-256-ctr" } },
        { "a watermark beyond the end", entry => entry with { WatermarkBytes = Size + 1 } },
        { "an end without proof", entry => entry with { State = JournalState.Failed } },
        { "an end with proof", entry => entry with { State = JournalState.Proven } },
        { "a format of tomorrow", entry => entry with { Format = 3 } },
    };

    [Theory]
    [MemberData(nameof(Differences), DisableDiscoveryEnumeration = true)]
    public void Anything_that_differs_means_starting_anew_with_a_new_key(string what, Func<JournalEntry, JournalEntry> differ)
    {
        using var bench = new Workbench();
        (string image, JournalEntry left) = BreakOff(bench);
        new WipeJournal(bench.Path_("journal.json")).Save(differ(left));

        WipeResult result = Wiping.Wipe(image, bench);

        Assert.True(result.Proven, what);
        Assert.False(result.Resumed, what);
        Assert.NotEqual(left.KeyHex, result.KeyHex);
        Assert.Single(Directory.GetFiles(bench.Folder, "journal.json.*.old"));
    }

    [Fact]
    public void The_second_of_two_passes_goes_on_and_the_first_is_not_written_again()
    {
        using var bench = new Workbench();
        string image = bench.Image("disk.img", Size);
        WipeResult first = BreakOffSecondPass(image, bench);
        Assert.Contains("stopped", first.Failures);

        using Target target = Target.Open(image);
        WipeResult result = Wipe.Run(Wiping.Request(target, bench) with { Passes = 2 });

        Assert.Equal([], result.Failures);
        Assert.Equal([1, 2], result.Passes.Select(pass => pass.Runs));
        Assert.Equal(first.Passes.Select(pass => pass.KeyHex), result.Passes.Select(pass => pass.KeyHex));
        Assert.Equal(first.Passes[0].EndedAt, result.Passes[0].EndedAt);
        Assert.Equal(0, Wiping.Recheck(result, image));
    }

    private static WipeResult BreakOffSecondPass(string image, Workbench bench)
    {
        using Target target = Target.Open(image);
        using var stop = new CancellationTokenSource();
        int pass = 0;
        return Wipe.Run(
            Wiping.Request(target, bench) with
            {
                Passes = 2,
                Options = Wiping.Small with { BytesPerSecond = 24 << 20 },
                Step = step => pass += step.Kind == WipeStepKind.PassStarted ? 1 : 0,
                Progress = progress =>
                {
                    if (pass == 2 && progress.DoneBytes > 2 << 20)
                    {
                        stop.Cancel();
                    }
                },
            },
            stop.Token);
    }

    [Fact]
    public void A_journal_that_cannot_be_read_means_starting_anew()
    {
        using var bench = new Workbench();
        (string image, _) = BreakOff(bench);
        File.WriteAllText(bench.Path_("journal.json"), "{\"format\":1,");

        WipeResult result = Wiping.Wipe(image, bench);

        Assert.True(result.Proven);
        Assert.False(result.Resumed);
    }

    [Fact]
    public void A_key_that_cannot_be_stored_stops_it_before_the_first_write()
    {
        using var bench = new Workbench();
        string image = bench.Image("disk.img", 1 << 20);
        byte[] before = ImageFile.Read(image);
        string full = bench.SmallFileSystem(4096);
        File.WriteAllBytes(Path.Combine(full, "filler"), new byte[4096]);
        using (Target target = Target.Open(image))
        {
            Assert.ThrowsAny<IOException>(() =>
                Wipe.Run(Wiping.Request(target, bench) with { Journal = new WipeJournal(Path.Combine(full, "journal.json")) }));
        }

        Assert.Equal(before, ImageFile.Read(image));
    }

    private static (string Image, JournalEntry Left) BreakOff(Workbench bench)
    {
        string image = bench.Image("disk.img", Size);
        using Target target = Target.Open(image);
        using var stop = new CancellationTokenSource();
        Wipe.Run(
            Wiping.Request(target, bench) with
            {
                Options = Wiping.Small with { BytesPerSecond = 16 << 20 },
                Progress = progress =>
                {
                    if (progress.DoneBytes > 2 << 20)
                    {
                        stop.Cancel();
                    }
                },
            },
            stop.Token);
        JournalEntry left = new WipeJournal(bench.Path_("journal.json")).Read()!;
        Assert.Equal(JournalState.Writing, left.State);
        return (image, left);
    }
}
