using WaaS.Logistics.Erasure;
using Xunit;

namespace WaaS.Logistics.Tests.Erasure.Served;

public sealed class When_a_disk_of_another_process_is_faulty
{
    private const long Size = 24 << 20;

    [Fact]
    public void A_sound_disk_is_wiped_and_proven()
    {
        using var disk = new ServedDisk(Size);
        byte[] before = ImageFile.Read(disk.Image);

        WipeResult result = disk.Wipe();

        Assert.Equal([], result.Failures);
        byte[] after = ImageFile.Read(disk.Image);
        Assert.Equal(-1, new Keystream(Convert.FromHexString(result.KeyHex)).FirstMismatch(after, 0));
        Assert.NotEqual(before, after);
    }

    [Fact]
    public void Dropped_writes_are_found()
    {
        using var disk = new ServedDisk(Size);
        byte[] before = ImageFile.Read(disk.Image);
        disk.Is("""{"dropsWrites":true}""");

        WipeResult result = disk.Wipe();

        Assert.False(result.Proven);
        Assert.Contains(result.Failures, failure => failure.StartsWith("verification.differs", StringComparison.Ordinal));
        Assert.Equal(before, ImageFile.Read(disk.Image));
    }

    [Fact]
    public void Nwipe_calls_the_same_disk_erased_and_verified()
    {
        Assert.SkipWhen(!File.Exists("/usr/sbin/nwipe"), "nwipe is not installed.");
        using var disk = new ServedDisk(Size);
        byte[] before = ImageFile.Read(disk.Image);
        disk.Is("""{"dropsWrites":true}""");

        (int code, string output, string errors) = Shell.Try(
            "nwipe", "--autonuke", "--nogui", "--nowait", "--noblank", "--method=prng", "--verify=last", "--rounds=1", disk.Device);

        Assert.SkipWhen(code != 0, $"This nwipe has found it, or could not run: {errors}");
        Assert.Contains("Erased", output + errors, StringComparison.Ordinal);
        Assert.Equal(before, ImageFile.Read(disk.Image));
    }

    [Fact]
    public void Sectors_that_cannot_be_written_are_listed_and_no_others()
    {
        using var disk = new ServedDisk(Size);
        disk.Is("""{"badWrites":[20000]}""");

        WipeResult result = disk.Wipe();

        Assert.False(result.Proven);
        SectorFault fault = Assert.Single(Assert.Single(result.Passes).BadSectors);
        // The loop device has sectors of 4096 bytes: the bad one lies in this.
        Assert.Equal((20000L * 512 / 4096 * 4096, 4096L), (fault.OffsetBytes, fault.LengthBytes));
    }

    [Fact]
    public void Sectors_that_cannot_be_read_are_listed_and_no_others()
    {
        using var disk = new ServedDisk(Size);
        disk.Is("""{"badReads":[8]}""");

        WipeResult result = disk.Wipe();

        Assert.False(result.Proven);
        SectorFault fault = Assert.Single(result.Verification!.Unreadable);
        Assert.Equal((4096L, 4096L), (fault.OffsetBytes, fault.LengthBytes));
        Assert.Equal(Size - 4096, result.Verification.VerifiedBytes);
    }

    [Fact]
    public void A_disk_that_is_gone_is_no_success()
    {
        using var disk = new ServedDisk(Size);
        disk.Is("""{"dead":true}""");
        WipeResult result = disk.Wipe();
        Assert.False(result.Proven);
        Assert.Equal(0, result.Verification?.VerifiedBytes ?? 0);
    }

    [Fact]
    public void A_false_capacity_is_found()
    {
        using var disk = new ServedDisk(Size);
        disk.Is($$"""{"capacity":{{Size / 2}}}""");
        WipeResult result = disk.Wipe();
        Assert.False(result.Proven);
        Assert.True(result.Verification!.Mismatches > 0);
    }

    [Fact]
    public async Task A_slow_disk_holds_up_no_other()
    {
        using ServedDisk slow = new(Size), sound = new(Size);
        slow.Is("""{"delay":0.5}""");
        Task<WipeResult> waiting = Task.Run(slow.Wipe, TestContext.Current.CancellationToken);

        WipeResult result = sound.Wipe();

        Assert.True(result.Proven);
        Assert.False(waiting.IsCompleted);
        slow.Is("{}");
        Assert.True((await waiting).Proven);
    }
}
