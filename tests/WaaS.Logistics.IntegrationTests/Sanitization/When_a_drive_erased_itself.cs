using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using WaaS.Logistics.IntegrationTests.Platform;
using WaaS.Logistics.Messages;
using WaaS.Logistics.Messages.Sanitization;
using WaaS.Logistics.Platform.Web;
using WaaS.Logistics.Proof;
using WaaS.Logistics.Proof.Evidence;
using WaaS.Logistics.Proof.Levels;
using WaaS.Logistics.Proof.Records;
using WaaS.Logistics.Proof.StationContract;
using WaaS.Logistics.Sanitization.OpenOrder;
using WaaS.Logistics.Sanitization.Orders;
using WaaS.Logistics.Testbed;
using Xunit;

namespace WaaS.Logistics.IntegrationTests.Sanitization;

public sealed class When_a_drive_erased_itself_embedded(EmbeddedStack stack) : When_a_drive_erased_itself(stack), IClassFixture<EmbeddedStack>;

public sealed class When_a_drive_erased_itself_on_postgres(PostgresStack stack) : When_a_drive_erased_itself(stack), IClassFixture<PostgresStack>;

/// <summary>The procedure is chosen by medium and need, and evidence of a real drive is judged by the level it achieved, on both stacks.</summary>
public abstract class When_a_drive_erased_itself(IStack stack) : IAsyncLifetime
{
    private const string Block = "ata-sanitize-block-erase";
    private Workshop _workshop = null!;
    private Bench _bench = null!;

    public async ValueTask InitializeAsync()
    {
        _workshop = await Workshop.Open(stack);
        _bench = await Bench.Enrol(_workshop);
    }

    public ValueTask DisposeAsync() => _workshop.DisposeAsync();

    [Theory]
    [InlineData("normal", MediaType.Image, "random-1-verify-full", SanitizationLevel.Clear, 1, 0)]
    [InlineData("normal", MediaType.Hdd, "random-1-verify-full", SanitizationLevel.Clear, 1, 0)]
    [InlineData("normal", MediaType.Ssd, "purge-firmware", SanitizationLevel.Purge, 0, 5)]
    [InlineData("normal", MediaType.Emmc, "purge-firmware", SanitizationLevel.Purge, 0, 5)]
    [InlineData("high", MediaType.Hdd, "bsi-gs", SanitizationLevel.Purge, 1, 3)]
    [InlineData("high", MediaType.Nvme, "bsi-gs", SanitizationLevel.Purge, 1, 5)]
    [InlineData("very-high", MediaType.Hdd, "bsi-gse", SanitizationLevel.Purge, 2, 3)]
    [InlineData("very-high", MediaType.Nvme, "bsi-gse", SanitizationLevel.Purge, 2, 5)]
    public async Task The_job_carries_the_procedure_of_its_medium_as_data(string need, MediaType medium, string key, SanitizationLevel level, int passes, int techniques)
    {
        var job = await Claimed($"J-{need}-{medium}", medium, need);
        Assert.Equal((key, level, need, medium), (job.ProcedureKey, job.RequiredLevel, job.ProtectionNeed, job.Medium));
        Assert.Equal((passes, techniques), (job.Passes.Count, job.Steps.Sum(step => step.Techniques.Count)));
        Assert.Equal(passes, job.Steps.Count(step => step.Kind == ProcedureStepKind.Overwrite));
        Assert.Equal(2, job.PolicyVersion);
        Assert.Equal("C-77", job.Customer["contract"]);
    }

    [Theory]
    [InlineData(null)]
    [InlineData(MediaType.Unknown)]
    public async Task A_medium_nobody_can_tell_gets_no_job(MediaType? medium) =>
        Assert.Equal("medium-unknown", (await Assert.ThrowsAsync<RefusedException>(() => Claimed($"J-UNKNOWN-{medium}", medium))).Rule);

    [Fact]
    public async Task Its_evidence_is_judged_accepted_and_certified_with_level_and_technique()
    {
        var job = await Claimed("SSD-1", MediaType.Ssd);
        var reply = await _bench.Wipe(job, document => Purged(document, job));
        Assert.True(reply.Accepted, Words(reply));

        var order = await Order("SSD-1");
        Assert.Equal(SlotState.EvidenceAccepted, order.Slots[0].State);
        Assert.Equal("block", order.Evidence[0].CarrierKind);
        var issued = Assert.Single(await _workshop.Said<CertificateIssued>(order.DeviceId));
        using var certificate = JsonDocument.Parse(await File.ReadAllBytesAsync(Path.Combine(_workshop.DataFolder, "blobs", issued.DocumentHash)));
        var text = certificate.RootElement.GetRawText();
        Assert.Contains(Block, text);
        Assert.Contains("\"requiredLevel\":\"purge\"", text);
        // By which rules it was judged: the policy's version, and the program's, which no station of another version gets past.
        var judge = Assert.Single(WaaS.Logistics.Sanitization.Stations.ToolRegister.Approved);
        Assert.Equal((judge.Name, judge.Version), (certificate.RootElement.GetProperty("certificate").GetProperty("station").GetProperty("tool").GetProperty("name").GetString(), certificate.RootElement.GetProperty("certificate").GetProperty("station").GetProperty("tool").GetProperty("version").GetString()));
        Assert.Equal((job.PolicyId, job.PolicyVersion), (certificate.RootElement.GetProperty("certificate").GetProperty("policyId").GetString(), certificate.RootElement.GetProperty("certificate").GetProperty("policyVersion").GetInt32()));
        Assert.Contains("ieee-2883-firmware", text);
        Assert.DoesNotContain("bsi-con6-a12-random", text);
        Assert.Single(await _workshop.Cleared(order.DeviceId));
    }

    private static readonly Dictionary<string, Func<CarrierResult, CarrierResult>> Worse = new()
    {
        ["R12 enhanced security erase is only clear on an ssd"] = carrier => Step(carrier, step => step with { Technique = "ata-security-erase-enhanced" }),
        ["R12 an overwrite instead of the erase"] = carrier => carrier with { Steps = [carrier.Steps[1]] },
        ["R12 another medium than the job's"] = carrier => carrier with { MediaType = MediaType.Nvme, Interface = CarrierInterface.Nvme },
        ["R13 no command"] = carrier => Step(carrier, step => step with { Command = null }),
        ["R13 success on an idle drive without a transition"] = carrier => Step(carrier, step => step with { StatusTransitions = [DriveStates.Entry(DriveStates.Completed, carrier.StartedAt, "count 8000")] }),
        ["R8 the drive failed"] = carrier => Step(carrier, step => step with { Outcome = Outcome.Failed }),
        ["R8 nobody knows"] = carrier => Step(carrier, step => step with { Outcome = Outcome.Unknown }),
        ["R9 a mark still stands"] = carrier => carrier with { Steps = [carrier.Steps[0], carrier.Steps[1] with { Mismatches = 1 }] },
        ["R9 nobody looked"] = carrier => carrier with { Steps = [carrier.Steps[0]] },
        ["R9 one sample too few"] = carrier => carrier with { Verification = carrier.Verification with { SampleCount = 6904 } },
        ["R9 more samples than the plan draws"] = carrier => carrier with { Verification = carrier.Verification with { SampleCount = 6908 } },
        ["R9 a better bound than so many samples give"] = carrier => carrier with { Steps = [carrier.Steps[0], carrier.Steps[1] with { Look = carrier.Steps[1].Look! with { LeftAtMost = 0.0001 } }] },
        ["R9 a seed that is none"] = carrier => carrier with { Verification = carrier.Verification with { SampleSeed = "5eed" } },
        ["R9 marks drawn after the erase"] = carrier => carrier with { Steps = [carrier.Steps[0], carrier.Steps[1] with { Look = carrier.Steps[1].Look! with { SeedDrawnAfter = TriState.Yes } }] },
        ["R9 no seed"] = carrier => carrier with { Verification = carrier.Verification with { SampleSeed = null } },
        ["R9 places of another seed"] = carrier => carrier with { Verification = carrier.Verification with { SampleSeed = new string('6', 32) } },
        ["R9 places nobody names"] = carrier => carrier with { Steps = [carrier.Steps[0], carrier.Steps[1] with { Look = carrier.Steps[1].Look! with { PlacesDigest = null } }] },
        ["R9 from a cache"] = carrier => carrier with { Verification = carrier.Verification with { BlockLayerSectorsRead = 8 } },
        ["R10 a hidden area is unknown"] = carrier => carrier with { Dco = HiddenArea.Unknown },
        ["R10 a hidden area is there"] = carrier => carrier with { Hpa = HiddenArea.Present },
        ["R21 a station of another version than the judge"] = carrier => carrier with { Verification = carrier.Verification with { Tool = carrier.Verification.Tool with { Version = "0.0.9" } } },
        ["R17 more than it shows"] = carrier => carrier with { CapacityNativeBytes = carrier.CapacityReportedBytes * 2 },
        ["KIND an image that says it is an ssd"] = carrier => carrier with { Kind = CarrierKind.File },
    };

    public static TheoryData<string> WorseNames => [.. Worse.Keys];

    [Theory]
    [MemberData(nameof(WorseNames))]
    public async Task Anything_worse_is_refused_by_its_rule(string what)
    {
        var serial = $"WORSE-{Array.IndexOf([.. Worse.Keys], what)}";
        var job = await Claimed(serial, MediaType.Ssd);
        var reply = await _bench.Wipe(job, document => Purged(document, job) is var good ? good with { Carrier = Worse[what](good.Carrier) } : document);
        Assert.False(reply.Accepted);
        Assert.Contains(what.Split(' ')[0], reply.Findings.Select(finding => finding.Rule));
        Assert.Empty(await _workshop.Cleared((await Order(serial)).DeviceId));
        Assert.Equal(SlotState.Failed, (await Order(serial)).Slots[0].State);
    }

    [Fact]
    public async Task A_real_drive_is_not_accepted_where_its_policy_names_no_level()
    {
        var job = await Claimed("HDD-1", MediaType.Hdd);
        var reply = await _bench.Wipe(job, document => document with { RequiredLevel = null, Carrier = Block_(document.Carrier, MediaType.Hdd) });
        Assert.Contains(reply.Findings, finding => finding.MessageKey == "evidence.R12.otherLevel");
    }

    /// <summary>Without an overwrite the marks are the first change of the carrier: from then on the job does not end with its order as one that wrote nothing.</summary>
    [Fact]
    public async Task Marks_are_a_first_write()
    {
        var job = await Claimed("MARKS-1", MediaType.Ssd);
        using var facts = JsonDocument.Parse("{}");
        var claimed = StepChain.Append(null, job.JobId, StepKinds.JobClaimed, facts.RootElement, _workshop.Clock.GetUtcNow(), _bench.Key);
        await _bench.Post(job, [claimed]);
        Assert.Null((await Order("MARKS-1")).Jobs[0].FirstWriteAt);
        await _bench.Post(job, [StepChain.Append(claimed, job.JobId, StepKinds.MarksStarted, facts.RootElement, _workshop.Clock.GetUtcNow(), _bench.Key)]);
        Assert.NotNull((await Order("MARKS-1")).Jobs[0].FirstWriteAt);
    }

    private async Task<Job> Claimed(string serial, MediaType? medium, string need = "normal")
    {
        var arrival = Documents.Arrival(serial, 1, new CarrierSlot("M.2-1", "CARR-" + serial)) with { ProtectionNeed = need };
        await _workshop.Deliver<OpenOrderOnDeviceReceived, Messages.Returns.DeviceReceived>(arrival);
        return await _bench.Claim(device: serial, badge: "B-anna", medium: medium);
    }

    private Task<WipeOrder> Order(string serial) => _workshop.Read(db => db.WholeOrders.SingleAsync(order => order.Serial == serial));

    private static CarrierResult Step(CarrierResult carrier, Func<EvidenceStep, EvidenceStep> change) => carrier with { Steps = [change(carrier.Steps[0]), .. carrier.Steps.Skip(1)] };

    private static CarrierResult Block_(CarrierResult carrier, MediaType medium) => carrier with
    {
        Kind = CarrierKind.Block, Interface = CarrierInterface.Ata, MediaType = medium, SerialSource = SerialSource.Drive, CapacityReportedBytes = 1L << 30, CapacityNativeBytes = 1L << 30, SectorsTotal = (1L << 30) / 512,
        Hpa = HiddenArea.NotPresent, Dco = HiddenArea.Removed, Ama = HiddenArea.NotPresent, RemappedBefore = 0, RemappedAfter = 0,
        Verification = carrier.Verification with { BlockLayerSectorsRead = (1L << 30) / 512 },
    };

    /// <summary>What the station hands in for the job's procedure "purge-firmware" on an SSD.</summary>
    private static EvidenceDocument Purged(EvidenceDocument document, Job job)
    {
        var carrier = Block_(document.Carrier, MediaType.Ssd);
        var places = SamplePlaces.Drawn(new string('5', 32), job.Verification.Samples!.Value, 1L << 30, 4096)!;
        var (start, erased) = (carrier.StartedAt, carrier.StartedAt.AddSeconds(2));
        EvidenceStep Bare(StepKind kind, string technique, DateTimeOffset from, DateTimeOffset to) => new()
        {
            Kind = kind, Technique = technique, Pattern = null, Generator = null, KeyFingerprint = null, RecheckCommand = null, Pass = null, Runs = 1, StartedAt = from, EndedAt = to, Outcome = Outcome.Success,
            BytesAcknowledged = null, BytesVerified = null, Mismatches = null, BadSectors = [], StatusTransitions = [],
        };
        return document with
        {
            Carrier = carrier with
            {
                SectorsWritten = null, RemappedAfter = 3,
                Hidden = new HiddenSectors { ShownBytesBefore = 1 << 29, ShownBytesAfter = 1L << 30, NativeBytes = 1L << 30, Commands = ["85"] },
                Steps =
                [
                    Bare(StepKind.Firmware, Block, start, erased) with
                    {
                        Command = "8507200012000042720045006b40b400", StatusTransitions = [DriveStates.Entry(DriveStates.Running, start, "count 4000"), DriveStates.Entry(DriveStates.Completed, erased, "count 8000")],
                    },
                    Bare(StepKind.Verify, "look-after-erase", erased, carrier.EndedAt) with
                    {
                        Pattern = OverwritePattern.Random, Generator = "aes-128-ctr", KeyFingerprint = ContentHash.Of("marks"u8), BytesVerified = places.Length * 4096, Mismatches = 0,
                        Look = new PurgeLook { LookedFor = LookedFor.Marks, SeedDrawnAfter = TriState.No, BlockBytes = 4096, UniformBlocks = 6905, PlacesDigest = SamplePlaces.Digest(places), LeftAtMost = SampleCounts.LeftAtMost(places.Length, 0) },
                    },
                ],
                Verification = carrier.Verification with
                {
                    Type = VerificationType.Sampled, Percent = 2.63, SampleSeed = new string('5', 32), SampleCount = places.Length, BlockLayerSectorsRead = places.Length * 8,
                },
            },
        };
    }

    private static string Words(EvidenceReply reply) => string.Join("; ", reply.Findings.Select(finding => $"{finding.MessageKey} {finding.Path} {string.Join(",", finding.Arguments)}"));
}
