using System.Globalization;
using WaaS.Logistics.Proof.Evidence.Rules;
using WaaS.Logistics.Proof.Records;

namespace WaaS.Logistics.Proof.Evidence.Stories;

/// <summary>Holds one fact of a step against the evidence.</summary>
internal static class ToldFacts
{
    public static void Same(this Findings findings, StepRecord step, string fact, string? evidence, string path) =>
        findings.Need(step.Fact(fact) is { } told && told == evidence, path, "otherFact", step.Body.Sequence, step.Body.Kind, fact, step.Fact(fact), evidence);

    public static void Same(this Findings findings, StepRecord step, string fact, long? evidence, string path) =>
        findings.Same(step, fact, evidence?.ToString(CultureInfo.InvariantCulture), path);

    /// <summary>A step is told as soon as what it tells has ended.</summary>
    public static void SameTime(this Findings findings, StepRecord step, EvidenceStep done, string path) =>
        findings.Need((step.Body.Time - done.EndedAt).Duration() <= RunStory.Skew, $"{path}.endedAt", "otherTime", step.Body.Sequence, step.Body.Kind, step.Body.Time, done.EndedAt);
}
