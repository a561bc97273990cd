using System.Security.Cryptography;

namespace WaaS.Logistics.Proof.Merkle;

/// <summary>The hashes of RFC 6962 section 2.1. The prefixes keep a leaf from being taken for a node.</summary>
public static class MerkleHash
{
    /// <summary>Root of a tree without leaves.</summary>
    public static ContentHash Empty { get; } = ContentHash.Of([]);

    /// <summary>Hash of one entry.</summary>
    public static ContentHash Leaf(ReadOnlySpan<byte> entry)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData([0]);
        hash.AppendData(entry);
        return new ContentHash(hash.GetHashAndReset());
    }

    /// <summary>Hash over two subtrees.</summary>
    public static ContentHash Node(ContentHash left, ContentHash right)
    {
        Span<byte> input = stackalloc byte[1 + (2 * ContentHash.Size)];
        input[0] = 1;
        left.CopyTo(input[1..]);
        right.CopyTo(input[(1 + ContentHash.Size)..]);
        return ContentHash.Of(input);
    }
}
