using System.Globalization;
using System.Text.Json.Nodes;
using WaaS.Logistics.Proof;
using WaaS.Logistics.Proof.Certificates;
using WaaS.Logistics.Proof.Evidence;
using WaaS.Logistics.Proof.Json;
using WaaS.Logistics.Proof.Signing;
using WaaS.Logistics.Tests.Proof.Evidence;
using Xunit;

namespace WaaS.Logistics.Tests.Proof.Certificates;

public sealed class When_a_certificate_is_issued : IDisposable
{
    private readonly SigningKey issuer = SigningKey.Create();
    private readonly SigningKey station = SigningKey.Create();
    private readonly CertificateDocument sample;

    public When_a_certificate_is_issued() => sample = SampleCertificate.For(Acceptable.Document, station);

    public void Dispose()
    {
        issuer.Dispose();
        station.Dispose();
    }

    private void IsRefused(string path, CertificateDocument document) =>
        Assert.Equal(path, Assert.Throws<CertificateFormatException>(() => Certificate.Sign(document, issuer)).Path);

    [Fact]
    public void It_is_canonical_and_comes_back_the_same()
    {
        var bytes = Certificate.Sign(sample, issuer);
        Assert.True(CanonicalJson.IsCanonical(bytes));
        var read = Certificate.Read(bytes);
        Assert.Equal((sample.Number, sample.EvidenceHash, issuer.KeyId), (read.Certificate.Number, read.Certificate.EvidenceHash, read.Signature.KeyId));
    }

    [Fact]
    public void The_embedded_evidence_is_still_the_stations_byte_for_byte()
    {
        var read = Certificate.Read(Certificate.Sign(sample, issuer)).Certificate;
        var evidence = CanonicalJson.Canonicalize(read.Evidence);
        Assert.Equal(EvidenceWriter.Write(Acceptable.Document), evidence);
        Assert.True(station.Public.Verifies(evidence, read.EvidenceSignature));
    }

    [Fact]
    public void Nothing_but_a_success_can_be_certified()
    {
        foreach (var outcome in Enum.GetValues<Outcome>().Where(o => o != Outcome.Success))
            IsRefused("$.evidence.carrier.outcome", SampleCertificate.For(Acceptable.With(c => c with { Outcome = outcome }), station));
        IsRefused("$.evidence.carrier.outcome", SampleCertificate.For(Acceptable.With(c => c with { Exceptions = ["odd"] }), station));
        IsRefused("$.evidence.carrier.outcome", SampleCertificate.For(Acceptable.WithVerification(v => v with { Result = VerificationOutcome.NotRun }), station));
        IsRefused("$.validation.decision", sample with { Validation = sample.Validation with { Decision = ValidationDecision.Rejected } });
    }

    [Fact]
    public void It_says_nothing_its_evidence_does_not_say()
    {
        IsRefused("$.device.serial", sample with { Device = sample.Device with { Serial = "OTHER" } });
        IsRefused("$.device.slot", sample with { Device = sample.Device with { Slot = "2" } });
        IsRefused("$.carrier", sample with { Carrier = sample.Carrier with { Serial = "OTHER" } });
        IsRefused("$.carrier", sample with { Carrier = sample.Carrier with { Kind = CarrierKind.Block } });
        IsRefused("$.sanitization.passes", sample with { Sanitization = sample.Sanitization with { Passes = [.. sample.Sanitization.Passes, .. sample.Sanitization.Passes] } });
        IsRefused("$.sanitization", sample with { Sanitization = sample.Sanitization with { ProcedureKey = "bsi-gse" } });
        IsRefused("$.verification", sample with { Verification = sample.Verification with { Percent = 99 } });
        IsRefused("$.orderId", sample with { OrderId = Guid.NewGuid() });
        IsRefused("$.operator", sample with { Operator = "op-8" });
        IsRefused("$.policyId", sample with { PolicyId = "strict" });
        IsRefused("$.policyVersion", sample with { PolicyVersion = 3 });
        IsRefused("$.station.id", sample with { Station = sample.Station with { Id = Guid.NewGuid() } });
        IsRefused("$.station.tool", sample with { Station = sample.Station with { Tool = new ToolIdentity { Name = "nwipe", Version = "0.34" } } });
        IsRefused("$.evidenceHash", sample with { EvidenceHash = ContentHash.Of("x"u8) });
        IsRefused("$.validation.decidedAt", sample with { Validation = sample.Validation with { DecidedAt = Acceptable.Begin } });
        IsRefused("$.issuedAt", sample with { IssuedAt = Acceptable.Begin.AddMinutes(30) });
        IsRefused("$.standards", sample with { Standards = ["bsi-certified"] });
        IsRefused("$.supersedes", sample with { Supersedes = new CertificateReference { Number = sample.Number, Version = 1 } });
    }

    [Fact]
    public void What_the_schema_refuses_is_not_issued()
    {
        IsRefused("$.certificate.number", sample with { Number = "" });
        IsRefused("$.certificate.version", sample with { Version = 0 });
        IsRefused("$.certificate.verificationUrl", sample with { VerificationUrl = "javascript:alert(1)" });
        IsRefused("$.certificate.evidenceSignature", sample with { EvidenceSignature = "" });
        IsRefused("$", sample with { Evidence = default });
        IsRefused("$.number", sample with { Number = "\ud800" });
    }

    [Fact]
    public void Its_schema_describes_exactly_what_is_written()
    {
        var written = JsonNode.Parse(Certificate.Sign(sample with { Supersedes = new CertificateReference { Number = "WL-2026-000016", Version = 1 } }, issuer))!;
        var schema = JsonNode.Parse(Certificate.Schema)!;
        Assert.Equal("https://json-schema.org/draft/2020-12/schema", (string?)schema["$schema"]);
        Same(schema, schema, written);
    }

    private static void Same(JsonNode root, JsonNode schema, JsonNode written)
    {
        if ((string?)schema["$ref"] is { } reference) schema = root["$defs"]![reference.Split('/')[^1]]!;
        if (written is JsonArray { Count: > 0 } list) Same(root, schema["items"]!, list[0]!);
        if (written is not JsonObject members || schema["properties"] is not JsonObject properties) return;
        var names = members.Select(m => m.Key).Order().ToArray();
        Assert.Equal(names, properties.Select(p => p.Key).Order());
        Assert.Equal(names, schema["required"]!.AsArray().Select(r => (string)r!).Order());
        foreach (var (name, value) in members.Where(m => m.Value is not null)) Same(root, properties[name]!, value!);
    }

    [Fact]
    public void Every_sentence_about_a_standard_is_there_in_both_languages_and_none_claims_a_certification()
    {
        foreach (var key in StandardTexts.Keys)
        {
            var (german, english) = (StandardTexts.Of(key, CultureInfo.GetCultureInfo("de-AT")), StandardTexts.Of(key, CultureInfo.GetCultureInfo("en-GB")));
            Assert.NotEqual(german, english);
            Assert.DoesNotContain("ertifi", german + english);
        }

        Assert.Equal("Carried out according to BSI IT-Grundschutz CON.6.", StandardTexts.Of(StandardTexts.BsiCon6, CultureInfo.GetCultureInfo("fr")));
        Assert.Throws<KeyNotFoundException>(() => StandardTexts.Of("iso-9001", CultureInfo.InvariantCulture));
    }
}
