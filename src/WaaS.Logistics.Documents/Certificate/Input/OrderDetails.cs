namespace WaaS.Logistics.Documents.Certificate.Input;

/// <summary>How much harm there would be if the data became known (BSI standard 200-2).</summary>
public enum ProtectionNeed
{
    /// <summary>Not determined.</summary>
    Unknown,

    /// <summary>Normal.</summary>
    Normal,

    /// <summary>High.</summary>
    High,

    /// <summary>Very high.</summary>
    VeryHigh,
}

/// <summary>For whom and under which rules.</summary>
public sealed record OrderDetails
{
    /// <summary>Customer with postal address, lines divided by line feeds.</summary>
    public string? Customer { get; init; }

    /// <summary>Number of the customer; null leaves the line out.</summary>
    public string? CustomerNumber { get; init; }

    /// <summary>Rental contract.</summary>
    public string? Contract { get; init; }

    /// <summary>Return order.</summary>
    public string? ReturnOrder { get; init; }

    /// <summary>Lot or pallet.</summary>
    public string? Lot { get; init; }

    /// <summary>Job at the station.</summary>
    public string? Job { get; init; }

    /// <summary>Agreement on processing, GDPR article 28.</summary>
    public string? ProcessingAgreement { get; init; }

    /// <summary>Policy.</summary>
    public string? Policy { get; init; }

    /// <summary>Version of the policy, from 1.</summary>
    public int? PolicyVersion { get; init; }

    /// <summary>Protection need.</summary>
    public ProtectionNeed ProtectionNeed { get; init; }

    /// <summary>Confidentiality category before (NIST SP 800-88).</summary>
    public string? ConfidentialityBefore { get; init; }

    /// <summary>Confidentiality category after.</summary>
    public string? ConfidentialityAfter { get; init; }
}
