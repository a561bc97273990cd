using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using System.Security.Cryptography;
using AesNi = System.Runtime.Intrinsics.X86.Aes;

namespace WaaS.Logistics.Erasure;

/// <summary>
/// The random stream a carrier is overwritten with: AES in counter mode over zeros, IV 0, standard big-endian counter.
/// Byte for byte the output of <c>openssl enc -aes-128-ctr -K KEY -iv 0 -in /dev/zero</c> (or <c>-aes-256-ctr</c>), so
/// anybody can check the medium with tools of their own. The stream depends on the position: a drive that answers one
/// address with another's content is found. Seekable at every byte; safe for use by several threads.
/// </summary>
public sealed class Keystream
{
    private const int BlockBytes = 16;
    private readonly Vector128<byte>[] _roundKeys;
    private readonly byte[] _key;
    private readonly bool _accelerated;

    /// <param name="key">16 bytes for AES-128, 32 for AES-256.</param>
    /// <exception cref="ArgumentException">The key has another length.</exception>
    public Keystream(ReadOnlySpan<byte> key) : this(key, AesNi.IsSupported && Ssse3.IsSupported)
    {
    }

    internal Keystream(ReadOnlySpan<byte> key, bool accelerated)
    {
        if (key.Length is not (16 or 32))
        {
            throw new ArgumentException($"The key has {key.Length} bytes; give 16 (AES-128) or 32 (AES-256).", nameof(key));
        }

        _key = key.ToArray();
        _roundKeys = AesKeySchedule.Expand(key);
        _accelerated = accelerated;
    }

    /// <summary>The cipher in the words of openssl: <c>aes-128-ctr</c> or <c>aes-256-ctr</c>.</summary>
    public string Algorithm => _key.Length == 16 ? "aes-128-ctr" : "aes-256-ctr";

    /// <summary>True when the processor's AES instructions do the work.</summary>
    public bool Accelerated => _accelerated;

    /// <summary>The key in lower-case hex, as openssl's <c>-K</c> takes it.</summary>
    public string KeyHex => Convert.ToHexStringLower(_key);

    /// <summary>A fresh key from the system's random generator.</summary>
    public static byte[] NewKey(int bytes = 16) => RandomNumberGenerator.GetBytes(bytes);

    /// <summary>Writes the stream's bytes from <paramref name="offset"/> (in bytes) on.</summary>
    public void Fill(Span<byte> destination, long offset)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(offset);
        Span<byte> block = stackalloc byte[BlockBytes];
        int lead = (int)(offset % BlockBytes);
        if (lead != 0)
        {
            FillBlocks(block, offset / BlockBytes);
            int taken = Math.Min(BlockBytes - lead, destination.Length);
            block.Slice(lead, taken).CopyTo(destination);
            destination = destination[taken..];
            offset += taken;
        }

        int whole = destination.Length / BlockBytes * BlockBytes;
        FillBlocks(destination[..whole], offset / BlockBytes);
        if (whole == destination.Length)
        {
            return;
        }

        FillBlocks(block, (offset + whole) / BlockBytes);
        block[..(destination.Length - whole)].CopyTo(destination[whole..]);
    }

    /// <summary>Compares without storing the stream.</summary>
    /// <returns>The index in <paramref name="data"/> of the first byte that differs from the stream; -1 when none does.</returns>
    public int FirstMismatch(ReadOnlySpan<byte> data, long offset)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(offset);
        const int Stride = 8 * BlockBytes;
        int done = 0;
        if (_accelerated && offset % BlockBytes == 0)
        {
            int strides = data.Length / Stride;
            int equal = AesNiCounter.EqualStrides(_roundKeys, data, strides, (ulong)(offset / BlockBytes));
            done = equal * Stride;
            if (equal < strides)
            {
                return done + FirstMismatchStored(data.Slice(done, Stride), offset + done);
            }
        }

        int rest = FirstMismatchStored(data[done..], offset + done);
        return rest < 0 ? -1 : done + rest;
    }

    private int FirstMismatchStored(ReadOnlySpan<byte> data, long offset)
    {
        Span<byte> expected = stackalloc byte[4096];
        for (int at = 0; at < data.Length; at += expected.Length)
        {
            int length = Math.Min(expected.Length, data.Length - at);
            Fill(expected[..length], offset + at);
            int common = data.Slice(at, length).CommonPrefixLength(expected[..length]);
            if (common < length)
            {
                return at + common;
            }
        }

        return -1;
    }

    private void FillBlocks(Span<byte> destination, long firstBlock)
    {
        if (_accelerated)
        {
            AesNiCounter.Fill(_roundKeys, destination, (ulong)firstBlock);
        }
        else
        {
            PortableCounter.Fill(_key, destination, (ulong)firstBlock);
        }
    }
}
