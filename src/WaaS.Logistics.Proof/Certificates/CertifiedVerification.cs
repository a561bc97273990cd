using WaaS.Logistics.Proof.Evidence;

namespace WaaS.Logistics.Proof.Certificates;

/// <summary>How it was read back, as in the evidence.</summary>
public sealed record CertifiedVerification
{
    /// <summary>All or a sample.</summary>
    public required VerificationType Type { get; init; }

    /// <summary>Share in percent.</summary>
    public required double Percent { get; init; }

    /// <summary>Samples read; null when all was read.</summary>
    public required long? SampleCount { get; init; }

    /// <summary>The program.</summary>
    public required ToolIdentity Tool { get; init; }

    /// <summary>Takes the facts over from evidence.</summary>
    public static CertifiedVerification Of(VerificationResult verification)
    {
        ArgumentNullException.ThrowIfNull(verification);
        return new CertifiedVerification { Type = verification.Type, Percent = verification.Percent, SampleCount = verification.SampleCount, Tool = verification.Tool };
    }
}
