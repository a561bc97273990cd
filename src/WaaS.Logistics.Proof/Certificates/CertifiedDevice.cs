namespace WaaS.Logistics.Proof.Certificates;

/// <summary>The device the carrier came out of.</summary>
public sealed record CertifiedDevice
{
    /// <summary>Its id.</summary>
    public required Guid Id { get; init; }

    /// <summary>Maker.</summary>
    public required string Manufacturer { get; init; }

    /// <summary>Model.</summary>
    public required string Model { get; init; }

    /// <summary>Serial, as in the evidence.</summary>
    public required string Serial { get; init; }

    /// <summary>Asset tag or property number; null when there is none.</summary>
    public required string? AssetTag { get; init; }

    /// <summary>Slot of the carrier, as in the evidence.</summary>
    public required string Slot { get; init; }
}
