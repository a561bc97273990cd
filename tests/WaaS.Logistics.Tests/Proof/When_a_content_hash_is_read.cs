using System.Text;
using WaaS.Logistics.Proof;
using Xunit;

namespace WaaS.Logistics.Tests.Proof;

public class When_a_content_hash_is_read
{
    private const string Abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    [Fact]
    public void It_is_the_sha256_of_the_bytes() => Assert.Equal(Abc, ContentHash.Of("abc"u8).ToString());

    [Fact]
    public async Task A_stream_gives_the_same_as_its_bytes() =>
        Assert.Equal(ContentHash.Parse(Abc), await ContentHash.OfAsync(new MemoryStream(Encoding.ASCII.GetBytes("abc"))));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("BA7816BF8F01CFEA414140DE5DAE2223B00361A396177A9CB410FF61F20015AD")]
    [InlineData("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015a")]
    [InlineData("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015adc")]
    [InlineData(" a7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")]
    [InlineData("ga7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")]
    public void Anything_but_64_lowercase_hex_digits_is_refused(string? text)
    {
        Assert.False(ContentHash.TryParse(text, out _));
        Assert.Throws<FormatException>(() => ContentHash.Parse(text!));
    }

    [Fact]
    public void A_hash_nobody_computed_equals_no_hash_and_cannot_be_written()
    {
        var nobody = default(ContentHash);
        Assert.NotEqual(new ContentHash(new byte[32]), nobody);
        Assert.Throws<InvalidOperationException>(() => nobody.ToString());
        Assert.Throws<InvalidOperationException>(() => nobody.ToBytes());
    }

    [Fact]
    public void Its_bytes_and_its_text_name_the_same_digest() =>
        Assert.Equal(ContentHash.Parse(Abc), new ContentHash(ContentHash.Parse(Abc).ToBytes()));
}
