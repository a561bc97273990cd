namespace WaaS.Logistics.Erasure;

/// <summary>
/// Which thing the open descriptor leads to, asked through that descriptor and never through a name: names move.
/// Two identities are the same carrier only when every member is equal.
/// </summary>
/// <param name="Kind">File, loop device or drive.</param>
/// <param name="Device">Major:minor of the device, or of the file system a file lies on.</param>
/// <param name="Inode">Inode of the file, or of the file behind the loop device; 0 for a drive.</param>
/// <param name="BackingDevice">File system of the file behind a loop device; null for a file or drive.</param>
/// <param name="SizeBytes">Visible size.</param>
/// <param name="SectorBytes">Smallest unit of direct I/O.</param>
/// <param name="DiskSequence">Counts media put into the device (BLKGETDISKSEQ); null for a file.</param>
/// <param name="BornNanoseconds">Birth of the file since 1970, because inode numbers are used again; null where unknown.</param>
public sealed record TargetIdentity(
    TargetKind Kind,
    string Device,
    ulong Inode,
    string? BackingDevice,
    long SizeBytes,
    int SectorBytes,
    ulong? DiskSequence,
    long? BornNanoseconds)
{
    /// <summary>What a drive says of itself; null for files and loop devices.</summary>
    public DriveIdentity? Drive { get; init; }

    /// <summary>
    /// The same carrier in a later run: for a drive by what it says of itself, because number and sequence are new after every start
    /// of the machine; for anything else by every member.
    /// </summary>
    public bool IsSameCarrier(TargetIdentity earlier) => Drive is null
        ? this == earlier
        : this == earlier with { Device = Device, DiskSequence = DiskSequence };
}

/// <summary>What a drive says of itself through the open descriptor.</summary>
/// <param name="Serial">Serial.</param>
/// <param name="SerialSource">Who said it.</param>
/// <param name="Wwn">World wide name, hexadecimal; null when it has none.</param>
/// <param name="Eui64">NVMe: EUI-64; null when it has none.</param>
/// <param name="Nguid">NVMe: NGUID; null when it has none.</param>
/// <param name="Model">Model.</param>
/// <param name="Firmware">Firmware revision.</param>
public sealed record DriveIdentity(
    string? Serial, DriveSerialSource SerialSource, string? Wwn, string? Eui64, string? Nguid, string? Model, string? Firmware);
