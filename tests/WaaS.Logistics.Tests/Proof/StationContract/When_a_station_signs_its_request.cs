using WaaS.Logistics.Proof;
using WaaS.Logistics.Proof.Signing;
using WaaS.Logistics.Proof.StationContract;
using Xunit;

namespace WaaS.Logistics.Tests.Proof.StationContract;

public sealed class When_a_station_signs_its_request : IDisposable
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 11, 0, 0, TimeSpan.Zero);
    private readonly SigningKey key = SigningKey.Create();

    public void Dispose() => key.Dispose();

    private string Header(string method = "POST", string path = "/api/station/jobs?x=1", string body = "{}", DateTimeOffset? at = null) =>
        StationRequestSignature.Create(key, method, path, System.Text.Encoding.UTF8.GetBytes(body), at ?? Now);

    private SignatureVerdict Verify(string? header, string method = "POST", string path = "/api/station/jobs?x=1", string body = "{}") =>
        StationRequestSignature.Verify(header, method, path, System.Text.Encoding.UTF8.GetBytes(body), Now, id => id == key.KeyId ? key.Public : null);

    [Fact]
    public void The_server_knows_the_station_and_gets_the_nonce()
    {
        var header = Header();
        var verdict = Verify(header);
        Assert.True(verdict.Genuine);
        Assert.Equal((key.KeyId, Now), (verdict.KeyId, verdict.Time));
        Assert.Contains($"nonce={verdict.Nonce}", header);
        Assert.NotEqual(Verify(Header()).Nonce, verdict.Nonce);
    }

    [Theory]
    [InlineData("PUT", "/api/station/jobs?x=1", "{}")]
    [InlineData("POST", "/api/station/jobs?x=2", "{}")]
    [InlineData("POST", "/api/station/jobs", "{}")]
    [InlineData("POST", "/api/station/jobs?x=1", "{ }")]
    [InlineData("POST", "/api/station/jobs?x=1", "")]
    public void Another_method_path_or_body_is_not_what_was_signed(string method, string path, string body) =>
        Assert.Equal(SignatureRefusal.WrongSignature, Verify(Header(), method, path, body).Refusal);

    [Fact]
    public void Another_time_or_nonce_in_the_header_is_not_what_was_signed()
    {
        var header = Header();
        Assert.Equal(SignatureRefusal.WrongSignature, Verify(header.Replace("11:00:00.0", "11:00:01.0")).Refusal);
        var nonce = Verify(header).Nonce!;
        Assert.Equal(SignatureRefusal.WrongSignature, Verify(header.Replace(nonce, new string('0', 32))).Refusal);
    }

    [Theory]
    [InlineData(119, SignatureRefusal.None)]
    [InlineData(121, SignatureRefusal.ClockSkew)]
    [InlineData(-119, SignatureRefusal.None)]
    [InlineData(-121, SignatureRefusal.ClockSkew)]
    public void Clocks_may_be_two_minutes_apart(int seconds, SignatureRefusal expected) =>
        Assert.Equal(expected, Verify(Header(at: Now.AddSeconds(seconds))).Refusal);

    [Fact]
    public void A_key_nobody_enrolled_is_refused()
    {
        using var stranger = SigningKey.Create();
        var header = StationRequestSignature.Create(stranger, "POST", "/api/station/jobs?x=1", "{}"u8, Now);
        Assert.Equal(SignatureRefusal.UnknownKey, Verify(header).Refusal);
    }

    [Fact]
    public void A_look_up_that_returns_the_wrong_key_is_not_trusted()
    {
        using var stranger = SigningKey.Create();
        var header = StationRequestSignature.Create(stranger, "POST", "/", "{}"u8, Now);
        Assert.Equal(SignatureRefusal.UnknownKey, StationRequestSignature.Verify(header, "POST", "/", "{}"u8, Now, _ => key.Public).Refusal);
    }

    [Fact]
    public void A_header_that_is_not_exactly_the_rule_is_malformed()
    {
        var good = Header();
        string?[] bad =
        [
            null, "", "Station", "Bearer " + good[8..], good.ToLowerInvariant(), good + ", nonce=" + new string('0', 32), good + "\n", " " + good, good.Replace(", ", ","),
            good.Replace("keyId=", "keyid="), good[..^1], good.Replace("+00:00", ""), good.Replace("2026-03-02", "2026-13-02"), new string('x', 100_000),
        ];
        foreach (var header in bad)
        {
            var verdict = Verify(header);
            Assert.Equal(SignatureRefusal.Malformed, verdict.Refusal);
            Assert.False(verdict.Genuine);
        }
    }
}
