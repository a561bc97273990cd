using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace WaaS.Logistics.Erasure;

/// <summary>Counter mode on AES-NI; eight blocks go through the rounds together because one round waits for the one before.</summary>
internal static class AesNiCounter
{
    /// <param name="destination">A whole number of 16-byte blocks.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static unsafe void Fill(Vector128<byte>[] roundKeys, Span<byte> destination, ulong block)
    {
        fixed (byte* to = destination)
        fixed (Vector128<byte>* keys = roundKeys)
        {
            // Made once: a call for it inside the loop would push all eight states out of the registers, in every round.
            var reverse = Vector128.Create((byte)15, 14, 13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1, 0);
            int rounds = roundKeys.Length - 1;
            int at = 0;
            for (; at + 128 <= destination.Length; at += 128, block += 8)
            {
                Eight blocks = Encrypt(keys, rounds, block, reverse);
                blocks.A.Store(to + at);
                blocks.B.Store(to + at + 16);
                blocks.C.Store(to + at + 32);
                blocks.D.Store(to + at + 48);
                blocks.E.Store(to + at + 64);
                blocks.F.Store(to + at + 80);
                blocks.G.Store(to + at + 96);
                blocks.H.Store(to + at + 112);
            }

            for (; at < destination.Length; at += 16, block++)
            {
                EncryptOne(keys, rounds, block, reverse).Store(to + at);
            }
        }
    }

    /// <returns>How many leading 128-byte strides of <paramref name="data"/> equal the stream.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static unsafe int EqualStrides(Vector128<byte>[] roundKeys, ReadOnlySpan<byte> data, int strides, ulong block)
    {
        fixed (byte* start = data)
        fixed (Vector128<byte>* keys = roundKeys)
        {
            var reverse = Vector128.Create((byte)15, 14, 13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1, 0);
            int rounds = roundKeys.Length - 1;
            for (int stride = 0; stride < strides; stride++, block += 8)
            {
                byte* from = start + (long)stride * 128;
                Eight blocks = Encrypt(keys, rounds, block, reverse);
                Vector128<byte> difference =
                    (blocks.A ^ Vector128.Load(from)) | (blocks.B ^ Vector128.Load(from + 16))
                    | (blocks.C ^ Vector128.Load(from + 32)) | (blocks.D ^ Vector128.Load(from + 48))
                    | (blocks.E ^ Vector128.Load(from + 64)) | (blocks.F ^ Vector128.Load(from + 80))
                    | (blocks.G ^ Vector128.Load(from + 96)) | (blocks.H ^ Vector128.Load(from + 112));
                if (difference != Vector128<byte>.Zero)
                {
                    return stride;
                }
            }

            return strides;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<byte> Counter(ulong block, Vector128<byte> reverse) =>
        Ssse3.Shuffle(Vector128.CreateScalar(block).AsByte(), reverse);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static unsafe Eight Encrypt(Vector128<byte>* keys, int rounds, ulong block, Vector128<byte> reverse)
    {
        Vector128<byte> key = keys[0];
        Vector128<byte> a = Counter(block, reverse) ^ key, b = Counter(block + 1, reverse) ^ key;
        Vector128<byte> c = Counter(block + 2, reverse) ^ key, d = Counter(block + 3, reverse) ^ key;
        Vector128<byte> e = Counter(block + 4, reverse) ^ key, f = Counter(block + 5, reverse) ^ key;
        Vector128<byte> g = Counter(block + 6, reverse) ^ key, h = Counter(block + 7, reverse) ^ key;
        for (int round = 1; round < rounds; round++)
        {
            key = keys[round];
            a = Aes.Encrypt(a, key);
            b = Aes.Encrypt(b, key);
            c = Aes.Encrypt(c, key);
            d = Aes.Encrypt(d, key);
            e = Aes.Encrypt(e, key);
            f = Aes.Encrypt(f, key);
            g = Aes.Encrypt(g, key);
            h = Aes.Encrypt(h, key);
        }

        key = keys[rounds];
        return new Eight(
            Aes.EncryptLast(a, key), Aes.EncryptLast(b, key), Aes.EncryptLast(c, key), Aes.EncryptLast(d, key),
            Aes.EncryptLast(e, key), Aes.EncryptLast(f, key), Aes.EncryptLast(g, key), Aes.EncryptLast(h, key));
    }

    private static unsafe Vector128<byte> EncryptOne(Vector128<byte>* keys, int rounds, ulong block, Vector128<byte> reverse)
    {
        Vector128<byte> state = Counter(block, reverse) ^ keys[0];
        for (int round = 1; round < rounds; round++)
        {
            state = Aes.Encrypt(state, keys[round]);
        }

        return Aes.EncryptLast(state, keys[rounds]);
    }

    [StructLayout(LayoutKind.Auto)]
    private readonly struct Eight(
        Vector128<byte> a, Vector128<byte> b, Vector128<byte> c, Vector128<byte> d,
        Vector128<byte> e, Vector128<byte> f, Vector128<byte> g, Vector128<byte> h)
    {
        public readonly Vector128<byte> A = a, B = b, C = c, D = d, E = e, F = f, G = g, H = h;
    }
}
