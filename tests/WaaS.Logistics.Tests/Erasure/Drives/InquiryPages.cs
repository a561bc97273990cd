using System.Buffers.Binary;
using System.Text;
using WaaS.Logistics.Erasure;

namespace WaaS.Logistics.Tests.Erasure.Drives;

/// <summary>Answers to INQUIRY and READ CAPACITY (SPC-5, SBC-4), shared by the emulated drives.</summary>
internal static class InquiryPages
{
    /// <param name="vendor">8 characters.</param>
    /// <param name="model">16 characters.</param>
    /// <param name="firmware">4 characters.</param>
    public static ScsiReply Standard(Span<byte> data, string vendor, string model, string firmware)
    {
        byte[] said = new byte[36];
        (said[2], said[3], said[4], said[7]) = (6, 2, 31, 2);
        Encoding.ASCII.GetBytes(Fixed(vendor, 8) + Fixed(model, 16) + Fixed(firmware, 4)).CopyTo(said, 8);
        return Say(data, said);
    }

    public static ScsiReply Page(Span<byte> data, byte page, IReadOnlyDictionary<byte, byte[]> pages)
    {
        byte[]? body = page == 0 ? [0, .. pages.Keys.Order()] : pages.GetValueOrDefault(page);
        if (body is null)
        {
            return new ScsiReply(2, [0x72, 5, 0x24, 0, 0, 0, 0, 0]);
        }

        byte[] said = new byte[4 + body.Length];
        said[1] = page;
        BinaryPrimitives.WriteUInt16BigEndian(said.AsSpan(2), (ushort)body.Length);
        body.CopyTo(said, 4);
        return Say(data, said);
    }

    /// <summary>Page 83h: vendor's name and an NAA name of the logical unit.</summary>
    public static byte[] Names(string vendor, string serial, string naa)
    {
        byte[] name = Encoding.ASCII.GetBytes(Fixed(vendor, 8) + serial), binary = Convert.FromHexString(naa);
        return [0x02, 0x01, 0, (byte)name.Length, .. name, 0x01, 0x03, 0, (byte)binary.Length, .. binary];
    }

    /// <summary>Page B1h.</summary>
    public static byte[] Characteristics(ushort rotation) => [(byte)(rotation >> 8), (byte)rotation, .. new byte[58]];

    /// <summary>READ CAPACITY (10) and (16), blocks of 512 bytes.</summary>
    public static ScsiReply Capacity(ReadOnlySpan<byte> command, Span<byte> data, ulong sectors)
    {
        byte[] said = new byte[32];
        if (command[0] == 0x25)
        {
            BinaryPrimitives.WriteUInt32BigEndian(said, (uint)(sectors - 1));
            BinaryPrimitives.WriteUInt32BigEndian(said.AsSpan(4), 512);
        }
        else
        {
            BinaryPrimitives.WriteUInt64BigEndian(said, sectors - 1);
            BinaryPrimitives.WriteUInt32BigEndian(said.AsSpan(8), 512);
        }

        return Say(data, said);
    }

    /// <summary>As much of the answer as was asked for.</summary>
    public static ScsiReply Say(Span<byte> data, ReadOnlySpan<byte> said)
    {
        said[..Math.Min(said.Length, data.Length)].CopyTo(data);
        return new ScsiReply(0, []);
    }

    private static string Fixed(string text, int length) => text.PadRight(length)[..length];
}
