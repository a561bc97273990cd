using System.Buffers.Binary;

namespace WaaS.Logistics.Erasure;

/// <summary>Sense data in either format (SPC-5, section 4.4).</summary>
/// <param name="Key">Sense key; 0 no sense, 2 not ready, 3 medium error, 5 illegal request.</param>
/// <param name="Code">Additional sense code.</param>
/// <param name="Qualifier">Additional sense code qualifier.</param>
/// <param name="Progress">Share of a running operation, 0 to 1; null when not told.</param>
public sealed record ScsiSense(byte Key, byte Code, byte Qualifier, double? Progress)
{
    /// <summary>Null when these bytes are no sense data.</summary>
    public static ScsiSense? Parse(ReadOnlySpan<byte> raw)
    {
        if (raw.Length < 8)
        {
            return null;
        }

        return (raw[0] & 0x7F) switch
        {
            0x70 or 0x71 when raw.Length >= 14 => new ScsiSense(
                (byte)(raw[2] & 0xF), raw[12], raw[13], raw.Length >= 18 && (raw[15] & 0x80) != 0 ? Share(raw[16..]) : null),
            0x72 or 0x73 => new ScsiSense(
                (byte)(raw[1] & 0xF), raw[2], raw[3], Descriptor(raw, 0x02) is { Length: >= 7 } specific && (specific[4] & 0x80) != 0 ? Share(specific[5..]) : null),
            _ => null,
        };
    }

    /// <summary>The descriptor of this type in descriptor format; empty when there is none.</summary>
    public static ReadOnlySpan<byte> Descriptor(ReadOnlySpan<byte> raw, byte type)
    {
        if (raw.Length < 8 || (raw[0] & 0x7F) is not (0x72 or 0x73))
        {
            return [];
        }

        ReadOnlySpan<byte> rest = raw[8..Math.Min(raw.Length, 8 + raw[7])];
        while (rest.Length >= 2 && rest.Length >= 2 + rest[1])
        {
            if (rest[0] == type)
            {
                return rest[..(2 + rest[1])];
            }

            rest = rest[(2 + rest[1])..];
        }

        return [];
    }

    private static double Share(ReadOnlySpan<byte> raw) => BinaryPrimitives.ReadUInt16BigEndian(raw) / 65536.0;
}
