using System.Buffers.Binary;
using System.Security.Cryptography;

namespace WaaS.Logistics.Erasure;

/// <summary>Counter mode on the class library's AES, for processors without AES instructions.</summary>
internal static class PortableCounter
{
    private const int Batch = 64 * 1024;

    public static void Fill(byte[] key, Span<byte> destination, ulong block)
    {
        if (destination.IsEmpty)
        {
            return;
        }

        using var aes = Aes.Create();
        aes.Key = key;
        byte[] counters = new byte[Math.Min(Batch, destination.Length)];
        while (!destination.IsEmpty)
        {
            Span<byte> batch = counters.AsSpan(0, Math.Min(Batch, destination.Length));
            for (int at = 0; at < batch.Length; at += 16, block++)
            {
                BinaryPrimitives.WriteUInt64BigEndian(batch[(at + 8)..], block);
            }

            aes.EncryptEcb(batch, destination[..batch.Length], PaddingMode.None);
            destination = destination[batch.Length..];
        }
    }
}
