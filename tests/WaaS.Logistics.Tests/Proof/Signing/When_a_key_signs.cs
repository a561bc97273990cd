using System.Security.Cryptography;
using System.Text;
using WaaS.Logistics.Proof;
using WaaS.Logistics.Proof.Signing;
using Xunit;

namespace WaaS.Logistics.Tests.Proof.Signing;

public class When_a_key_signs
{
    [Fact]
    public void Only_its_public_half_verifies_and_only_those_bytes()
    {
        using var key = SigningKey.Create();
        using var other = SigningKey.Create();
        var signature = key.Sign("wiped"u8);

        Assert.True(key.Public.Verifies("wiped"u8, signature));
        Assert.False(key.Public.Verifies("wiped!"u8, signature));
        Assert.False(other.Public.Verifies("wiped"u8, signature));
    }

    [Fact]
    public void A_flipped_bit_anywhere_is_noticed()
    {
        using var key = SigningKey.Create();
        var signature = System.Buffers.Text.Base64Url.DecodeFromChars(key.Sign("wiped"u8));
        for (var bit = 0; bit < signature.Length * 8; bit++)
        {
            var changed = (byte[])signature.Clone();
            changed[bit / 8] ^= (byte)(1 << (bit % 8));
            Assert.False(key.Public.Verifies("wiped"u8, System.Buffers.Text.Base64Url.EncodeToString(changed)));
        }
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("AAAA")]
    [InlineData("!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public void What_is_no_signature_is_false_not_an_error(string? signature)
    {
        using var key = SigningKey.Create();
        Assert.False(key.Public.Verifies("wiped"u8, signature));
    }

    [Fact]
    public void Pem_brings_back_the_same_pair()
    {
        using var key = SigningKey.Create();
        using var again = SigningKey.FromPkcs8Pem(key.ExportPkcs8Pem());
        var publicHalf = VerifyingKey.FromPem(key.Public.Pem);

        Assert.Equal(key.KeyId, again.KeyId);
        Assert.Equal(key.Public, publicHalf);
        Assert.True(publicHalf.Verifies("wiped"u8, again.Sign("wiped"u8)));
        Assert.Equal(ContentHash.Of(key.Public.SubjectPublicKeyInfo.Span), key.KeyId);
    }

    [Fact]
    public void Another_curve_or_kind_of_key_is_refused()
    {
        using var p384 = ECDsa.Create(ECCurve.NamedCurves.nistP384);
        using var rsa = RSA.Create(2048);
        Assert.Contains("P-256", Assert.Throws<FormatException>(() => VerifyingKey.FromPem(p384.ExportSubjectPublicKeyInfoPem())).Message);
        Assert.Throws<FormatException>(() => SigningKey.FromPkcs8Pem(p384.ExportPkcs8PrivateKeyPem()));
        Assert.Throws<FormatException>(() => VerifyingKey.FromPem(rsa.ExportSubjectPublicKeyInfoPem()));
    }

    [Fact]
    public void A_private_key_is_not_taken_for_a_public_one_nor_two_keys_for_one()
    {
        using var key = SigningKey.Create();
        using var other = SigningKey.Create();
        Assert.Throws<FormatException>(() => VerifyingKey.FromPem(key.ExportPkcs8Pem()));
        Assert.Throws<FormatException>(() => SigningKey.FromPkcs8Pem(key.Public.Pem));
        Assert.Throws<FormatException>(() => VerifyingKey.FromPem(key.Public.Pem + other.Public.Pem));
        Assert.Throws<FormatException>(() => VerifyingKey.FromPem("not a key"));
    }

    [Fact]
    public void Another_program_reads_the_signature_and_the_key()
    {
        using var key = SigningKey.Create();
        using var plain = ECDsa.Create();
        plain.ImportFromPem(key.Public.Pem);
        var der = plain.VerifyData(Encoding.ASCII.GetBytes("wiped"), System.Buffers.Text.Base64Url.DecodeFromChars(key.Sign("wiped"u8)), HashAlgorithmName.SHA256);
        Assert.True(der);
    }
}
