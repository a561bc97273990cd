namespace WaaS.Logistics.Platform.Data;

/// <summary>Who changed what, when and where, written in the same transaction as the change itself.</summary>
public sealed class AuditEntry
{
    public long Sequence { get; private set; }
    public required string Subject { get; init; }
    public required Guid SubjectId { get; init; }
    public required string Change { get; init; }
    public required string Fields { get; init; }
    public required string Actor { get; init; }
    public required string ActorName { get; init; }
    public string? Station { get; init; }
    public string? Place { get; init; }
    public required DateTime RecordedAt { get; init; }
}
