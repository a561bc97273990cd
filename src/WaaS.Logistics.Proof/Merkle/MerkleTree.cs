using System.Numerics;

namespace WaaS.Logistics.Proof.Merkle;

/// <summary>
/// A tree that only grows (RFC 6962 section 2.1). Whole subtrees are kept, so a root or a proof costs logarithmic time. Not safe for several threads.
/// Sizes and indexes count leaves, from 0.
/// </summary>
public sealed class MerkleTree
{
    /// <summary>At height h: hashes of the whole subtrees of 2^h leaves, from the left.</summary>
    private readonly List<List<ContentHash>> whole = [[]];

    /// <summary>Number of leaves.</summary>
    public long Size => whole[0].Count;

    /// <summary>Root over all leaves.</summary>
    public ContentHash Root => RootAt(Size);

    /// <summary>Adds one entry; its index.</summary>
    public long Append(ReadOnlySpan<byte> entry) => AppendLeaf(MerkleHash.Leaf(entry));

    /// <summary>Adds an entry by its leaf hash (<see cref="MerkleHash.Leaf"/>); its index.</summary>
    public long AppendLeaf(ContentHash leaf)
    {
        if (!leaf.IsComputed) throw new ArgumentException("This leaf hash was never computed.", nameof(leaf));
        whole[0].Add(leaf);
        for (var h = 0; whole[h].Count % 2 == 0; h++)
        {
            if (h + 1 == whole.Count) whole.Add([]);
            whole[h + 1].Add(MerkleHash.Node(whole[h][^2], whole[h][^1]));
        }

        return Size - 1;
    }

    /// <summary>Root when the tree had this many leaves.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It never had.</exception>
    public ContentHash RootAt(long size)
    {
        CheckSize(size);
        return size == 0 ? MerkleHash.Empty : Subtree(0, size);
    }

    /// <summary>Proof that the leaf is in the tree of that size; from the leaf up.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such leaf or size.</exception>
    public IReadOnlyList<ContentHash> InclusionProof(long index, long size)
    {
        CheckSize(size);
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, size);
        List<ContentHash> path = [];
        for (long start = 0; size > 1;)
        {
            var left = LeftSize(size);
            if (index < left)
            {
                path.Add(Subtree(start + left, size - left));
                size = left;
                continue;
            }

            path.Add(Subtree(start, left));
            (start, index, size) = (start + left, index - left, size - left);
        }

        path.Reverse();
        return path;
    }

    /// <summary>Proof that the tree of the first size is the beginning of the tree of the second.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such size, or the first is the larger.</exception>
    public IReadOnlyList<ContentHash> ConsistencyProof(long first, long second)
    {
        CheckSize(second);
        ArgumentOutOfRangeException.ThrowIfNegative(first);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(first, second);
        if (first == 0 || first == second) return [];

        List<ContentHash> path = [];
        var isKnownToAsker = true;
        for (long start = 0; ;)
        {
            if (first == second)
            {
                if (!isKnownToAsker) path.Add(Subtree(start, first));
                path.Reverse();
                return path;
            }

            var left = LeftSize(second);
            if (first <= left)
            {
                path.Add(Subtree(start + left, second - left));
                second = left;
                continue;
            }

            path.Add(Subtree(start, left));
            (start, first, second) = (start + left, first - left, second - left);
            isKnownToAsker = false;
        }
    }

    private void CheckSize(long size)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(size);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(size, Size);
    }

    private ContentHash Subtree(long start, long size)
    {
        if (BitOperations.IsPow2(size)) return whole[BitOperations.Log2((ulong)size)][(int)(start / size)];
        var left = LeftSize(size);
        return MerkleHash.Node(Subtree(start, left), Subtree(start + left, size - left));
    }

    /// <summary>The largest power of two below the size.</summary>
    private static long LeftSize(long size) => 1L << BitOperations.Log2((ulong)(size - 1));
}
