namespace WaaS.Logistics.Documents.Certificate.Input;

/// <summary>
/// Everything a sanitization certificate of one carrier says. Null, blank and <c>Unknown</c> print as "not recorded", never as zero, no or an empty
/// line. Free text is printed as recorded; words of the document itself come in its language.
/// </summary>
public sealed record CertificatePdfInput
{
    /// <summary>Number, version and standing of the certificate.</summary>
    public required CertificateIdentity Identity { get; init; }

    /// <summary>Who issues it.</summary>
    public required IssuerDetails Issuer { get; init; }

    /// <summary>For whom and under which rules.</summary>
    public OrderDetails Order { get; init; } = new();

    /// <summary>The device the carrier came out of.</summary>
    public DeviceDetails Device { get; init; } = new();

    /// <summary>The carrier.</summary>
    public CarrierDetails Carrier { get; init; } = new();

    /// <summary>What was found before the first step.</summary>
    public PreState PreState { get; init; } = new();

    /// <summary>What was done.</summary>
    public SanitizationDetails Sanitization { get; init; } = new();

    /// <summary>Did it take effect?</summary>
    public VerificationDetails Verification { get; init; } = new();

    /// <summary>Is the remaining risk acceptable?</summary>
    public ValidationDetails Validation { get; init; } = new();

    /// <summary>Only for a carrier that was destroyed; null leaves the section out.</summary>
    public DestructionDetails? Destruction { get; init; }

    /// <summary>Who did it.</summary>
    public PeopleDetails People { get; init; } = new();

    /// <summary>Hand-overs in order of time.</summary>
    public IReadOnlyList<HandOver> Custody { get; init; } = [];

    /// <summary>Where the carrier goes.</summary>
    public DestinationDetails Destination { get; init; } = new();

    /// <summary>By what the record can be checked.</summary>
    public IntegrityDetails Integrity { get; init; } = new();

    /// <summary>Clauses that the work was done by, such as <c>CON.6.A12</c>.</summary>
    public IReadOnlyList<StandardClause> Standards { get; init; } = [];
}
