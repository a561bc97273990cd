using WaaS.Logistics.Proof;
using WaaS.Logistics.Proof.Evidence;
using WaaS.Logistics.Proof.Levels;
using Xunit;
using static WaaS.Logistics.Tests.Proof.Evidence.Acceptable;

namespace WaaS.Logistics.Tests.Proof.Evidence;

/// <summary>For each rule a document that only this rule catches: without the rule it would be accepted.</summary>
public partial class When_one_rule_stands_against_evidence
{
    private static void OnlyCaughtBy(string rule, EvidenceDocument document, EvidenceExpectation? expectation = null)
    {
        var expected = expectation ?? Expectation;
        var judgement = EvidenceJudge.Judge(document, expected);
        Assert.False(judgement.Accepted);
        Assert.Equal([rule], judgement.Findings.Select(f => f.Rule).Distinct());
        Assert.All(judgement.Findings, f => Assert.StartsWith($"evidence.{rule}.", f.MessageKey));
        Assert.True(EvidenceJudge.Judge(document, expected, EvidenceJudge.Rules.Where(r => r.Id != rule)).Accepted);
    }

    [Fact]
    public void Nothing_speaks_against_what_the_tests_start_from()
    {
        Assert.Empty(EvidenceJudge.Judge(Document, Expectation).Findings);
        Assert.True(EvidenceJudge.Judge(Document, Expectation).Accepted);
        Assert.Empty(EvidenceJudge.Judge(Drive, DriveExpectation).Findings);
        Assert.Empty(EvidenceJudge.Judge(Erased, ErasedExpectation).Findings);
        Assert.Empty(EvidenceJudge.Judge(Marked, MarkedExpectation).Findings);
    }

    [Fact]
    public void R4_another_device() => OnlyCaughtBy("R4", Document with { DeviceSerial = "PF2ABCDF" });

    [Fact]
    public void R4_a_placeholder_matches_not_even_itself() =>
        OnlyCaughtBy("R4", Document with { DeviceSerial = "To be filled by O.E.M." }, Expectation with { DeviceSerial = "To be filled by O.E.M." });

    [Fact]
    public void R6_a_bridge_named_the_serial() => OnlyCaughtBy("R6", With(c => c with { SerialSource = SerialSource.Bridge }));

    [Fact]
    public void R6_another_carrier() => OnlyCaughtBy("R6", Document, Expectation with { CarrierSerial = "S4EVNX0M999999" });

    [Fact]
    public void R6_neither_intake_nor_the_operator_named_the_carrier() => OnlyCaughtBy("R6", With(c => c with { ScannedSerial = null }), Expectation with { CarrierSerial = null });

    [Fact]
    public void R6_a_label_alone_names_no_drive()
    {
        OnlyCaughtBy("R6", With(c => c with { SerialSource = SerialSource.Label, Wwn = null }, Drive), DriveExpectation);
        Assert.True(EvidenceJudge.Judge(With(c => c with { SerialSource = SerialSource.Label }, Drive), DriveExpectation).Accepted);
    }

    [Theory]
    [InlineData(Outcome.Failed)]
    [InlineData(Outcome.Unknown)]
    [InlineData((Outcome)99)]
    public void R8_the_outcome_is_no_success(Outcome outcome) => OnlyCaughtBy("R8", With(c => c with { Outcome = outcome }));

    [Fact]
    public void R8_a_step_failed() => OnlyCaughtBy("R8", WithStep(0, s => s with { Outcome = Outcome.Failed }));

    [Fact]
    public void R9_a_sector_was_not_written() => OnlyCaughtBy("R9", With(c => c with { SectorsWritten = c.SectorsTotal - 1 }));

    [Fact]
    public void R9_nobody_knows_how_many_sectors_were_written() => OnlyCaughtBy("R9", With(c => c with { SectorsWritten = null }));

    [Fact]
    public void R9_more_than_everything_was_written() => OnlyCaughtBy("R9", With(c => c with { SectorsWritten = c.SectorsTotal * 3 }));

    [Fact]
    public void R9_the_last_byte_was_not_acknowledged() => OnlyCaughtBy("R9", WithStep(0, s => s with { BytesAcknowledged = s.BytesAcknowledged - 1 }));

    [Fact]
    public void R9_one_sector_read_back_differs() => OnlyCaughtBy("R9", WithStep(1, s => s with { Mismatches = 1 }));

    [Fact]
    public void R9_verified_from_a_cache_not_from_the_medium() => OnlyCaughtBy("R9", WithVerification(v => v with { BlockLayerSectorsRead = 40 }));

    [Fact]
    public void R9_verified_against_another_stream() => OnlyCaughtBy("R9", WithStep(1, s => s with { KeyFingerprint = ContentHash.Of("other"u8) }));

    [Fact]
    public void R9_written_again_after_it_was_verified() => OnlyCaughtBy("R9", With(c => c with
    {
        Steps = [c.Steps[1] with { StartedAt = Begin, EndedAt = Begin.AddSeconds(1) }, c.Steps[0]],
    }));

    [Fact]
    public void R10_a_hidden_area_is_unknown() => OnlyCaughtBy("R10", With(c => c with { Dco = HiddenArea.Unknown }, Drive), DriveExpectation);

    [Fact]
    public void R11_sectors_were_remapped() => OnlyCaughtBy("R11", With(c => c with { RemappedAfter = 1 }, Drive), DriveExpectation);

    [Fact]
    public void R12_zeros_where_a_random_stream_was_ordered() =>
        OnlyCaughtBy("R12", With(c => c with { Steps = [.. c.Steps.Select(s => s with { Pattern = OverwritePattern.Zeros, Generator = null, KeyFingerprint = null })] }));

    [Fact]
    public void R12_one_pass_where_two_were_ordered() => OnlyCaughtBy("R12", Document, Expectation with { Passes = [.. Expectation.Passes, Expectation.Passes[0] with { Number = 2 }] });

    [Fact]
    public void R12_a_stream_nobody_can_check() => OnlyCaughtBy("R12", WithStep(0, s => s with { RecheckCommand = null }));

    [Fact]
    public void R12_under_another_policy() => OnlyCaughtBy("R12", Document with { PolicyVersion = 1 });

    [Fact]
    public void R12_a_firmware_erase_nobody_ordered() => OnlyCaughtBy("R12", With(c => c with { Steps = [Erased.Carrier.Steps[1] with { StartedAt = Begin, EndedAt = Begin }, .. c.Steps] }));

    [Fact]
    public void R15_something_out_of_the_ordinary() => OnlyCaughtBy("R15", With(c => c with { Exceptions = ["The write cache could not be switched off."] }));

    [Fact]
    public void R15_success_with_exceptions() => OnlyCaughtBy("R15", With(c => c with { Outcome = Outcome.SuccessWithExceptions }));

    [Fact]
    public void R16_resumed_by_a_tool_without_a_safe_journal()
    {
        var resumed = WithStep(0, s => s with { Runs = 2 });
        Assert.True(EvidenceJudge.Judge(resumed, Expectation).Accepted);
        OnlyCaughtBy("R16", resumed, Expectation with { Tools = [Expectation.Tools[0] with { JournalledResume = false }] });
    }

    [Fact]
    public void R16_verified_in_two_runs() => OnlyCaughtBy("R16", WithStep(1, s => s with { Runs = 2 }));

    [Fact]
    public void R16_resumed_and_verified_by_sample_only()
    {
        Assert.True(EvidenceJudge.Judge(Sampled, SampledExpectation).Accepted);
        OnlyCaughtBy("R16", WithStep(0, s => s with { Runs = 2 }, Sampled), SampledExpectation);
    }

    [Fact]
    public void R17_another_capacity_than_at_intake()
    {
        var intake = (long)(Document.Carrier.CapacityReportedBytes * 1.0005);
        Assert.True(EvidenceJudge.Judge(Document, Expectation with { CapacityAtIntakeBytes = intake }).Accepted);
        OnlyCaughtBy("R17", Document, Expectation with { CapacityAtIntakeBytes = (long)(Document.Carrier.CapacityReportedBytes * 1.002) });
    }

    [Fact]
    public void R17_the_drive_is_larger_than_it_says() => OnlyCaughtBy("R17", With(c => c with { CapacityNativeBytes = c.CapacityReportedBytes + 512 }, Drive), DriveExpectation);

    [Fact]
    public void R18_begun_before_the_job_was_handed_out() => OnlyCaughtBy("R18", Document, Expectation with { NotBefore = Begin.AddMinutes(3) });

    [Fact]
    public void R18_ended_after_it_came_in() => OnlyCaughtBy("R18", Document, Expectation with { ReceivedAt = Begin.AddMinutes(-3) });

    [Fact]
    public void R18_faster_than_the_interface() => OnlyCaughtBy("R18", With(c => c with
    {
        Steps = [c.Steps[0] with { EndedAt = c.Steps[0].StartedAt.AddMilliseconds(60) }, c.Steps[1]],
    }, Drive), DriveExpectation);

    [Theory]
    [InlineData(TriState.No)]
    [InlineData(TriState.Unknown)]
    public void R18_nobody_knows_the_time_zone(TriState known) => OnlyCaughtBy("R18", With(c => c with { TimeZoneKnown = known }));

    [Fact]
    public void R19_the_document_was_used_before() => OnlyCaughtBy("R19", Document, Expectation with { ConsumedDocumentIds = new HashSet<Guid> { Document.DocumentId } });

    [Fact]
    public void R19_the_bytes_were_used_before() => OnlyCaughtBy("R19", Document, Expectation with { ConsumedHashes = new HashSet<ContentHash> { Expectation.Hash } });

    [Fact]
    public void R19_made_for_another_return_order() => OnlyCaughtBy("R19", Document with { OrderId = Guid.NewGuid() });

    [Theory]
    [InlineData(SignatureState.Absent)]
    [InlineData(SignatureState.Invalid)]
    [InlineData(SignatureState.NotCheckable)]
    public void R20_not_signed_by_the_station(SignatureState signature) => OnlyCaughtBy("R20", Document, Expectation with { Signature = signature });

    [Fact]
    public void R20_signed_by_one_station_and_named_for_another() => OnlyCaughtBy("R20", Document with { StationId = Guid.NewGuid() });

    [Fact]
    public void R21_the_tool_is_not_registered() => OnlyCaughtBy("R21", Document with { Tool = Tool with { Version = "0.1.1" } });

    [Fact]
    public void R21_its_approval_has_ended() => OnlyCaughtBy("R21", Document, Expectation with { Tools = [Expectation.Tools[0] with { ApprovedUntil = Begin }] });

    [Fact]
    public void KIND_a_real_drive_is_recorded_but_not_accepted() => OnlyCaughtBy("KIND", Drive);

    [Fact]
    public void KIND_a_drive_called_a_file_is_no_file() => OnlyCaughtBy("KIND", With(c => c with { Interface = CarrierInterface.Ata }));

    [Fact]
    public void Every_rule_has_its_test()
    {
        var tested = typeof(When_one_rule_stands_against_evidence).GetMethods().Select(m => m.Name.Split('_')[0]).ToHashSet();
        Assert.All(EvidenceJudge.Rules, rule => Assert.Contains(rule.Id, tested));
    }
}
