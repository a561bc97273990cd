namespace WaaS.Logistics.Erasure;

/// <summary>What one overwrite did. Says nothing about success: only a verification can.</summary>
public sealed record OverwriteResult
{
    /// <summary>Where this run began; above 0 after a resume.</summary>
    public required long FromBytes { get; init; }

    /// <summary>Bytes the system took, those before <see cref="FromBytes"/> included.</summary>
    public required long AcknowledgedBytes { get; init; }

    /// <summary>Everything below was flushed to the medium.</summary>
    public required long WatermarkBytes { get; init; }

    /// <summary>Sectors that could not be written.</summary>
    public required IReadOnlyList<SectorFault> BadSectors { get; init; }

    /// <summary>Times the system took less than was offered.</summary>
    public required long ShortWrites { get; init; }

    /// <summary>Checkpoints taken.</summary>
    public required int Checkpoints { get; init; }

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
