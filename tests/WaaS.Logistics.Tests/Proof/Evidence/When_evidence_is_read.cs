using System.Text;
using System.Text.Json.Nodes;
using WaaS.Logistics.Proof;
using WaaS.Logistics.Proof.Evidence;
using WaaS.Logistics.Proof.Json;
using Xunit;

namespace WaaS.Logistics.Tests.Proof.Evidence;

public class When_evidence_is_read
{
    private static readonly byte[] Good = EvidenceWriter.Write(Acceptable.Document);
    private static readonly JsonNode GoodNode = JsonNode.Parse(Good)!;

    private static EvidenceFormatException Refused(JsonNode changed) =>
        Assert.Throws<EvidenceFormatException>(() => EvidenceReader.Read(CanonicalJson.Canonicalize(Encoding.UTF8.GetBytes(changed.ToJsonString()))));

    [Fact]
    public void What_was_written_comes_back_byte_for_byte_under_one_hash()
    {
        var reading = EvidenceReader.Read(Good);
        Assert.Equal(Good, EvidenceWriter.Write(reading.Document));
        Assert.Equal(ContentHash.Of(Good), reading.Hash);
        Assert.True(CanonicalJson.IsCanonical(Good));
        Assert.Equal(Good, EvidenceWriter.Write(EvidenceReader.Read(EvidenceWriter.Write(Acceptable.Document)).Document));
    }

    [Fact]
    public void Every_member_is_needed_and_named_when_it_is_missing()
    {
        var members = JsonLeaves.PathsOf(GoodNode).Where(p => p[^1] is string).ToList();
        Assert.True(members.Count > 80);
        foreach (var path in members)
        {
            var refused = Refused(JsonLeaves.Remove(GoodNode, path));
            Assert.Equal(JsonLeaves.Text(path), refused.Path);
            Assert.Contains("missing", refused.Problem);
            Assert.NotEmpty(refused.Remedy);
        }
    }

    [Fact]
    public void A_member_nobody_knows_is_refused_wherever_it_stands()
    {
        foreach (var path in JsonLeaves.PathsOf(GoodNode).Where(p => JsonLeaves.At(GoodNode, p) is JsonObject).Append([]))
        {
            var refused = Refused(JsonLeaves.Set(GoodNode, [.. path, "success"], true));
            Assert.Equal(JsonLeaves.Text([.. path, "success"]), refused.Path);
        }
    }

    [Fact]
    public void A_value_of_the_wrong_type_is_refused_with_its_place()
    {
        foreach (var path in JsonLeaves.PathsOf(GoodNode))
        {
            foreach (var wrong in new JsonNode?[] { true, new JsonObject(), -1.5, "\u0001" })
            {
                if (wrong is JsonObject && JsonLeaves.At(GoodNode, path) is JsonObject) continue;
                Assert.StartsWith(JsonLeaves.Text(path), Refused(JsonLeaves.Set(GoodNode, path, wrong)).Path);
            }
        }
    }

    [Theory]
    [InlineData("carrier.outcome", "Success")]
    [InlineData("carrier.outcome", "completed")]
    [InlineData("carrier.outcome", "")]
    [InlineData("carrier.kind", "drive")]
    [InlineData("carrier.hpa", "no")]
    [InlineData("carrier.timeZoneKnown", "true")]
    [InlineData("format", "waas-evidence/2")]
    [InlineData("carrier.verification.result", "PASSED")]
    [InlineData("documentId", "{6f1d8a52-52f5-4a9b-8f2e-0d5a0d4c6b01}")]
    [InlineData("documentId", "6F1D8A52-52F5-4A9B-8F2E-0D5A0D4C6B01")]
    [InlineData("carrier.endedAt", "2026-03-02T10:00:04")]
    [InlineData("carrier.endedAt", "02.03.2026 10:00")]
    [InlineData("deviceSerial", "")]
    [InlineData("deviceSerial", "PF2ABCDE\n")]
    public void A_value_nobody_defined_is_refused_with_its_place(string path, string value)
    {
        var refused = Refused(JsonLeaves.Set(GoodNode, [.. path.Split('.')], value));
        Assert.Equal("$." + path, refused.Path);
        Assert.NotEmpty(refused.Remedy);
    }

    [Fact]
    public void A_doubled_key_trailing_data_or_another_form_is_refused()
    {
        var text = Encoding.UTF8.GetString(Good);
        Assert.Equal("$.carrier.outcome", Read(text.Replace("\"outcome\":\"success\",\"remapped", "\"outcome\":\"failed\",\"outcome\":\"success\",\"remapped")).Path);
        Assert.Equal("$", Read(text + "{}").Path);
        Assert.Equal("$", Read(text[..^1]).Path);
        Assert.Contains("canonical", Read(text + "\n").Problem);
        Assert.Contains("canonical", Read(text.Replace("\"Supermicro\"", "\"\\u0053upermicro\"")).Problem);
        Assert.Equal("$", Read("[]").Path);
        Assert.Equal("$", Read("null").Path);
        Assert.Equal("$", Read("").Path);
        Assert.Equal("$", Read(new string(' ', EvidenceReader.MaximumBytes + 1)).Path);
    }

    private static EvidenceFormatException Read(string text) => Assert.Throws<EvidenceFormatException>(() => EvidenceReader.Read(Encoding.UTF8.GetBytes(text)));

    [Fact]
    public void What_no_reader_would_take_is_not_even_written()
    {
        Assert.Throws<EvidenceFormatException>(() => EvidenceWriter.Write(Acceptable.Document with { Slot = "" }));
        Assert.Throws<EvidenceFormatException>(() => EvidenceWriter.Write(Acceptable.Document with { Slot = "\ud800" }));
        Assert.Throws<EvidenceFormatException>(() => EvidenceWriter.Write(Acceptable.Document with { Slot = null! }));
        Assert.Throws<EvidenceFormatException>(() => EvidenceWriter.Write(Acceptable.Document with { Format = "waas-evidence/2" }));
        Assert.Throws<EvidenceFormatException>(() => EvidenceWriter.Write(Acceptable.With(c => c with { Outcome = (Outcome)17 })));
        Assert.Throws<EvidenceFormatException>(() => EvidenceWriter.Write(Acceptable.With(c => c with { Exceptions = [null!] })));
        Assert.Throws<EvidenceFormatException>(() => EvidenceWriter.Write(Acceptable.WithVerification(v => v with { Percent = double.NaN })));
        Assert.Throws<EvidenceFormatException>(() => EvidenceWriter.Write(Acceptable.WithStep(0, s => s with { KeyFingerprint = default(ContentHash) })));
        Assert.Throws<EvidenceFormatException>(() => EvidenceWriter.Write(Acceptable.With(c => c with { SectorsTotal = long.MaxValue })));
    }

    [Fact]
    public void The_schema_describes_exactly_the_members_that_are_written()
    {
        var schema = JsonNode.Parse(EvidenceReader.Schema)!;
        Assert.Equal("https://json-schema.org/draft/2020-12/schema", (string?)schema["$schema"]);
        Same(schema, GoodNode, "requiredLevel");
        Same(schema["properties"]!["host"]!, GoodNode["host"]!);
        Same(schema["$defs"]!["carrier"]!, GoodNode["carrier"]!, "hidden", "encryption", "drive");
        Same(schema["$defs"]!["step"]!, GoodNode["carrier"]!["steps"]![0]!, "command", "look");
        // Only a real drive has a state of its own.
        Same(schema["$defs"]!["drive"]!, JsonNode.Parse(EvidenceWriter.Write(Acceptable.Drive))!["carrier"]!["drive"]!);
        foreach (var (name, written) in new[] { ("verification", GoodNode["carrier"]!["verification"]!), ("tool", GoodNode["tool"]!) })
            Same(schema["$defs"]![name]!, written);
    }

    [Fact]
    public void What_a_firmware_erase_adds_is_described_too_and_comes_back()
    {
        var document = Acceptable.Erased with
        {
            Carrier = Acceptable.Erased.Carrier with { Encryption = new EncryptionState { AlwaysOn = TriState.Yes, KeysEscrowed = TriState.No, Source = "drive" } },
        };
        var bytes = EvidenceWriter.Write(document);
        Assert.Equal(bytes, EvidenceWriter.Write(EvidenceReader.Read(bytes).Document));
        var (schema, written) = (JsonNode.Parse(EvidenceReader.Schema)!, JsonNode.Parse(bytes)!["carrier"]!);
        var carrier = schema["$defs"]!["carrier"]!["properties"]!;
        Same(carrier["hidden"]!, written["hidden"]!);
        Same(carrier["encryption"]!, written["encryption"]!);
        Same(schema["$defs"]!["step"]!["properties"]!["look"]!, written["steps"]![2]!["look"]!, "placesDigest", "seedFrom");
        Same(schema["$defs"]!["step"]!["properties"]!["look"]!["properties"]!["seedFrom"]!, JsonNode.Parse(EvidenceWriter.Write(Acceptable.Sampled))!["carrier"]!["steps"]![2]!["look"]!["seedFrom"]!);
        Assert.Equal("8507200012000042720045006b40b400", (string)written["steps"]![1]!["command"]!);
        // Absent is not zero and not no: what nobody asked about does not stand there at all.
        Assert.DoesNotContain("hidden", Encoding.UTF8.GetString(Good));
    }

    private static void Same(JsonNode schema, JsonNode written, params string[] leftOut)
    {
        var members = written.AsObject().Select(m => m.Key).Order().ToArray();
        Assert.Equal(members.Concat(leftOut).Order(), schema["properties"]!.AsObject().Select(p => p.Key).Order());
        Assert.Equal(members, schema["required"]!.AsArray().Select(r => (string)r!).Order());
        Assert.False((bool)schema["additionalProperties"]!);
    }

    [Theory]
    [InlineData("kind", typeof(CarrierKind))]
    [InlineData("serialSource", typeof(SerialSource))]
    [InlineData("interface", typeof(CarrierInterface))]
    [InlineData("mediaType", typeof(MediaType))]
    [InlineData("hpa", typeof(HiddenArea))]
    [InlineData("dco", typeof(HiddenArea))]
    [InlineData("ama", typeof(HiddenArea))]
    [InlineData("timeZoneKnown", typeof(TriState))]
    [InlineData("outcome", typeof(Outcome))]
    public void The_schema_has_the_names_of_the_enums(string member, Type type)
    {
        var names = JsonNode.Parse(EvidenceReader.Schema)!["$defs"]!["carrier"]!["properties"]![member]!["enum"]!.AsArray().Select(n => (string)n!);
        Assert.Equal(Enum.GetNames(type).Select(System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName), names);
    }
}
