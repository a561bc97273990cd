using WaaS.Logistics.Proof.Evidence.Rules;
using WaaS.Logistics.Proof.Evidence.Stories;
using WaaS.Logistics.Proof.Records;

namespace WaaS.Logistics.Proof.Evidence;

/// <summary>
/// Holds evidence against the signed steps of its job: two accounts by one station, of which the second was sent while it happened. Where they differ, or where the steps tell of something
/// that failed, the evidence is not believed. A fact that is absent or cannot be read is no agreement.
/// </summary>
public static class StoryJudge
{
    /// <summary>Applies every rule about the steps.</summary>
    /// <param name="document">The evidence.</param>
    /// <param name="chain">All records of the job, first to last, each checked when it came.</param>
    /// <param name="head">Hash of the record that the evidence says is its last.</param>
    public static IReadOnlyList<RuleFinding> Judge(EvidenceDocument document, IReadOnlyList<StepRecord> chain, ContentHash head)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(chain);
        List<RuleFinding> all = [];
        var findings = new Findings(RuleIds.Steps, all);
        var told = chain.TakeWhile(record => record.ComputeHash() != head).Count();
        findings.Need(told < chain.Count, "$", "notToTheEnd", chain.Count);
        if (told == chain.Count) return all;

        findings.Need(told == chain.Count - 1, "$", "stepsAfter", chain.Count - 1 - told);
        StepRecord[] steps = [.. chain.Take(told + 1)];
        RunStory.Check(document, steps, findings);
        EndStory.Outcome(document, steps, findings);
        if (!EndStory.IsSuccess(document)) return all;

        FailureStory.Check(steps, findings);
        WorkStory.Check(document, steps, findings);
        EndStory.Look(document, steps, findings);
        return all;
    }
}
