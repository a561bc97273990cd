using System.Text;
using System.Text.Json.Nodes;
using CsCheck;
using WaaS.Logistics.Proof.Evidence;
using WaaS.Logistics.Proof.Json;
using Xunit;

namespace WaaS.Logistics.Tests.Proof.Evidence;

/// <summary>Whatever is changed in a document or in what is expected of it, it is refused or not accepted, except in places named here that carry no proof.</summary>
public class When_acceptable_evidence_is_made_worse
{
    /// <summary>What may be different without speaking for or against the wipe.</summary>
    private static readonly string[] Informational =
    [
        "$.host", "$.operator", "$.carrier.wwn", "$.carrier.vendor", "$.carrier.model", "$.carrier.firmware",
        "$.carrier.remappedBefore", "$.carrier.remappedAfter", "$.carrier.hpa", "$.carrier.dco", "$.carrier.ama", "$.carrier.capacityNativeBytes",
    ];

    private static readonly JsonNode Good = JsonNode.Parse(EvidenceWriter.Write(Acceptable.Document))!;
    private static readonly object[][] Places = [.. JsonLeaves.PathsOf(Good).Where(p => JsonLeaves.At(Good, p) is not (JsonObject or JsonArray))];

    private static readonly JsonNode?[] Tempting =
    [
        null, true, false, 0, 1, 2, -1, 100.5, 99.999, 300, 511, 131_071, 131_073, 67_108_863, 67_108_865, 1L << 52,
        .. new[]
        {
            "", "unknown", "no", "yes", "failed", "aborted", "successWithExceptions", "notRun", "sampled", "none", "notPresent", "bridge", "label", "drive", "loop", "block", "file",
            "ata", "nvme", "usb", "zeros", "ones", "random", "firmware", "crypto", "verify", "overwrite", "ssd", "removable", "Default string", "2026-03-02T09:00:00+00:00",
            "2026-03-02T10:00:02.5+01:00", "2027-01-01T00:00:00+00:00", "6f1d8a52-52f5-4a9b-8f2e-0d5a0d4c6bff", new string('0', 64),
        }.Select(text => (JsonNode?)text),
    ];

    private static bool IsAccepted(JsonNode changed, EvidenceExpectation? expectation = null)
    {
        try
        {
            var document = EvidenceReader.Read(CanonicalJson.Canonicalize(Encoding.UTF8.GetBytes(changed.ToJsonString()))).Document;
            return EvidenceJudge.Judge(document, expectation ?? Acceptable.Expectation).Accepted;
        }
        catch (FormatException)
        {
            return false;
        }
    }

    private static bool IsInformational(object[] path) =>
        Informational.Any(i => JsonLeaves.Text(path) == i || JsonLeaves.Text(path).StartsWith(i + ".", StringComparison.Ordinal));

    [Fact]
    public void It_was_acceptable_before() => Assert.True(IsAccepted(Good));

    [Fact]
    public void No_tempting_value_outside_the_informational_places_is_accepted() =>
        Parallel.ForEach(Places.SelectMany(place => Tempting.Select(value => (place, value))), change => IsNotAccepted(change.place, change.value));

    [Fact]
    public void No_other_value_is_either() => Check.Sample(
        Gen.Int[0, Places.Length - 1].SelectMany(at => Gen.OneOf(
            Gen.Double[0, 1000].Select(n => (JsonNode?)n), Gen.Long[0, 200_000_000].Select(n => (JsonNode?)n), Gen.String[0, 8].Select(s => (JsonNode?)s)).Select(value => (Place: Places[at], value))),
        change => IsNotAccepted(change.Place, change.value), iter: 1_000);

    private static void IsNotAccepted(object[] place, JsonNode? value)
    {
        if (IsInformational(place) || IsHarmless(place, value) || JsonNode.DeepEquals(JsonLeaves.At(Good, place), value)) return;
        Assert.False(IsAccepted(JsonLeaves.Set(Good, place, value)), $"{JsonLeaves.Text(place)} = {value?.ToJsonString() ?? "null"}");
    }

    /// <summary>Changes that are no worse: names of no consequence, later or longer but possible times, reading more than everything, a pass resumed and then verified in one run.</summary>
    private static bool IsHarmless(object[] path, JsonNode? value)
    {
        var text = JsonLeaves.Text(path);
        var isText = value is JsonValue v && v.TryGetValue<string>(out _);
        var isCount = long.TryParse(value?.ToJsonString(), out var count) && count >= 0;
        return text switch
        {
            "$.documentId" => isText && (string)value! != "6f1d8a52-52f5-4a9b-8f2e-0d5a0d4c6bff",
            "$.carrier.scannedSerial" => value is null,
            "$.carrier.serialSource" => isText && (string)value! == "file",
            "$.carrier.steps[0].bytesVerified" => value is null || isCount,
            "$.carrier.steps[0].runs" => isCount,
            "$.carrier.steps[0].mismatches" => isCount && count == 0,
            "$.carrier.steps[1].pass" or "$.carrier.steps[1].bytesAcknowledged" => isCount,
            "$.carrier.verification.blockLayerSectorsRead" => isCount && count >= 131_072,
            "$.carrier.verification.percent" => value is JsonValue p && p.TryGetValue<double>(out var percent) && percent == 100,
            _ => text.EndsWith("technique", StringComparison.Ordinal) || text.EndsWith("recheckCommand", StringComparison.Ordinal) || IsPossibleTime(text, value),
        };
    }

    private static bool IsPossibleTime(string path, JsonNode? value) =>
        (path.EndsWith("startedAt", StringComparison.Ordinal) || path.EndsWith("endedAt", StringComparison.Ordinal))
        && value is JsonValue v && v.TryGetValue<string>(out var text) && text.StartsWith("2026-03-02", StringComparison.Ordinal);

    [Fact]
    public void Removing_any_step_is_not_accepted()
    {
        Assert.False(IsAccepted(JsonLeaves.Remove(Good, ["carrier", "steps", 0])));
        Assert.False(IsAccepted(JsonLeaves.Remove(Good, ["carrier", "steps", 1])));
        Assert.False(IsAccepted(JsonLeaves.Set(Good, ["carrier", "steps"], new JsonArray())));
    }

    [Fact]
    public void Less_written_read_or_more_wrong_is_never_accepted() => Check.Sample(
        Gen.Int[0, 7].SelectMany(what => Gen.Long[1, 131_072].Select(by => (what, by))),
        worse => Assert.False(EvidenceJudge.Judge(Worse(worse.what, worse.by), Acceptable.Expectation).Accepted),
        iter: 2_000);

    private static EvidenceDocument Worse(int what, long by) => what switch
    {
        0 => Acceptable.With(c => c with { SectorsWritten = c.SectorsWritten - by }),
        1 => Acceptable.With(c => c with { SectorsFailed = by }),
        2 => Acceptable.WithStep(0, s => s with { BytesAcknowledged = s.BytesAcknowledged - (by * 512) }),
        3 => Acceptable.WithStep(1, s => s with { BytesVerified = s.BytesVerified - by }),
        4 => Acceptable.WithStep(1, s => s with { Mismatches = by }),
        5 => Acceptable.WithStep((int)(by % 2), s => s with { BadSectors = [by] }),
        6 => Acceptable.WithVerification(v => v with { BlockLayerSectorsRead = v.BlockLayerSectorsRead - by }),
        _ => Acceptable.WithVerification(v => v with { Percent = 100 - (by / 131_073.0) }),
    };

    [Fact]
    public void An_order_for_nothing_accepts_nothing()
    {
        Assert.False(EvidenceJudge.Judge(Acceptable.Document, Acceptable.Expectation with { Passes = [] }).Accepted);
        foreach (var (type, percent) in new[] { (VerificationType.None, 0), (VerificationType.None, 100), ((VerificationType)9, 100) })
            Assert.False(EvidenceJudge.Judge(Acceptable.Document, Acceptable.Expectation with { Verification = new RequiredVerification { Type = type, Percent = percent } }).Accepted);
        var noSample = Acceptable.WithVerification(v => v with { Type = VerificationType.Sampled, Percent = 0, SampleSeed = Acceptable.Seed, SampleCount = 1 });
        Assert.False(EvidenceJudge.Judge(noSample, Acceptable.Expectation with { Verification = new RequiredVerification { Type = VerificationType.Sampled, Percent = 0 } }).Accepted);
        Assert.False(EvidenceJudge.Judge(Acceptable.Document, Acceptable.Expectation with { AcceptedKinds = new HashSet<CarrierKind>() }).Accepted);
        Assert.False(EvidenceJudge.Judge(Acceptable.Document, Acceptable.Expectation with { Tools = [] }).Accepted);
    }
}
