namespace WaaS.Logistics.Proof.Certificates;

/// <summary>Is this certificate true?</summary>
public sealed record CertificateVerdict
{
    /// <summary>The answer.</summary>
    public required CertificateState State { get; init; }

    /// <summary>Why not true; null when it is.</summary>
    public required string? Reason { get; init; }

    /// <summary>The certificate; null unless it is true or revoked, so that nobody shows facts nobody vouches for.</summary>
    public required CertificateDocument? Certificate { get; init; }

    /// <summary>The revocation, when there is one.</summary>
    public required CertificateRevocation? Revocation { get; init; }
}

/// <summary>The four answers.</summary>
public enum CertificateState
{
    /// <summary>Not a certificate, changed, or at odds with its own evidence.</summary>
    Broken,

    /// <summary>Well formed, but signed by a key nobody here trusts; nothing is known about it.</summary>
    UnknownKey,

    /// <summary>Issued like this, and withdrawn since.</summary>
    Revoked,

    /// <summary>Issued like this, unchanged, not withdrawn.</summary>
    True,
}
