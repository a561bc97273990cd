using CsCheck;
using WaaS.Logistics.Proof;
using WaaS.Logistics.Proof.Merkle;
using Xunit;

namespace WaaS.Logistics.Tests.Proof.Merkle;

public class When_a_merkle_tree_grows
{
    [Fact]
    public void The_known_roots_of_rfc_6962_implementations_come_out()
    {
        // The eight entries every Certificate Transparency implementation tests with.
        string[] entries = ["", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"];
        string[] roots =
        [
            "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
            "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
            "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
            "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
            "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
            "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
            "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
            "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
        ];
        var tree = new MerkleTree();
        Assert.Equal("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855", tree.Root.ToString());
        for (var i = 0; i < entries.Length; i++)
        {
            Assert.Equal(i, tree.Append(Convert.FromHexString(entries[i])));
            Assert.Equal(roots[i], tree.Root.ToString());
        }
    }

    [Fact]
    public void Every_root_and_every_proof_up_to_forty_leaves_is_that_of_the_definition()
    {
        var (tree, entries) = PlainMerkle.Grow(40);
        for (var n = 0; n <= 40; n++)
        {
            Assert.Equal(PlainMerkle.Root(entries[..n]), tree.RootAt(n));
            for (var m = 0; m < n; m++) Assert.Equal(PlainMerkle.Path(m, entries[..n]), tree.InclusionProof(m, n));
            for (var m = 1; m <= n; m++) Assert.Equal(PlainMerkle.Proof(m, entries[..n]), tree.ConsistencyProof(m, n));
        }
    }

    [Fact]
    public void Any_larger_tree_agrees_with_the_definition() => Check.Sample(
        Gen.Int[41, 700].SelectMany(n => Gen.Int[1, n].SelectMany(m => Gen.Int[0, n - 1].Select(i => (n, m, i)))),
        x =>
        {
            var (tree, entries) = PlainMerkle.Grow(x.n);
            Assert.Equal(PlainMerkle.Root(entries), tree.Root);
            Assert.Equal(PlainMerkle.Path(x.i, entries), tree.InclusionProof(x.i, x.n));
            Assert.Equal(PlainMerkle.Proof(x.m, entries), tree.ConsistencyProof(x.m, x.n));
        }, iter: 40);

    [Fact]
    public void What_was_never_there_cannot_be_asked_for()
    {
        var (tree, _) = PlainMerkle.Grow(5);
        Assert.Throws<ArgumentOutOfRangeException>(() => tree.RootAt(6));
        Assert.Throws<ArgumentOutOfRangeException>(() => tree.RootAt(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => tree.InclusionProof(5, 5));
        Assert.Throws<ArgumentOutOfRangeException>(() => tree.InclusionProof(-1, 5));
        Assert.Throws<ArgumentOutOfRangeException>(() => tree.InclusionProof(0, 6));
        Assert.Throws<ArgumentOutOfRangeException>(() => tree.ConsistencyProof(4, 3));
        Assert.Throws<ArgumentException>(() => tree.AppendLeaf(default));
    }

    [Fact]
    public void A_leaf_is_not_taken_for_a_node()
    {
        var (left, right) = (MerkleHash.Leaf("a"u8), MerkleHash.Leaf("b"u8));
        Assert.NotEqual(MerkleHash.Node(left, right), MerkleHash.Leaf([.. left.ToBytes(), .. right.ToBytes()]));
        Assert.NotEqual(MerkleHash.Node(left, right), MerkleHash.Node(right, left));
    }
}
