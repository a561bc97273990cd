using WaaS.Logistics.Proof;
using WaaS.Logistics.Proof.Evidence;
using Xunit;
using static WaaS.Logistics.Tests.Proof.Evidence.Acceptable;

namespace WaaS.Logistics.Tests.Proof.Evidence;

/// <summary>Lies that leave only one thing to be found.</summary>
public class When_one_finding_stands_alone
{
    private static void Only(string key, EvidenceDocument document, EvidenceExpectation? expectation = null) =>
        Assert.Equal(["evidence." + key], EvidenceJudge.Judge(document, expectation ?? Expectation).Findings.Select(f => f.MessageKey));

    private static void Also(string key, EvidenceDocument document) =>
        Assert.Contains("evidence." + key, EvidenceJudge.Judge(document, Expectation).Findings.Select(f => f.MessageKey));

    [Fact]
    public void The_overwrite_says_it_read_back_itself() => Only("R9.lastStepIsNotVerify", With(c => c with
    {
        Steps = [c.Steps[0] with { BytesVerified = c.CapacityReportedBytes, Mismatches = 0 }],
    }));

    [Fact]
    public void All_was_read_and_nobody_says_with_what_result()
    {
        foreach (var result in Enum.GetValues<VerificationOutcome>().Where(r => r != VerificationOutcome.Passed))
            Only("R9.notVerified", WithVerification(v => v with { Result = result }));
    }

    [Fact]
    public void More_was_read_back_than_there_is() => Only("R9.bytesVerified", With(c => c with
    {
        Steps = [c.Steps[0], c.Steps[1] with { BytesVerified = c.CapacityReportedBytes + 512 }],
        Verification = c.Verification with { BlockLayerSectorsRead = 1 << 20 },
    }));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("5eed")]
    [InlineData("5eed5eed5eed5eed5eed5eed5eed5ee")]
    [InlineData("5EED5EED5EED5EED5EED5EED5EED5EED")]
    [InlineData("5eed5eed5eed5eed5eed5eed5eed5eeg")]
    [InlineData("00000000000000000000000000000000")]
    public void A_sample_nobody_can_draw_again(string? seed) =>
        Only("R9.sampleNotReproducible", With(c => c with { Verification = c.Verification with { SampleSeed = seed } }, Marked), MarkedExpectation);

    [Theory]
    [InlineData(1003)]
    [InlineData(1500)]
    [InlineData(16_384)]
    public void More_samples_than_the_plan_draws(long count) => Only("R9.otherSampleCount", Looked(Marked, count), MarkedExpectation);

    [Theory]
    [InlineData(1000)]
    [InlineData(1002)]
    public void Another_number_of_places_than_those_drawn_and_the_two_ends(long count) => Only("R9.otherPlaces", Looked(Marked, count), MarkedExpectation);

    [Fact]
    public void Places_that_this_seed_this_size_and_this_order_do_not_give()
    {
        Assert.Equal(1001, Marked.Carrier.Verification.SampleCount);
        Only("R9.otherPlaces", WithLook(Marked, null), MarkedExpectation);
        Only("R9.otherPlaces", WithLook(Marked, ContentHash.Of("other places"u8)), MarkedExpectation);
        Only("R9.otherPlaces", WithLook(Marked, Sampled.Carrier.Steps[^1].Look!.PlacesDigest), MarkedExpectation);
        // The places are right, and were not drawn by the seed that is told.
        var otherSeed = string.Concat(Enumerable.Repeat("5eee", 8));
        Only("R9.otherPlaces", With(c => c with { Verification = c.Verification with { SampleSeed = otherSeed } }, Marked), MarkedExpectation);
        // The first places of the carrier, as many as were ordered: what a station that draws nothing would look at.
        Only("R9.otherPlaces", WithLook(Marked, SamplePlaces.Digest(Enumerable.Range(0, 1001).Select(at => at * 4096L))), MarkedExpectation);
    }

    [Fact]
    public void Places_where_all_was_looked_at() => Only("R9.sampleOfAll", WithLook(Erased, ContentHash.Of(""u8)), ErasedExpectation);

    private static EvidenceDocument WithLook(EvidenceDocument document, ContentHash? places) =>
        WithStep(document.Carrier.Steps.Count - 1, s => s with { Look = s.Look! with { PlacesDigest = places } }, document);

    [Fact]
    public void Another_number_than_the_share_of_this_size_gives() => Only("R9.otherSampleCount", Looked(Sampled, 823), SampledExpectation);

    [Theory]
    [InlineData(0)]
    [InlineData(0.0069)]
    [InlineData(0.0000001)]
    [InlineData(1)]
    public void Another_bound_than_so_many_samples_give(double told)
    {
        Only("R9.otherBound", WithStep(1, s => s with { Look = s.Look! with { LeftAtMost = told } }, Marked), MarkedExpectation);
        if (told > 0)
            Only("R9.otherBound", WithStep(2, s => s with { Look = s.Look! with { LeftAtMost = told } }, Erased), ErasedExpectation);
    }

    [Fact]
    public void A_sample_where_all_was_looked_at()
    {
        Only("R9.sampleOfAll", WithVerification(v => v with { SampleSeed = Seed }));
        Only("R9.sampleOfAll", WithVerification(v => v with { SampleCount = 100 }));
    }

    [Theory]
    [InlineData(TriState.Yes)]
    [InlineData(TriState.Unknown)]
    public void Marks_where_nobody_can_have_written_them_before(TriState after) =>
        Only("R9.marksDrawnAfter", WithStep(1, s => s with { Look = s.Look! with { SeedDrawnAfter = after } }, Marked), MarkedExpectation);

    [Fact]
    public void Samples_of_an_overwrite_of_which_nobody_says_when_they_were_drawn() => Only(
        "R9.seedForeseen", WithVerification(v => v with { Type = VerificationType.Sampled, Percent = 10, SampleSeed = Seed, SampleCount = 1639 }),
        Expectation with { Verification = new RequiredVerification { Type = VerificationType.Sampled, Percent = 10 } });

    [Fact]
    public void A_sample_where_all_was_ordered() => Only("R9.tooLittleVerified", Sampled, ErasedExpectation with { Seed = SampledExpectation.Seed });

    private static EvidenceDocument Looked(EvidenceDocument document, long count) => With(c => c with
    {
        Steps = [.. c.Steps.SkipLast(1), c.Steps[^1] with { BytesVerified = count * 4096, Look = c.Steps[^1].Look! with { LeftAtMost = SampleCounts.LeftAtMost(count, 0) } }],
        Verification = c.Verification with { SampleCount = count, BlockLayerSectorsRead = count * 8 },
    }, document);

    [Fact]
    public void A_drive_that_overwrote_and_counts_no_remapped_sectors_or_some()
    {
        Only("R11.remappedNotTold", With(c => c with { RemappedBefore = null, RemappedAfter = null }, Drive), DriveExpectation);
        Only("R11.remappedNotTold", With(c => c with { RemappedAfter = null }, Drive), DriveExpectation);
        Only("R11.remappedNotTold", With(c => c with { RemappedBefore = null }, Drive), DriveExpectation);
        Only("R11.remapped", With(c => c with { RemappedBefore = 1, RemappedAfter = 1 }, Drive), DriveExpectation);
        Only("R11.remapped", With(c => c with { RemappedAfter = 2 }, Drive), DriveExpectation);
    }

    [Fact]
    public void One_key_for_two_passes()
    {
        var two = Expectation with { Passes = [.. Expectation.Passes, Expectation.Passes[0] with { Number = 2 }] };
        var document = With(c => c with
        {
            Steps = [c.Steps[0] with { StartedAt = Begin, EndedAt = Begin.AddSeconds(1), KeyFingerprint = ContentHash.Of("first"u8) }, c.Steps[0] with { Pass = 2 }, c.Steps[1]],
        });
        Assert.True(EvidenceJudge.Judge(document, two).Accepted);
        Only("R12.keyUsedTwice", document with { Carrier = document.Carrier with { Steps = [document.Carrier.Steps[0] with { KeyFingerprint = Key }, .. document.Carrier.Steps.Skip(1)] } }, two);
    }

    [Fact]
    public void A_step_with_exceptions_inside_a_success() => Only("R15.stepWithExceptions", WithStep(0, s => s with { Outcome = Outcome.SuccessWithExceptions }));

    [Fact]
    public void A_placeholder_on_which_all_sides_agree() =>
        Only("R6.placeholder", With(c => c with { Serial = "0000000000", ScannedSerial = "0000000000" }), Expectation with { CarrierSerial = "0000000000" });

    [Fact]
    public void Made_for_another_job_of_the_same_order() => Only("R19.otherJob", Document with { JobId = Guid.NewGuid() });

    [Fact]
    public void A_step_outside_its_own_wipe_or_before_the_one_before_it()
    {
        Only("R18.stepTimes", WithStep(0, s => s with { StartedAt = Begin.AddSeconds(-1) }));
        Only("R18.stepTimes", WithStep(1, s => s with { EndedAt = Begin.AddSeconds(5) }));
        Only("R18.stepTimes", WithStep(1, s => s with { StartedAt = Begin.AddSeconds(1.5) }));
    }

    [Fact]
    public void What_several_rules_catch_is_named_by_each()
    {
        Also("R8.outcome", With(c => c with { Outcome = Outcome.Aborted }));
        Also("R16.aborted", With(c => c with { Outcome = Outcome.Aborted }));
        Also("R8.noSteps", With(c => c with { Steps = [] }));
        Also("R12.passCount", With(c => c with { Steps = [] }));
        Also("R18.endBeforeStart", With(c => c with { EndedAt = c.StartedAt.AddTicks(-1) }));
        Also("R9.noSectors", With(c => c with { SectorsTotal = 0, SectorsWritten = 0, CapacityReportedBytes = 0 }));
        Also("R18.tooFast", With(c => c with { Interface = CarrierInterface.Unknown }));
    }

    [Fact]
    public void Letters_in_another_case_are_the_same_serial_and_nothing_else_is()
    {
        var expected = Expectation with { DeviceSerial = "pf2abcde", CarrierSerial = "s4evnx0m123456" };
        Assert.True(EvidenceJudge.Judge(Document, expected).Accepted);
        Only("R4.otherDevice", Document, expected with { DeviceSerial = "PF2ABCDE " });
        Only("R4.otherDevice", Document, expected with { DeviceSerial = "PF2ABCDE1" });
        Only("R6.otherScanned", With(c => c with { ScannedSerial = "S4EVNX0M12345" }));
        Only("R6.otherSlot", Document with { Slot = "2" });
    }
}
