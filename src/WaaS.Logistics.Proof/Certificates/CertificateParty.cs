namespace WaaS.Logistics.Proof.Certificates;

/// <summary>Issuer or customer.</summary>
public sealed record CertificateParty
{
    /// <summary>Company name.</summary>
    public required string Name { get; init; }

    /// <summary>Customer or register number; null when there is none.</summary>
    public required string? Number { get; init; }

    /// <summary>Postal address, line by line.</summary>
    public required IReadOnlyList<string> Address { get; init; }

    /// <summary>Contact; null when none is given.</summary>
    public required string? Contact { get; init; }
}
