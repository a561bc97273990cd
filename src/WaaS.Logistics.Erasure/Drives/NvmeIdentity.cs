using System.Buffers.Binary;

namespace WaaS.Logistics.Erasure;

/// <summary>Identify Controller (NVM Express Base Specification 2.0, figure 275).</summary>
public sealed record NvmeController
{
    /// <summary>Bytes of the structure.</summary>
    public const int Length = 4096;

    /// <summary>Bytes 4-23.</summary>
    public required string Serial { get; init; }

    /// <summary>Bytes 24-63.</summary>
    public required string Model { get; init; }

    /// <summary>Bytes 64-71.</summary>
    public required string Firmware { get; init; }

    /// <summary>OACS bit 1.</summary>
    public required bool FormatSupported { get; init; }

    /// <summary>FNA bit 1: a secure erase by Format always takes all namespaces.</summary>
    public required bool FormatErasesAllNamespaces { get; init; }

    /// <summary>FNA bit 2.</summary>
    public required bool CryptoFormatSupported { get; init; }

    /// <summary>SANICAP bits 0-2.</summary>
    public required SanitizeMethods Sanitize { get; init; }

    /// <summary>VWC bit 0: there is a volatile write cache.</summary>
    public required bool WriteCachePresent { get; init; }

    /// <summary>TNVMCAP: bytes of the medium in all namespaces and none; null when not told.</summary>
    public required long? TotalBytes { get; init; }

    /// <summary>Null when these are not a controller's data.</summary>
    public static NvmeController? Parse(ReadOnlySpan<byte> raw)
    {
        if (raw.Length < Length || raw[4..64].IndexOfAnyExcept((byte)0, (byte)' ') < 0)
        {
            return null;
        }

        uint sanitize = BinaryPrimitives.ReadUInt32LittleEndian(raw[328..]);
        long total = BinaryPrimitives.ReadInt64LittleEndian(raw[280..]);
        return new NvmeController
        {
            Serial = DriveText.Clean(raw[4..24]),
            Model = DriveText.Clean(raw[24..64]),
            Firmware = DriveText.Clean(raw[64..72]),
            FormatSupported = (BinaryPrimitives.ReadUInt16LittleEndian(raw[256..]) & 2) != 0,
            FormatErasesAllNamespaces = (raw[524] & 2) != 0,
            CryptoFormatSupported = (raw[524] & 4) != 0,
            Sanitize = ((sanitize & 1) != 0 ? SanitizeMethods.Crypto : 0) | ((sanitize & 2) != 0 ? SanitizeMethods.Block : 0)
                | ((sanitize & 4) != 0 ? SanitizeMethods.Overwrite : 0),
            WriteCachePresent = (raw[525] & 1) != 0,
            TotalBytes = total > 0 ? total : null,
        };
    }
}

/// <summary>Identify Namespace (NVM Command Set Specification 1.0, figure 97).</summary>
public sealed record NvmeNamespace
{
    /// <summary>Bytes of the structure.</summary>
    public const int Length = 4096;

    /// <summary>NSZE times the sector.</summary>
    public required long SizeBytes { get; init; }

    /// <summary>Bytes per logical sector, metadata not counted.</summary>
    public required int SectorBytes { get; init; }

    /// <summary>EUI-64 in hexadecimal; null when it is zero.</summary>
    public required string? Eui64 { get; init; }

    /// <summary>NGUID in hexadecimal; null when it is zero.</summary>
    public required string? Nguid { get; init; }

    /// <summary>FLBAS: the format in use, to be kept by a Format.</summary>
    public required int FormatIndex { get; init; }

    /// <summary>Null when these are not an active namespace's data.</summary>
    public static NvmeNamespace? Parse(ReadOnlySpan<byte> raw)
    {
        if (raw.Length < Length)
        {
            return null;
        }

        // FLBAS bits 6:5 extend the index above 15 formats.
        int format = (raw[26] & 0xF) | ((raw[26] & 0x60) >> 1);
        ulong sectors = BinaryPrimitives.ReadUInt64LittleEndian(raw);
        int shift = raw[128 + 4 * format + 2];
        return sectors == 0 || shift is < 9 or > 20 || sectors > (ulong)(long.MaxValue >> shift) ? null : new NvmeNamespace
        {
            SizeBytes = (long)sectors << shift,
            SectorBytes = 1 << shift,
            Nguid = Name(raw[104..120]),
            Eui64 = Name(raw[120..128]),
            FormatIndex = format,
        };
    }

    private static string? Name(ReadOnlySpan<byte> raw) => raw.IndexOfAnyExcept((byte)0) < 0 ? null : Convert.ToHexStringLower(raw);
}
