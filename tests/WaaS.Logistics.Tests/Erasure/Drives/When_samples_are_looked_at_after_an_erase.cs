using WaaS.Logistics.Erasure;
using WaaS.Logistics.Proof;
using WaaS.Logistics.Proof.Evidence;
using Xunit;

namespace WaaS.Logistics.Tests.Erasure.Drives;

public sealed class When_samples_are_looked_at_after_an_erase : IDisposable
{
    private const string Ata = "ata-sanitize-block-erase";
    private readonly EmulatedDrives _drives = new();

    [Fact]
    public void Samples_are_drawn_after_the_erase_and_can_be_drawn_again_from_their_seed()
    {
        WipeResult one = _drives.Wipe("bsi-gs", Ata), other = _drives.Wipe("bsi-gs", Ata);
        Assert.Equal([], one.Failures);
        Assert.True(one.Look!.SeedDrawnAfter);
        // The same half of the other side; this side's is another each time.
        Assert.NotEqual(one.Look.SeedHex, other.Look!.SeedHex);
        SeedHalves halves = new() { ServerNonce = one.Look.SeedFrom!.Nonce.NonceHex, StationHalf = one.Look.SeedFrom.HalfHex, EraseEnded = ContentHash.Of("the end of the erase"u8) };
        Assert.Equal(halves.Seed(), one.Look.SeedHex);
        long[] places = SamplePlan.Offsets(Convert.FromHexString(one.Look.SeedHex!), 60, EmulatedDrives.Size);
        Assert.Equal(places.Length, one.Look.Samples);
        Assert.Equal((0, EmulatedDrives.Size - SamplePlan.BlockBytes), (places[0], places[^1]));
        Assert.Equal(SamplePlaces.Digest(places).ToString(), one.Look.PlacesDigestHex);
        // By openssl, which knows nothing of us.
        string drawn = Shell.Run("sh", "-c", $"head -c 8 /dev/zero | openssl enc -aes-128-ctr -K {one.Look.SeedHex} -iv 0 | od -An -tx1");
        ulong first = Convert.ToUInt64(drawn.Replace(" ", "", StringComparison.Ordinal).Trim(), 16);
        Assert.Contains((long)(first % (EmulatedDrives.Size / SamplePlan.BlockBytes)) * SamplePlan.BlockBytes, places);
    }

    [Fact]
    public void The_end_of_the_erase_is_told_with_what_binds_this_side_before_the_other_side_is_asked()
    {
        List<string> order = [];
        Dictionary<string, string> ended = [];
        WipeResult result = _drives.Wipe("bsi-gs", Ata, request => request with
        {
            Step = step =>
            {
                order.Add(step.Kind.ToString());
                ended = step.Kind == WipeStepKind.Erased ? new(step.Facts) : ended;
            },
            AskNonce = () =>
            {
                order.Add("asked");
                return _drives.Nonce;
            },
        });
        Assert.Equal([], result.Failures);
        Assert.Equal(["Erased", "asked", "Verified"], order.SkipWhile(kind => kind != "Erased").Take(3));
        Assert.Equal(LookSeed.Commitment(result.Look!.SeedFrom!.HalfHex), ended["seedCommitment"]);
        Assert.DoesNotContain(result.Look.SeedFrom.HalfHex, ended.Values);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("0123456789abcdef")]
    [InlineData("0123456789ABCDEF0123456789ABCDEF0123456789ABCDEF0123456789ABCDEF")]
    public void Without_the_other_sides_half_all_of_the_carrier_is_looked_at(string? nonce)
    {
        _drives.Nonce = nonce is null ? null : new SeedNonce(nonce, "the end of the erase");
        WipeResult result = _drives.Wipe("bsi-gs", Ata);
        Assert.Equal([], result.Failures);
        Assert.True(result.Look!.Full);
        Assert.Equal((EmulatedDrives.Size, null, null), (result.Look.LookedBytes, result.Look.SeedHex, result.Look.SeedFrom));
    }

    [Theory]
    [InlineData("bsi-gs", false)]
    [InlineData("purge-firmware", true)]
    public void Where_nothing_is_drawn_after_the_erase_nobody_is_asked(string recipe, bool samples)
    {
        bool asked = false;
        WipeResult result = _drives.Wipe(recipe, Ata, request => request with
        {
            LookSamples = _ => samples ? 60 : null,
            AskNonce = () =>
            {
                asked = true;
                return null;
            },
        });
        Assert.Equal([], result.Failures);
        Assert.False(asked);
        Assert.Null(_drives.Journal.Read()!.Firmware!.SeedHalfHex);
    }

    /// <summary>Between the end of the erase and the look: the half it was bound to by is the half it goes on with, so that no other seed can be had by dying.</summary>
    [Fact]
    public void Broken_off_before_the_look_it_tells_the_end_again_and_is_bound_to_the_same_half()
    {
        Assert.Throws<ApplicationException>(() => _drives.Wipe("bsi-gs", Ata, request => request with { AskNonce = () => throw new ApplicationException("killed") }));
        JournalEntry left = _drives.Journal.Read()!;
        Assert.Equal(JournalState.Erased, left.State);
        List<WipeStep> told = [];

        WipeResult result = _drives.Wipe("bsi-gs", Ata, request => request with { Step = told.Add });

        Assert.Equal([], result.Failures);
        Assert.Equal(left.Firmware!.SeedHalfHex, result.Look!.SeedFrom!.HalfHex);
        Assert.False(result.Look.Full);
        Assert.DoesNotContain(told, step => step.Kind == WipeStepKind.EraseStarted);
        Assert.Equal(LookSeed.Commitment(left.Firmware.SeedHalfHex!), Assert.Single(told, step => step.Kind == WipeStepKind.Erased).Facts["seedCommitment"]);
        Assert.Equal(1, _drives.Medium.Erased);
    }

    [Fact]
    public void A_journal_of_before_has_no_half_and_all_is_looked_at()
    {
        Assert.Throws<ApplicationException>(() => _drives.Wipe("bsi-gs", Ata, request => request with { AskNonce = () => throw new ApplicationException("killed") }));
        JournalEntry left = _drives.Journal.Read()!;
        _drives.Journal.Save(left with { Firmware = left.Firmware! with { SeedHalfHex = null } });

        WipeResult result = _drives.Wipe("bsi-gs", Ata);

        Assert.Equal([], result.Failures);
        Assert.True(result.Look!.Full);
    }

    public void Dispose() => _drives.Dispose();
}
