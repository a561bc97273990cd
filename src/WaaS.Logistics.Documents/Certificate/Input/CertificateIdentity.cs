namespace WaaS.Logistics.Documents.Certificate.Input;

/// <summary>Whether a certificate still holds. Certificates are never edited: a correction revokes and issues a new version.</summary>
public enum CertificateStanding
{
    /// <summary>It holds.</summary>
    InForce,

    /// <summary>A later version took its place.</summary>
    Superseded,

    /// <summary>It was revoked and proves nothing.</summary>
    Revoked,
}

/// <summary>Number, version and standing of the certificate.</summary>
public sealed record CertificateIdentity
{
    /// <summary>Number that people use.</summary>
    public required string Number { get; init; }

    /// <summary>Number that machines use; null where number and version are all there is.</summary>
    public Guid? Id { get; init; }

    /// <summary>From 1.</summary>
    public required int Version { get; init; }

    /// <summary>With the issuer's offset.</summary>
    public required DateTimeOffset IssuedAt { get; init; }

    /// <summary>At the time of printing.</summary>
    public required CertificateStanding Standing { get; init; }

    /// <summary>Number and version of the certificate that this one takes the place of.</summary>
    public string? Replaces { get; init; }

    /// <summary>Number and version of the one that took this one's place.</summary>
    public string? ReplacedBy { get; init; }

    /// <summary>Why it was revoked.</summary>
    public string? RevocationReason { get; init; }
}
