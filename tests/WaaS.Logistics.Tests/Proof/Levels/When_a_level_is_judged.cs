using CsCheck;
using WaaS.Logistics.Erasure;
using WaaS.Logistics.Proof;
using WaaS.Logistics.Proof.Evidence;
using WaaS.Logistics.Proof.Levels;
using WaaS.Logistics.Tests.Proof.Evidence;
using Xunit;

namespace WaaS.Logistics.Tests.Proof.Levels;

public class When_a_level_is_judged
{
    private static readonly EncryptionState Encrypted = new() { AlwaysOn = TriState.Yes, KeysEscrowed = TriState.No, Source = "test" };
    private static readonly string[] Names = [.. LevelTable.Rows.Select(row => row.Technique).Distinct(), "degauss", "BSI-GS (similar)", ""];

    private static readonly Gen<CarrierResult> Carriers =
        from medium in Gen.Enum<MediaType>()
        from steps in Step.Array[0, 4]
        from always in Gen.Enum<TriState>()
        from escrowed in Gen.Enum<TriState>()
        from known in Gen.Bool
        select Acceptable.Erased.Carrier with
        {
            MediaType = medium, Steps = steps, Encryption = known ? new EncryptionState { AlwaysOn = always, KeysEscrowed = escrowed, Source = "x" } : null,
        };

    private static Gen<EvidenceStep> Step =>
        from kind in Gen.Enum<StepKind>()
        from technique in OneOf(Names)
        from outcome in Gen.Enum<Outcome>()
        from whole in Gen.Bool
        from states in OneOf("unknown", "idle", "running", "completed", "failed", "odd").Array[0, 4]
        select Acceptable.Erased.Carrier.Steps[1] with
        {
            Kind = kind, Technique = technique, Outcome = outcome, Pattern = kind is StepKind.Overwrite ? OverwritePattern.Random : null,
            BytesAcknowledged = whole ? Acceptable.Erased.Carrier.CapacityReportedBytes : 1, StatusTransitions = [.. states.Select(state => DriveStates.Entry(state, Acceptable.Begin, "x"))],
        };

    private static Gen<string> OneOf(params string[] all) => Gen.Int[0, all.Length - 1].Select(at => all[at]);

    private static SanitizationLevel Of(string technique, MediaType medium, bool encrypted = false, LevelStandard standard = LevelStandard.NistR2) => LevelEngine.Achieved(
        Acceptable.Erased.Carrier with
        {
            MediaType = medium, Encryption = encrypted ? Encrypted : null,
            Steps = [technique == LevelTable.Overwrite ? Acceptable.Erased.Carrier.Steps[0] : Acceptable.Erased.Carrier.Steps[1] with { Technique = technique }],
        }, standard).Level;

    [Theory]
    [InlineData("overwrite-random", MediaType.Hdd, SanitizationLevel.Clear)]
    [InlineData("overwrite-random", MediaType.Ssd, SanitizationLevel.Clear)]
    [InlineData("overwrite-random", MediaType.Nvme, SanitizationLevel.Clear)]
    [InlineData("overwrite-random", MediaType.Removable, SanitizationLevel.None)]
    [InlineData("ata-security-erase", MediaType.Ssd, SanitizationLevel.Clear)]
    [InlineData("ata-security-erase-enhanced", MediaType.Ssd, SanitizationLevel.Clear)]
    [InlineData("ata-security-erase-enhanced", MediaType.Hdd, SanitizationLevel.Purge)]
    [InlineData("ata-sanitize-block-erase", MediaType.Ssd, SanitizationLevel.Purge)]
    [InlineData("ata-sanitize-block-erase", MediaType.Hdd, SanitizationLevel.Unknown)]
    [InlineData("nvme-sanitize-block-erase", MediaType.Nvme, SanitizationLevel.Purge)]
    [InlineData("nvme-format-user-data-erase", MediaType.Nvme, SanitizationLevel.Clear)]
    [InlineData("nvme-format", MediaType.Nvme, SanitizationLevel.None)]
    [InlineData("scsi-sanitize-overwrite", MediaType.Hdd, SanitizationLevel.Purge)]
    [InlineData("emmc-secure-erase", MediaType.Emmc, SanitizationLevel.Clear)]
    [InlineData("ufs-purge", MediaType.Ufs, SanitizationLevel.Purge)]
    [InlineData("ata-sanitize-block-erase", MediaType.Unknown, SanitizationLevel.Unknown)]
    [InlineData("nvme-sanitize-block-erase", MediaType.Ssd, SanitizationLevel.Unknown)]
    [InlineData("degauss", MediaType.Ssd, SanitizationLevel.Unknown)]
    public void A_technique_on_a_medium_is_worth_what_the_standard_says(string technique, MediaType medium, SanitizationLevel level) => Assert.Equal(level, Of(technique, medium));

    [Fact]
    public void The_withdrawn_revision_calls_a_format_a_purge_and_the_present_one_does_not()
    {
        Assert.Equal(SanitizationLevel.Purge, Of("nvme-format-user-data-erase", MediaType.Nvme, standard: LevelStandard.NistR1));
        Assert.Equal(SanitizationLevel.Clear, Of("nvme-format-user-data-erase", MediaType.Nvme, standard: LevelStandard.Ieee2883));
        Assert.Equal(SanitizationLevel.Unknown, Of("nvme-format-user-data-erase", MediaType.Nvme, standard: (LevelStandard)9));
    }

    [Fact]
    public void A_change_of_key_counts_only_where_all_was_encrypted_and_nobody_has_the_key()
    {
        foreach (var row in LevelTable.Rows.Where(row => row.NeedsEncryption))
        {
            Assert.Equal(SanitizationLevel.Unknown, Of(row.Technique, row.Media[0]));
            Assert.Equal(row.Level, Of(row.Technique, row.Media[0], encrypted: true));
        }
    }

    [Fact]
    public void Sticks_need_two_passes()
    {
        var once = Acceptable.Erased.Carrier with { MediaType = MediaType.Removable, Steps = [Acceptable.Erased.Carrier.Steps[0]] };
        Assert.Equal(SanitizationLevel.None, LevelEngine.Achieved(once).Level);
        Assert.Equal(SanitizationLevel.Clear, LevelEngine.Achieved(once with { Steps = [once.Steps[0], once.Steps[0] with { Pass = 2 }] }).Level);
    }

    [Fact]
    public void Each_pair_stands_in_one_row_and_every_technique_of_the_engine_in_some()
    {
        Assert.Equal(LevelTable.Rows.Count, LevelTable.Rows.Select(row => row.Id).Distinct().Count());
        var pairs = LevelTable.Rows.SelectMany(row => row.Media.Select(medium => (row.Technique, medium))).ToList();
        Assert.Equal(pairs.Count, pairs.Distinct().Count());
        Assert.All(Recipe.All.SelectMany(recipe => recipe.Techniques ?? []), technique => Assert.Contains(LevelTable.Rows, row => row.Technique == technique));
        Assert.DoesNotContain(LevelTable.Rows, row => row.Media.Contains(MediaType.Unknown));
    }

    [Fact]
    public void What_is_not_known_is_never_clear_or_better() => Carriers.Sample(carrier =>
    {
        var found = LevelEngine.Achieved(carrier);
        if (found.Level < SanitizationLevel.Clear) return;
        // Somebody counted: a known technique on a known medium, done, and seen to be.
        Assert.Contains(found.Reasons, reason => reason.Level == found.Level && carrier.Steps[reason.Step] is var step
            && step.Outcome == Outcome.Success && carrier.MediaType != MediaType.Unknown && LevelTable.Find(step.Technique, carrier.MediaType) is { } row && row.Id == reason.Rule
            && (step.Kind == StepKind.Overwrite ? step.BytesAcknowledged == carrier.CapacityReportedBytes : DriveStates.WasObserved(step))
            && (!row.NeedsEncryption || carrier.Encryption is { AlwaysOn: TriState.Yes, KeysEscrowed: TriState.No }));
    }, iter: 20_000);

    [Fact]
    public void Taking_a_step_or_a_certainty_away_never_raises_it() => Gen.Select(Carriers, Gen.Int[0, 3]).Sample((carrier, at) =>
    {
        if (at >= carrier.Steps.Count) return;
        var level = Math.Max((int)SanitizationLevel.None, (int)LevelEngine.Achieved(carrier).Level);
        foreach (var worse in new[]
        {
            carrier with { Steps = [.. carrier.Steps.Where((_, place) => place != at)] },
            carrier with { Steps = [.. carrier.Steps.Select((step, place) => place == at ? step with { Outcome = Outcome.Unknown } : step)] },
            carrier with { Steps = [.. carrier.Steps.Select((step, place) => place == at ? step with { StatusTransitions = [] , BytesAcknowledged = null } : step)] },
            carrier with { Encryption = null },
            carrier with { MediaType = MediaType.Unknown },
        })
        {
            Assert.True((int)LevelEngine.Achieved(worse).Level <= level);
        }
    }, iter: 10_000);

    [Fact]
    public void Nothing_done_is_nothing() => Assert.Equal(SanitizationLevel.None, LevelEngine.Achieved(Acceptable.Erased.Carrier with { Steps = [] }).Level);
}
