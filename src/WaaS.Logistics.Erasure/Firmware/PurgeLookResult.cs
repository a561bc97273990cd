namespace WaaS.Logistics.Erasure;

/// <summary>What was found on the medium after a firmware erase, where the content before is known.</summary>
public sealed record PurgeLookResult
{
    /// <summary>All of it was looked at, and not samples.</summary>
    public required bool Full { get; init; }

    /// <summary>Seed of the places (<see cref="SamplePlan"/>); null when all was looked at.</summary>
    public required string? SeedHex { get; init; }

    /// <summary>The seed was drawn after the erase. Marks must stand before it; then it is false.</summary>
    public required bool SeedDrawnAfter { get; init; }

    /// <summary>Of what the seed was made; null for marks and where all was looked at.</summary>
    public required LookSeed? SeedFrom { get; init; }

    /// <summary>Places looked at; null when all was.</summary>
    public required long? Samples { get; init; }

    /// <summary>SHA-256 over the offsets of the places as they were read, each as eight bytes, big-endian; null when all was looked at.</summary>
    public required string? PlacesDigestHex { get; init; }

    /// <summary>Bytes read from the medium.</summary>
    public required long LookedBytes { get; init; }

    /// <summary>Sectors of 512 bytes, or whole places, that still hold what lay there before.</summary>
    public required long StillThere { get; init; }

    /// <summary>Stretches that could not be read: nothing is known of them.</summary>
    public required IReadOnlyList<SectorFault> Unreadable { get; init; }

    /// <summary>Blocks of one repeated byte; told, not judged: only some techniques leave such.</summary>
    public required long Uniform { get; init; }

    /// <summary>Bytes the block layer read meanwhile; null where it does not count.</summary>
    public required long? MediumBytesRead { get; init; }

    /// <summary>Stopped on request.</summary>
    public required bool Cancelled { get; init; }

    /// <summary>Why the carrier failed as a whole; null when it did not.</summary>
    public required string? Failure { get; init; }

    /// <summary>Began.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>Ended.</summary>
    public required DateTimeOffset EndedAt { get; init; }
}
