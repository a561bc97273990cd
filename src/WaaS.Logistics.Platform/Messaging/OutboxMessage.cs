namespace WaaS.Logistics.Platform.Messaging;

/// <summary>An event waiting to be handed to the bus, saved together with the fact it tells of.</summary>
public sealed class OutboxMessage
{
    public long Sequence { get; private set; }

    /// <summary>Becomes the message id, so that a row relayed twice is recognised by every inbox.</summary>
    public required Guid Id { get; init; }

    public required string Type { get; init; }
    public required string Body { get; init; }

    /// <summary>One queue instead of all that listen: only for a failed message that is tried again.</summary>
    public string? Destination { get; init; }

    /// <summary>Not before this time (UTC): long delays live in the database, the same on both buses.</summary>
    public DateTime? NotBefore { get; init; }

    public string? TraceParent { get; init; }
    public required string Actor { get; init; }
    public required string ActorName { get; init; }
    public string? Station { get; init; }
    public string? Place { get; init; }
    public DateTime? OccurredAt { get; init; }
    public required DateTime RecordedAt { get; init; }

    /// <summary>
    /// Only where bus and database are two things: the row stays for a while after it was sent, so that a restored backup can send again
    /// what was in flight. The inboxes drop what they already hold.
    /// </summary>
    public DateTime? SentAt { get; set; }
}
