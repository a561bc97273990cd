using System.Globalization;
using WaaS.Logistics.Proof.Evidence.Rules;
using WaaS.Logistics.Proof.Records;

namespace WaaS.Logistics.Proof.Evidence.Stories;

/// <summary>The end: written or erased, looked at, finished, and nothing between or behind.</summary>
internal static class EndStory
{
    public static bool IsSuccess(EvidenceDocument document) => document.Carrier.Outcome is Evidence.Outcome.Success or Evidence.Outcome.SuccessWithExceptions;

    public static void Outcome(EvidenceDocument document, IReadOnlyList<StepRecord> steps, Findings findings)
    {
        var end = steps[^1];
        findings.Need(end.Body.Kind == StepKinds.Finished, "$.carrier.outcome", "noEnd", end.Body.Sequence, end.Body.Kind);
        findings.Same(end, "proven", IsSuccess(document) ? "yes" : "no", "$.carrier.outcome");
    }

    public static void Look(EvidenceDocument document, IReadOnlyList<StepRecord> steps, Findings findings)
    {
        var carrier = document.Carrier;
        var work = carrier.Erases().Length > 0 ? StepKinds.EraseEnded : StepKinds.PassEnded;
        var whole = steps.Count >= 4 && steps.TakeLast(4).Select(step => step.Body.Kind).SequenceEqual([work, StepKinds.VerifyStarted, StepKinds.VerifyEnded, StepKinds.Finished]);
        findings.Need(whole, "$.carrier.steps", "otherEnd", string.Join(", ", steps.TakeLast(4).Select(step => step.Body.Kind)));
        if (!whole || carrier.Steps is not [.., var last]) return;

        var path = $"$.carrier.steps[{carrier.Steps.Count - 1}]";
        var (begun, told) = (steps[^3], steps[^2]);
        findings.Same(begun, "sizeBytes", carrier.CapacityReportedBytes, "$.carrier.capacityReportedBytes");
        findings.Same(told, "failure", "none", $"{path}.outcome");
        findings.Same(told, last.Look is null ? "verifiedBytes" : "lookedBytes", last.BytesVerified, $"{path}.bytesVerified");
        findings.Same(told, last.Look is null ? "mismatches" : "stillThere", last.Mismatches, $"{path}.mismatches");
        findings.Need(Read(told) == carrier.Verification.BlockLayerSectorsRead, "$.carrier.verification.blockLayerSectorsRead", "otherFact", told.Body.Sequence, told.Body.Kind, "mediumBytesRead", told.Fact("mediumBytesRead"), carrier.Verification.BlockLayerSectorsRead);
        findings.SameTime(told, last, path);
        if (last.Look is null) return;

        findings.Same(told, "samples", carrier.Verification.SampleCount?.ToString(CultureInfo.InvariantCulture) ?? "all", "$.carrier.verification.sampleCount");
        findings.Same(told, "seed", carrier.Verification.SampleSeed ?? "none", "$.carrier.verification.sampleSeed");
    }

    // Where the block layer does not count, both say that nobody counted; what cannot be read agrees with nothing.
    private static long? Read(StepRecord told) => told.Fact("mediumBytesRead") == "not counted" ? null : told.Count("mediumBytesRead") / 512 ?? -1;
}
