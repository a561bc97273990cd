using System.Buffers.Binary;

namespace WaaS.Logistics.Erasure;

/// <summary>What INQUIRY and its vital product data pages say (SPC-5, sections 6.6 and 7.7; SBC-4, section 6.6.2).</summary>
public sealed record ScsiIdentity
{
    /// <summary>Vendor; "ATA" means a translation stands before an ATA drive.</summary>
    public required string Vendor { get; init; }

    /// <summary>Product.</summary>
    public required string Model { get; init; }

    /// <summary>Product revision.</summary>
    public required string Firmware { get; init; }

    /// <summary>Page 80h; null when there is none.</summary>
    public required string? Serial { get; init; }

    /// <summary>Page 83h: NAA or EUI-64 name of the logical unit in hexadecimal; null when there is none.</summary>
    public required string? Wwn { get; init; }

    /// <summary>Page B1h: true with a rate, false for "non-rotating"; null when not reported.</summary>
    public required bool? Rotational { get; init; }

    /// <summary>Null when the standard data are not those of a direct access device.</summary>
    /// <param name="standard">Standard INQUIRY data, 36 bytes at least.</param>
    /// <param name="serialPage">Page 80h or empty.</param>
    /// <param name="namePage">Page 83h or empty.</param>
    /// <param name="characteristics">Page B1h or empty.</param>
    public static ScsiIdentity? Parse(
        ReadOnlySpan<byte> standard, ReadOnlySpan<byte> serialPage, ReadOnlySpan<byte> namePage, ReadOnlySpan<byte> characteristics)
    {
        const byte DirectAccess = 0x00, Zoned = 0x14;
        if (standard.Length < 36 || standard[0] is not (DirectAccess or Zoned))
        {
            return null;
        }

        ReadOnlySpan<byte> medium = Page(characteristics, 0xB1);
        return new ScsiIdentity
        {
            Vendor = DriveText.Clean(standard[8..16]),
            Model = DriveText.Clean(standard[16..32]),
            Firmware = DriveText.Clean(standard[32..36]),
            Serial = DriveText.OrNull(DriveText.Clean(Page(serialPage, 0x80))),
            Wwn = NameOf(Page(namePage, 0x83)),
            Rotational = medium.Length < 2 ? null
                : BinaryPrimitives.ReadUInt16BigEndian(medium) switch { 1 => false, >= 0x0401 and <= 0xFFFE => true, _ => null },
        };
    }

    // The logical unit's own binary name; NAA before EUI-64, because that is what the label shows.
    private static string? NameOf(ReadOnlySpan<byte> rest)
    {
        const int LogicalUnit = 0, Binary = 1, Eui64 = 2, Naa = 3;
        string? name = null;
        while (rest.Length >= 4 && rest.Length >= 4 + rest[3])
        {
            ReadOnlySpan<byte> value = rest.Slice(4, rest[3]);
            int type = rest[1] & 0xF;
            if ((rest[0] & 0xF) == Binary && ((rest[1] >> 4) & 3) == LogicalUnit && value.Length > 0)
            {
                if (type == Naa)
                {
                    return Convert.ToHexStringLower(value);
                }

                name ??= type == Eui64 ? Convert.ToHexStringLower(value) : null;
            }

            rest = rest[(4 + rest[3])..];
        }

        return name;
    }

    private static ReadOnlySpan<byte> Page(ReadOnlySpan<byte> raw, byte page)
    {
        if (raw.Length < 4 || raw[1] != page)
        {
            return [];
        }

        int length = BinaryPrimitives.ReadUInt16BigEndian(raw[2..]);
        return raw.Slice(4, Math.Min(length, raw.Length - 4));
    }
}
