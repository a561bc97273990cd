namespace WaaS.Logistics.Sanitization.Data;

/// <summary>A command that was carried out, by the id its sender gave it: the same id again gets the first answer.</summary>
internal sealed class Operation
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid OpId { get; init; }
    public required string Command { get; init; }
    public required string Answer { get; init; }
    public required DateTime DoneAt { get; init; }
}
