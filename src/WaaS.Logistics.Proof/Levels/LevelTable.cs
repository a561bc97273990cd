using WaaS.Logistics.Proof.Evidence;

namespace WaaS.Logistics.Proof.Levels;

/// <summary>What one technique is worth on some media.</summary>
/// <param name="Id">Stable id of the row.</param>
/// <param name="Technique">Name in the evidence.</param>
/// <param name="Media">On these.</param>
/// <param name="Level">By IEEE 2883-2022, and so by NIST Rev. 2.</param>
/// <param name="R1">By NIST SP 800-88 Rev. 1.</param>
/// <param name="NeedsEncryption">Only a change of key: counts only where all was encrypted from the first byte and nobody has the key (rule R14).</param>
public sealed record LevelRow(string Id, string Technique, IReadOnlyList<MediaType> Media, SanitizationLevel Level, SanitizationLevel R1, bool NeedsEncryption = false)
{
    /// <summary>By one standard.</summary>
    public SanitizationLevel By(LevelStandard standard) => standard switch
    {
        LevelStandard.NistR1 => R1,
        LevelStandard.NistR2 or LevelStandard.Ieee2883 => Level,
        _ => SanitizationLevel.Unknown,
    };
}

/// <summary>Technique and medium to level. A pair that is not here is worth nothing that is known.</summary>
public static class LevelTable
{
    private const SanitizationLevel None = SanitizationLevel.None, Clear = SanitizationLevel.Clear, Purge = SanitizationLevel.Purge;
    private static readonly MediaType[] Hdd = [MediaType.Hdd], Ssd = [MediaType.Ssd], Nvme = [MediaType.Nvme];
    private static readonly MediaType[] Turning = [MediaType.Hdd, MediaType.Image], Flash = [MediaType.Ssd, MediaType.Nvme, MediaType.Emmc, MediaType.Ufs];

    /// <summary>Name of an overwrite pass in the evidence.</summary>
    public const string Overwrite = "overwrite-random";

    /// <summary>Every row.</summary>
    public static IReadOnlyList<LevelRow> Rows { get; } =
    [
        new("L1", Overwrite, Turning, Clear, Clear),
        // Overwriting does not reach spare and remapped blocks of flash.
        new("L2", Overwrite, Flash, Clear, Clear),
        // NIST Rev. 1 asks for two passes on sticks and cards; see LevelEngine.
        new("L3", Overwrite, [MediaType.Removable], Clear, Clear),
        new("L4", "ata-sanitize-block-erase", Ssd, Purge, Purge),
        new("L5", "ata-sanitize-crypto-scramble", [MediaType.Hdd, MediaType.Ssd], Purge, Purge, NeedsEncryption: true),
        new("L6", "ata-sanitize-overwrite", Hdd, Purge, Purge),
        new("L7", "ata-sanitize-overwrite", Ssd, Clear, Clear),
        new("L8", "ata-security-erase-enhanced", Hdd, Purge, Purge),
        new("L9", "ata-security-erase-enhanced", Ssd, Clear, Clear),
        new("L10", "ata-security-erase", [MediaType.Hdd, MediaType.Ssd], Clear, Clear),
        new("L11", "nvme-sanitize-block-erase", Nvme, Purge, Purge),
        new("L12", "nvme-sanitize-overwrite", Nvme, Purge, Purge),
        new("L13", "nvme-sanitize-crypto-erase", Nvme, Purge, Purge, NeedsEncryption: true),
        // Rev. 1 calls a Format with secure erase a purge; what IEEE 2883 calls it was not to be read: the lower one counts.
        new("L14", "nvme-format-user-data-erase", Nvme, Clear, Purge),
        new("L15", "nvme-format-crypto-erase", Nvme, Clear, Purge, NeedsEncryption: true),
        // SES 0, what tools send by default: it changes nothing on the medium.
        new("L16", "nvme-format", Nvme, None, None),
        new("L17", "scsi-sanitize-block-erase", Ssd, Purge, Purge),
        new("L18", "scsi-sanitize-overwrite", [MediaType.Hdd, MediaType.Ssd], Purge, Purge),
        new("L19", "scsi-sanitize-crypto-erase", [MediaType.Hdd, MediaType.Ssd], Purge, Purge, NeedsEncryption: true),
        new("L20", "emmc-secure-erase", [MediaType.Emmc], Clear, Clear),
        new("L21", "emmc-secure-trim", [MediaType.Emmc], Clear, Clear),
        new("L22", "ufs-purge", [MediaType.Ufs], Purge, Purge),
    ];

    /// <summary>The row of this very technique on this very medium; null when nobody wrote one.</summary>
    public static LevelRow? Find(string technique, MediaType medium) =>
        Rows.SingleOrDefault(row => row.Technique == technique && row.Media.Contains(medium));
}
