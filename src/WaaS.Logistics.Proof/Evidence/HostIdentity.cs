namespace WaaS.Logistics.Proof.Evidence;

/// <summary>The station's machine as its firmware names it; null where it names nothing.</summary>
public sealed record HostIdentity
{
    /// <summary>System manufacturer.</summary>
    public required string? Manufacturer { get; init; }

    /// <summary>System model.</summary>
    public required string? Model { get; init; }

    /// <summary>System serial.</summary>
    public required string? Serial { get; init; }

    /// <summary>SMBIOS UUID as text.</summary>
    public required string? Uuid { get; init; }

    /// <summary>Asset tag.</summary>
    public required string? AssetTag { get; init; }
}
