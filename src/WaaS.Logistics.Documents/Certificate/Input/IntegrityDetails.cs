namespace WaaS.Logistics.Documents.Certificate.Input;

/// <summary>By what the record can be checked without asking us.</summary>
public sealed record IntegrityDetails
{
    /// <summary>SHA-256 of the evidence.</summary>
    public string? EvidenceSha256 { get; init; }

    /// <summary>Id of the station's key that signed the evidence.</summary>
    public string? EvidenceKeyId { get; init; }

    /// <summary>SHA-256 of the raw report of a foreign tool.</summary>
    public string? ReportSha256 { get; init; }

    /// <summary>Whether the foreign report's own signature is valid.</summary>
    public bool? ReportSignatureValid { get; init; }

    /// <summary>SHA-256 of the certificate's data.</summary>
    public string? CertificateSha256 { get; init; }

    /// <summary>Id of the key that signs the certificate's data.</summary>
    public string? CertificateKeyId { get; init; }

    /// <summary>Algorithm of that signature.</summary>
    public string? SignatureAlgorithm { get; init; }

    /// <summary>Place of the entry in the custody log.</summary>
    public string? LogPosition { get; init; }

    /// <summary>Root of the custody log with that entry.</summary>
    public string? LogRoot { get; init; }

    /// <summary>Where anybody checks the certificate.</summary>
    public Uri? VerificationAddress { get; init; }
}

/// <summary>A clause that the work was done by.</summary>
/// <param name="Clause">Such as <c>CON.6.A12</c>.</param>
/// <param name="Fulfilment">How, in one sentence.</param>
public sealed record StandardClause(string Clause, string Fulfilment);
