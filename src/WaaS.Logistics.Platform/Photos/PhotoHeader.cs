using System.Buffers.Binary;

namespace WaaS.Logistics.Platform.Photos;

/// <summary>What the first bytes of a photo say: its kind by content, whatever name or sender claim, and its size before anything is unpacked.</summary>
/// <param name="Width">Pixels.</param>
/// <param name="Height">Pixels.</param>
public sealed record PhotoHeader(string ContentType, int Width, int Height)
{
    private static ReadOnlySpan<byte> PngStart => [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52];

    public long Pixels => (long)Width * Height;

    /// <returns><c>null</c> for anything but JPEG, PNG or WebP, and for one whose header is cut off or has no pixels.</returns>
    public static PhotoHeader? Read(ReadOnlySpan<byte> bytes) => (Png(bytes) ?? Jpeg(bytes) ?? WebP(bytes)) is { Width: > 0, Height: > 0 } header ? header : null;

    private static PhotoHeader? Png(ReadOnlySpan<byte> bytes) => bytes.Length >= 24 && bytes.StartsWith(PngStart)
        ? new("image/png", BinaryPrimitives.ReadInt32BigEndian(bytes[16..]), BinaryPrimitives.ReadInt32BigEndian(bytes[20..]))
        : null;

    // From marker to marker up to the frame header (ITU-T T.81, B.2.2).
    private static PhotoHeader? Jpeg(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < 4 || bytes[0] != 0xFF || bytes[1] != 0xD8)
            return null;
        for (var at = 2; at + 9 <= bytes.Length;)
        {
            if (bytes[at] != 0xFF)
                return null;
            var marker = bytes[at + 1];
            if (marker == 0xFF)
            {
                at++;
                continue;
            }
            if (marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC))
                return new("image/jpeg", BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 7)..]), BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 5)..]));
            var length = BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 2)..]);
            if (marker is < 0xC0 or >= 0xD0 and <= 0xDA || length < 2)
                return null;
            at += 2 + length;
        }
        return null;
    }

    // The three kinds of first chunk (RFC 9649, 2.5 to 2.7).
    private static PhotoHeader? WebP(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < 30 || !bytes.StartsWith("RIFF"u8) || !bytes[8..].StartsWith("WEBPVP8"u8))
            return null;
        return bytes[15] switch
        {
            (byte)'X' => Of(Three(bytes[24..]) + 1, Three(bytes[27..]) + 1),
            (byte)'L' when bytes[20] == 0x2F => BinaryPrimitives.ReadUInt32LittleEndian(bytes[21..]) is var packed ? Of((int)(packed & 0x3FFF) + 1, (int)(packed >> 14 & 0x3FFF) + 1) : null,
            (byte)' ' when bytes[23] == 0x9D && bytes[24] == 0x01 && bytes[25] == 0x2A => Of(BinaryPrimitives.ReadUInt16LittleEndian(bytes[26..]) & 0x3FFF, BinaryPrimitives.ReadUInt16LittleEndian(bytes[28..]) & 0x3FFF),
            _ => null,
        };

        static PhotoHeader Of(int width, int height) => new("image/webp", width, height);

        static int Three(ReadOnlySpan<byte> bytes) => bytes[0] | bytes[1] << 8 | bytes[2] << 16;
    }
}
