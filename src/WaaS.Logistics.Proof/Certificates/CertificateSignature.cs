namespace WaaS.Logistics.Proof.Certificates;

/// <summary>The issuer's detached signature over the canonical JSON of the certificate.</summary>
public sealed record CertificateSignature
{
    /// <summary>Always <c>ES256</c>.</summary>
    public required string Algorithm { get; init; }

    /// <summary>Id of the issuer's key: SHA-256 of its SubjectPublicKeyInfo.</summary>
    public required ContentHash KeyId { get; init; }

    /// <summary>r and s, base64url.</summary>
    public required string Value { get; init; }
}
