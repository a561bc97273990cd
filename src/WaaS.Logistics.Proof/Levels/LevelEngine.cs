using WaaS.Logistics.Proof.Evidence;

namespace WaaS.Logistics.Proof.Levels;

/// <summary>Why one step counts as it does.</summary>
/// <param name="Step">Place among the carrier's steps, from 0.</param>
/// <param name="Rule">Row of the table (L1, ...), or the rule that takes its worth away (R8, R9, R13, R14); <c>L0</c> where no row fits.</param>
/// <param name="Level">What the step is worth.</param>
public sealed record LevelReason(int Step, string Rule, SanitizationLevel Level);

/// <summary>What a carrier's steps achieved together, and why.</summary>
/// <param name="Level">The highest that one step achieved; unknown when none did and one is not known.</param>
/// <param name="Reasons">One per overwrite and firmware step, in order.</param>
public sealed record LevelFinding(SanitizationLevel Level, IReadOnlyList<LevelReason> Reasons);

/// <summary>
/// Technique times medium to the level achieved. Only whoever judges evidence asks it: whoever sanitizes tells technique and
/// observations. Whether the steps took effect is the verification's question, not this one.
/// </summary>
public static class LevelEngine
{
    /// <summary>No row of the table fits.</summary>
    public const string NoRow = "L0";

    /// <summary>What was achieved.</summary>
    public static LevelFinding Achieved(CarrierResult carrier, LevelStandard standard = LevelStandard.NistR2)
    {
        ArgumentNullException.ThrowIfNull(carrier);
        List<LevelReason> reasons = [];
        for (var at = 0; at < carrier.Steps.Count; at++)
        {
            if (carrier.Steps[at].Kind is StepKind.Verify) continue;
            var (rule, level) = Worth(carrier, carrier.Steps[at], standard);
            reasons.Add(new LevelReason(at, rule, level));
        }

        var best = reasons.Select(reason => reason.Level).DefaultIfEmpty(SanitizationLevel.None).Max();
        var anyUnknown = reasons.Any(reason => reason.Level == SanitizationLevel.Unknown);
        return new LevelFinding(best == SanitizationLevel.None && anyUnknown ? SanitizationLevel.Unknown : best, reasons);
    }

    private static (string Rule, SanitizationLevel Level) Worth(CarrierResult carrier, EvidenceStep step, LevelStandard standard)
    {
        if (LevelTable.Find(step.Technique, carrier.MediaType) is not { } row || !Fits(step)) return (NoRow, SanitizationLevel.Unknown);
        if (step.Outcome is Outcome.Failed or Outcome.Aborted) return (RuleIds.Outcome, SanitizationLevel.None);
        if (step.Outcome is not Outcome.Success) return (RuleIds.Outcome, SanitizationLevel.Unknown);
        if (step.Kind is StepKind.Overwrite)
        {
            if (step.BytesAcknowledged != carrier.CapacityReportedBytes || carrier.CapacityReportedBytes <= 0) return (RuleIds.Completeness, SanitizationLevel.None);
            var passes = carrier.Steps.Count(other => other is { Kind: StepKind.Overwrite, Outcome: Outcome.Success });
            return carrier.MediaType is MediaType.Removable && passes < 2 ? (row.Id, SanitizationLevel.None) : (row.Id, row.By(standard));
        }

        // A success nobody saw begin may be one of yesterday.
        if (!DriveStates.WasObserved(step)) return (RuleIds.Firmware, SanitizationLevel.Unknown);
        var encrypted = carrier.Encryption is { AlwaysOn: TriState.Yes, KeysEscrowed: TriState.No };
        return row.NeedsEncryption && !encrypted ? (RuleIds.Encryption, SanitizationLevel.Unknown) : (row.Id, row.By(standard));
    }

    private static bool Fits(EvidenceStep step) => step.Kind switch
    {
        StepKind.Overwrite => step.Technique == LevelTable.Overwrite && step.Pattern is OverwritePattern.Random,
        StepKind.Firmware or StepKind.Crypto => step.Technique != LevelTable.Overwrite,
        _ => false,
    };
}
