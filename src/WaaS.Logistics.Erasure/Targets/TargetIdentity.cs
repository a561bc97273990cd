namespace WaaS.Logistics.Erasure;

/// <summary>
/// Which thing the open descriptor leads to, asked through that descriptor and never through a name: names move.
/// Two identities are the same carrier only when every member is equal.
/// </summary>
/// <param name="Kind">File or loop device.</param>
/// <param name="Device">Major:minor of the loop device, or of the file system a file lies on.</param>
/// <param name="Inode">Inode of the file, or of the file behind the loop device.</param>
/// <param name="BackingDevice">File system of the file behind a loop device; null for a file.</param>
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
    long? BornNanoseconds);
