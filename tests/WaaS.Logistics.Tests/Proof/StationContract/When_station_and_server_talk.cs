using System.Text.Json;
using WaaS.Logistics.Proof;
using WaaS.Logistics.Proof.Evidence;
using WaaS.Logistics.Proof.StationContract;
using Xunit;

namespace WaaS.Logistics.Tests.Proof.StationContract;

public class When_station_and_server_talk
{
    private static readonly Job Sample = new()
    {
        JobId = Guid.Parse("8b6f3c1e-9b1e-4a53-9d55-2f6f3a0b7c11"), OrderId = Guid.Parse("8b6f3c1e-9b1e-4a53-9d55-2f6f3a0b7c12"), DeviceId = Guid.Parse("8b6f3c1e-9b1e-4a53-9d55-2f6f3a0b7c13"),
        DeviceSerial = "PF2ABCDE", Manufacturer = "Lenovo", Model = "ThinkPad T14", Slot = "1", CarrierSerial = null, ProcedureKey = "bsi-gs",
        Steps = [new ProcedureStep { Kind = ProcedureStepKind.Overwrite, Techniques = [] }, new ProcedureStep { Kind = ProcedureStepKind.FirmwareErase, Techniques = ["ata-sanitize-block-erase"] }, new ProcedureStep { Kind = ProcedureStepKind.Verify, Techniques = [] }],
        RequiredLevel = WaaS.Logistics.Proof.Levels.SanitizationLevel.Purge, Medium = MediaType.Ssd, ProtectionNeed = "high",
        Passes = [new ProcedurePass { Number = 1, Pattern = OverwritePattern.Random, Generator = "aes-128-ctr" }],
        Verification = new RequiredVerification { Type = VerificationType.Full, Percent = 100 }, PolicyId = "standard", PolicyVersion = 3,
        LeaseUntil = new DateTimeOffset(2026, 3, 2, 12, 0, 0, TimeSpan.FromHours(1)), Customer = new Dictionary<string, string> { ["name"] = "Muster GmbH" },
    };

    private const string SampleText = """
        {"jobId":"8b6f3c1e-9b1e-4a53-9d55-2f6f3a0b7c11","orderId":"8b6f3c1e-9b1e-4a53-9d55-2f6f3a0b7c12","deviceId":"8b6f3c1e-9b1e-4a53-9d55-2f6f3a0b7c13","deviceSerial":"PF2ABCDE","manufacturer":"Lenovo","model":"ThinkPad T14","slot":"1","carrierSerial":null,"procedureKey":"bsi-gs","steps":[{"kind":"overwrite","techniques":[]},{"kind":"firmwareErase","techniques":["ata-sanitize-block-erase"]},{"kind":"verify","techniques":[]}],"passes":[{"number":1,"pattern":"random","generator":"aes-128-ctr"}],"requiredLevel":"purge","medium":"ssd","protectionNeed":"high","verification":{"type":"full","percent":100,"samples":null},"policyId":"standard","policyVersion":3,"leaseUntil":"2026-03-02T12:00:00.0000000+01:00","customer":{"name":"Muster GmbH"}}
        """;

    [Fact]
    public void A_job_looks_like_this_on_the_wire()
    {
        var expected = JsonElement.Parse(SampleText);
        var read = JsonSerializer.Deserialize(SampleText, StationJson.Default.Job)!;
        Assert.True(JsonElement.DeepEquals(expected, JsonSerializer.SerializeToElement(Sample, StationJson.Default.Job)));
        Assert.True(JsonElement.DeepEquals(expected, JsonSerializer.SerializeToElement(read, StationJson.Default.Job)));
    }

    [Fact]
    public void Every_member_is_needed_and_no_other_is_taken()
    {
        var members = JsonElement.Parse(SampleText).EnumerateObject().ToArray();
        foreach (var left in members)
        {
            var without = "{" + string.Join(',', members.Where(m => m.Name != left.Name).Select(m => $"\"{m.Name}\":{m.Value.GetRawText()}")) + "}";
            Assert.Throws<JsonException>(() => JsonSerializer.Deserialize(without, StationJson.Default.Job));
        }

        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize(SampleText.Insert(1, "\"force\":true,"), StationJson.Default.Job));
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize(SampleText.Insert(1, "\"slot\":\"2\","), StationJson.Default.Job));
    }

    [Theory]
    [InlineData("\"random\"", "\"Random\"")]
    [InlineData("\"random\"", "\"noise\"")]
    [InlineData("\"random\"", "0")]
    [InlineData("\"full\"", "null")]
    [InlineData("\"firmwareErase\"", "\"magnet\"")]
    [InlineData("\"purge\"", "\"shred\"")]
    [InlineData("12:00:00.0000000+01:00", "12:00:00")]
    [InlineData("\"slot\":\"1\"", "\"slot\":null")]
    public void A_name_or_time_that_is_not_exact_is_refused(string good, string bad) =>
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize(SampleText.Replace(good, bad), StationJson.Default.Job));

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"clear":null,"reason":null}""")]
    [InlineData("""{"clear":"true","reason":null}""")]
    [InlineData("""{"clear":true}""")]
    [InlineData("""{"clear":false,"clear":true,"reason":null}""")]
    public void Nothing_doubtful_is_read_as_clear_to_wipe(string reply) =>
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize(reply, StationJson.Default.HoldCheckReply));

    [Fact]
    public void Evidence_travels_byte_for_byte()
    {
        byte[] exact = [.. "{ \"not\": touched }\0"u8];
        var sent = new EvidenceSubmission { Evidence = exact, Signature = "s", StepChainHead = ContentHash.Of("h"u8) };
        var json = JsonSerializer.Serialize(sent, StationJson.Default.EvidenceSubmission);
        Assert.Equal(exact, JsonSerializer.Deserialize(json, StationJson.Default.EvidenceSubmission)!.Evidence);
    }
}
