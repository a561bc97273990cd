using WaaS.Logistics.Proof.Records;

namespace WaaS.Logistics.Proof.StationContract;

/// <summary>New records of a job's chain, in order. Sending the same ones again changes nothing.</summary>
public sealed record StepSubmission
{
    /// <summary>The records; each carries its own signature.</summary>
    public required IReadOnlyList<StepRecord> Records { get; init; }
}
