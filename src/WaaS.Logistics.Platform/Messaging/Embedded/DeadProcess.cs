using WaaS.Logistics.Platform.Data.Embedded;

namespace WaaS.Logistics.Platform.Messaging.Embedded;

/// <summary>What a process that died leaves behind: leases, and the queues that lived only as long as it did.</summary>
internal static class DeadProcess
{
    // The pipeline rejects at 5; a message that kills the process before the pipeline sees it must end somewhere too.
    private const int GivenUpAfter = 10;

    public static ReleasedLeases Release(WriteTurn turn)
    {
        RemoveTemporaryQueues(turn);
        var counted = (int)turn.Statement("SELECT count(*) FROM bus_delivery WHERE lock_id IS NOT NULL AND started IS NOT NULL").Number()!.Value;
        var freed = turn.Statement("""
            UPDATE bus_delivery SET
                deaths = deaths + (started IS NOT NULL), suspect = 1, started = NULL, lock_id = NULL,
                due = enqueue_time, delivery_count = max(delivery_count - 1, 0)
            WHERE lock_id IS NOT NULL
            """).Run();
        // Sent under a clock that has been set back since: nothing asked for a delay.
        turn.Statement("UPDATE bus_delivery SET due = unixepoch() * 1000 WHERE due > unixepoch() * 1000 AND due <= enqueue_time").Run();
        return new(freed, counted, GiveUp(turn));
    }

    private static int GiveUp(WriteTurn turn)
    {
        turn.Statement("""
            INSERT OR IGNORE INTO bus_queue (name, type, max_delivery_count)
            SELECT DISTINCT q.name, 2, q.max_delivery_count FROM bus_delivery d JOIN bus_queue q ON q.id = d.queue_id
            WHERE d.suspect = 1 AND d.deaths >= @limit AND q.type = 1
            """).With("@limit", GivenUpAfter).Run();
        return turn.Statement("""
            UPDATE bus_delivery SET
                suspect = 0, transport_headers = @headers,
                queue_id = (SELECT e.id FROM bus_queue e JOIN bus_queue q ON q.name = e.name WHERE q.id = bus_delivery.queue_id AND e.type = 2)
            WHERE suspect = 1 AND deaths >= @limit AND queue_id IN (SELECT id FROM bus_queue WHERE type = 1)
            """).With("@limit", GivenUpAfter).With("@headers", TransportHeaders.Fault($"The process died {GivenUpAfter} times while it handled this message.")).Run();
    }

    private static void RemoveTemporaryQueues(WriteTurn turn)
    {
        turn.Statement("DELETE FROM bus_delivery WHERE queue_id IN (SELECT id FROM bus_queue WHERE temporary = 1)").Run();
        turn.Statement("DELETE FROM bus_queue WHERE temporary = 1").Run();
        turn.Statement("DELETE FROM bus_message WHERE NOT EXISTS (SELECT 1 FROM bus_delivery d WHERE d.message_id = bus_message.id)").Run();
    }
}
