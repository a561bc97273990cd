using Microsoft.Data.Sqlite;
using WaaS.Logistics.Platform.Data.Embedded;

namespace WaaS.Logistics.Platform.Messaging.Embedded;

/// <param name="Queue">Name of the queue.</param>
/// <param name="Kind">The queue itself, what failed in it, or what nobody in it could take.</param>
/// <param name="Waiting">Deliveries that could be taken now.</param>
/// <param name="Delayed">Deliveries whose time has not come.</param>
/// <param name="BeingHandled">Deliveries on lease.</param>
/// <param name="OldestUtc">When the oldest of them all was sent; null for an empty queue.</param>
public sealed record EmbeddedQueueState(string Queue, EmbeddedQueueKind Kind, long Waiting, long Delayed, long BeingHandled, DateTime? OldestUtc);

public enum EmbeddedQueueKind
{
    Main = 1,
    Error = 2,
    Skipped = 3,
}

/// <summary>What lies in the queues of the embedded bus, for the people who look after it.</summary>
public static class EmbeddedBusQueues
{
    private const string States = """
        SELECT q.name, q.type,
            count(d.id) FILTER (WHERE d.lock_id IS NULL AND d.due <= @now),
            count(d.id) FILTER (WHERE d.lock_id IS NULL AND d.due > @now),
            count(d.lock_id), min(d.enqueue_time)
        FROM bus_queue q LEFT JOIN bus_delivery d ON d.queue_id = q.id
        GROUP BY q.id ORDER BY q.name, q.type
        """;

    public static async Task<IReadOnlyList<EmbeddedQueueState>> Read(EmbeddedBusStore store, CancellationToken cancel = default)
    {
        await using var connection = new SqliteConnection(store.ReaderConnectionString);
        await connection.OpenAsync(cancel);
        SqlitePragmas.ForReader(connection);
        await using var command = connection.CreateCommand();
        command.CommandText = States;
        command.Parameters.AddWithValue("@now", store.Clock.Now);
        await using var row = await command.ExecuteReaderAsync(cancel);
        var states = new List<EmbeddedQueueState>();
        while (await row.ReadAsync(cancel))
            states.Add(new(
                row.GetString(0), (EmbeddedQueueKind)row.GetInt32(1), row.GetInt64(2), row.GetInt64(3), row.GetInt64(4),
                await row.IsDBNullAsync(5, cancel) ? null : DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(5)).UtcDateTime));
        return states;
    }

    /// <summary>Puts what lies in the error queue or among the skipped back into the queue itself, as if it had just been sent; tells how many.</summary>
    public static Task<int> Requeue(EmbeddedBusStore store, string queue, EmbeddedQueueKind from)
    {
        if (from is EmbeddedQueueKind.Main)
            throw new ArgumentException("Only what failed or was skipped can be put back.", nameof(from));
        return store.Writer.RunAsync(turn => store.Leases.Requeue(turn, queue, from, store.Clock.Now));
    }
}
