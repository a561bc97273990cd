namespace WaaS.Logistics.Custody.Data;

/// <summary>One event as it was told, with who, where and when: the custody log is append-only.</summary>
internal sealed class Fact
{
    public long Sequence { get; private set; }
    public required Guid MessageId { get; init; }
    public required string Event { get; init; }
    public required string Body { get; init; }
    public required string Actor { get; init; }
    public required string ActorName { get; init; }
    public string? Station { get; init; }
    public string? Place { get; init; }

    /// <summary>By the clock of the device it happened on; where that said nothing, the time it was recorded at its source.</summary>
    public required DateTime OccurredAt { get; init; }

    public required DateTime RecordedAt { get; init; }
    public List<FactSubject> Subjects { get; } = [];
}

/// <summary>What a fact speaks of: the way from any identifier to the facts that name it.</summary>
internal sealed class FactSubject
{
    public long Id { get; private set; }
    public long FactSequence { get; private set; }
    public required string Kind { get; init; }

    /// <summary>Upper case without spaces, as people and scanners differ in both.</summary>
    public required string Value { get; init; }

    public static string Normalize(string value) => string.Concat(value.Where(c => !char.IsWhiteSpace(c))).ToUpperInvariant();
}
