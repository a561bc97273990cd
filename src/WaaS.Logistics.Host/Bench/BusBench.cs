using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using WaaS.Logistics.Host.Bench.Events;
using WaaS.Logistics.Host.Commands;
using WaaS.Logistics.Platform.Data;

namespace WaaS.Logistics.Host.Bench;

/// <summary>
/// Sends journeys through the real house: a save with its event, a consumer that changes state and says the next event, and a second consumer.
/// Each journey is two messages; each message is an inbox key, a state change and (at the first hop) an outbox row in one durable commit.
/// </summary>
internal sealed class BusBench(BenchHouse house, int messages, int inFlight)
{
    public const int HopsPerJourney = 2;
    private static readonly TimeSpan RoundLimit = TimeSpan.FromMinutes(5);
    private readonly Stopwatches _watches = house.Services.GetRequiredService<Stopwatches>();

    private int Journeys => messages / HopsPerJourney;

    /// <summary>Compiles every path and fills the pools, so that the first round is like the others.</summary>
    /// <returns>How many journeys it sent.</returns>
    public async Task<int> WarmUp(CancellationToken cancel)
    {
        var journeys = Math.Min(Journeys, 2_000);
        await Send(journeys, cancel);
        return journeys;
    }

    public async Task<BusRound> Round(CancellationToken cancel)
    {
        _watches.Clear();
        GC.Collect();
        var (cpu, bytes, writer) = (Environment.CpuUsage, GC.GetTotalAllocatedBytes(), WriterCounts());
        var started = Stopwatch.GetTimestamp();
        await Send(Journeys, cancel);
        var elapsed = Stopwatch.GetElapsedTime(started);
        var spent = Environment.CpuUsage;
        return new BusRound
        {
            Messages = Journeys * HopsPerJourney,
            Elapsed = elapsed,
            UserCpu = spent.UserTime - cpu.UserTime,
            KernelCpu = spent.PrivilegedTime - cpu.PrivilegedTime,
            AllocatedBytes = GC.GetTotalAllocatedBytes() - bytes,
            Latencies = _watches.Between(Moment.Begun, Moment.SecondSaved),
            Stages = Stages(),
            Writer = WriterCounts() is { } after && writer is { } before ? after - before : null,
        };
    }

    /// <summary>Every journey passed on once, ended once, nothing left in the outbox, nothing failed: a rate of lost messages would be no rate.</summary>
    public async Task<bool> IsExact(long journeys) =>
        await house.In(db => db.Journeys.CountAsync()) == journeys
        && await house.In(db => db.Journeys.CountAsync(row => row.PassedOn == 1 && row.Ended == 1)) == journeys
        && await house.In(db => db.Inbox.CountAsync()) == journeys * HopsPerJourney
        && await OutboxIsEmpty();

    private async Task Send(int journeys, CancellationToken cancel)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(RoundLimit);
        try
        {
            // Closed loop: as many under way as there are senders, so that a latency is a journey's own and not the length of a heap.
            await Parallel.ForAsync(0, journeys, new ParallelOptions { MaxDegreeOfParallelism = inFlight, CancellationToken = limit.Token }, async (number, stop) => await SendOne(number, stop));
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            throw new CommandRefusedException($"Not all of {journeys} journeys ended within {RoundLimit.TotalMinutes:0} minutes: a message was lost or failed. The log in the data folder says more.");
        }
    }

    private async Task SendOne(int number, CancellationToken cancel)
    {
        var journey = new Journey(Guid.CreateVersion7(), $"SN{number:D8}");
        var ended = _watches.Begin(journey.Id);
        await house.In(async db =>
        {
            db.Journeys.Add(journey);
            db.AddToOutbox(new JourneyStarted(journey.Id, journey.Serial));
            return await db.SaveChangesAsync(cancel);
        });
        _watches.Reached(journey.Id, Moment.Acknowledged);
        await ended.WaitAsync(cancel);
    }

    // The relay takes its rows away only after the bus has them, which may be after the journey's end.
    private async Task<bool> OutboxIsEmpty()
    {
        for (var waited = 0; waited < 50; waited++)
        {
            if (!await house.In(db => db.Outbox.AnyAsync(row => row.SentAt == null)))
                return true;
            await Task.Delay(100);
        }
        return false;
    }

    private IReadOnlyList<BusStage> Stages() =>
    [
        Stage("save", Moment.Begun, Moment.Acknowledged),
        Stage("relay and queue, first hop", Moment.Acknowledged, Moment.FirstTaken),
        Stage("consumer, first hop", Moment.FirstTaken, Moment.FirstSaved),
        Stage("relay and queue, second hop", Moment.FirstSaved, Moment.SecondTaken),
        Stage("consumer, second hop", Moment.SecondTaken, Moment.SecondSaved),
    ];

    private BusStage Stage(string name, Moment from, Moment to)
    {
        var times = _watches.Between(from, to);
        return new BusStage(name, times.Average(), Percentile.Of(times, 99));
    }

    private WriterCounts? WriterCounts() => house.Storage.Kind == StorageKind.Sqlite ? Bench.WriterCounts.Of(house.Storage.Writer) : null;
}
