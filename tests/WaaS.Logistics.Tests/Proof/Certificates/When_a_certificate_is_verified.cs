using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using WaaS.Logistics.Proof.Certificates;
using WaaS.Logistics.Proof.Json;
using WaaS.Logistics.Proof.Signing;
using WaaS.Logistics.Tests.Proof.Evidence;
using Xunit;

namespace WaaS.Logistics.Tests.Proof.Certificates;

public sealed class When_a_certificate_is_verified : IDisposable
{
    private readonly SigningKey issuer = SigningKey.Create();
    private readonly SigningKey stranger = SigningKey.Create();
    private readonly byte[] good;

    public When_a_certificate_is_verified() => good = Certificate.Sign(SampleCertificate.For(Acceptable.Document, stranger), issuer);

    public void Dispose()
    {
        issuer.Dispose();
        stranger.Dispose();
    }

    private CertificateVerdict Verify(byte[] bytes, params CertificateRevocation[] revocations) => Certificate.Verify(bytes, [stranger.Public, issuer.Public], revocations);

    private static CertificateRevocation Revocation(string number, int? version) =>
        new() { Number = number, Version = version, RevokedAt = Acceptable.Begin.AddDays(1), Reason = "Wrong contract." };

    [Fact]
    public void An_untouched_one_is_true_and_shows_its_facts()
    {
        var verdict = Verify(good, Revocation("WL-2026-000018", null), Revocation("WL-2026-000017", 2));
        Assert.Equal((CertificateState.True, null, "WL-2026-000017"), (verdict.State, verdict.Reason, verdict.Certificate!.Number));
        Assert.Null(verdict.Revocation);
    }

    [Fact]
    public void Spacing_and_order_of_members_do_not_matter()
    {
        var node = JsonNode.Parse(good)!.AsObject();
        var reordered = new JsonObject(node.Reverse().Select(m => KeyValuePair.Create(m.Key, m.Value?.DeepClone())));
        Assert.Equal(CertificateState.True, Verify(Encoding.UTF8.GetBytes(reordered.ToJsonString(new JsonSerializerOptions { WriteIndented = true }))).State);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(null)]
    public void A_withdrawn_one_is_revoked_with_the_reason(int? version)
    {
        var verdict = Verify(good, Revocation("WL-2026-000017", version));
        Assert.Equal((CertificateState.Revoked, "Wrong contract."), (verdict.State, verdict.Reason));
        Assert.NotNull(verdict.Revocation);
    }

    [Fact]
    public void One_signed_by_nobody_we_trust_is_unknown_and_shows_no_facts()
    {
        var verdict = Certificate.Verify(good, [stranger.Public], []);
        Assert.Equal(CertificateState.UnknownKey, verdict.State);
        Assert.Null(verdict.Certificate);
        Assert.Equal(CertificateState.UnknownKey, Certificate.Verify(good, [], []).State);
    }

    [Fact]
    public void A_change_anywhere_is_never_true()
    {
        var node = JsonNode.Parse(good)!;
        foreach (var path in JsonLeaves.PathsOf(node))
        {
            foreach (var changed in new[] { JsonLeaves.Remove(node, path), JsonLeaves.Set(node, path, "x"), JsonLeaves.Set(node, path, null) })
            {
                if (JsonNode.DeepEquals(node, changed)) continue;
                var verdict = Verify(Encoding.UTF8.GetBytes(changed.ToJsonString()));
                Assert.True(verdict.State == CertificateState.Broken, JsonLeaves.Text(path));
                Assert.NotEmpty(verdict.Reason!);
                Assert.Null(verdict.Certificate);
            }
        }
    }

    [Fact]
    public void A_change_signed_with_a_trusted_key_still_has_to_agree_with_the_evidence()
    {
        var node = JsonNode.Parse(good)!;
        node["certificate"]!["device"]!["serial"] = "OTHER";
        node["signature"]!["value"] = issuer.Sign(CanonicalJson.Canonicalize(Encoding.UTF8.GetBytes(node["certificate"]!.ToJsonString())));
        var verdict = Verify(Encoding.UTF8.GetBytes(node.ToJsonString()));
        Assert.Equal(CertificateState.Broken, verdict.State);
        Assert.Contains("$.device.serial", verdict.Reason);
    }

    [Fact]
    public void Another_keys_signature_under_a_trusted_key_id_is_broken()
    {
        var node = JsonNode.Parse(good)!;
        node["signature"]!["keyId"] = stranger.KeyId.ToString();
        Assert.Equal(CertificateState.Broken, Verify(Encoding.UTF8.GetBytes(node.ToJsonString())).State);
    }

    [Fact]
    public void A_flipped_byte_is_never_true()
    {
        for (var i = 0; i < good.Length; i += 29)
        {
            var changed = (byte[])good.Clone();
            changed[i] ^= 0x01;
            Assert.NotEqual(CertificateState.True, Verify(changed).State);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("certificate")]
    [InlineData("""{"certificate":{},"signature":{}}""")]
    public void What_is_no_certificate_is_broken_not_an_error(string text) => Assert.Equal(CertificateState.Broken, Verify(Encoding.UTF8.GetBytes(text)).State);
}
