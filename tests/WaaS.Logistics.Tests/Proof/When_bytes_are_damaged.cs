using System.Text;
using System.Text.Json;
using CsCheck;
using WaaS.Logistics.Proof.Certificates;
using WaaS.Logistics.Proof.Evidence;
using WaaS.Logistics.Proof.Json;
using WaaS.Logistics.Proof.Records;
using WaaS.Logistics.Proof.Signing;
using WaaS.Logistics.Proof.StationContract;
using WaaS.Logistics.Tests.Proof.Evidence;
using Xunit;

namespace WaaS.Logistics.Tests.Proof;

/// <summary>Every door has one kind of refusal; nothing in the bytes makes it fall over differently, and nothing damaged is accepted.</summary>
public class When_bytes_are_damaged
{
    private static readonly byte[] Good = EvidenceWriter.Write(Acceptable.Document);

    private static readonly Gen<byte[]> Damaged = Gen.Int[0, Good.Length - 1].SelectMany(at => Gen.Int[0, 4].SelectMany(how => Gen.Byte.Select(value => Damage(at, how, value))));

    private static byte[] Damage(int at, int how, byte value) => how switch
    {
        0 => [.. Good[..at], value, .. Good[(at + 1)..]],
        1 => [.. Good[..at], value, .. Good[at..]],
        2 => [.. Good[..at], .. Good[(at + 1)..]],
        3 => [.. Good[..at], .. Encoding.ASCII.GetBytes($"\\ud8{value:x2}"), .. Good[at..]],
        _ => Good[..at],
    };

    [Fact]
    public void Evidence_is_refused_as_such_or_is_another_document() => Check.Sample(Damaged, bytes =>
    {
        try
        {
            var written = EvidenceWriter.Write(EvidenceReader.Read(bytes).Document);
            Assert.Equal(written, EvidenceWriter.Write(EvidenceReader.Read(written).Document));
        }
        catch (EvidenceFormatException e)
        {
            Assert.StartsWith("$", e.Path);
            Assert.NotEmpty(e.Remedy);
        }
    }, iter: 2_000);

    [Fact]
    public void Noise_is_refused_at_every_door() => Check.Sample(Gen.Byte.Array[0, 200], noise =>
    {
        Assert.Throws<EvidenceFormatException>(() => EvidenceReader.Read(noise));
        Assert.Throws<CertificateFormatException>(() => Certificate.Read(noise));
        Assert.Equal(CertificateState.Broken, Certificate.Verify(noise, [], []).State);
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize(noise, StationJson.Default.EvidenceSubmission));
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize(noise, StepJson.Default.StepRecord));
        Assert.Throws<FormatException>(() => VerifyingKey.FromSubjectPublicKeyInfo(noise));
        Assert.Throws<FormatException>(() => VerifyingKey.FromPem(Encoding.Latin1.GetString(noise)));
    }, iter: 300);

    [Theory]
    [InlineData("""{"clear":true,"reason":"\ud800"}""")]
    [InlineData("""{"clear":true,"\ud800":null}""")]
    public void A_lone_surrogate_is_refused_like_anything_else(string json) =>
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize(json, StationJson.Default.HoldCheckReply));

    [Fact]
    public void A_step_with_a_name_nobody_can_write_is_refused_like_anything_else()
    {
        using var key = SigningKey.Create();
        var step = StepChain.Append(null, Guid.NewGuid(), StepKinds.Finished, JsonElement.Parse("{}"), Acceptable.Begin, key);
        var broken = step with { Body = step.Body with { Payload = JsonElement.Parse("""{"a":"\ud800"}""") } };
        Assert.Equal(ChainBreak.Format, StepChain.Verify([broken], step.Body.JobId, key.Public).Break);
        Assert.Throws<CanonicalJsonException>(() => StepChain.Append(null, Guid.NewGuid(), StepKinds.Finished, broken.Body.Payload, Acceptable.Begin, key));
    }

    [Fact]
    public void A_carrier_with_more_bad_sectors_than_can_be_listed_is_still_reportable_and_not_accepted()
    {
        var dying = Acceptable.WithStep(1, s => s with { BadSectors = [.. Enumerable.Range(0, EvidenceStep.MaximumBadSectors).Select(i => (long)i)], Outcome = Outcome.Failed });
        Assert.False(EvidenceJudge.Judge(EvidenceReader.Read(EvidenceWriter.Write(dying)).Document, Acceptable.Expectation).Accepted);
        var more = Acceptable.WithStep(1, s => s with { BadSectors = [.. Enumerable.Range(0, EvidenceStep.MaximumBadSectors + 1).Select(i => (long)i)] });
        Assert.Equal("$.carrier.steps[1].badSectors", Assert.Throws<EvidenceFormatException>(() => EvidenceWriter.Write(more)).Path);
    }
}
