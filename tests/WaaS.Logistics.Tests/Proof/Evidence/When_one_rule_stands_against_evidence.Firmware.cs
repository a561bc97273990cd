using WaaS.Logistics.Proof;
using WaaS.Logistics.Proof.Evidence;
using WaaS.Logistics.Proof.Levels;
using Xunit;
using static WaaS.Logistics.Tests.Proof.Evidence.Acceptable;

namespace WaaS.Logistics.Tests.Proof.Evidence;

/// <summary>The same of drives that erased themselves.</summary>
public partial class When_one_rule_stands_against_evidence
{
    [Fact]
    public void R9_not_looked_at_after_the_erase() => OnlyCaughtBy("R9", With(c => c with { Steps = [c.Steps[0], c.Steps[1], c.Steps[2] with { Look = null }] }, Erased), ErasedExpectation);

    [Fact]
    public void R9_one_sector_survived_the_erase() => OnlyCaughtBy("R9", WithStep(2, s => s with { Mismatches = 1 }, Erased), ErasedExpectation);

    [Fact]
    public void R9_looked_for_another_stream() => OnlyCaughtBy("R9", WithStep(2, s => s with { KeyFingerprint = ContentHash.Of("other"u8) }, Erased), ErasedExpectation);

    [Fact]
    public void R9_marks_where_all_had_been_overwritten() => OnlyCaughtBy("R9", WithStep(2, s => s with { Look = s.Look! with { LookedFor = LookedFor.Marks } }, Erased), ErasedExpectation);

    [Fact]
    public void R9_samples_that_could_be_foreseen()
    {
        foreach (var after in new[] { TriState.No, TriState.Unknown })
            OnlyCaughtBy("R9", WithStep(2, s => s with { Look = s.Look! with { SeedDrawnAfter = after } }, Sampled), SampledExpectation);
    }

    [Fact]
    public void R9_fewer_marks_than_ordered() => OnlyCaughtBy("R9", Marked, MarkedExpectation with { Verification = MarkedExpectation.Verification with { Samples = 1001 } });

    [Fact]
    public void R9_fewer_bytes_than_the_marks_have() => OnlyCaughtBy("R9", WithStep(1, s => s with { BytesVerified = s.BytesVerified - 4096 }, WithPercent(5)), MarkedExpectation);

    private static EvidenceDocument WithPercent(double percent) => With(c => c with { Verification = c.Verification with { Percent = percent } }, Marked);

    [Fact]
    public void R9_written_again_after_the_erase() => OnlyCaughtBy("R9", With(c => c with
    {
        Steps = [c.Steps[1] with { StartedAt = Begin, EndedAt = Begin.AddSeconds(1) }, c.Steps[0], c.Steps[2]],
    }, Erased), ErasedExpectation);

    [Theory]
    [InlineData("ata-security-erase")]
    [InlineData("ata-sanitize-overwrite")]
    [InlineData("ata-security-erase-enhanced")]
    public void R12_a_technique_that_achieves_less_on_this_medium(string technique) => OnlyCaughtBy(
        "R12", With(c => c with { RemappedAfter = 0, Steps = [c.Steps[0], c.Steps[1] with { Technique = technique, Command = CommandOf(technique) }, c.Steps[2]] }, Erased),
        ErasedExpectation with { Techniques = [technique] });

    [Fact]
    public void R12_a_technique_nobody_ordered() => OnlyCaughtBy("R12", Erased, ErasedExpectation with { Techniques = ["nvme-sanitize-block-erase"] });

    [Fact]
    public void R12_a_format_that_erases_nothing() => OnlyCaughtBy(
        "R12", With(c => c with { Interface = CarrierInterface.Nvme, MediaType = MediaType.Nvme, Steps = [c.Steps[0] with { Technique = "nvme-format", Command = "opcode 80 cdw10 00000001" }, c.Steps[1]], RemappedAfter = 0 }, Marked),
        MarkedExpectation with { Techniques = ["nvme-format"], Medium = MediaType.Nvme });

    [Fact]
    public void R12_a_change_of_key_where_nobody_knows_of_encryption()
    {
        EvidenceDocument Scrambled(TriState always, TriState escrowed) => With(c => c with
        {
            RemappedAfter = 0, Encryption = new EncryptionState { AlwaysOn = always, KeysEscrowed = escrowed, Source = "TCG level 0 discovery" },
            Steps = [c.Steps[0], c.Steps[1] with { Kind = StepKind.Crypto, Technique = "ata-sanitize-crypto-scramble", Command = CommandOf("ata-sanitize-crypto-scramble") }, c.Steps[2]],
        }, Erased);
        var ordered = ErasedExpectation with { Techniques = ["ata-sanitize-crypto-scramble"] };
        Assert.True(EvidenceJudge.Judge(Scrambled(TriState.Yes, TriState.No), ordered).Accepted);
        foreach (var (always, escrowed) in new[] { (TriState.Unknown, TriState.No), (TriState.No, TriState.No), (TriState.Yes, TriState.Unknown), (TriState.Yes, TriState.Yes) })
            OnlyCaughtBy("R12", Scrambled(always, escrowed), ordered);
        OnlyCaughtBy("R12", With(c => c with { Encryption = null }, Scrambled(TriState.Yes, TriState.No)), ordered);
    }

    [Fact]
    public void R12_another_medium_than_the_job_was_handed_out_for() => OnlyCaughtBy("R12", Erased, ErasedExpectation with { Medium = MediaType.Emmc });

    [Fact]
    public void R12_another_level_than_ordered_is_named() => OnlyCaughtBy("R12", Erased with { RequiredLevel = SanitizationLevel.Clear }, ErasedExpectation);

    [Theory]
    [InlineData(SanitizationLevel.None)]
    [InlineData(SanitizationLevel.Unknown)]
    public void R12_an_order_for_no_level_accepts_nothing(SanitizationLevel level) => OnlyCaughtBy("R12", Erased with { RequiredLevel = level }, ErasedExpectation with { RequiredLevel = level });

    [Theory]
    [InlineData("ata-sanitize-block-erase", "unknown")]
    [InlineData("ata-sanitize-block-erase", "85")]
    [InlineData("ata-sanitize-block-erase", "8507200011000043700079007240b400")]
    [InlineData("ata-sanitize-block-erase", "850a260000000100000000000040f400")]
    [InlineData("ata-sanitize-overwrite", "8507200012000042720045006b40b400")]
    public void R13_the_command_is_one_of_something_else(string technique, string command) => OnlyCaughtBy(
        "R13",
        With(c => c with { RemappedAfter = 0, Steps = [c.Steps[0], c.Steps[1] with { Technique = technique, Command = command }, c.Steps[2]] }, Erased) with { RequiredLevel = SanitizationLevel.Clear },
        ErasedExpectation with { Techniques = [technique], RequiredLevel = SanitizationLevel.Clear });

    [Theory]
    [InlineData("nvme-format-user-data-erase", "opcode 80 nsid 00000001 cdw10 00000001")]
    [InlineData("nvme-format-user-data-erase", "opcode 80 nsid 00000001 cdw10 00000400")]
    [InlineData("nvme-sanitize-block-erase", "opcode 84 cdw10 00000001 cdw11 00000000")]
    [InlineData("nvme-sanitize-block-erase", "opcode 80 cdw10 00000002")]
    [InlineData("nvme-sanitize-block-erase", "opcode 84 cdw10")]
    public void R13_a_command_of_nvme_that_is_called_something_else(string technique, string command) => OnlyCaughtBy(
        "R13",
        With(c => c with { Interface = CarrierInterface.Nvme, MediaType = MediaType.Nvme, RemappedAfter = 0, Steps = [c.Steps[0], c.Steps[1] with { Technique = technique, Command = command }, c.Steps[2]] }, Erased) with { RequiredLevel = SanitizationLevel.Clear },
        ErasedExpectation with { Techniques = [technique], Medium = MediaType.Nvme, RequiredLevel = SanitizationLevel.Clear });

    [Fact]
    public void KIND_a_technique_that_is_not_spoken_on_this_interface()
    {
        foreach (var reached in new[] { CarrierInterface.Nvme, CarrierInterface.Scsi, CarrierInterface.Virtio, CarrierInterface.Mmc })
            OnlyCaughtBy("KIND", With(c => c with { Interface = reached }, Erased), ErasedExpectation);
    }

    [Fact]
    public void R9_differences_at_an_erase() => OnlyCaughtBy("R9", WithStep(1, s => s with { Mismatches = 1 }, Erased), ErasedExpectation);

    [Fact]
    public void R9_samples_smaller_than_a_sector() => OnlyCaughtBy("R9", WithStep(1, s => s with { Look = s.Look! with { BlockBytes = 1 } }, Marked), MarkedExpectation);

    [Fact]
    public void R13_the_command_is_not_named() => OnlyCaughtBy("R13", WithStep(1, s => s with { Command = null }, Erased), ErasedExpectation);

    [Theory]
    [InlineData("completed")]
    [InlineData("completed", "completed")]
    [InlineData("idle", "running")]
    [InlineData("running", "completed", "idle")]
    [InlineData("running", "failed", "completed")]
    [InlineData("done", "completed")]
    [InlineData]
    public void R13_a_success_nobody_saw_happen(params string[] states)
    {
        var document = WithStep(1, s => s with { StatusTransitions = [.. states.Select(state => DriveStates.Entry(state, Begin, "x"))] }, With(c => c with { RemappedAfter = 0 }, Erased));
        OnlyCaughtBy("R13", document with { RequiredLevel = SanitizationLevel.Clear }, ErasedExpectation with { RequiredLevel = SanitizationLevel.Clear });
        Assert.Contains(EvidenceJudge.Judge(document, ErasedExpectation).Findings, f => f.MessageKey == "evidence.R12.level");
    }

    [Fact]
    public void R16_an_erase_gone_on_with_and_looked_at_by_sample_only()
    {
        var resumed = WithStep(1, s => s with { Runs = 2 }, Erased);
        Assert.True(EvidenceJudge.Judge(resumed, ErasedExpectation).Accepted);
        OnlyCaughtBy("R16", resumed, ErasedExpectation with { Tools = [Expectation.Tools[0] with { JournalledResume = false }] });
        Assert.True(EvidenceJudge.Judge(WithStep(0, s => s with { Runs = 2 }, Marked), MarkedExpectation).Accepted);
    }

    [Fact]
    public void R11_remapped_sectors_are_reached_by_a_purge_and_by_nothing_less()
    {
        Assert.Equal(12, Erased.Carrier.RemappedAfter);
        var clear = WithStep(1, s => s with { Technique = "ata-security-erase", Command = CommandOf("ata-security-erase") }, Erased) with { RequiredLevel = SanitizationLevel.Clear };
        OnlyCaughtBy("R11", clear, ErasedExpectation with { Techniques = ["ata-security-erase"], RequiredLevel = SanitizationLevel.Clear });
    }
}
