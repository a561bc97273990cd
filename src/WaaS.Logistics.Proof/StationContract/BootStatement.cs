using WaaS.Logistics.Proof.Evidence;

namespace WaaS.Logistics.Proof.StationContract;

/// <summary>What a machine says of itself when it was started to wipe itself. Signed by the fleet key and by the key made for this one boot.</summary>
public sealed record BootStatement
{
    /// <summary>The fleet key's id.</summary>
    public required ContentHash FleetKeyId { get; init; }

    /// <summary>The key of this boot, PEM <c>PUBLIC KEY</c>, P-256.</summary>
    public required string PublicKeyPem { get; init; }

    /// <summary>The kernel's own id of this boot.</summary>
    public required Guid BootId { get; init; }

    /// <summary>The machine as its firmware names it (SMBIOS).</summary>
    public required HostIdentity Machine { get; init; }

    /// <summary>The serial on the machine's label, as scanned; null when nobody scanned it.</summary>
    public required string? ScannedSerial { get; init; }

    /// <summary>When, by the machine's clock.</summary>
    public required DateTimeOffset At { get; init; }
}
