namespace WaaS.Logistics.Erasure;

/// <summary>One pass over the whole carrier, ended well or not.</summary>
public sealed record OverwrittenPass
{
    /// <summary>From 1.</summary>
    public required int Number { get; init; }

    /// <summary>aes-128-ctr or aes-256-ctr.</summary>
    public required string Algorithm { get; init; }

    /// <summary>Key of this pass.</summary>
    public required string KeyHex { get; init; }

    /// <summary>Program runs that wrote it; more than 1 means resumed.</summary>
    public required int Runs { get; init; }

    /// <summary>Began, in the first of these runs.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>Ended.</summary>
    public required DateTimeOffset EndedAt { get; init; }

    /// <summary>Bytes the system took and flushed.</summary>
    public required long FlushedBytes { get; init; }

    /// <summary>Sectors that could not be written.</summary>
    public required IReadOnlyList<SectorFault> BadSectors { get; init; }

    /// <summary>Why it ended early; null when it did not.</summary>
    public required string? Failure { get; init; }
}
