using WaaS.Logistics.Erasure;
using Xunit;

namespace WaaS.Logistics.Tests.Erasure;

public sealed class When_a_carrier_is_wiped
{
    [Theory]
    [InlineData(1)]
    [InlineData(511)]
    [InlineData(4096)]
    [InlineData(1048576)]
    [InlineData(9_000_001)]
    [InlineData(16 * 1048576 + 512)]
    public void A_file_of_any_size_holds_the_stream_to_its_last_byte(long bytes)
    {
        using var bench = new Workbench();
        string image = bench.Image("disk.img", bytes);

        WipeResult result = Wiping.Wipe(image, bench);

        Assert.Equal([], result.Failures);
        Assert.Equal(bytes, result.Overwrite!.AcknowledgedBytes);
        Assert.Equal(bytes, result.Verification!.VerifiedBytes);
        Assert.Equal(bytes, new FileInfo(image).Length);
        Assert.Equal(0, Wiping.Recheck(result, image));
    }

    [Fact]
    public void A_file_in_memory_is_wiped_too()
    {
        using var bench = new Workbench("/dev/shm");
        string image = bench.Image("disk.img", 5_000_001);

        WipeResult result = Wiping.Wipe(image, bench);

        Assert.True(result.Proven);
        Assert.Equal("tmpfs", result.Observations["fileSystem"]);
        Assert.Equal(0, Wiping.Recheck(result, image));
    }

    [Theory]
    [InlineData("on")]
    [InlineData("off")]
    public void A_loop_device_is_read_back_from_the_medium(string direct)
    {
        using var bench = new Workbench();
        const long Size = 24 * 1048576;
        string device = bench.Loop(bench.Image("disk.img", Size), $"--direct-io={direct}");

        WipeResult result = Wiping.Wipe(device, bench);

        Assert.Equal([], result.Failures);
        Assert.True(result.Verification!.MediumBytesRead >= Size, $"the block layer read {result.Verification.MediumBytesRead} bytes");
        Assert.Equal(0, Wiping.Recheck(result, device));
        Assert.NotNull(result.Identity.DiskSequence);
    }

    [Fact]
    public void Two_carriers_never_get_the_same_key()
    {
        using var bench = new Workbench();
        string image = bench.Image("disk.img", 1 << 20);
        Assert.NotEqual(Wiping.Wipe(image, bench).KeyHex, Wiping.Wipe(image, bench).KeyHex);
    }

    [Fact]
    public void AES_256_is_used_when_it_is_asked_for()
    {
        using var bench = new Workbench();
        string image = bench.Image("disk.img", 3 << 20);
        using Target target = Target.Open(image);

        WipeResult result = Wipe.Run(Wiping.Request(target, bench) with { KeyBytes = 32 });

        Assert.Equal("aes-256-ctr", result.Algorithm);
        Assert.Equal(0, Wiping.Recheck(result, image));
    }

    [Fact]
    public void Two_passes_have_two_keys_and_the_last_one_lies_on_the_carrier()
    {
        using var bench = new Workbench();
        string image = bench.Image("disk.img", 3 << 20);
        using Target target = Target.Open(image);

        WipeResult result = Wipe.Run(Wiping.Request(target, bench) with { Passes = 2 });

        Assert.Equal([], result.Failures);
        Assert.Equal([1, 2], result.Passes.Select(pass => pass.Number));
        Assert.NotEqual(result.Passes[0].KeyHex, result.Passes[1].KeyHex);
        Assert.Equal(0, Wiping.Recheck(result, image));
    }

    [Fact]
    public void The_key_is_stored_before_the_order_is_asked_for_the_last_time_and_that_before_the_first_write()
    {
        using var bench = new Workbench();
        string image = bench.Image("disk.img", 2 << 20);
        byte[] before = ImageFile.Read(image);
        JournalEntry? stored = null;
        bool untouched = false;
        using Target target = Target.Open(image);
        var journal = new WipeJournal(bench.Path_("journal.json"));

        WipeResult result = Wipe.Run(Wiping.Request(target, bench) with
        {
            ConfirmOrder = () =>
            {
                stored = journal.Read();
                untouched = Workbench.Peek(image).AsSpan().SequenceEqual(before);
            },
        });

        Assert.Equal(result.KeyHex, stored!.KeyHex);
        Assert.Equal(JournalState.Prepared, stored.State);
        Assert.True(untouched);
        Assert.Equal(JournalState.Proven, journal.Read()!.State);
    }

    [Fact]
    public void Its_steps_are_told_in_order()
    {
        using var bench = new Workbench();
        List<WipeStepKind> steps = [];
        using Target target = Target.Open(bench.Image("disk.img", 2 << 20));
        Wipe.Run(Wiping.Request(target, bench) with { Step = step => steps.Add(step.Kind) });
        Assert.Equal(Enum.GetValues<WipeStepKind>().Except([WipeStepKind.HiddenAreasReset, WipeStepKind.MarksStarted, WipeStepKind.EraseStarted, WipeStepKind.Erased]), steps);
    }

    [Fact]
    public void Stopping_it_leaves_no_proof_and_a_journal_to_go_on_from()
    {
        using var bench = new Workbench();
        using Target target = Target.Open(bench.Image("disk.img", 32 << 20));
        using var stop = new CancellationTokenSource();
        WipeResult result = Wipe.Run(
            Wiping.Request(target, bench) with
            {
                Options = Wiping.Small with { BytesPerSecond = 64 << 20 },
                Progress = progress =>
                {
                    if (progress.DoneBytes > 4 << 20)
                    {
                        stop.Cancel();
                    }
                },
            },
            stop.Token);

        Assert.False(result.Proven);
        Assert.Contains("stopped", result.Failures);
        Assert.Null(result.Verification);
        JournalEntry entry = new WipeJournal(bench.Path_("journal.json")).Read()!;
        Assert.Equal(JournalState.Writing, entry.State);
        Assert.InRange(entry.WatermarkBytes, 4 << 20, (32 << 20) - 1);
    }
}
