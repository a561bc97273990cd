using WaaS.Logistics.Erasure;
using Xunit;

namespace WaaS.Logistics.Tests.Erasure;

/// <summary>Each fault is a real one of the file system below, seen through the same system calls as a drive's.</summary>
public sealed class When_a_carrier_is_faulty
{
    private const int Size = 8 << 20;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_sector_that_cannot_be_written_is_listed_and_it_is_no_success(bool throughLoop)
    {
        using var bench = new Workbench();
        FaultyDisk disk = Disk(bench);
        disk.BadWriteSectors.UnionWith([4096, 4097]);

        WipeResult result = Wiping.Wipe(throughLoop ? bench.Loop(disk.Path, "--direct-io=on") : disk.Path, bench);

        Assert.False(result.Proven);
        SectorFault bad = Assert.Single(result.Overwrite!.BadSectors);
        Assert.Equal("EIO", bad.Error);
        Assert.True(bad.OffsetBytes <= 4096 * 512 && bad.OffsetBytes + bad.LengthBytes >= 4098 * 512, $"{bad}");
        Assert.True(bad.LengthBytes <= 8192, $"{bad}");
        Assert.Equal(Size - bad.LengthBytes, result.Overwrite!.AcknowledgedBytes);
        Assert.NotEqual(0, result.Verification!.Mismatches);
    }

    [Fact]
    public void A_sector_that_cannot_be_read_back_is_listed_and_it_is_no_success()
    {
        using var bench = new Workbench();
        FaultyDisk disk = Disk(bench);
        disk.BadReadSectors.Add(2048);

        WipeResult result = Wiping.Wipe(bench.Loop(disk.Path, "--direct-io=on"), bench);

        Assert.False(result.Proven);
        SectorFault bad = Assert.Single(result.Verification!.Unreadable);
        Assert.InRange(2048 * 512, bad.OffsetBytes, bad.OffsetBytes + bad.LengthBytes - 1);
        Assert.Equal(Size - bad.LengthBytes, result.Verification.VerifiedBytes);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_carrier_that_acknowledges_and_stores_nothing_is_found(bool throughLoop)
    {
        using var bench = new Workbench();
        FaultyDisk disk = Disk(bench);
        disk.DropsWrites = true;

        WipeResult result = Wiping.Wipe(throughLoop ? bench.DirectLoop(disk.Path) : disk.Path, bench);

        Assert.Equal(Size, result.Overwrite!.AcknowledgedBytes);
        Assert.False(result.Proven);
        Assert.Equal(0, result.Verification!.VerifiedBytes);
        Assert.Contains(result.Failures, failure => failure.StartsWith("verification.differs", StringComparison.Ordinal));
    }

    [Fact]
    public void A_carrier_smaller_than_it_says_is_found()
    {
        using var bench = new Workbench();
        FaultyDisk disk = Disk(bench);
        disk.RealCapacity = Size / 2;

        WipeResult result = Wiping.Wipe(disk.Path, bench);

        Assert.False(result.Proven);
        Assert.Equal(Size / 2, result.Verification!.VerifiedBytes);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_carrier_that_is_gone_in_the_middle_is_no_success(bool throughLoop)
    {
        using var bench = new Workbench();
        FaultyDisk disk = Disk(bench);
        string path = throughLoop ? bench.DirectLoop(disk.Path) : disk.Path;
        disk.DiesAfter = disk.Written + Size / 2;

        WipeResult result = Wiping.Wipe(path, bench);

        Assert.False(result.Proven);
        Assert.True(result.Overwrite!.AcknowledgedBytes < Size);
    }

    [Fact]
    public void Short_writes_are_gone_on_with_and_nothing_is_left_out()
    {
        using var bench = new Workbench();
        FaultyDisk disk = Disk(bench);
        disk.WritesAtMost = 300_000;

        WipeResult result = Wiping.Wipe(disk.Path, bench);

        Assert.Equal([], result.Failures);
        Assert.NotEqual(0, result.Overwrite!.ShortWrites);
        Assert.Equal(-1, new Keystream(Convert.FromHexString(result.KeyHex)).FirstMismatch(disk.Content, 0));
    }

    [Fact]
    public void Writes_that_never_get_a_sector_ahead_are_a_failure_and_not_an_endless_loop()
    {
        using var bench = new Workbench();
        FaultyDisk disk = Disk(bench);
        disk.WritesAtMost = 100;

        WipeResult result = Wiping.Wipe(disk.Path, bench);

        Assert.False(result.Proven);
        Assert.NotNull(result.Overwrite!.Failure);
    }

    [Fact]
    public void Short_reads_are_gone_on_with()
    {
        using var bench = new Workbench();
        FaultyDisk disk = Disk(bench);
        disk.ReadsAtMost = 300_000;

        Assert.Equal([], Wiping.Wipe(disk.Path, bench).Failures);
    }

    [Fact]
    public void A_difference_is_read_again_before_it_is_judged()
    {
        using var bench = new Workbench();
        FaultyDisk disk = Disk(bench);
        disk.WrongOnceAt = 5_000_000;

        WipeResult result = Wiping.Wipe(disk.Path, bench);

        Assert.Equal([], result.Failures);
        Assert.Equal(1, result.Verification!.Rereads);
    }

    [Fact]
    public void A_medium_that_is_full_before_its_end_is_no_success()
    {
        using var bench = new Workbench();
        string image = Path.Combine(bench.SmallFileSystem(4 << 20), "disk.img");
        using (FileStream sparse = File.Create(image))
        {
            sparse.SetLength(Size);
        }

        WipeResult result = Wiping.Wipe(image, bench);

        Assert.False(result.Proven);
        Assert.Contains("ENOSPC", result.Overwrite!.Failure!, StringComparison.Ordinal);
    }

    [Fact]
    public void A_full_medium_under_a_loop_device_is_no_success()
    {
        using var bench = new Workbench();
        string image = Path.Combine(bench.SmallFileSystem(4 << 20), "disk.img");
        using (FileStream sparse = File.Create(image))
        {
            sparse.SetLength(Size);
        }

        WipeResult result = Wiping.Wipe(bench.Loop(image, "--direct-io=on"), bench);

        Assert.False(result.Proven);
        Assert.True(result.Overwrite!.AcknowledgedBytes < Size);
    }

    [Fact]
    public void An_image_cut_short_meanwhile_is_no_success()
    {
        using var bench = new Workbench();
        string image = bench.Image("disk.img", 24 << 20);
        using Target target = Target.Open(image);
        bool cut = false;

        WipeResult result = Wipe.Run(Wiping.Request(target, bench) with
        {
            Progress = progress =>
            {
                if (progress.Phase == RunPhase.Verifying && !cut)
                {
                    cut = true;
                    Shell.Run("truncate", "-s", "1M", image);
                }
            },
            Options = Wiping.Small with { BytesPerSecond = 32 << 20 },
        });

        Assert.True(cut);
        Assert.False(result.Proven);
        Assert.Contains("identity.changed", result.Failures);
    }

    [Fact]
    public void Content_changed_behind_the_back_is_found()
    {
        using var bench = new Workbench();
        string image = bench.Image("disk.img", 8 << 20);
        using Target target = Target.Open(image);

        WipeResult result = Wipe.Run(Wiping.Request(target, bench) with
        {
            Step = step =>
            {
                if (step.Kind == WipeStepKind.Overwritten)
                {
                    Shell.Run("sh", "-c", $"printf 'a name that must not stay' | dd of={image} bs=1 seek=7777300 conv=notrunc status=none");
                }
            },
        });

        Assert.False(result.Proven);
        Assert.Equal(1, result.Verification!.Mismatches);
        SectorFault changed = Assert.Single(result.Verification.Differences);
        Assert.InRange(7_777_300, changed.OffsetBytes, changed.OffsetBytes + changed.LengthBytes - 1);
    }

    private static FaultyDisk Disk(Workbench bench)
    {
        var disk = new FaultyDisk(Directory.CreateDirectory(bench.Path_("fuse")).FullName, Size);
        bench.Undo(disk.Dispose);
        return disk;
    }
}
