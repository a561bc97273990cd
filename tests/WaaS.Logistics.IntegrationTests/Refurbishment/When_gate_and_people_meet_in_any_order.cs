using CsCheck;
using WaaS.Logistics.IntegrationTests.Platform;
using WaaS.Logistics.IntegrationTests.Returns;
using WaaS.Logistics.Messages.Refurbishment;
using WaaS.Logistics.Platform.Web;
using WaaS.Logistics.Refurbishment.AnswerChecks;
using WaaS.Logistics.Refurbishment.Inspections;
using WaaS.Logistics.Refurbishment.ReportCarrier;
using WaaS.Logistics.Refurbishment.ScrapDevice;
using WaaS.Logistics.Testbed;

namespace WaaS.Logistics.IntegrationTests.Refurbishment;

/// <summary>Clearances and re-openings in any order and repeated, and people who work meanwhile: through the real consumers and handlers, on both databases.</summary>
public abstract class When_gate_and_people_meet_in_any_order(IStack stack) : IAsyncLifetime
{
    private static readonly int Rounds = Environment.GetEnvironmentVariable("WAAS_LONG") is { Length: > 0 } ? 300 : 10;
    private static readonly Gen<Move> AnyMove = Gen.Select(Gen.Int[0, 9], Gen.Int[1, 2], Gen.Int[1, 6], (what, cycle, revision) => new Move(what, cycle, revision));
    private InspectionRoom _room = null!;

    public async ValueTask InitializeAsync() => _room = await InspectionRoom.Open(stack);

    public ValueTask DisposeAsync() => _room.DisposeAsync();

    [Fact]
    public async Task Nothing_is_graded_or_scrapped_but_on_the_newest_clearance_one_thing_after_another()
    {
        var graded = 0;
        await AnyMove.Array[10, 40].SampleAsync(async moves =>
        {
            var device = Guid.CreateVersion7();
            var told = new List<Move>();
            foreach (var move in moves)
            {
                var before = (await _room.Said<DeviceGraded>(device)).Count + (await _room.Said<DeviceScrapped>(device)).Count;
                await Do(device, move);
                if (move.IsWord)
                    told.Add(move);
                var after = (await _room.Said<DeviceGraded>(device)).Count + (await _room.Said<DeviceScrapped>(device)).Count;
                Assert.True(after == before || IsOpen(told), $"{move} after {string.Join(", ", told)}");
            }
            await Check(device, told);
            graded += (await _room.Said<DeviceGraded>(device)).Count;
        }, iter: Rounds * 3, threads: 1);
        // A run in which nothing was graded would prove nothing.
        Assert.True(graded > 0);
    }

    [Fact]
    public async Task The_same_words_at_once_and_repeated_end_as_the_highest_says()
    {
        await AnyMove.Array[4, 12].SampleAsync(async moves =>
        {
            var device = Guid.CreateVersion7();
            var ids = moves.Select(_ => Guid.CreateVersion7()).ToList();
            await Task.WhenAll(moves.SelectMany((move, n) => Enumerable.Repeat((move, id: ids[n]), 2)).Select(one => Task.Run(() => Do(device, one.move, one.id))));
            await Check(device, [.. moves.Where(move => move.IsWord)]);
        }, iter: Rounds, threads: 1);
    }

    private async Task Check(Guid id, List<Move> told)
    {
        var device = await _room.Device(id);
        if (told.Count == 0)
        {
            Assert.Null(device);
            return;
        }
        var highest = told.Max(word => (word.Cycle, word.Revision));
        Assert.Equal((highest.Cycle, highest.Revision, IsOpen(told) ? GateState.Cleared : GateState.Reopened), (device!.Cycle, device.Revision, device.Gate));
        var alive = device.Inspections.Where(inspection => inspection.State is InspectionState.Waiting or InspectionState.InInspection).ToList();
        Assert.All(alive, inspection => Assert.Equal(highest, (inspection.Cycle, inspection.Revision)));
        Assert.True(alive.Count <= 1);
        // Of the newest return nothing older than the newest word is still for sale.
        Assert.All(device.Inspections.Where(inspection => inspection.Cycle == highest.Cycle && inspection.State is InspectionState.Graded or InspectionState.Scrapped && inspection.Cycle == highest.Cycle),
            inspection => Assert.True(IsOpen(told) && inspection.Revision == highest.Revision));
        Assert.All(device.Inspections, inspection => Assert.Equal(2, inspection.Slots.Count));
        var revisions = (await _room.Said<DeviceGraded>(id)).Select(said => (said.Cycle, said.ClearanceRevision)).ToList();
        Assert.Equal(revisions.Count, revisions.Distinct().Count());
        Assert.All(revisions, said => Assert.Contains(told, word => word.IsClearance && (word.Cycle, word.Revision) == said));
    }

    private static bool IsOpen(List<Move> told) => told.Count > 0 && told.Max(word => (word.Cycle, word.Revision)) is var highest && told.Where(word => (word.Cycle, word.Revision) == highest).All(word => word.IsClearance);

    private async Task Do(Guid device, Move move, Guid? messageId = null)
    {
        try
        {
            switch (move.What)
            {
                case 0 or 1 or 2:
                    await _room.Deliver(InspectionRoom.Cleared(device, move.Cycle, move.Revision, $"CHAOS{device:N}"[..20]), messageId);
                    break;
                case 3 or 4:
                    await _room.Deliver(InspectionRoom.Reopened(device, move.Cycle, move.Revision, $"CHAOS{device:N}"[..20]), messageId);
                    break;
                case 5:
                    await _room.Start(device);
                    break;
                case 6:
                    await _room.Start(device);
                    await _room.Answer(device, [.. Checklist.Points.Select(point => new GivenAnswer(point, CheckAnswer.Ok))]);
                    await _room.Grade(device);
                    break;
                case 7:
                    await _room.Grade(device);
                    break;
                case 8:
                    await _room.Call((ScrapDevice scrap) => scrap.Handle(device, new ScrapDeviceRequest(Guid.NewGuid(), "burnt"), default));
                    break;
                default:
                    await _room.Call((ReportCarrier report) => report.Handle(device, new ReportCarrierRequest(Guid.NewGuid(), "M.2-9"), default));
                    break;
            }
        }
        catch (RefusedException)
        {
            // Refused is what the rules are for.
        }
    }

    private sealed record Move(int What, int Cycle, int Revision)
    {
        public bool IsWord => What <= 4;

        public bool IsClearance => What <= 2;
    }
}

public sealed class When_gate_and_people_meet_in_any_order_embedded(EmbeddedStack stack) : When_gate_and_people_meet_in_any_order(stack), IClassFixture<EmbeddedStack>;

public sealed class When_gate_and_people_meet_in_any_order_on_servers(PostgresStack stack) : When_gate_and_people_meet_in_any_order(stack), IClassFixture<PostgresStack>;
