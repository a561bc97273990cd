namespace WaaS.Logistics.Sanitization.RecordSteps;

/// <summary>One signed record of a job's chain, as it came. Never changed.</summary>
internal sealed class StepRow
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid JobId { get; init; }
    public required long Sequence { get; init; }
    public required string Hash { get; init; }
    public required string Kind { get; init; }

    /// <summary>The whole record as JSON, with its signature.</summary>
    public required string Record { get; init; }
    public required DateTime ReceivedAt { get; init; }
}
