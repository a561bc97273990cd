using WaaS.Logistics.Proof.Evidence.Rules;

namespace WaaS.Logistics.Proof.Evidence;

/// <summary>
/// Judges one evidence document by fixed rules: no clock, no settings, no memory. Every rule names what is acceptable; whatever is not named, not known or not
/// there is a finding. Rules over several documents (doubled serials, slots without evidence, overlapping work) belong to who keeps the documents.
/// </summary>
public static class EvidenceJudge
{
    internal static IReadOnlyList<EvidenceRule> Rules { get; } =
    [
        new(RuleIds.DeviceIdentity, IdentityRules.Device),
        new(RuleIds.CarrierIdentity, IdentityRules.Carrier),
        new(RuleIds.Outcome, OutcomeRules.Success),
        new(RuleIds.Completeness, CompletenessRules.Sectors),
        new(RuleIds.Completeness, CompletenessRules.Steps),
        new(RuleIds.Completeness, VerificationRules.Verified),
        new(RuleIds.Completeness, SampleRules.Drawn),
        new(RuleIds.HiddenArea, DriveRules.HiddenAreas),
        new(RuleIds.RemappedSectors, DriveRules.RemappedSectors),
        new(RuleIds.Procedure, ProcedureRules.Ordered),
        new(RuleIds.Procedure, ProcedureRules.Techniques),
        new(RuleIds.Procedure, ProcedureRules.Level),
        new(RuleIds.Firmware, ProcedureRules.Firmware),
        new(RuleIds.Exceptions, OutcomeRules.Exceptions),
        new(RuleIds.Interrupted, OutcomeRules.Interrupted),
        new(RuleIds.Capacity, DriveRules.Capacity),
        new(RuleIds.Times, TimeRules.Plausible),
        new(RuleIds.Replay, OriginRules.Replay),
        new(RuleIds.Signature, OriginRules.Signature),
        new(RuleIds.Tool, OriginRules.Tool),
        new(RuleIds.Kind, DriveRules.Kind),
    ];

    /// <summary>Applies every rule.</summary>
    public static Judgement Judge(EvidenceDocument document, EvidenceExpectation expectation) => Judge(document, expectation, Rules);

    internal static Judgement Judge(EvidenceDocument document, EvidenceExpectation expectation, IEnumerable<EvidenceRule> rules)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(expectation);
        List<RuleFinding> findings = [];
        foreach (var rule in rules) rule.Check(document, expectation, new Findings(rule.Id, findings));
        return new Judgement(findings);
    }
}
