namespace WaaS.Logistics.Proof.Certificates;

/// <summary>Names one certificate.</summary>
public sealed record CertificateReference
{
    /// <summary>Certificate number.</summary>
    public required string Number { get; init; }

    /// <summary>Version of that number.</summary>
    public required int Version { get; init; }
}
