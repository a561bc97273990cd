namespace WaaS.Logistics.Proof.Certificates;

/// <summary>A certificate and its signature, as they lie in one file.</summary>
public sealed record SignedCertificate
{
    /// <summary>The certificate.</summary>
    public required CertificateDocument Certificate { get; init; }

    /// <summary>The signature over it.</summary>
    public required CertificateSignature Signature { get; init; }
}
