using MassTransit;
using WaaS.Logistics.Platform.Data.Embedded;

namespace WaaS.Logistics.Platform.Messaging.Embedded;

/// <summary>Takes deliveries on lease and gives them back. A lease is a lock id and an end; whoever lost it can no longer settle the delivery.
/// Only ever used on the writer's thread.</summary>
internal sealed class Leases(BusTopology topology, QueueSignals signals)
{
    // A suspect that is still alive after this long is not killing the process at its start.
    private const long SuspectWatch = 30_000;
    private const long RetrySuspect = 200;

    private const string TakeReady = """
        UPDATE bus_delivery SET lock_id = @lock, due = @until, delivery_count = delivery_count + 1
        WHERE id IN (SELECT id FROM bus_delivery WHERE queue_id = @queue AND due <= @now AND suspect = 0 ORDER BY due, id LIMIT @limit)
        RETURNING id, message_id, enqueue_time, delivery_count, deaths, transport_headers
        """;

    // One at a time, and on record as started before anybody sees it: the next death then counts for it and not for its neighbours.
    private const string TakeSuspect = """
        UPDATE bus_delivery SET lock_id = @lock, due = @until, delivery_count = delivery_count + 1, started = @now
        WHERE id = (SELECT id FROM bus_delivery WHERE suspect = 1 AND queue_id = @queue AND due <= @now ORDER BY deaths, id LIMIT 1)
            AND NOT EXISTS (SELECT 1 FROM bus_delivery WHERE suspect = 1 AND due > @now AND started > @now - @watch)
        RETURNING id, message_id, enqueue_time, delivery_count, deaths, transport_headers
        """;

    private const string NextDue = "SELECT due FROM bus_delivery WHERE queue_id = @queue ORDER BY due LIMIT 1";

    public List<ReceivedMessage> Take(WriteTurn turn, KnownQueue queue, byte[] lockId, int limit, long now, long until)
    {
        var signal = signals.For(queue.Id);
        signal.Looking();
        var taken = new List<Leased>();
        Take(turn.Statement(TakeSuspect).With("@watch", SuspectWatch));
        if (taken.Count == 0)
            Take(turn.Statement(TakeReady).With("@limit", limit));
        if (taken.Count > 0)
            signal.Raise(now);
        else if (turn.Statement(NextDue).With("@queue", queue.Id).Number() is { } due)
            signal.Raise(due > now ? due : now + RetrySuspect);
        return [.. GiveUpOnWorn(turn, queue, taken, now).Select(lease => Message(turn, lease))];

        void Take(SqliteStatement row)
        {
            row.With("@queue", queue.Id).WithBlob("@lock", lockId).With("@now", now).With("@until", until);
            while (row.Step())
                taken.Add(Leased.Read(row));
        }
    }

    private ReceivedMessage Message(WriteTurn turn, Leased lease)
    {
        var row = turn.Statement(ReceivedMessage.Select).With("@id", lease.MessageId);
        if (!row.Step())
            throw new InvalidOperationException($"Delivery {lease.Id} has lost its message {lease.MessageId}: the data file is damaged, restore a backup.");
        var message = ReceivedMessage.Read(lease, row);
        row.Reset();
        return message;
    }

    private List<Leased> GiveUpOnWorn(WriteTurn turn, KnownQueue queue, List<Leased> taken, long now)
    {
        foreach (var worn in taken.Where(delivery => delivery.DeliveryCount > queue.MaxDeliveryCount))
            MoveTo(turn, topology.Queue(turn, queue.Name, SqlQueueType.ErrorQueue), worn.Id, null, now,
                worn.TransportHeaders ?? TransportHeaders.Fault($"Delivered {queue.MaxDeliveryCount} times and never finished."));
        taken.RemoveAll(delivery => delivery.DeliveryCount > queue.MaxDeliveryCount);
        return taken;
    }

    public bool Delete(WriteTurn turn, byte[] lockId, long deliveryId)
    {
        var deleted = turn.Statement("DELETE FROM bus_delivery WHERE id = @id AND lock_id = @lock RETURNING message_id, suspect")
            .With("@id", deliveryId).WithBlob("@lock", lockId);
        if (!deleted.Step())
            return false;
        var (message, suspect) = (deleted.NumberAt(0), deleted.NumberAt(1) == 1);
        deleted.Reset();
        if (suspect)
            // The next suspect may lie in any queue.
            signals.RaiseAll();
        turn.Statement("DELETE FROM bus_message WHERE id = @id AND NOT EXISTS (SELECT 1 FROM bus_delivery WHERE message_id = @id)")
            .With("@id", message).Run();
        return true;
    }

    public bool Renew(WriteTurn turn, byte[] lockId, long deliveryId, long until) =>
        turn.Statement("UPDATE bus_delivery SET due = @until WHERE id = @id AND lock_id = @lock")
            .With("@id", deliveryId).WithBlob("@lock", lockId).With("@until", until).Run() == 1;

    /// <summary>Gives a delivery back. The process outlived it, so it is no longer a suspect.</summary>
    public bool Unlock(WriteTurn turn, byte[] lockId, long deliveryId, long now, TimeSpan delay, string? transportHeaders)
    {
        // Without a delay of its own a fault that persists would burn all deliveries within a second.
        var due = turn.Statement("""
            UPDATE bus_delivery SET lock_id = NULL, started = NULL, suspect = 0, transport_headers = @headers,
                due = @now + iif(@delay > 0, @delay, min(60000, 125 << min(delivery_count, 16)))
            WHERE id = @id AND lock_id = @lock RETURNING due
            """)
            .With("@id", deliveryId).WithBlob("@lock", lockId).With("@now", now).With("@delay", (long)delay.TotalMilliseconds)
            .With("@headers", transportHeaders).Number();
        if (due is null)
            return false;
        Raise(turn, deliveryId, due.Value);
        return true;
    }

    /// <summary>Gives back deliveries that were taken but not handled: as if they had never been taken.</summary>
    public int GiveBack(WriteTurn turn, IEnumerable<KeyValuePair<long, byte[]>> leases)
    {
        var back = 0;
        foreach (var (deliveryId, lockId) in leases)
        {
            var due = turn.Statement("""
                UPDATE bus_delivery SET lock_id = NULL, started = NULL, due = enqueue_time, delivery_count = max(delivery_count - 1, 0)
                WHERE id = @id AND lock_id = @lock RETURNING due
                """).With("@id", deliveryId).WithBlob("@lock", lockId).Number();
            if (due is null)
                continue;
            back++;
            Raise(turn, deliveryId, due.Value);
        }
        return back;
    }

    public long Purge(WriteTurn turn, string queueName)
    {
        var queue = topology.Queue(turn, queueName);
        var purged = turn.Statement("DELETE FROM bus_delivery WHERE queue_id = @queue").With("@queue", queue.Id).Run();
        turn.Statement("DELETE FROM bus_message WHERE NOT EXISTS (SELECT 1 FROM bus_delivery d WHERE d.message_id = bus_message.id)").Run();
        return purged;
    }

    /// <summary>Takes back what was scheduled and has not been taken yet.</summary>
    public bool DeleteScheduled(WriteTurn turn, Guid tokenId)
    {
        var deleted = turn.Statement("""
            DELETE FROM bus_delivery WHERE lock_id IS NULL AND delivery_count = 0
                AND message_id IN (SELECT id FROM bus_message WHERE scheduling_token_id = @token)
            """).With("@token", tokenId.ToString()).Run();
        turn.Statement("""
            DELETE FROM bus_message WHERE scheduling_token_id = @token
                AND NOT EXISTS (SELECT 1 FROM bus_delivery d WHERE d.message_id = bus_message.id)
            """).With("@token", tokenId.ToString()).Run();
        return deleted > 0;
    }

    public int Requeue(WriteTurn turn, string queueName, EmbeddedQueueKind from, long now)
    {
        var (source, target) = (topology.Queue(turn, queueName, (SqlQueueType)from), topology.Queue(turn, queueName));
        var back = turn.Statement("""
            UPDATE bus_delivery SET queue_id = @target, enqueue_time = @now, due = @now, delivery_count = 0, deaths = 0, transport_headers = NULL
            WHERE queue_id = @source AND lock_id IS NULL
            """).With("@source", source.Id).With("@target", target.Id).With("@now", now).Run();
        if (back > 0)
            signals.For(target.Id).Raise(now);
        return back;
    }

    private void Raise(WriteTurn turn, long deliveryId, long due)
    {
        if (turn.Statement("SELECT queue_id FROM bus_delivery WHERE id = @id").With("@id", deliveryId).Number() is { } queue)
            signals.For(queue).Raise(due);
    }

    public bool Move(WriteTurn turn, byte[] lockId, long deliveryId, string queueName, SqlQueueType type, long now, string? transportHeaders) =>
        MoveTo(turn, topology.Queue(turn, queueName, type), deliveryId, lockId, now, transportHeaders);

    private bool MoveTo(WriteTurn turn, KnownQueue queue, long deliveryId, byte[]? lockId, long now, string? transportHeaders)
    {
        var moved = turn.Statement("""
            UPDATE bus_delivery SET queue_id = @queue, lock_id = NULL, started = NULL, suspect = 0, due = @now, transport_headers = @headers
            WHERE id = @id AND (@lock IS NULL OR lock_id = @lock)
            """)
            .With("@id", deliveryId).WithBlob("@lock", lockId).With("@queue", queue.Id).With("@now", now).With("@headers", transportHeaders).Run() == 1;
        if (moved)
            signals.For(queue.Id).Raise(now);
        return moved;
    }
}

/// <summary>A delivery as taken; its message is read afterwards.</summary>
internal sealed record Leased(long Id, long MessageId, long EnqueueTime, long DeliveryCount, long Deaths, string? TransportHeaders)
{
    public static Leased Read(SqliteStatement row) =>
        new(row.NumberAt(0)!.Value, row.NumberAt(1)!.Value, row.NumberAt(2)!.Value, row.NumberAt(3)!.Value, row.NumberAt(4)!.Value, row.TextAt(5));
}
