namespace WaaS.Logistics.Platform.Data;

/// <summary>A command that has been carried out, with its answer: the same id again gets the same answer and changes nothing.</summary>
public sealed class Operation
{
    public long Sequence { get; private set; }
    public required Guid OpId { get; init; }
    public required string Name { get; init; }

    /// <summary>SHA-256 of the request, so that an id used for something else is noticed.</summary>
    public required string Request { get; init; }

    public required string Answer { get; init; }
    public required DateTime RecordedAt { get; init; }
}
