using System.Diagnostics;
using Microsoft.Data.Sqlite;
using Npgsql;
using SQLitePCL;
using WaaS.Logistics.Testbed;

namespace WaaS.Logistics.IntegrationTests.Crash;

/// <summary>
/// Keeps a consumer from saving what it has taken, from outside the program, as another user of the database could: there and then it is killed. Not before the relay is done with the message: else it would
/// rightly be sent twice, and one of the two would die alone.
/// </summary>
internal interface IHoldup : IAsyncDisposable
{
    /// <summary>Returns as soon as a process has taken the message and cannot finish it.</summary>
    Task Caught(CancellationToken cancel);

    /// <summary>The dead need nothing any more; whoever comes next meets the hold-up again with the next <see cref="Caught"/>.</summary>
    Task Killed();

    /// <summary>From now on messages pass.</summary>
    Task LetGo();
}

/// <summary>An open transaction holds the table the consumer writes to; who waits for it is seen among the locks.</summary>
internal sealed class PostgresHoldup(NpgsqlConnection connection, NpgsqlTransaction transaction) : IHoldup
{
    private long _dead;

    public static async Task<IHoldup> Begin(string connectionString)
    {
        var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false }.ToString());
        await connection.OpenAsync();
        var transaction = await connection.BeginTransactionAsync();
        await using var take = new NpgsqlCommand("LOCK TABLE returns.fleet IN EXCLUSIVE MODE", connection);
        await take.ExecuteNonQueryAsync();
        return new PostgresHoldup(connection, transaction);
    }

    public Task Caught(CancellationToken cancel) => Poll.Until(async () =>
    {
        cancel.ThrowIfCancellationRequested();
        await using var waiting = new NpgsqlCommand("""
            SELECT count(*) FROM pg_locks WHERE NOT granted AND relation = 'returns.fleet'::regclass
                AND NOT EXISTS (SELECT 1 FROM rentals.outbox WHERE sent_at IS NULL) AND NOT EXISTS (SELECT 1 FROM platform.outbox WHERE sent_at IS NULL)
            """, connection);
        return (long)(await waiting.ExecuteScalarAsync(cancel))! > _dead;
    }, TimeSpan.FromMinutes(2), "a consumer waits for the table");

    // What the server does for a dead client goes on waiting: it must not come to anything when the table is free.
    public Task Killed()
    {
        _dead++;
        return Task.CompletedTask;
    }

    public Task LetGo() => transaction.RollbackAsync();

    public async ValueTask DisposeAsync() => await connection.DisposeAsync();
}

/// <summary>
/// The one write lock of the file, taken again and again for a moment, and kept from the moment in which a lease is seen: what the lease's owner did not save
/// by then it cannot save any more.
/// </summary>
internal sealed class SqliteHoldup(SqliteConnection connection, string queue) : IHoldup
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);
    private string? _last;

    public static async Task<IHoldup> Begin(string file, string queue)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Mode = SqliteOpenMode.ReadWrite, Pooling = false }.ToString());
        await connection.OpenAsync();
        return new SqliteHoldup(connection, queue);
    }

    public Task Caught(CancellationToken cancel) => Task.Factory.StartNew(() =>
    {
        var watch = Stopwatch.StartNew();
        while (true)
        {
            cancel.ThrowIfCancellationRequested();
            if (watch.Elapsed > Limit)
                throw new TimeoutException($"No lease of {queue} was seen within {Limit}.");
            if (raw.sqlite3_exec(connection.Handle, "BEGIN IMMEDIATE") != raw.SQLITE_OK)
                continue;
            if (Lease() is { } lease && lease != _last)
            {
                _last = lease;
                return;
            }
            raw.sqlite3_exec(connection.Handle, "ROLLBACK");
            cancel.WaitHandle.WaitOne(1);
        }
    }, cancel, TaskCreationOptions.LongRunning, TaskScheduler.Default);

    public Task Killed() => LetGo();

    public Task LetGo()
    {
        if (raw.sqlite3_get_autocommit(connection.Handle) == 0)
            raw.sqlite3_exec(connection.Handle, "ROLLBACK");
        return Task.CompletedTask;
    }

    public ValueTask DisposeAsync() => connection.DisposeAsync();

    // The lease of a process that died stands in the file until the next one frees it.
    private string? Lease()
    {
        using var command = connection.CreateCommand();
        command.CommandText = """
            SELECT hex(d.lock_id) FROM bus_delivery d JOIN bus_queue q ON q.id = d.queue_id WHERE q.name = $queue AND q.type = 1 AND d.lock_id IS NOT NULL
                AND NOT EXISTS (SELECT 1 FROM rentals_outbox) AND NOT EXISTS (SELECT 1 FROM platform_outbox)
            """;
        command.Parameters.AddWithValue("$queue", queue);
        return (string?)command.ExecuteScalar();
    }
}
