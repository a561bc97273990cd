using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using WaaS.Logistics.Proof;
using WaaS.Logistics.Proof.Evidence;
using WaaS.Logistics.Proof.Json;
using WaaS.Logistics.Proof.Levels;
using Xunit;
using static WaaS.Logistics.Tests.Proof.Evidence.Acceptable;

namespace WaaS.Logistics.Tests.Proof.Evidence;

/// <summary>The same sweep over evidence of firmware erases of each kind: whatever field is changed, it is refused or not accepted, except in places named here.</summary>
public class When_acceptable_evidence_of_a_drives_own_erase_is_made_worse
{
    /// <summary>What may be different without speaking for or against the wipe.</summary>
    private static readonly string[] Informational =
    [
        "$.host", "$.operator", "$.carrier.wwn", "$.carrier.vendor", "$.carrier.model", "$.carrier.firmware", "$.carrier.drive", "$.carrier.hidden", "$.carrier.encryption.source",
    ];

    private static readonly JsonNode?[] Tempting =
    [
        null, true, false, 0, 1, 2, -1, 0.0069, 0.000001, 4.9, 5.9, 100.5, 99.999, 300, 511, 512, 820, 821, 823, 999, 1001, 4095, 4097, 7_999, 131_071, 131_073, 67_108_863, 67_108_865, 1L << 52,
        .. new[]
        {
            "", "unknown", "no", "yes", "failed", "aborted", "refused", "success", "successWithExceptions", "notRun", "sampled", "full", "none", "present", "removed", "notPresent", "bridge", "label", "loop", "block", "file",
            "ata", "nvme", "scsi", "usb", "zeros", "ones", "random", "firmware", "crypto", "verify", "overwrite", "ssd", "hdd", "removable", "emmc", "image", "clear", "purge", "stream", "marks",
            "nvme-format", "nvme-sanitize-crypto-erase", "ata-security-erase", "overwrite-random", "idle", "running", "completed", "Default string", "2026-03-02T09:00:00+00:00",
            "2026-03-02T10:00:02.5+01:00", "2027-01-01T00:00:00+00:00", "6f1d8a52-52f5-4a9b-8f2e-0d5a0d4c6bff", new string('0', 64), new string('0', 32), "5eed", Seed[1..], Seed + "5", Seed.ToUpperInvariant(),
            $"completed {Begin:O} count 8000", $"failed {Begin:O} count 0000", $"unknown {Begin:O} no registers",
        }.Select(text => (JsonNode?)text),
    ];

    private static readonly Dictionary<string, (EvidenceDocument Document, EvidenceExpectation Expectation)> Kinds = new()
    {
        ["ata-sanitize-block-erase"] = (Erased, ErasedExpectation),
        ["ata-sanitize-block-erase of marks"] = (Marked, MarkedExpectation),
        ["ata-sanitize-block-erase looked at by samples"] = (Sampled, SampledExpectation),
        ["ata-sanitize-overwrite"] = By("ata-sanitize-overwrite", CarrierInterface.Ata, MediaType.Hdd, SanitizationLevel.Purge),
        ["ata-security-erase-enhanced"] = By("ata-security-erase-enhanced", CarrierInterface.Ata, MediaType.Hdd, SanitizationLevel.Purge),
        ["ata-security-erase"] = By("ata-security-erase", CarrierInterface.Ata, MediaType.Hdd, SanitizationLevel.Clear),
        ["ata-sanitize-crypto-scramble"] = By("ata-sanitize-crypto-scramble", CarrierInterface.Ata, MediaType.Ssd, SanitizationLevel.Purge),
        ["nvme-sanitize-block-erase"] = By("nvme-sanitize-block-erase", CarrierInterface.Nvme, MediaType.Nvme, SanitizationLevel.Purge),
        ["nvme-sanitize-crypto-erase"] = By("nvme-sanitize-crypto-erase", CarrierInterface.Nvme, MediaType.Nvme, SanitizationLevel.Purge),
        ["nvme-format-user-data-erase"] = By("nvme-format-user-data-erase", CarrierInterface.Nvme, MediaType.Nvme, SanitizationLevel.Clear),
        ["scsi-sanitize-block-erase"] = By("scsi-sanitize-block-erase", CarrierInterface.Scsi, MediaType.Ssd, SanitizationLevel.Purge),
        ["scsi-sanitize-overwrite"] = By("scsi-sanitize-overwrite", CarrierInterface.Scsi, MediaType.Hdd, SanitizationLevel.Purge),
    };

    public static TheoryData<string> Names => [.. Kinds.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void It_was_acceptable_before(string kind) => Assert.True(IsAccepted(Tree(kind), kind));

    [Theory]
    [MemberData(nameof(Names))]
    public void No_tempting_value_outside_the_informational_places_is_accepted(string kind)
    {
        JsonNode good = Tree(kind);
        object[][] places = [.. JsonLeaves.PathsOf(good).Where(path => JsonLeaves.At(good, path) is not (JsonObject or JsonArray) && !IsInformational(path))];
        string[] accepted =
        [
            .. places.SelectMany(place => Tempting.Select(value => (place, value))).AsParallel()
                .Where(change => !JsonNode.DeepEquals(JsonLeaves.At(good, change.place), change.value) && !IsHarmless(kind, change.place, change.value))
                .Where(change => IsAccepted(JsonLeaves.Set(good, change.place, change.value), kind))
                .Select(change => $"{JsonLeaves.Text(change.place)} = {change.value?.ToJsonString() ?? "null"}"),
        ];
        Assert.True(accepted.Length == 0, string.Join(Environment.NewLine, accepted));
        Assert.True(places.Length > 60);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Nothing_can_be_left_out(string kind)
    {
        JsonNode good = Tree(kind);
        string[] accepted =
        [
            .. JsonLeaves.PathsOf(good)
                .Where(path => !IsInformational(path) && !IsHarmless(kind, path, null) && JsonLeaves.At(good, path) is not null)
                .Where(path => IsAccepted(JsonLeaves.Remove(good, path), kind)).Select(JsonLeaves.Text),
        ];
        Assert.True(accepted.Length == 0, string.Join(Environment.NewLine, accepted));
    }

    private static (EvidenceDocument Document, EvidenceExpectation Expectation) By(string technique, CarrierInterface reached, MediaType medium, SanitizationLevel level)
    {
        bool crypto = technique.Contains("crypto", StringComparison.Ordinal);
        EvidenceDocument document = With(
            carrier => carrier with
            {
                Interface = reached, MediaType = medium, RemappedBefore = 0, RemappedAfter = 0,
                Encryption = crypto ? new EncryptionState { AlwaysOn = TriState.Yes, KeysEscrowed = TriState.No, Source = "TCG level 0 discovery" } : null,
                Steps = [carrier.Steps[0], carrier.Steps[1] with { Kind = crypto ? StepKind.Crypto : StepKind.Firmware, Technique = technique, Command = CommandOf(technique) }, carrier.Steps[2]],
            },
            Erased with { RequiredLevel = level });
        return (document, ErasedExpectation with { Techniques = [technique], Medium = medium, RequiredLevel = level });
    }

    private static JsonNode Tree(string kind) => JsonNode.Parse(EvidenceWriter.Write(Kinds[kind].Document))!;

    private static bool IsAccepted(JsonNode changed, string kind)
    {
        try
        {
            EvidenceDocument document = EvidenceReader.Read(CanonicalJson.Canonicalize(Encoding.UTF8.GetBytes(changed.ToJsonString()))).Document;
            return EvidenceJudge.Judge(document, Kinds[kind].Expectation).Accepted;
        }
        catch (FormatException)
        {
            return false;
        }
    }

    private static bool IsInformational(object[] path) =>
        Informational.Any(place => JsonLeaves.Text(path) == place || JsonLeaves.Text(path).StartsWith(place + ".", StringComparison.Ordinal));

    /// <summary>Changes that are no worse: names of no consequence, what a step of this kind does not have anyway, possible times, more than enough, and what a purge reaches.</summary>
    private static bool IsHarmless(string kind, object[] path, JsonNode? value)
    {
        (EvidenceDocument document, EvidenceExpectation expectation) = Kinds[kind];
        string place = JsonLeaves.Text(path);
        string? text = value is JsonValue one && one.TryGetValue(out string? said) ? said : null;
        bool isCount = long.TryParse(value?.ToJsonString(), out long count) && count >= 0, marks = expectation.Passes.Count == 0, sampled = document.Carrier.Verification.Type == VerificationType.Sampled;
        if (path is ["carrier", "steps", int at, string field, ..])
        {
            return field switch
            {
                "recheckCommand" => text?.Length > 0 || document.Carrier.Steps[at].Kind != StepKind.Overwrite,
                "technique" => document.Carrier.Steps[at].Kind is StepKind.Overwrite or StepKind.Verify,
                "startedAt" or "endedAt" => text?.StartsWith("2026-03-02", StringComparison.Ordinal) == true,
                "runs" => count > 1,
                "look" => IsHarmlessLook((string)path[^1], sampled, text),
                "statusTransitions" => path[^1] is 0 or 1 && (value is null || text?.Split(' ')[0] is "idle" or "running" or "completed" or "unknown") || IsCompleted(path, text),
                _ => document.Carrier.Steps[at].Kind switch
                {
                    StepKind.Overwrite => (field is "bytesVerified" or "mismatches" && value is null) || (field == "bytesVerified" && isCount) || (field == "mismatches" && count == 0 && isCount),
                    // Whose marks they were only the station knows.
                    StepKind.Verify => (field is "pass" or "bytesAcknowledged" && isCount) || (marks && field == "keyFingerprint" && text is not null),
                    // A drive's own erase has no stream, no bytes and no number.
                    _ => field is "pattern" or "generator" or "keyFingerprint" or "pass" or "bytesAcknowledged" or "bytesVerified" or "kind" || (field == "mismatches" && isCount && count == 0),
                },
            };
        }

        return place switch
        {
            "$.documentId" => text is not null && text != "6f1d8a52-52f5-4a9b-8f2e-0d5a0d4c6bff",
            "$.carrier.scannedSerial" => value is null,
            "$.carrier.serialSource" => text == "label",
            "$.carrier.hpa" or "$.carrier.dco" or "$.carrier.ama" => text is "removed" or "notPresent",
            "$.carrier.remappedBefore" or "$.carrier.remappedAfter" => expectation.RequiredLevel == SanitizationLevel.Purge,
            "$.carrier.interface" => text == "usb",
            "$.carrier.startedAt" or "$.carrier.endedAt" => text?.StartsWith("2026-03-02", StringComparison.Ordinal) == true,
            "$.carrier.verification.percent" => sampled
                ? double.TryParse(value?.ToJsonString(), CultureInfo.InvariantCulture, out double percent) && percent >= expectation.Verification.Percent && percent < (marks ? 6.1 : 5.01)
                : value?.ToJsonString() == "100",
            "$.carrier.verification.blockLayerSectorsRead" => isCount && count * 512 >= document.Carrier.Steps[^1].BytesVerified,
            _ => false,
        };
    }

    // Where all was looked at there are no places, and no seed.
    private static bool IsHarmlessLook(string field, bool sampled, string? text) => field switch
    {
        "uniformBlocks" => true,
        "blockBytes" => !sampled,
        "seedDrawnAfter" => !sampled && (text is "yes" or "no" or "unknown"),
        _ => false,
    };

    private static bool IsCompleted(object[] path, string? text) => path[^1] is 2 && text?.Split(' ')[0] is "completed";
}
