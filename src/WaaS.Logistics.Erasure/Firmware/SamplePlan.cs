using System.Buffers.Binary;

namespace WaaS.Logistics.Erasure;

/// <summary>
/// Places of samples by a seed, so that anybody can draw them again: the seed is the key of an AES-128-CTR stream that begins at
/// counter 0, its n-th eight bytes are an unsigned big-endian number, and that number modulo the blocks of 4096 bytes is the n-th
/// place; a number that gives a place again is passed over. The first 4096 bytes and the last are always among them: a carrier that ends
/// inside a block has its last place before its end, at a multiple of 512.
/// </summary>
public static class SamplePlan
{
    /// <summary>Bytes looked at in one place.</summary>
    public const int BlockBytes = 4096;

    private const int SectorBytes = 512;

    /// <summary>Bytes of a seed.</summary>
    public const int SeedBytes = 16;

    /// <summary>Offsets in bytes, ascending, each once.</summary>
    /// <param name="seed">The seed.</param>
    /// <param name="samples">Places to be drawn; all of a carrier that has fewer.</param>
    /// <param name="sizeBytes">Size of the carrier.</param>
    public static long[] Offsets(ReadOnlySpan<byte> seed, int samples, long sizeBytes)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(seed.Length, SeedBytes, nameof(seed));
        ArgumentOutOfRangeException.ThrowIfLessThan(samples, 1);
        long blocks = sizeBytes / BlockBytes;
        ArgumentOutOfRangeException.ThrowIfLessThan(blocks, 1, nameof(sizeBytes));
        if (samples >= blocks)
        {
            return WithEnds(Enumerable.Range(0, (int)blocks).Select(block => (long)block), sizeBytes);
        }

        var stream = new Keystream(seed);
        Span<byte> drawn = stackalloc byte[BlockBytes];
        HashSet<long> places = [];
        for (long at = 0; places.Count < samples; at += drawn.Length)
        {
            stream.Fill(drawn, at);
            for (int next = 0; next < drawn.Length && places.Count < samples; next += 8)
            {
                // 64 random bits over at most 2^51 blocks: the bias of the remainder is below 1 in 8000 of one block.
                places.Add((long)(BinaryPrimitives.ReadUInt64BigEndian(drawn[next..]) % (ulong)blocks));
            }
        }

        return WithEnds(places, sizeBytes);
    }

    /// <summary>
    /// Bytes that so many places are: as many blocks, and never more than there is. Where every block of a carrier that ends inside one is looked at, the last place lies over the one before it.
    /// </summary>
    public static long Bytes(long places, long sizeBytes) => Math.Min(places * BlockBytes, sizeBytes);

    private static long[] WithEnds(IEnumerable<long> blocks, long sizeBytes) =>
        [.. blocks.Select(block => block * BlockBytes).Append(0).Append((sizeBytes - BlockBytes) / SectorBytes * SectorBytes).Distinct().Order()];
}
