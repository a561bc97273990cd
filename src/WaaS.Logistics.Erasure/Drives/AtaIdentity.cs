using System.Buffers.Binary;
using System.Globalization;
using System.Text;

namespace WaaS.Logistics.Erasure;

/// <summary>IDENTIFY DEVICE data (ACS-4, section 7.13.6). Facts only; what a word does not validly say is null.</summary>
public sealed record AtaIdentity
{
    // The bit of word 80 that stands for ACS-3.
    private const int Acs3 = 10;

    /// <summary>Bytes of the structure.</summary>
    public const int Length = 512;

    /// <summary>Words 10-19.</summary>
    public required string Serial { get; init; }

    /// <summary>Words 23-26.</summary>
    public required string Firmware { get; init; }

    /// <summary>Words 27-46.</summary>
    public required string Model { get; init; }

    /// <summary>Words 108-111 in hexadecimal; null when the drive has none.</summary>
    public required string? Wwn { get; init; }

    /// <summary>User addressable logical sectors.</summary>
    public required long Sectors { get; init; }

    /// <summary>Bytes per logical sector.</summary>
    public required int LogicalSectorBytes { get; init; }

    /// <summary>Bytes per physical sector.</summary>
    public required int PhysicalSectorBytes { get; init; }

    /// <summary>Word 217: true with a rate, false for "non-rotating"; null when not reported.</summary>
    public required bool? Rotational { get; init; }

    /// <summary>Words 82/85 bit 5: write cache on; null when not supported or not told.</summary>
    public required bool? WriteCache { get; init; }

    /// <summary>Word 82 bit 10: host protected area can exist; null when not told.</summary>
    public required bool? HpaSupported { get; init; }

    /// <summary>Word 83 bit 11: a device configuration overlay can exist; null when not told.</summary>
    public required bool? DcoSupported { get; init; }

    /// <summary>Word 119 bit 8: an accessible max address can be set; null when not told. A drive that claims no standard since ACS-3, which brought it, has none (word 80).</summary>
    public required bool? AmaSupported { get; init; }

    /// <summary>Word 128.</summary>
    public required AtaSecurity Security { get; init; }

    /// <summary>Word 59.</summary>
    public required SanitizeMethods Sanitize { get; init; }

    /// <summary>Words 89/90: the drive's own estimate; null when it gives none.</summary>
    public required TimeSpan? EraseTime { get; init; }

    /// <summary>As <see cref="EraseTime"/>, for the enhanced mode.</summary>
    public required TimeSpan? EnhancedEraseTime { get; init; }

    /// <summary>Null when the bytes are not an ATA drive's answer (all zero, a packet device, a wrong checksum).</summary>
    public static AtaIdentity? Parse(ReadOnlySpan<byte> raw)
    {
        if (raw.Length < Length || (Word(raw, 0) & 0x8000) != 0 || raw.IndexOfAnyExcept((byte)0) < 0 || !ChecksumFits(raw))
        {
            return null;
        }

        bool sets = (Word(raw, 83) & 0xC000) == 0x4000, more = (Word(raw, 119) & 0xC000) == 0x4000;
        ushort sizes = Word(raw, 106);
        bool sized = (sizes & 0xC000) == 0x4000;
        int logical = sized && (sizes & 0x1000) != 0 ? 2 * (Word(raw, 117) | (Word(raw, 118) << 16)) : 512;
        return new AtaIdentity
        {
            Serial = Text(raw, 10, 10),
            Firmware = Text(raw, 23, 4),
            Model = Text(raw, 27, 20),
            Wwn = sets && (Word(raw, 87) & 0xC100) == 0x4100 ? Name(raw) : null,
            Sectors = SectorsOf(raw, sets),
            LogicalSectorBytes = logical,
            PhysicalSectorBytes = sized && (sizes & 0x2000) != 0 ? logical << (sizes & 0xF) : logical,
            Rotational = Word(raw, 217) switch { 1 => false, >= 0x0401 and <= 0xFFFE => true, _ => null },
            WriteCache = sets && (Word(raw, 82) & 0x20) != 0 ? (Word(raw, 85) & 0x20) != 0 : null,
            HpaSupported = sets ? (Word(raw, 82) & 0x400) != 0 : null,
            DcoSupported = sets ? (Word(raw, 83) & 0x800) != 0 : null,
            AmaSupported = more ? (Word(raw, 119) & 0x100) != 0 : IsBefore(Acs3, Word(raw, 80)) ? false : null,
            Security = new AtaSecurity(Word(raw, 128)),
            Sanitize = SanitizeOf(Word(raw, 59)),
            EraseTime = Time(Word(raw, 89)),
            EnhancedEraseTime = Time(Word(raw, 90)),
        };
    }

    // Word 80 has a bit for each standard the drive follows; 0 and FFFFh tell nothing.
    private static bool IsBefore(int standard, ushort standards) => standards is not (0 or 0xFFFF) && standards >> standard == 0;

    private static SanitizeMethods SanitizeOf(ushort word) => (word & 0x1000) == 0 ? SanitizeMethods.None
        : ((word & 0x8000) != 0 ? SanitizeMethods.Block : 0)
        | ((word & 0x4000) != 0 ? SanitizeMethods.Overwrite : 0)
        | ((word & 0x2000) != 0 ? SanitizeMethods.Crypto : 0);

    private static long SectorsOf(ReadOnlySpan<byte> raw, bool sets)
    {
        long large = (long)BinaryPrimitives.ReadUInt64LittleEndian(raw[200..]) & 0xFFFFFFFFFFFF;
        long small = BinaryPrimitives.ReadUInt32LittleEndian(raw[120..]);
        return sets && (Word(raw, 83) & 0x400) != 0 && large > 0 ? large : small;
    }

    // Below 8000h in units of two minutes, one byte; above it in the low 15 bits. FFh and 7FFFh mean "or longer", which is no estimate.
    private static TimeSpan? Time(ushort word)
    {
        int units = (word & 0x8000) != 0 ? word & 0x7FFF : word & 0xFF;
        return units is 0 or 0xFF or 0x7FFF ? null : TimeSpan.FromMinutes(2 * units);
    }

    // Word 255: signature A5h in the low byte makes the sum of all bytes 0; without the signature there is no checksum.
    private static bool ChecksumFits(ReadOnlySpan<byte> raw)
    {
        byte sum = 0;
        foreach (byte one in raw[..Length])
        {
            sum += one;
        }

        return raw[510] != 0xA5 || sum == 0;
    }

    private static string Name(ReadOnlySpan<byte> raw) => string.Create(
        CultureInfo.InvariantCulture, $"{Word(raw, 108):x4}{Word(raw, 109):x4}{Word(raw, 110):x4}{Word(raw, 111):x4}");

    // Two characters a word, the first in the high byte.
    private static string Text(ReadOnlySpan<byte> raw, int word, int words)
    {
        var text = new StringBuilder();
        for (int at = word; at < word + words; at++)
        {
            text.Append((char)raw[2 * at + 1]).Append((char)raw[2 * at]);
        }

        return DriveText.Clean(text.ToString());
    }

    private static ushort Word(ReadOnlySpan<byte> raw, int word) => BinaryPrimitives.ReadUInt16LittleEndian(raw[(2 * word)..]);
}

/// <summary>Security status, IDENTIFY DEVICE word 128.</summary>
/// <param name="Word">The word as read.</param>
public readonly record struct AtaSecurity(ushort Word)
{
    /// <summary>The drive knows the security commands.</summary>
    public bool Supported => (Word & 0x01) != 0;

    /// <summary>A user password is set.</summary>
    public bool Enabled => (Word & 0x02) != 0;

    /// <summary>Nothing can be read or written without the password.</summary>
    public bool Locked => (Word & 0x04) != 0;

    /// <summary>No security command is taken until the next power cycle; most firmware of computers does this at start.</summary>
    public bool Frozen => (Word & 0x08) != 0;

    /// <summary>Too many wrong passwords: a power cycle is needed.</summary>
    public bool CountExpired => (Word & 0x10) != 0;

    /// <summary>The enhanced erase is known.</summary>
    public bool EnhancedErase => (Word & 0x20) != 0;
}

/// <summary>Ways of sanitizing a drive offers, in the words shared by ATA, SCSI and NVMe.</summary>
[Flags]
public enum SanitizeMethods
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>Block erase.</summary>
    Block = 1,

    /// <summary>Change of the key all data is encrypted with.</summary>
    Crypto = 2,

    /// <summary>Overwrite by the drive itself.</summary>
    Overwrite = 4,
}
