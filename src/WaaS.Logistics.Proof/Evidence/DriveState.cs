namespace WaaS.Logistics.Proof.Evidence;

/// <summary>What a real drive said of itself before the first step. Null and unknown are "it did not say", never zero and never no.</summary>
public sealed record DriveState
{
    /// <summary>The station's bay it was in.</summary>
    public required string? Bay { get; init; }

    /// <summary>NVMe EUI-64, lowercase hexadecimal.</summary>
    public required string? Eui64 { get; init; }

    /// <summary>NVMe NGUID, lowercase hexadecimal.</summary>
    public required string? Nguid { get; init; }

    /// <summary>Physical sector in bytes.</summary>
    public required int? PhysicalSectorBytes { get; init; }

    /// <summary>Turns.</summary>
    public required TriState Rotational { get; init; }

    /// <summary>The medium can be taken out.</summary>
    public required TriState Removable { get; init; }

    /// <summary>A volatile write cache is on.</summary>
    public required TriState WriteCache { get; init; }

    /// <summary>The drive's own summary of its health.</summary>
    public required TriState Healthy { get; init; }

    /// <summary>ATA security: known to the drive.</summary>
    public required TriState SecuritySupported { get; init; }

    /// <summary>ATA security: a password is set.</summary>
    public required TriState SecurityEnabled { get; init; }

    /// <summary>ATA security: frozen until the next power cycle.</summary>
    public required TriState SecurityFrozen { get; init; }
}
