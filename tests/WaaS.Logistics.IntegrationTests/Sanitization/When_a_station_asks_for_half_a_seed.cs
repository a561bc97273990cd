using WaaS.Logistics.IntegrationTests.Platform;
using WaaS.Logistics.Messages;
using WaaS.Logistics.Messages.Returns;
using WaaS.Logistics.Platform.Web;
using WaaS.Logistics.Proof;
using WaaS.Logistics.Proof.Evidence;
using WaaS.Logistics.Proof.Records;
using WaaS.Logistics.Proof.StationContract;
using WaaS.Logistics.Sanitization.GiveSeed;
using WaaS.Logistics.Sanitization.OpenOrder;
using WaaS.Logistics.Testbed;
using WaaS.Logistics.Tests.Proof.Records;
using Xunit;

namespace WaaS.Logistics.IntegrationTests.Sanitization;

public sealed class When_a_station_asks_for_half_a_seed_embedded(EmbeddedStack stack) : When_a_station_asks_for_half_a_seed(stack), IClassFixture<EmbeddedStack>;

public sealed class When_a_station_asks_for_half_a_seed_on_postgres(PostgresStack stack) : When_a_station_asks_for_half_a_seed(stack), IClassFixture<PostgresStack>;

/// <summary>The server gives it for the end of the erase of that job to that station, the same at every asking, and takes no other in evidence.</summary>
public abstract class When_a_station_asks_for_half_a_seed(IStack stack) : IAsyncLifetime
{
    private const long Capacity = 64 << 20;
    private static readonly string Half = string.Concat(Enumerable.Repeat("fedcba98", 4));
    private Workshop _workshop = null!;
    private Bench _bench = null!;

    public async ValueTask InitializeAsync()
    {
        _workshop = await Workshop.Open(stack, SamplePolicy.Book);
        _bench = await Bench.Enrol(_workshop);
    }

    public ValueTask DisposeAsync() => _workshop.DisposeAsync();

    [Fact]
    public async Task Not_before_the_end_of_the_erase_is_there_and_then_always_the_same_and_to_nobody_else()
    {
        var (job, told) = await Begun("ASK-1");
        Assert.Equal("erase-not-ended", (await Assert.ThrowsAsync<RefusedException>(() => Ask(job))).Rule);
        var begun = await Post(job, told.TakeWhile(step => step.Kind != StepKinds.EraseEnded), null);
        Assert.Equal("erase-not-ended", (await Assert.ThrowsAsync<RefusedException>(() => Ask(job))).Rule);

        var ended = await Post(job, told.Where(step => step.Kind == StepKinds.EraseEnded), begun[^1]);
        var given = await Ask(job);
        Assert.True(SeedHalves.IsNonce(given.Nonce));
        Assert.Equal(ended[^1].ComputeHash(), given.EraseEnded);
        Assert.Equal(given, await Ask(job));
        // Told again by a next run: no other half.
        await Post(job, [told[0], told.Single(step => step.Kind == StepKinds.EraseEnded)], ended[^1]);
        Assert.Equal(given, await Ask(job));

        var stranger = await Bench.Enrol(_workshop, "bench 2");
        Assert.Equal("not-found", (await Assert.ThrowsAsync<RefusedException>(() => Ask(job, stranger))).Rule);
        var (other, itsSteps) = await Begun("ASK-2");
        await Post(other, itsSteps.Take(7), null);
        Assert.NotEqual(given.Nonce, (await Ask(other)).Nonce);
    }

    [Fact]
    public async Task Evidence_with_it_is_accepted_and_with_any_other_refused()
    {
        foreach (var (carrier, spoil, keys) in new (string, Func<SeedHalves, SeedReply, SeedHalves?>, string[])[]
        {
            ("GOOD-1", (halves, _) => halves, []),
            ("NONE-1", (_, _) => null, ["evidence.R9.seedNotBound"]),
            ("MADE-1", (halves, _) => halves with { ServerNonce = new string('7', 64) }, ["evidence.R9.otherNonce"]),
            ("JOB-1", (halves, other) => halves with { ServerNonce = other.Nonce, EraseEnded = other.EraseEnded }, ["evidence.R9.otherErase", "evidence.R9.otherNonce"]),
            ("LATE-1", (halves, _) => halves with { StationHalf = new string('9', 32) }, ["evidence.R9.otherHalf"]),
        })
        {
            var (another, itsSteps) = await Begun("OTHER-" + carrier);
            await Post(another, itsSteps.Take(7), null);
            var foreign = await Ask(another);
            var (job, told) = await Begun(carrier);
            var steps = await Post(job, told.Take(7), null);
            var given = await Ask(job);
            var halves = spoil(new SeedHalves { ServerNonce = given.Nonce, StationHalf = Half, EraseEnded = given.EraseEnded }, foreign);
            var document = Document(job, halves, halves?.Seed() ?? Half);
            var last = await Post(job, ToldSteps.Of(document).Skip(7), steps[^1]);

            var reply = await _bench.Post(job, _bench.Sign(document, last[^1].ComputeHash()));

            Assert.Equal(keys, reply.Findings.Select(finding => finding.MessageKey));
            Assert.Equal(keys.Length == 0, reply.Accepted);
        }
    }

    [Fact]
    public async Task Steps_behind_the_evidence_are_refused_and_evidence_before_the_last_step_too()
    {
        var (job, told) = await Begun("END-1");
        var steps = await Post(job, told.Take(7), null);
        var given = await Ask(job);
        var halves = new SeedHalves { ServerNonce = given.Nonce, StationHalf = Half, EraseEnded = given.EraseEnded };
        var document = Document(job, halves, halves.Seed()!);
        var last = await Post(job, ToldSteps.Of(document).Skip(7), steps[^1]);
        var more = await Post(job, [told[0]], last[^1]);

        var reply = await _bench.Post(job, _bench.Sign(document, last[^1].ComputeHash()));

        Assert.Equal(["evidence.STEPS.stepsAfter"], reply.Findings.Select(finding => finding.MessageKey));
        Assert.Equal("job-ended", (await Assert.ThrowsAsync<RefusedException>(() => Post(job, [told[0]], more[^1]))).Rule);
        // What was told before may be told again: a reply that was lost.
        Assert.Equal(more[^1].ComputeHash(), (await _bench.Post(job, [.. steps, .. last, .. more])).Head);
    }

    /// <summary>Its heartbeat came too late: the lease had ended, and another bench has the carrier.</summary>
    [Fact]
    public async Task A_station_whose_lease_went_to_another_is_told_to_stop_and_proves_nothing_any_more()
    {
        var (job, told) = await Begun("STALE-1");
        await Post(job, told.Take(4), null);
        _workshop.Clock.Advance(TimeSpan.FromHours(1));
        Assert.NotEqual(0, await _workshop.Call<WaaS.Logistics.Sanitization.KeepLease.ReturnSilentJobs, int>("watch", silent => silent.Handle(default)));
        var other = await Bench.Enrol(_workshop, "bench 2");
        var taken = await other.Claim(carrier: "STALE-1", medium: MediaType.Ssd);
        Assert.True((await other.MayWrite(taken)).Clear);

        var beat = await _bench.Beat(job, JobPhase.Overwriting, 1);
        Assert.True(beat.Stop);
        Assert.NotNull(beat.Reason);
        Assert.False((await _bench.MayWrite(job)).Clear);
        Assert.Equal("not-found", (await Assert.ThrowsAsync<RefusedException>(() => _bench.MayWrite(taken))).Rule);
        Assert.False((await other.Beat(taken, JobPhase.Overwriting, 1)).Stop);

        // It hears nothing and hands in all the same: kept, and overtaken by what the other one began.
        var writing = ToldSteps.Sign(ToldSteps.Of(Document(taken, null, Half)).Take(4), taken.JobId, other.Key);
        await other.Post(taken, writing);
        var late = Document(job, null, Half);
        late = late with { Carrier = late.Carrier with { Outcome = Outcome.Failed } };
        var head = (await _bench.Post(job, await Continued(job, ToldSteps.Of(late).Skip(4)))).Head;
        Assert.False((await _bench.Post(job, _bench.Sign(late, head))).Accepted);
        var order = await _workshop.Read(db => Task.FromResult(db.WholeOrders.AsEnumerable().Single(order => order.Serial == "DEV-STALE-1")));
        Assert.Equal(WaaS.Logistics.Sanitization.Orders.SlotState.Wiping, order.Slots[0].State);
        Assert.False((await other.Beat(taken, JobPhase.Overwriting, 2)).Stop);
    }

    private async Task<List<StepRecord>> Continued(Job job, IEnumerable<Told> told)
    {
        var kept = await _workshop.Read(async db => await WaaS.Logistics.Sanitization.RecordSteps.KeptChain.ChainOf(db, job.JobId, default));
        return ToldSteps.Sign(told, job.JobId, _bench.Key, kept[^1]);
    }

    private async Task<(Job Job, List<Told> Told)> Begun(string carrier)
    {
        await _workshop.Deliver<OpenOrderOnDeviceReceived, DeviceReceived>(Documents.Arrival("DEV-" + carrier, 1, new CarrierSlot("A", carrier)));
        var job = await _bench.Claim(carrier: carrier, medium: MediaType.Ssd);
        return (job, ToldSteps.Of(Document(job, new SeedHalves { ServerNonce = "", StationHalf = Half, EraseEnded = ContentHash.Of("none"u8) }, Half)));
    }

    private async Task<List<StepRecord>> Post(Job job, IEnumerable<Told> told, StepRecord? after)
    {
        var records = ToldSteps.Sign(told, job.JobId, _bench.Key, after);
        await _bench.Post(job, records);
        return records;
    }

    private Task<SeedReply> Ask(Job job, Bench? by = null) => _workshop.Call<SeedDesk, SeedReply>("station", desk => desk.Handle((by ?? _bench).Identity, job.JobId, default));

    private EvidenceDocument Document(Job job, SeedHalves? halves, string seed)
    {
        var document = Documents.Success(job, _bench.Identity.Id, _workshop.Clock.GetUtcNow());
        var places = SamplePlaces.Drawn(seed, SampleCounts.Ordered(job.Verification, Capacity, 4096)!.Value, Capacity, 4096)!;
        var (carrier, written) = (document.Carrier, document.Carrier.Steps[0]);
        return document with
        {
            Carrier = carrier with
            {
                Kind = CarrierKind.Block, Interface = CarrierInterface.Ata, MediaType = MediaType.Ssd, SerialSource = SerialSource.Drive, CapacityReportedBytes = Capacity, CapacityNativeBytes = Capacity,
                SectorsTotal = Capacity / 512, SectorsWritten = Capacity / 512, Hpa = HiddenArea.NotPresent, Dco = HiddenArea.NotPresent, Ama = HiddenArea.NotPresent, RemappedBefore = 0, RemappedAfter = 0,
                Steps =
                [
                    written with { BytesAcknowledged = Capacity },
                    written with
                    {
                        Kind = StepKind.Firmware, Technique = "ata-sanitize-block-erase", Pattern = null, Generator = null, KeyFingerprint = null, RecheckCommand = null, Pass = null, StartedAt = written.EndedAt, BytesAcknowledged = null,
                        Command = "8507200012000042720045006b40b400",
                        StatusTransitions = [DriveStates.Entry(DriveStates.Running, written.EndedAt, "count 4000"), DriveStates.Entry(DriveStates.Completed, written.EndedAt, "count 8000")],
                    },
                    carrier.Steps[1] with
                    {
                        Technique = "look-after-erase", BytesVerified = places.Length * 4096,
                        Look = new PurgeLook
                        {
                            LookedFor = LookedFor.Stream, SeedDrawnAfter = TriState.Yes, SeedFrom = halves, BlockBytes = 4096, UniformBlocks = 0, PlacesDigest = SamplePlaces.Digest(places),
                            LeftAtMost = SampleCounts.LeftAtMost(places.Length, 0),
                        },
                    },
                ],
                Verification = carrier.Verification with { Type = VerificationType.Sampled, Percent = SamplePolicy.Percent, SampleSeed = seed, SampleCount = places.Length, BlockLayerSectorsRead = places.Length * 8 },
            },
        };
    }
}
