namespace WaaS.Logistics.Proof.Merkle;

/// <summary>Checks proofs with nothing but roots (RFC 9162 sections 2.1.3.2 and 2.1.4.2). Whatever does not fit is false, never an error.</summary>
public static class MerkleProof
{
    /// <summary>Whether the leaf stands at that index of the tree with that size and root.</summary>
    public static bool VerifyInclusion(ContentHash leaf, long index, long size, IReadOnlyList<ContentHash> path, ContentHash root)
    {
        ArgumentNullException.ThrowIfNull(path);
        if (!leaf.IsComputed || !root.IsComputed || path.Any(h => !h.IsComputed) || index < 0 || index >= size) return false;

        var (node, last, hash) = (index, size - 1, leaf);
        foreach (var sibling in path)
        {
            if (last == 0) return false;
            if (node % 2 == 1 || node == last)
            {
                hash = MerkleHash.Node(sibling, hash);
                while (node % 2 == 0 && node != 0) (node, last) = (node / 2, last / 2);
            }
            else
            {
                hash = MerkleHash.Node(hash, sibling);
            }

            (node, last) = (node / 2, last / 2);
        }

        return last == 0 && hash == root;
    }

    /// <summary>Whether the tree of the first size and root is the beginning of the tree of the second.</summary>
    public static bool VerifyConsistency(long first, ContentHash firstRoot, long second, ContentHash secondRoot, IReadOnlyList<ContentHash> path)
    {
        ArgumentNullException.ThrowIfNull(path);
        if (!firstRoot.IsComputed || !secondRoot.IsComputed || path.Any(h => !h.IsComputed) || first < 0 || first > second) return false;
        if (first == second) return path.Count == 0 && firstRoot == secondRoot && (first > 0 || firstRoot == MerkleHash.Empty);
        if (first == 0) return path.Count == 0 && firstRoot == MerkleHash.Empty;
        if (path.Count == 0) return false;

        var isWhole = long.IsPow2(first);
        var (node, last) = (first - 1, second - 1);
        while (node % 2 == 1) (node, last) = (node / 2, last / 2);

        var start = isWhole ? firstRoot : path[0];
        var (old, grown) = (start, start);
        foreach (var hash in isWhole ? path : path.Skip(1))
        {
            if (last == 0) return false;
            if (node % 2 == 1 || node == last)
            {
                (old, grown) = (MerkleHash.Node(hash, old), MerkleHash.Node(hash, grown));
                while (node % 2 == 0 && node != 0) (node, last) = (node / 2, last / 2);
            }
            else
            {
                grown = MerkleHash.Node(grown, hash);
            }

            (node, last) = (node / 2, last / 2);
        }

        return last == 0 && old == firstRoot && grown == secondRoot;
    }
}
