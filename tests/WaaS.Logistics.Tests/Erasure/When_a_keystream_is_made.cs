using System.Globalization;
using CsCheck;
using WaaS.Logistics.Erasure;
using Xunit;

namespace WaaS.Logistics.Tests.Erasure;

public sealed class When_a_keystream_is_made
{
    private static readonly Gen<byte[]> Keys = Gen.OneOf(Gen.Byte.Array[16], Gen.Byte.Array[32]);

    [Theory]
    [InlineData(16, true)]
    [InlineData(16, false)]
    [InlineData(32, true)]
    [InlineData(32, false)]
    public void It_is_bit_for_bit_the_output_of_openssl(int keyBytes, bool accelerated)
    {
        Assert.SkipUnless(!accelerated || new Keystream(new byte[16]).Accelerated, "This processor has no AES instructions.");
        const int Length = 1_000_003;
        using var bench = new Workbench();
        var stream = new Keystream(Keystream.NewKey(keyBytes), accelerated);
        string path = bench.Path_("stream");
        Shell.Run("sh", "-c", string.Create(
            CultureInfo.InvariantCulture,
            $"openssl enc -{stream.Algorithm} -K {stream.KeyHex} -iv {new string('0', 32)} -in /dev/zero 2>/dev/null | head -c {Length} > {path}"));

        byte[] ours = new byte[Length];
        stream.Fill(ours, 0);

        Assert.Equal(File.ReadAllBytes(path), ours);
    }

    [Fact]
    public void Both_ways_of_making_it_agree_at_every_offset_and_length() =>
        Gen.Select(Keys, Gen.Long[0, 1L << 45], Gen.Int[0, 700]).Sample((key, offset, length) =>
        {
            byte[] fast = new byte[length], portable = new byte[length];
            new Keystream(key).Fill(fast, offset);
            new Keystream(key, accelerated: false).Fill(portable, offset);
            Assert.Equal(portable, fast);
        });

    [Fact]
    public void A_part_equals_the_same_part_of_the_whole() =>
        Gen.Select(Keys, Gen.Int[0, 5000], Gen.Int[0, 600]).Sample((key, offset, length) =>
        {
            var stream = new Keystream(key);
            byte[] whole = new byte[offset + length], part = new byte[length];
            stream.Fill(whole, 0);
            stream.Fill(part, offset);
            Assert.Equal(whole[offset..], part);
        });

    [Fact]
    public void One_changed_byte_is_found_at_its_place() =>
        Gen.Select(Keys, Gen.Long[0, 1L << 40], Gen.Int[1, 9000], Gen.Int[0, int.MaxValue], Gen.Byte[1, 255], Gen.Bool)
            .Sample((key, offset, length, place, flip, accelerated) =>
            {
                var stream = new Keystream(key, accelerated && new Keystream(key).Accelerated);
                byte[] data = new byte[length];
                stream.Fill(data, offset);
                Assert.Equal(-1, stream.FirstMismatch(data, offset));
                data[place % length] ^= flip;
                Assert.Equal(place % length, stream.FirstMismatch(data, offset));
            });

    [Fact]
    public void Content_of_another_address_does_not_pass() =>
        Gen.Select(Keys, Gen.Long[0, 1L << 40], Gen.Long[1, 1L << 30]).Sample((key, offset, elsewhere) =>
        {
            var stream = new Keystream(key);
            byte[] data = new byte[512];
            stream.Fill(data, offset);
            Assert.NotEqual(-1, stream.FirstMismatch(data, offset + elsewhere));
        });

    [Theory]
    [InlineData(0)]
    [InlineData(15)]
    [InlineData(24)]
    [InlineData(33)]
    public void A_key_of_another_length_is_refused(int bytes) =>
        Assert.Throws<ArgumentException>(() => new Keystream(new byte[bytes]));
}
