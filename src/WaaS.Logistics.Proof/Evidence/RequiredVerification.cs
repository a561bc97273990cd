namespace WaaS.Logistics.Proof.Evidence;

/// <summary>How much of a carrier must be read back.</summary>
public sealed record RequiredVerification
{
    /// <summary>All, or a sample. Nothing is never enough.</summary>
    public required VerificationType Type { get; init; }

    /// <summary>Least share in percent, above 0 up to 100; 100 when full.</summary>
    public required double Percent { get; init; }

    /// <summary>Least number of samples; null when only the share counts, or all is read.</summary>
    public long? Samples { get; init; }
}
