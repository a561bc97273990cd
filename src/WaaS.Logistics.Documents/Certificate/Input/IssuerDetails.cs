namespace WaaS.Logistics.Documents.Certificate.Input;

/// <summary>Who issues the certificate.</summary>
public sealed record IssuerDetails
{
    /// <summary>Company.</summary>
    public required string Name { get; init; }

    /// <summary>Number in a public register; null leaves the line out.</summary>
    public string? RegisterNumber { get; init; }

    /// <summary>Postal address, lines divided by line feeds.</summary>
    public string? Address { get; init; }

    /// <summary>Site where the work was done.</summary>
    public string? Site { get; init; }

    /// <summary>Telephone or mail for questions.</summary>
    public string? Contact { get; init; }

    /// <summary>Information security officer.</summary>
    public string? SecurityOfficer { get; init; }

    /// <summary>Data protection officer.</summary>
    public string? DataProtectionOfficer { get; init; }
}
