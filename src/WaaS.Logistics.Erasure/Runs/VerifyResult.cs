namespace WaaS.Logistics.Erasure;

/// <summary>What a full read-back found.</summary>
public sealed record VerifyResult
{
    /// <summary>Bytes read from the medium that equal the stream.</summary>
    public required long VerifiedBytes { get; init; }

    /// <summary>Sectors that still differed when they were read again.</summary>
    public required long Mismatches { get; init; }

    /// <summary>The first of them, neighbours joined.</summary>
    public required IReadOnlyList<SectorFault> Differences { get; init; }

    /// <summary>Sectors that could not be read.</summary>
    public required IReadOnlyList<SectorFault> Unreadable { get; init; }

    /// <summary>Blocks that differed at first and were right in every later reading.</summary>
    public required long Rereads { get; init; }

    /// <summary>Bytes the block layer read meanwhile; null where it does not count. Less than the size means memory answered.</summary>
    public required long? MediumBytesRead { get; init; }

    /// <summary>Stopped on request.</summary>
    public required bool Cancelled { get; init; }

    /// <summary>Why the carrier failed as a whole; null when it did not.</summary>
    public required string? Failure { get; init; }

    /// <summary>Began.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>Ended.</summary>
    public required DateTimeOffset EndedAt { get; init; }

    /// <summary>Time taken, by a clock that nobody sets.</summary>
    public required TimeSpan Elapsed { get; init; }
}
