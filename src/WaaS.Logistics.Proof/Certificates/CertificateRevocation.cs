namespace WaaS.Logistics.Proof.Certificates;

/// <summary>A certificate no longer holds.</summary>
public sealed record CertificateRevocation
{
    /// <summary>Number of the certificate.</summary>
    public required string Number { get; init; }

    /// <summary>Version of the number; null for all versions.</summary>
    public required int? Version { get; init; }

    /// <summary>Since when.</summary>
    public required DateTimeOffset RevokedAt { get; init; }

    /// <summary>Why, in words.</summary>
    public required string Reason { get; init; }

    internal bool IsOf(CertificateDocument certificate) => Number == certificate.Number && (Version is null || Version == certificate.Version);
}
