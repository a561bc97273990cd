using System.Buffers.Binary;
using System.Security.Cryptography;

namespace WaaS.Logistics.Proof.Evidence;

/// <summary>
/// Draws the places of a sample again, by itself and not by the code of who looked. The seed is the key of an AES-128 stream in counter mode that begins at counter 0; its
/// n-th eight bytes are an unsigned big-endian number, and that number modulo the whole blocks of the carrier is the n-th place. A place that comes again is passed over.
/// The first block and the last are always looked at; where the carrier ends inside a block, the last one lies before its end, at a multiple of 512.
/// </summary>
public static class SamplePlaces
{
    /// <summary>More places than this are neither ordered, nor looked at, nor drawn again.</summary>
    public const int Most = 10_000_000;

    private const int Eight = sizeof(ulong), Sector = 512, AesBlock = 16, Batch = 64 * 1024;

    /// <summary>Offsets in bytes, ascending, each once; null where they cannot be drawn.</summary>
    /// <param name="seed">See <see cref="SampleCounts.IsSeed"/>.</param>
    /// <param name="ordered">Places to be drawn, besides the two ends; all of a carrier that has fewer.</param>
    /// <param name="sizeBytes">Size of the carrier.</param>
    /// <param name="blockBytes">Bytes looked at in one place.</param>
    public static long[]? Drawn(string? seed, long ordered, long sizeBytes, int blockBytes)
    {
        if (!SampleCounts.IsSeed(seed) || ordered is < 1 or > Most || blockBytes < 1 || sizeBytes < blockBytes) return null;
        var blocks = sizeBytes / blockBytes;
        var places = ordered >= blocks ? All(blocks) : Draw(Convert.FromHexString(seed!), (int)ordered, blocks);
        return [.. places.Select(block => block * blockBytes).Append(0).Append((sizeBytes - blockBytes) / Sector * Sector).Distinct().Order()];
    }

    /// <summary>SHA-256 over the offsets as unsigned big-endian numbers of eight bytes, one after the other: what an evidence commits itself to.</summary>
    public static ContentHash Digest(IEnumerable<long> offsets)
    {
        ArgumentNullException.ThrowIfNull(offsets);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Span<byte> number = stackalloc byte[Eight];
        foreach (var offset in offsets)
        {
            BinaryPrimitives.WriteInt64BigEndian(number, offset);
            hash.AppendData(number);
        }
        return new ContentHash(hash.GetHashAndReset());
    }

    private static IEnumerable<long> All(long blocks)
    {
        for (long block = 0; block < blocks; block++) yield return block;
    }

    private static HashSet<long> Draw(byte[] seed, int count, long blocks)
    {
        HashSet<long> places = [];
        using var aes = Aes.Create();
        aes.Key = seed;
        var counters = new byte[Batch];
        var stream = new byte[Batch];
        for (ulong counter = 0; places.Count < count;)
        {
            for (var at = 0; at < Batch; at += AesBlock, counter++) BinaryPrimitives.WriteUInt64BigEndian(counters.AsSpan(at + Eight), counter);
            aes.EncryptEcb(counters, stream, PaddingMode.None);
            for (var at = 0; at < Batch && places.Count < count; at += Eight) places.Add((long)(BinaryPrimitives.ReadUInt64BigEndian(stream.AsSpan(at)) % (ulong)blocks));
        }
        return places;
    }
}
