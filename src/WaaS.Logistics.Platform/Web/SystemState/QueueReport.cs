using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using RabbitMQ.Client.Exceptions;
using WaaS.Logistics.Platform.Data;
using WaaS.Logistics.Platform.Messaging;
using WaaS.Logistics.Platform.Messaging.Embedded;

namespace WaaS.Logistics.Platform.Web.SystemState;

/// <summary>One queue as its bus shows it. Null is what the bus does not tell, and never nothing.</summary>
/// <param name="Failed">Open on the page of failed messages, and what not even that page could take.</param>
/// <param name="Oldest">When the oldest of those not failed was sent, UTC; null also where none waits.</param>
/// <param name="KnowsOldest">False where the bus does not tell how old anything is.</param>
public sealed record QueueLine(string Name, long? Waiting, long? InFlight, long? Delayed, long Failed, DateTime? Oldest, bool KnowsOldest);

/// <param name="BusAnswers">False when the broker could not be asked.</param>
public sealed record QueueReport(IReadOnlyList<QueueLine> Queues, bool BusAnswers);

/// <summary>What waits in the queues of this process's services.</summary>
internal sealed class QueueReporter(PlatformDb db, Topology topology, Storage storage, QuorumQueues broker, IServiceProvider provider, ILogger<QueueReporter> log)
{
    private static readonly TimeSpan BrokerMayTake = TimeSpan.FromSeconds(5);

    public async Task<QueueReport> Report(CancellationToken cancel)
    {
        var failed = await db.FailedMessages.AsNoTracking().Where(row => row.State == FailedMessageState.Open)
            .GroupBy(row => row.Queue).Select(queue => new { queue.Key, Count = queue.LongCount() }).ToDictionaryAsync(queue => queue.Key, queue => queue.Count, cancel);
        return storage.Kind == StorageKind.Sqlite ? await Embedded(failed, cancel) : await OfBroker(failed, cancel);
    }

    private async Task<QueueReport> Embedded(Dictionary<string, long> failed, CancellationToken cancel)
    {
        var states = (await EmbeddedBusQueues.Read(provider.GetRequiredService<EmbeddedBusStore>(), cancel)).ToLookup(state => state.Queue);
        // A queue that no service asks for any more may still hold something.
        return new QueueReport([.. topology.Queues.Union(states.Select(state => state.Key)).Order(StringComparer.Ordinal).Select(Line)], BusAnswers: true);

        QueueLine Line(string queue)
        {
            var main = states[queue].FirstOrDefault(state => state.Kind == EmbeddedQueueKind.Main);
            var givenUp = states[queue].Where(state => state.Kind != EmbeddedQueueKind.Main).Sum(state => state.Waiting + state.Delayed + state.BeingHandled);
            return new QueueLine(queue, main?.Waiting, main?.BeingHandled, main?.Delayed, failed.GetValueOrDefault(queue) + givenUp, main?.OldestUtc, KnowsOldest: main is not null);
        }
    }

    private async Task<QueueReport> OfBroker(Dictionary<string, long> failed, CancellationToken cancel)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(BrokerMayTake);
        try
        {
            var answers = await broker.Ask(topology.Queues, limit.Token);
            return new QueueReport([.. answers.Select(queue => Line(queue.Name, queue.Ready))], BusAnswers: true);
        }
        catch (Exception e) when (e is BrokerUnreachableException or OperationInterruptedException || e is OperationCanceledException && !cancel.IsCancellationRequested)
        {
            log.LogWarning(e, "The broker could not be asked for its queues");
            return new QueueReport([.. topology.Queues.Select(queue => Line(queue, null))], BusAnswers: false);
        }

        QueueLine Line(string queue, long? ready) => new(queue, ready, null, null, failed.GetValueOrDefault(queue), null, KnowsOldest: false);
    }
}
