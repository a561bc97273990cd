using System.Globalization;
using System.Text.Json;
using WaaS.Logistics.Proof.Evidence;
using WaaS.Logistics.Proof.Records;
using WaaS.Logistics.Proof.Signing;

namespace WaaS.Logistics.Tests.Proof.Records;

/// <summary>One step as a station tells it, before it is signed.</summary>
internal sealed record Told(string Kind, DateTimeOffset At, Dictionary<string, string> Facts)
{
    public Told With(string fact, string? value)
    {
        Dictionary<string, string> facts = new(Facts);
        facts.Remove(fact);
        if (value is not null) facts.Add(fact, value);
        return this with { Facts = facts };
    }
}

/// <summary>What a station tells while it does what a document of evidence says: where a test begins, to make it worse.</summary>
internal static class ToldSteps
{
    public static List<Told> Of(EvidenceDocument document)
    {
        var carrier = document.Carrier;
        List<Told> told =
        [
            New(StepKinds.JobClaimed, carrier.StartedAt, ("slot", document.Slot), ("procedure", document.ProcedureKey)),
            New(StepKinds.CarrierIdentified, carrier.StartedAt, ("serial", carrier.Serial), ("sizeBytes", carrier.CapacityReportedBytes)),
            New(StepKinds.HoldChecked, carrier.StartedAt, ("clear", "yes"), ("reason", "")),
        ];
        foreach (var step in carrier.Steps) told.AddRange(Of(document, step));
        told.Add(New(StepKinds.Finished, carrier.EndedAt, ("proven", carrier.Outcome is Outcome.Success or Outcome.SuccessWithExceptions ? "yes" : "no"), ("failures", string.Join("; ", carrier.Exceptions))));
        return told;
    }

    public static List<StepRecord> Sign(IEnumerable<Told> told, Guid job, SigningKey key, StepRecord? after = null)
    {
        List<StepRecord> records = [];
        foreach (var step in told)
            records.Add(StepChain.Append(records.LastOrDefault() ?? after, job, step.Kind, JsonSerializer.SerializeToElement(step.Facts), step.At, key));
        return records;
    }

    private static Told[] Of(EvidenceDocument document, EvidenceStep step)
    {
        var (carrier, failure) = (document.Carrier, step.Outcome is Outcome.Success or Outcome.SuccessWithExceptions ? "none" : "it failed");
        return step.Kind switch
        {
            StepKind.Overwrite =>
            [
                New(step.Runs == 1 ? StepKinds.PassStarted : StepKinds.PassResumed, step.StartedAt, ("pass", step.Pass), ("run", step.Runs), ("algorithm", step.Generator), ("keyFingerprint", step.KeyFingerprint)),
                New(StepKinds.PassEnded, step.EndedAt, ("pass", step.Pass), ("acknowledgedBytes", step.BytesAcknowledged), ("badSectors", step.BadSectors.Count), ("failure", failure)),
            ],
            StepKind.Verify =>
            [
                New(StepKinds.VerifyStarted, step.StartedAt, ("sizeBytes", carrier.CapacityReportedBytes)),
                New(
                    StepKinds.VerifyEnded, step.EndedAt, (step.Look is null ? "verifiedBytes" : "lookedBytes", step.BytesVerified), (step.Look is null ? "mismatches" : "stillThere", step.Mismatches),
                    ("samples", step.Look is null ? null : carrier.Verification.SampleCount ?? (object)"all"), ("seed", step.Look is null ? null : carrier.Verification.SampleSeed ?? "none"),
                    ("mediumBytesRead", carrier.Verification.BlockLayerSectorsRead * 512 ?? (object)"not counted"), ("failure", failure)),
            ],
            _ =>
            [
                .. carrier.Steps[^1].Look is { LookedFor: LookedFor.Marks }
                    ? new[] { New(StepKinds.MarksStarted, step.StartedAt, ("seed", carrier.Verification.SampleSeed), ("keyFingerprint", carrier.Steps[^1].KeyFingerprint)) } : [],
                New(StepKinds.EraseStarted, step.StartedAt, ("technique", step.Technique), ("command", step.Command), ("run", step.Runs)),
                New(
                    StepKinds.EraseEnded, step.EndedAt, ("technique", step.Technique), ("outcome", step.Outcome is Outcome.Success ? "completed" : "failed"), ("failure", failure),
                    (SeedHalves.CommitmentFact, carrier.Steps[^1].Look?.SeedFrom?.Commitment())),
            ],
        };
    }

    private static Told New(string kind, DateTimeOffset at, params (string Name, object? Value)[] facts) =>
        new(kind, at, facts.Where(fact => fact.Value is not null).ToDictionary(fact => fact.Name, fact => Convert.ToString(fact.Value, CultureInfo.InvariantCulture)!));
}
