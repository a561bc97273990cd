namespace WaaS.Logistics.Proof.Evidence;

/// <summary>The reading back: did it take effect? Whether the remaining risk is acceptable is a person's validation, not part of evidence.</summary>
public sealed record VerificationResult
{
    /// <summary>All of it, a sample, or nothing.</summary>
    public required VerificationType Type { get; init; }

    /// <summary>Share of the carrier read back, 0 to 100.</summary>
    public required double Percent { get; init; }

    /// <summary>Seed of the sample plan, drawn after the last write; null for a full verification.</summary>
    public required string? SampleSeed { get; init; }

    /// <summary>Samples read; null for a full verification.</summary>
    public required long? SampleCount { get; init; }

    /// <summary>The program that read back.</summary>
    public required ToolIdentity Tool { get; init; }

    /// <summary>What it found.</summary>
    public required VerificationOutcome Result { get; init; }

    /// <summary>Units of 512 bytes the block layer really read (<c>/sys/block/*/stat</c>), so that a page cache cannot answer for the medium; null for a file.</summary>
    public required long? BlockLayerSectorsRead { get; init; }
}
