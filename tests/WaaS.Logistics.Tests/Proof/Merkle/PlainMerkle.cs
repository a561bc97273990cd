using WaaS.Logistics.Proof;
using WaaS.Logistics.Proof.Merkle;

namespace WaaS.Logistics.Tests.Proof.Merkle;

/// <summary>The definitions of RFC 6962 section 2.1 word for word, without any cleverness.</summary>
internal static class PlainMerkle
{
    public static ContentHash Root(byte[][] entries) => entries.Length switch
    {
        0 => ContentHash.Of([]),
        1 => ContentHash.Of([0, .. entries[0]]),
        var n => Node(Root(entries[..Split(n)]), Root(entries[Split(n)..])),
    };

    public static List<ContentHash> Path(int m, byte[][] entries)
    {
        if (entries.Length == 1) return [];
        var k = Split(entries.Length);
        return m < k ? [.. Path(m, entries[..k]), Root(entries[k..])] : [.. Path(m - k, entries[k..]), Root(entries[..k])];
    }

    public static List<ContentHash> Proof(int m, byte[][] entries) => SubProof(m, entries, true);

    private static List<ContentHash> SubProof(int m, byte[][] entries, bool isWhole)
    {
        var n = entries.Length;
        if (m == n) return isWhole ? [] : [Root(entries)];
        var k = Split(n);
        return m <= k ? [.. SubProof(m, entries[..k], isWhole), Root(entries[k..])] : [.. SubProof(m - k, entries[k..], false), Root(entries[..k])];
    }

    private static int Split(int n)
    {
        var k = 1;
        while (k * 2 < n) k *= 2;
        return k;
    }

    private static ContentHash Node(ContentHash left, ContentHash right) => ContentHash.Of([1, .. left.ToBytes(), .. right.ToBytes()]);

    public static (MerkleTree Tree, byte[][] Entries) Grow(int size)
    {
        var entries = Enumerable.Range(0, size).Select(i => BitConverter.GetBytes(i * 2654435761u)).ToArray();
        var tree = new MerkleTree();
        foreach (var entry in entries) tree.Append(entry);
        return (tree, entries);
    }
}
