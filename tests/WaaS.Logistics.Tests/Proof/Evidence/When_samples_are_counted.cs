using WaaS.Logistics.Erasure;
using WaaS.Logistics.Proof.Evidence;
using WaaS.Logistics.Tests.Erasure;
using Xunit;

namespace WaaS.Logistics.Tests.Proof.Evidence;

/// <summary>The station draws by the engine's plan, the judge counts by its own: both must come to the same.</summary>
public class When_samples_are_counted
{
    private const int Block = SamplePlan.BlockBytes;

    [Theory]
    [InlineData(688, 0.01)]
    [InlineData(2_000, 0.00345)]
    [InlineData(6_905, 0.001)]
    [InlineData(69_075, 0.0001)]
    public void What_can_be_left_is_bounded_by_their_number(long samples, double share) => Assert.Equal(share, SampleCounts.LeftAtMost(samples, 0), share / 500);

    [Fact]
    public void Nothing_is_bounded_once_something_was_found_or_nothing_was_looked_at()
    {
        Assert.Equal((1, 1, 1, 0), (SampleCounts.LeftAtMost(6_905, 1), SampleCounts.LeftAtMost(0, 0), SampleCounts.LeftAtMost(null, 1), SampleCounts.LeftAtMost(null, 0)));
        Assert.True(SampleCounts.IsBound(SampleCounts.LeftAtMost(6_905, 0) * (1 + 1e-12), 6_905, 0));
        Assert.False(SampleCounts.IsBound(double.NaN, 6_905, 0) || SampleCounts.IsBound(SampleCounts.LeftAtMost(6_904, 0), 6_905, 0) || SampleCounts.IsBound(1e-300, null, 0));
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(1, 64)]
    [InlineData(2, 64)]
    [InlineData(60, 64)]
    [InlineData(63, 64)]
    [InlineData(64, 64)]
    [InlineData(1_000, 64)]
    [InlineData(1_000, 100_000)]
    public void What_the_engine_draws_is_of_the_plan(int ordered, int blocks)
    {
        foreach (var seed in Enumerable.Range(1, 40).Select(number => Enumerable.Repeat((byte)number, SamplePlan.SeedBytes).ToArray()))
        {
            long size = (long)blocks * Block + 512, drawn = SamplePlan.Offsets(seed, ordered, size).Length;
            Assert.True(SampleCounts.IsOfPlan(drawn, ordered, size, Block), $"{drawn} of {ordered} in {blocks}");
            Assert.False(SampleCounts.IsOfPlan(Math.Min(ordered, blocks) - 1, ordered, size, Block) || SampleCounts.IsOfPlan(Math.Min(ordered + 3, blocks + 2), ordered, size, Block));
            Assert.True(SampleCounts.IsSeed(Convert.ToHexStringLower(seed)));
        }
    }

    [Theory]
    [InlineData(1, 1, 0)]
    [InlineData(1, 64, 0)]
    [InlineData(63, 64, 511)]
    [InlineData(64, 64, 0)]
    [InlineData(1_000, 64, 0)]
    [InlineData(10_000, 100_000, 512)]
    [InlineData(5_000, 4_882_812_500, 0)]
    public void The_judge_draws_the_places_of_the_engine(int ordered, long blocks, int rest)
    {
        foreach (var seed in Enumerable.Range(1, 8).Select(number => Enumerable.Repeat((byte)(number * 29), SamplePlan.SeedBytes).ToArray()))
        {
            var size = (blocks * Block) + rest;
            Assert.Equal(SamplePlan.Offsets(seed, ordered, size), SamplePlaces.Drawn(Convert.ToHexStringLower(seed), ordered, size, Block));
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(512)]
    [InlineData(3_584)]
    [InlineData(4_095)]
    public void The_last_sector_is_always_looked_at(int rest)
    {
        var size = (5_000L * Block) + rest;
        foreach (var ordered in new[] { 1, 100, 6_000 })
        {
            var places = SamplePlan.Offsets(Convert.FromHexString("00112233445566778899aabbccddee0f"), ordered, size);
            Assert.Equal((0, true), (places[0], places[^1] + Block <= size && places[^1] + Block > size - 512));
        }
    }

    [Fact]
    public void What_cannot_be_drawn_is_not_drawn()
    {
        Assert.Null(SamplePlaces.Drawn(null, 10, 1 << 20, Block));
        Assert.Null(SamplePlaces.Drawn(new string('0', 32), 10, 1 << 20, Block));
        Assert.Null(SamplePlaces.Drawn(new string('5', 32), 0, 1 << 20, Block));
        Assert.Null(SamplePlaces.Drawn(new string('5', 32), SamplePlaces.Most + 1L, long.MaxValue, Block));
        Assert.Null(SamplePlaces.Drawn(new string('5', 32), 10, Block - 1, Block));
        Assert.Null(SamplePlaces.Drawn(new string('5', 32), 10, 1 << 20, 0));
    }

    [Theory]
    [InlineData(1, 1, 512)]
    [InlineData(62, 64, 0)]
    [InlineData(64, 64, 3_584)]
    [InlineData(300, 5_000_000, 512)]
    [InlineData(100, 4_882_812_500, 0)]
    public void An_auditor_draws_the_same_with_openssl_and_perl(int ordered, long blocks, int rest)
    {
        var seed = Convert.FromHexString("00112233445566778899aabbccddee0f");
        var places = SamplePlan.Offsets(seed, ordered, (blocks * Block) + rest);
        var printed = Shell.Run("sh", "-c", RecheckCommand.OfPlaces(Convert.ToHexStringLower(seed), places.Length, (blocks * Block) + rest));
        Assert.Equal(SamplePlaces.Digest(places).ToString(), printed.Split(' ')[0]);
    }

    [Fact]
    public void An_order_is_a_number_or_a_share_of_the_size_and_nothing_else()
    {
        static long? Ordered(VerificationType type, double percent, long? samples, long size = 1 << 20) => SampleCounts.Ordered(new RequiredVerification { Type = type, Percent = percent, Samples = samples }, size, Block);
        Assert.Equal((7L, 26L, 256L), (Ordered(VerificationType.Sampled, 0, 7), Ordered(VerificationType.Sampled, 10, null), Ordered(VerificationType.Sampled, 100, null)));
        foreach (var nothing in new[] { Ordered(VerificationType.Full, 100, null), Ordered(VerificationType.None, 10, 7), Ordered(VerificationType.Sampled, 0, null), Ordered(VerificationType.Sampled, 101, null), Ordered(VerificationType.Sampled, 10, 0), Ordered(VerificationType.Sampled, 10, 7, size: 512) })
            Assert.Null(nothing);
        Assert.False(SampleCounts.IsOfPlan(5, 5, 1 << 20, 0) || SampleCounts.IsOfPlan(0, 0, 1 << 20, Block));
    }
}
