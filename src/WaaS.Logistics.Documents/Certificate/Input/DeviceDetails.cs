namespace WaaS.Logistics.Documents.Certificate.Input;

/// <summary>The device the carrier came out of.</summary>
public sealed record DeviceDetails
{
    /// <summary>Manufacturer.</summary>
    public string? Manufacturer { get; init; }

    /// <summary>Model.</summary>
    public string? Model { get; init; }

    /// <summary>Serial.</summary>
    public string? Serial { get; init; }

    /// <summary>Asset tag or property number.</summary>
    public string? AssetTag { get; init; }

    /// <summary>SMBIOS UUID.</summary>
    public string? Uuid { get; init; }

    /// <summary>Kind of chassis.</summary>
    public string? Chassis { get; init; }

    /// <summary>IMEI, MEID or ECID.</summary>
    public string? Imei { get; init; }

    /// <summary>Carrier slots that the contract or the model lets expect.</summary>
    public int? SlotsExpected { get; init; }

    /// <summary>Carriers found.</summary>
    public int? SlotsFound { get; init; }

    /// <summary>Carriers with accepted evidence or destruction.</summary>
    public int? SlotsProcessed { get; init; }
}
