namespace WaaS.Logistics.Documents.Certificate.Input;

/// <summary>Destruction of the carrier (ISO/IEC 21964).</summary>
public sealed record DestructionDetails
{
    /// <summary>Category and security level, such as <c>H-4</c>.</summary>
    public string? SecurityLevel { get; init; }

    /// <summary>Protection class, 1 to 3.</summary>
    public int? ProtectionClass { get; init; }

    /// <summary>Machine.</summary>
    public string? Machine { get; init; }

    /// <summary>Class of particle size.</summary>
    public string? ParticleSize { get; init; }

    /// <summary>When.</summary>
    public DateTimeOffset? DestroyedAt { get; init; }

    /// <summary>Where.</summary>
    public string? Place { get; init; }

    /// <summary>Who saw it.</summary>
    public string? Witness { get; init; }

    /// <summary>SHA-256 of the video or photo.</summary>
    public string? RecordingSha256 { get; init; }

    /// <summary>Number of the provider's certificate.</summary>
    public string? ProviderCertificate { get; init; }
}
