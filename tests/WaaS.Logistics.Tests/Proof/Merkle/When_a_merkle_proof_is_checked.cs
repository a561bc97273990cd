using CsCheck;
using WaaS.Logistics.Proof;
using WaaS.Logistics.Proof.Merkle;
using Xunit;

namespace WaaS.Logistics.Tests.Proof.Merkle;

public class When_a_merkle_proof_is_checked
{
    private const int Size = 40;
    private static readonly MerkleTree Tree = PlainMerkle.Grow(Size).Tree;
    private static readonly byte[][] Entries = PlainMerkle.Grow(Size).Entries;
    private static readonly ContentHash Wrong = ContentHash.Of("wrong"u8);

    private static bool Included(int index, long at, long size, IReadOnlyList<ContentHash> path, ContentHash root) =>
        MerkleProof.VerifyInclusion(MerkleHash.Leaf(Entries[index]), at, size, path, root);

    [Fact]
    public void Every_true_one_holds()
    {
        for (var n = 0; n <= Size; n++)
        {
            for (var i = 0; i < n; i++) Assert.True(Included(i, i, n, Tree.InclusionProof(i, n), Tree.RootAt(n)));
            for (var m = 0; m <= n; m++) Assert.True(MerkleProof.VerifyConsistency(m, Tree.RootAt(m), n, Tree.RootAt(n), Tree.ConsistencyProof(m, n)));
        }
    }

    [Fact]
    public void A_leaf_holds_at_no_other_place_in_no_other_tree_and_by_no_other_path()
    {
        for (var n = 1; n <= 20; n++)
        {
            for (var i = 0; i < n; i++)
            {
                var path = Tree.InclusionProof(i, n);
                var root = Tree.RootAt(n);
                for (var other = -1; other <= n; other++)
                {
                    if (other != i) Assert.False(Included(i, other, n, path, root));
                    if (other != i && other >= 0) Assert.False(Included(other, i, n, path, root));
                }

                Assert.False(Included(i, i, n, path, Tree.RootAt(n + 1)));
                Assert.False(Included(i, i, n, [.. path, Wrong], root));
                for (var at = 0; at < path.Count; at++)
                {
                    Assert.False(Included(i, i, n, [.. path.Where((_, j) => j != at)], root));
                    Assert.False(Included(i, i, n, [.. path.Select((h, j) => j == at ? Wrong : h)], root));
                }
            }
        }
    }

    [Fact]
    public void A_rewritten_past_is_never_consistent() => Check.Sample(
        Gen.Int[1, Size].SelectMany(n => Gen.Int[1, n].SelectMany(m => Gen.Int[0, m - 1].Select(changed => (n, m, changed)))),
        x =>
        {
            var rewritten = new MerkleTree();
            for (var i = 0; i < x.n; i++) rewritten.Append(i == x.changed ? "rewritten"u8 : Entries[i]);
            var proof = rewritten.ConsistencyProof(x.m, x.n);
            Assert.False(MerkleProof.VerifyConsistency(x.m, Tree.RootAt(x.m), x.n, rewritten.Root, proof));
            Assert.False(MerkleProof.VerifyConsistency(x.m, Tree.RootAt(x.m), x.n, rewritten.Root, Tree.ConsistencyProof(x.m, x.n)));
        }, iter: 400);

    [Fact]
    public void A_consistency_proof_with_any_change_does_not_hold()
    {
        for (var n = 2; n <= 20; n++)
        {
            for (var m = 1; m < n; m++)
            {
                var (path, old, root) = (Tree.ConsistencyProof(m, n), Tree.RootAt(m), Tree.RootAt(n));
                Assert.False(MerkleProof.VerifyConsistency(m, old, n, root, []));
                Assert.False(MerkleProof.VerifyConsistency(m, old, n, root, [.. path, Wrong]));
                Assert.False(MerkleProof.VerifyConsistency(m, Wrong, n, root, path));
                Assert.False(MerkleProof.VerifyConsistency(m, old, n, Wrong, path));
                Assert.False(MerkleProof.VerifyConsistency(n, root, m, old, path));
                for (var at = 0; at < path.Count; at++)
                    Assert.False(MerkleProof.VerifyConsistency(m, old, n, root, [.. path.Select((h, j) => j == at ? Wrong : h)]));
            }
        }
    }

    [Fact]
    public void Nothing_holds_for_hashes_nobody_computed_or_an_empty_past_with_leaves()
    {
        Assert.False(MerkleProof.VerifyInclusion(default, 0, 1, [], default));
        Assert.False(MerkleProof.VerifyConsistency(0, default, 0, default, []));
        Assert.False(MerkleProof.VerifyConsistency(0, Tree.RootAt(1), 5, Tree.RootAt(5), []));
        Assert.False(MerkleProof.VerifyConsistency(0, Wrong, 0, Wrong, []));
        Assert.False(MerkleProof.VerifyConsistency(3, Tree.RootAt(3), 5, Tree.RootAt(5), [default]));
    }
}
