using WaaS.Logistics.Proof;
using WaaS.Logistics.Proof.Evidence;
using WaaS.Logistics.Proof.Records;
using WaaS.Logistics.Proof.Signing;
using WaaS.Logistics.Tests.Erasure;
using WaaS.Logistics.Tests.Proof.Records;
using Xunit;
using static WaaS.Logistics.Tests.Proof.Evidence.Acceptable;

namespace WaaS.Logistics.Tests.Proof.Evidence;

/// <summary>Samples after an erase count only by a seed of which one half was not to be had before, and the other one was settled before that.</summary>
public sealed class When_a_seed_is_made_of_two_halves : IDisposable
{
    private static readonly string OtherNonce = new('7', 64), OtherHalf = new('9', 32);
    private readonly SigningKey _key = SigningKey.Create();

    public void Dispose() => _key.Dispose();

    private static string[] Found(EvidenceDocument document, EvidenceExpectation? expectation = null) =>
        [.. EvidenceJudge.Judge(document, expectation ?? SampledExpectation).Findings.Select(found => found.MessageKey)];

    /// <summary>The whole evidence of a station that drew its places by such halves, and told the truth otherwise.</summary>
    private static EvidenceDocument DrawnBy(SeedHalves? halves, string? seed = null)
    {
        seed ??= halves!.Seed()!;
        var places = SamplePlaces.Drawn(seed, 820, Sampled.Carrier.CapacityReportedBytes, 4096)!;
        return With(
            c => c with
            {
                Steps =
                [
                    .. c.Steps.SkipLast(1),
                    c.Steps[^1] with { BytesVerified = places.Length * 4096, Look = c.Steps[^1].Look! with { SeedFrom = halves, PlacesDigest = SamplePlaces.Digest(places), LeftAtMost = SampleCounts.LeftAtMost(places.Length, 0) } },
                ],
                Verification = c.Verification with { SampleSeed = seed, SampleCount = places.Length, BlockLayerSectorsRead = places.Length * 8 },
            },
            Sampled);
    }

    [Fact]
    public void Nothing_speaks_against_the_halves_of_the_server_and_of_the_step() => Assert.Empty(Found(DrawnBy(Halves)));

    [Fact]
    public void A_station_of_before_names_no_halves_and_its_word_is_not_enough() => Assert.Equal(["evidence.R9.seedNotBound"], Found(DrawnBy(null, Seed)));

    [Fact]
    public void A_half_the_server_never_gave() => Assert.Equal(["evidence.R9.otherNonce"], Found(DrawnBy(Halves with { ServerNonce = OtherNonce })));

    /// <summary>Given honestly, but for another job or for an earlier step: the halves fit each other and not what the server computes now.</summary>
    [Fact]
    public void A_half_of_another_job_or_of_an_earlier_step() => Assert.Equal(
        ["evidence.R9.otherErase", "evidence.R9.otherNonce"], Found(DrawnBy(Halves with { ServerNonce = OtherNonce, EraseEnded = ContentHash.Of("another step"u8) })));

    [Fact]
    public void A_step_that_is_not_the_end_of_this_erase() => Assert.Equal(["evidence.R9.otherErase"], Found(DrawnBy(Halves with { EraseEnded = ContentHash.Of("another step"u8) })));

    [Fact]
    public void A_job_in_which_no_erase_was_told_to_have_ended() =>
        Assert.Equal(["evidence.R9.otherErase", "evidence.R9.otherNonce", "evidence.R9.otherHalf"], Found(DrawnBy(Halves), SampledExpectation with { Seed = null }));

    /// <summary>The station heard the server's half first, and then looked for one of its own that gives places it likes.</summary>
    [Fact]
    public void A_half_chosen_afterwards() => Assert.Equal(["evidence.R9.otherHalf"], Found(DrawnBy(Halves with { StationHalf = OtherHalf })));

    [Fact]
    public void A_step_that_binds_to_nothing() =>
        Assert.Equal(["evidence.R9.otherHalf"], Found(DrawnBy(Halves), SampledExpectation with { Seed = SampledExpectation.Seed! with { Commitment = null } }));

    /// <summary>It drew before the erase, wrote those places alone, and hands in the right halves beside its own seed.</summary>
    [Fact]
    public void A_seed_drawn_before_the_erase() => Assert.Equal(["evidence.R9.otherSeed"], Found(DrawnBy(Halves, Seed)));

    [Theory]
    [InlineData("", "fedcba98fedcba98fedcba98fedcba98")]
    [InlineData("0123", "fedcba98fedcba98fedcba98fedcba98")]
    [InlineData("0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef", "")]
    [InlineData("0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef", "00000000000000000000000000000000")]
    [InlineData("0123456789ABCDEF0123456789ABCDEF0123456789ABCDEF0123456789ABCDEF", "fedcba98fedcba98fedcba98fedcba98")]
    public void What_is_no_half_gives_no_seed(string nonce, string half)
    {
        var halves = Halves with { ServerNonce = nonce, StationHalf = half };
        Assert.Null(halves.Seed());
        var claimed = SampledExpectation with { Seed = SampledExpectation.Seed! with { Nonce = nonce, Commitment = halves.Commitment() } };
        Assert.Contains("evidence.R9.otherSeed", Found(DrawnBy(halves, Seed), claimed));
    }

    [Fact]
    public void Halves_where_nothing_was_drawn_afterwards()
    {
        Assert.Equal(["evidence.R9.seedOfNothing"], Found(WithStep(2, s => s with { Look = s.Look! with { SeedFrom = Halves } }, Erased), ErasedExpectation));
        Assert.Equal(["evidence.R9.seedOfNothing"], Found(WithStep(1, s => s with { Look = s.Look! with { SeedFrom = Halves } }, Marked), MarkedExpectation));
    }

    /// <summary>The line of docs/wiping.md for whoever checks it without a program of ours.</summary>
    [Fact]
    public void The_auditors_lines_give_the_same_seed_and_the_same_binding()
    {
        Assert.Equal(Halves.Seed(), Shell.Run("sh", "-c", $"perl -e 'print pack(\"H*\", join \"\", @ARGV)' {Halves.ServerNonce} {Halves.StationHalf} | openssl dgst -sha256 -r | cut -c1-32").Trim());
        Assert.Equal(Halves.Commitment().ToString(), Shell.Run("sh", "-c", $"perl -e 'print pack(\"H*\", join \"\", @ARGV)' {Halves.StationHalf} | openssl dgst -sha256 -r | cut -c1-64").Trim());
    }

    [Fact]
    public void The_servers_half_is_for_the_first_telling_of_the_last_erase_that_ended_well()
    {
        var told = ToldSteps.Of(Sampled);
        var (start, end) = (told.Single(step => step.Kind == StepKinds.EraseStarted), told.Single(step => step.Kind == StepKinds.EraseEnded));
        string? Number(params Told[] steps) => EraseEnd.Of(ToldSteps.Sign(steps, Sampled.JobId, _key))?.Body.Sequence.ToString();

        Assert.Equal("2", Number(start, end));
        Assert.Equal("2", Number(start, end, told[0], end));
        Assert.Equal("4", Number(start, end.With("outcome", "unknown"), start, end));
        Assert.Equal("4", Number(start, end, start, end));
        Assert.Null(Number(start));
        Assert.Null(Number(end));
        Assert.Null(Number(start, end, start));
        Assert.Null(Number(start, end.With("outcome", "unknown")));
        Assert.Null(Number(start, end.With("outcome", null)));
        Assert.Null(Number(start, end, end.With("outcome", "failed")));
        Assert.Null(Number());
        Assert.Null(EraseEnd.Commitment(ToldSteps.Sign([end.With(SeedHalves.CommitmentFact, "5eed")], Sampled.JobId, _key)[0]));
        Assert.Equal(Halves.Commitment(), EraseEnd.Commitment(ToldSteps.Sign([end], Sampled.JobId, _key)[0]));
    }
}
