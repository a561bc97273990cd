namespace WaaS.Logistics.Erasure;

/// <summary>How a drive is reached.</summary>
public enum DriveInterface
{
    /// <summary>Not determined.</summary>
    Unknown,

    /// <summary>SATA or PATA.</summary>
    Ata,

    /// <summary>SCSI or SAS.</summary>
    Scsi,

    /// <summary>USB: a bridge stands before the drive and may answer in its name.</summary>
    Usb,

    /// <summary>NVMe.</summary>
    Nvme,

    /// <summary>eMMC or a card.</summary>
    Mmc,

    /// <summary>A virtual machine's disk.</summary>
    Virtio,
}

/// <summary>Who said a serial.</summary>
public enum DriveSerialSource
{
    /// <summary>Nobody.</summary>
    Unknown,

    /// <summary>The drive's own electronics.</summary>
    Drive,

    /// <summary>A bridge before the drive: it may be the bridge's own, and the same for every drive put into it.</summary>
    Bridge,
}

/// <summary>What is known of a drive. Null is "not known", never "no".</summary>
public sealed record DriveFacts
{
    /// <summary>Name now; it may be another tomorrow.</summary>
    public required string Path { get; init; }

    /// <summary>Major:minor.</summary>
    public required string Device { get; init; }

    /// <summary>How it is reached.</summary>
    public required DriveInterface Interface { get; init; }

    /// <summary>Size the system shows, in bytes.</summary>
    public required long SizeBytes { get; init; }

    /// <summary>Size without hidden areas, as far as the drive told.</summary>
    public long? NativeBytes { get; init; }

    /// <summary>Bytes per logical sector.</summary>
    public required int LogicalSectorBytes { get; init; }

    /// <summary>Bytes per physical sector.</summary>
    public int? PhysicalSectorBytes { get; init; }

    /// <summary>Turns.</summary>
    public bool? Rotational { get; init; }

    /// <summary>Maker, where told apart from the model.</summary>
    public string? Vendor { get; init; }

    /// <summary>Model.</summary>
    public string? Model { get; init; }

    /// <summary>Firmware revision.</summary>
    public string? Firmware { get; init; }

    /// <summary>Serial.</summary>
    public string? Serial { get; init; }

    /// <summary>Who said the serial.</summary>
    public DriveSerialSource SerialSource { get; init; }

    /// <summary>World wide name, hexadecimal.</summary>
    public string? Wwn { get; init; }

    /// <summary>NVMe: EUI-64, hexadecimal.</summary>
    public string? Eui64 { get; init; }

    /// <summary>NVMe: NGUID, hexadecimal.</summary>
    public string? Nguid { get; init; }

    /// <summary>ATA security state; null when the drive is none or did not answer.</summary>
    public AtaSecurity? Security { get; init; }

    /// <summary>Ways of sanitizing; null when nobody could be asked.</summary>
    public SanitizeMethods? Sanitize { get; init; }

    /// <summary>NVMe Format can erase.</summary>
    public bool? FormatErase { get; init; }

    /// <summary>A host protected area hides sectors.</summary>
    public bool? Hpa { get; init; }

    /// <summary>A device configuration overlay hides sectors.</summary>
    public bool? Dco { get; init; }

    /// <summary>An accessible max address hides sectors.</summary>
    public bool? Ama { get; init; }

    /// <summary>The drive's own summary of its health.</summary>
    public bool? Healthy { get; init; }

    /// <summary>Sectors the drive has replaced by spare ones; null when it does not tell.</summary>
    public long? RemappedSectors { get; init; }

    /// <summary>A volatile write cache is on.</summary>
    public bool? WriteCache { get; init; }

    /// <summary>The medium can be taken out.</summary>
    public bool? Removable { get; init; }

    /// <summary>The machine runs from it.</summary>
    public bool RunsTheSystem { get; init; }
}
