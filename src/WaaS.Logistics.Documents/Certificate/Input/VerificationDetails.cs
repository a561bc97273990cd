using WaaS.Logistics.Proof.Evidence;

namespace WaaS.Logistics.Documents.Certificate.Input;

/// <summary>Did it take effect?</summary>
public sealed record VerificationDetails
{
    /// <summary>All of it, a sample, or nothing; null when not recorded.</summary>
    public VerificationType? Type { get; init; }

    /// <summary>Share read back, 0 to 100.</summary>
    public double? Percent { get; init; }

    /// <summary>Samples read.</summary>
    public long? SampleCount { get; init; }

    /// <summary>Seed of the sample plan, or the commitment to it.</summary>
    public string? SampleSeed { get; init; }

    /// <summary>After a firmware erase: no larger share of the medium can have been left, in percent, at 99.9 % confidence.</summary>
    public double? LeftAtMostPercent { get; init; }

    /// <summary>Sectors that were not as expected.</summary>
    public long? Mismatches { get; init; }

    /// <summary>Program and version.</summary>
    public string? Tool { get; init; }

    /// <summary>What was found.</summary>
    public VerificationOutcome Result { get; init; }

    /// <summary>Who verified.</summary>
    public string? Verifier { get; init; }

    /// <summary>When.</summary>
    public DateTimeOffset? VerifiedAt { get; init; }

    /// <summary>Re-check by an independent person with recovery software (R2v3, 5 %), or that the carrier was not in the sample.</summary>
    public string? IndependentCheck { get; init; }
}
