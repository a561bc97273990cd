namespace WaaS.Logistics.Sanitization.Certificates;

/// <summary>One carrier's certificate. Never edited: what is no longer true is revoked by a fact of its own.</summary>
internal sealed class Certificate
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required string Number { get; init; }
    public required Guid OrderId { get; init; }
    public required Guid SlotId { get; init; }
    public required Guid EvidenceId { get; init; }
    public required string CarrierSerial { get; init; }
    public required string DeviceSerial { get; init; }

    /// <summary>SHA-256 of the signed JSON; also its name in the blob store.</summary>
    public required string DocumentHash { get; init; }
    public required string PdfGermanHash { get; init; }
    public required string PdfEnglishHash { get; init; }
    public required string KeyId { get; init; }
    public required DateTime IssuedAt { get; init; }
}

/// <summary>A certificate is no longer true.</summary>
internal sealed class Revocation
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid CertificateId { get; init; }
    public required string CertificateNumber { get; init; }
    public required Guid ReopeningId { get; init; }
    public required string Reason { get; init; }
    public required string RevokedBy { get; init; }
    public required string RevokedByName { get; init; }
    public required DateTime RevokedAt { get; init; }
}
