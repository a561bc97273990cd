using WaaS.Logistics.Proof.Evidence.Rules;
using WaaS.Logistics.Proof.Records;

namespace WaaS.Logistics.Proof.Evidence.Stories;

/// <summary>Passes and erase: the same ones, as many, in the same order, in as many runs, with the same keys and the same bytes.</summary>
internal static class WorkStory
{
    public static void Check(EvidenceDocument document, IReadOnlyList<StepRecord> steps, Findings findings)
    {
        // A wipe that was begun anew wrote all of it again, with another key: what counts is the last beginning.
        var begin = steps.LastOrDefault(step => step.Body.Kind == StepKinds.PassStarted && step.Count("pass") == 1)?.Body.Sequence ?? 0;
        StepRecord[] work = [.. steps.Where(step => step.Body.Sequence >= begin)];
        var at = Passes(document.Carrier, work, findings);
        Erase(document.Carrier, [.. work.Where(step => step.Body.Sequence > at)], work, findings);
    }

    /// <returns>Number of the record that ends the last pass.</returns>
    private static long Passes(CarrierResult carrier, StepRecord[] work, Findings findings)
    {
        long ended = 0;
        var passes = carrier.StepsWithPath().Where(step => step.Step.Kind == StepKind.Overwrite).ToList();
        var beyond = work.FirstOrDefault(step => IsStart(step) && !passes.Exists(pass => pass.Step.Pass == step.Count("pass")));
        findings.Need(beyond is null, "$.carrier.steps", "notInTheEvidence", beyond?.Body.Sequence, beyond?.Body.Kind);
        foreach (var (pass, path) in passes)
        {
            StepRecord[] starts = [.. work.Where(step => IsStart(step) && step.Count("pass") == pass.Pass)];
            var end = work.LastOrDefault(step => step.Body.Kind == StepKinds.PassEnded && step.Count("pass") == pass.Pass);
            var whole = end is not null && starts.Length > 0 && starts[0].Body.Sequence > ended && end.Body.Sequence > starts[^1].Body.Sequence;
            findings.Need(whole, path, "notTold", pass.Technique, pass.Pass);
            if (end is null || !whole) continue;

            findings.Same(starts[^1], "run", pass.Runs, $"{path}.runs");
            foreach (var start in starts)
            {
                findings.Same(start, "keyFingerprint", pass.KeyFingerprint?.ToString(), $"{path}.keyFingerprint");
                findings.Same(start, "algorithm", pass.Generator, $"{path}.generator");
            }
            findings.Same(end, "acknowledgedBytes", pass.BytesAcknowledged, $"{path}.bytesAcknowledged");
            findings.Need(end.Fact("failure") == "none", $"{path}.outcome", "failedBefore", end.Body.Sequence, end.Body.Kind, end.Fact("failure"));
            findings.SameTime(end, pass, path);
            ended = end.Body.Sequence;
        }
        return ended;
    }

    private static void Erase(CarrierResult carrier, StepRecord[] after, StepRecord[] work, Findings findings)
    {
        var erases = carrier.StepsWithPath().Where(step => step.Step.Kind is StepKind.Firmware or StepKind.Crypto).ToList();
        var stray = work.FirstOrDefault(step => step.Body.Kind is StepKinds.EraseStarted or StepKinds.EraseEnded && (erases.Count == 0 || !after.Contains(step)));
        findings.Need(stray is null, "$.carrier.steps", "notInTheEvidence", stray?.Body.Sequence, stray?.Body.Kind);
        foreach (var (erase, path) in erases)
        {
            var start = after.LastOrDefault(step => step.Body.Kind == StepKinds.EraseStarted);
            StepRecord[] ends = [.. after.Where(step => step.Body.Kind == StepKinds.EraseEnded && step.Body.Sequence > start?.Body.Sequence)];
            findings.Need(start is not null && ends.Length > 0, path, "notTold", erase.Technique, erase.Pass);
            if (start is null || ends.Length == 0) continue;

            findings.Same(start, "run", erase.Runs, $"{path}.runs");
            findings.Same(start, "technique", erase.Technique, $"{path}.technique");
            findings.Same(start, "command", erase.Command, $"{path}.command");
            foreach (var end in ends)
            {
                findings.Same(end, "technique", erase.Technique, $"{path}.technique");
                findings.Need(end.Fact("outcome") == EraseEnd.Completed, $"{path}.outcome", "failedBefore", end.Body.Sequence, end.Body.Kind, end.Fact("failure"));
                findings.Need(end.Fact(SeedHalves.CommitmentFact) == ends[0].Fact(SeedHalves.CommitmentFact), $"{path}.outcome", "boundTwice", end.Body.Sequence);
            }
            // What is told again by a later run ended before it.
            findings.Need(ends[0].Body.Time >= erase.EndedAt - RunStory.Skew, $"{path}.endedAt", "otherTime", ends[0].Body.Sequence, ends[0].Body.Kind, ends[0].Body.Time, erase.EndedAt);
            if (carrier.Steps[^1].Look is not { LookedFor: LookedFor.Marks }) continue;

            var marks = work.LastOrDefault(step => step.Body.Kind == StepKinds.MarksStarted && step.Body.Sequence < start.Body.Sequence);
            findings.Need(marks is not null, "$.carrier.verification.sampleSeed", "notTold", StepKinds.MarksStarted, null);
            if (marks is null) continue;
            findings.Same(marks, "seed", carrier.Verification.SampleSeed, "$.carrier.verification.sampleSeed");
            findings.Same(marks, "keyFingerprint", carrier.Steps[^1].KeyFingerprint?.ToString(), "$.carrier.steps");
        }
    }

    private static bool IsStart(StepRecord step) => step.Body.Kind is StepKinds.PassStarted or StepKinds.PassResumed;
}
