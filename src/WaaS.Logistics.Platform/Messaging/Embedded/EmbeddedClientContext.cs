using System.Collections.Concurrent;
using MassTransit;
using MassTransit.SqlTransport;
using MassTransit.SqlTransport.Topology;
using WaaS.Logistics.Platform.Data.Embedded;

namespace WaaS.Logistics.Platform.Messaging.Embedded;

/// <summary>What MassTransit asks of a queueing database, done in write turns of the one writer.</summary>
internal sealed class EmbeddedClientContext(EmbeddedConnectionContext connection, EmbeddedBusStore store, CancellationToken cancel)
    : SqlClientContext(connection, cancel), IAsyncDisposable
{
    private const int DeliveriesByDefault = 10;
    private static readonly TimeSpan PauseAfterError = TimeSpan.FromSeconds(1);

    private readonly ConcurrentDictionary<long, byte[]> _held = new();
    private volatile bool _closed;

    public override async Task<long> CreateQueue(Queue queue)
    {
        var id = await Write(turn => store.Topology.CreateQueue(
            turn, queue.QueueName, queue.AutoDeleteOnIdle is not null, queue.MaxDeliveryCount ?? DeliveriesByDefault));
        store.Signals.Name(queue.QueueName, id);
        return id;
    }

    public override Task<long> CreateTopic(Topic topic) =>
        Write(turn => store.Topology.CreateTopic(turn, topic.TopicName));

    public override Task<long> CreateTopicSubscription(TopicToTopicSubscription subscription) =>
        Write(turn => store.Topology.Subscribe(
            turn, subscription.Source.TopicName, subscription.Destination.TopicName, subscription.SubscriptionType, subscription.RoutingKey));

    public override Task<long> CreateQueueSubscription(TopicToQueueSubscription subscription) =>
        Write(turn => store.Topology.SubscribeQueue(
            turn, subscription.Source.TopicName, subscription.Destination.QueueName, subscription.SubscriptionType, subscription.RoutingKey));

    public override Task<long> PurgeQueue(string queueName, CancellationToken cancellationToken) =>
        Write(turn => store.Leases.Purge(turn, queueName));

    public override Task Send<T>(string queueName, SqlMessageSendContext<T> context)
    {
        var message = OutgoingMessage.From(context, store.Clock.Now);
        return store.Writer.RunAsync(turn => store.Outgoing.Send(turn, queueName, message), context.CancellationToken);
    }

    public override Task Publish<T>(string topicName, SqlMessageSendContext<T> context)
    {
        var message = OutgoingMessage.From(context, store.Clock.Now);
        // MassTransit tells the world of every fault; that nobody listens is usual, and the failed message itself is in the error queue.
        var mayReachNobody = typeof(Fault).IsAssignableFrom(typeof(T)) || typeof(ReceiveFault).IsAssignableFrom(typeof(T));
        return store.Writer.RunAsync(turn => store.Outgoing.Publish(turn, topicName, message, mayReachNobody), context.CancellationToken);
    }

    public override async Task<IEnumerable<SqlTransportMessage>> ReceiveMessages(
        string queueName, SqlReceiveMode mode, int messageLimit, int concurrentLimit, TimeSpan lockDuration)
    {
        if (mode is not SqlReceiveMode.Normal)
            throw new NotSupportedException($"The embedded bus knows no partitions: receive from {queueName} in normal mode.");
        var signal = store.Signals.For(queueName);
        if (!signal.IsWorthALook())
            return [];
        var lockId = NewId.NextGuid();
        try
        {
            var taken = await Write(turn => Take(turn, queueName, lockId.ToByteArray(), messageLimit, lockDuration));
            foreach (var message in taken)
                _held[message.MessageDeliveryId] = lockId.ToByteArray();
            if (_closed)
            {
                await DisposeAsync();
                return [];
            }
            return [.. taken.Select(message => message.ForPipeline(queueName, lockId))];
        }
        // With the writer gone the product has ended, and so may the loop.
        catch (Exception e) when (e is not (OperationCanceledException or ObjectDisposedException { ObjectName: nameof(SqliteWriter) }))
        {
            signal.Raise(store.Clock.Now);
            // MassTransit ends the receive loop for good at the first exception; a full disk must only pause it.
            LogContext.Error?.Log(e, "Taking messages from {QueueName} failed; trying again in {Pause}", queueName, PauseAfterError);
            await store.Clock.Delay(PauseAfterError, CancellationToken);
            return [];
        }
    }

    private List<ReceivedMessage> Take(WriteTurn turn, string queueName, byte[] lockId, int limit, TimeSpan lockDuration)
    {
        var queue = store.Topology.Queue(turn, queueName);
        var now = store.Clock.Now;
        return store.Leases.Take(turn, queue, lockId, limit, now, now + (long)lockDuration.TotalMilliseconds);
    }

    // Temporary queues live as long as the process, however idle.
    public override Task TouchQueue(string queueName) => Task.CompletedTask;

    // A message delivered too often goes to its error queue at the moment it would be taken once more.
    public override Task<int?> DeadLetterQueue(string queueName, int messageLimit) => Task.FromResult<int?>(0);

    public override Task<bool> DeleteMessage(Guid lockId, long messageDeliveryId) =>
        Settle(messageDeliveryId, turn => store.Leases.Delete(turn, lockId.ToByteArray(), messageDeliveryId));

    public override Task<bool> DeleteScheduledMessage(Guid tokenId, CancellationToken cancellationToken) =>
        Write(turn => store.Leases.DeleteScheduled(turn, tokenId));

    public override Task<bool> MoveMessage(Guid lockId, long messageDeliveryId, string queueName, SqlQueueType queueType, SendHeaders sendHeaders)
    {
        var headers = TransportHeaders.Json(sendHeaders);
        return Settle(messageDeliveryId,
            turn => store.Leases.Move(turn, lockId.ToByteArray(), messageDeliveryId, queueName, queueType, store.Clock.Now, headers));
    }

    public override Task<bool> RenewLock(Guid lockId, long messageDeliveryId, TimeSpan duration)
    {
        if (_closed)
            return Task.FromCanceled<bool>(new CancellationToken(true));
        return Write(turn => store.Leases.Renew(turn, lockId.ToByteArray(), messageDeliveryId, store.Clock.Now + (long)duration.TotalMilliseconds));
    }

    public override Task<bool> Unlock(Guid lockId, long messageDeliveryId, TimeSpan delay, SendHeaders sendHeaders)
    {
        var headers = TransportHeaders.Json(sendHeaders);
        return Settle(messageDeliveryId, turn => store.Leases.Unlock(turn, lockId.ToByteArray(), messageDeliveryId, store.Clock.Now, delay, headers));
    }

    /// <summary>Gives back what was taken and never handed over, so that a stopped bus leaves nothing leased.</summary>
    public async ValueTask DisposeAsync()
    {
        _closed = true;
        var left = _held.ToArray();
        if (left.Length == 0)
            return;
        _held.Clear();
        await Write(turn => store.Leases.GiveBack(turn, left));
    }

    private async Task<bool> Settle(long deliveryId, Func<WriteTurn, bool> settle)
    {
        var settled = await Write(settle);
        _held.TryRemove(deliveryId, out _);
        return settled;
    }

    private Task<T> Write<T>(Func<WriteTurn, T> write) => store.Writer.RunAsync(write);
}
