using Npgsql;
using WaaS.Logistics.Platform.Services;

namespace WaaS.Logistics.Platform.Data.Backup;

/// <summary>
/// A restore into PostgreSQL from the first word to the last. Until all of it is in place a schema marks the database and no program works on it: there would be rows without
/// their blobs, and events that only the broker of the backup still had would never be sent.
/// </summary>
internal sealed class PostgresRestore : IAsyncDisposable
{
    private const string Marker = "restore_unfinished";

    // Any number, as long as it is always this one.
    private const long Turn = 0x57616153_52657374;
    private static readonly TimeSpan EndsWithin = TimeSpan.FromSeconds(30);
    private readonly NpgsqlConnection _connection;
    private bool _begun, _finished;

    private PostgresRestore(NpgsqlConnection connection) => _connection = connection;

    /// <summary>Marks the database. What an interrupted restore has left in it is taken away first: under the mark nobody else has put anything there.</summary>
    /// <exception cref="InvalidOperationException">It is not empty, or somebody restores into it just now.</exception>
    public static async Task<PostgresRestore> Begin(string connectionString, CancellationToken cancel)
    {
        var restore = new PostgresRestore(new NpgsqlConnection(new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false }.ConnectionString));
        try
        {
            await restore._connection.OpenAsync(cancel);
            if (!await restore.Ask<bool>($"SELECT pg_try_advisory_lock({Turn})", cancel))
                throw new InvalidOperationException($"Somebody else restores into the database '{restore._connection.Database}' just now. Wait until that has ended.");
            await restore.EndTools(cancel);
            if (await IsMarked(restore._connection, cancel))
                await restore.ClearOut(cancel);
            if (!await restore.IsEmpty(cancel))
                throw new InvalidOperationException($"The database '{restore._connection.Database}' is not empty. Restore into a new one.");
            await restore.Do($"CREATE SCHEMA IF NOT EXISTS {Marker}", cancel);
            restore._begun = true;
            return restore;
        }
        catch
        {
            await restore.DisposeAsync();
            throw;
        }
    }

    /// <exception cref="SettingsException">A restore into the database was interrupted.</exception>
    public static async Task RequireFinished(string connectionString, CancellationToken cancel)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync(cancel);
        if (await IsMarked(connection, cancel))
            throw new SettingsException($"A restore into the database '{connection.Database}' has not ended: what is in it is not whole. Run 'waas restore' again with the same database and data folder.");
    }

    /// <summary>
    /// The broker's queues are not those of the backup: everything still kept as sent is sent once more, and the inboxes, restored by the same cut, drop what they had applied.
    /// </summary>
    /// <returns>How many events will be sent again.</returns>
    public async Task<int> Finish(CancellationToken cancel)
    {
        await using var all = await _connection.BeginTransactionAsync(cancel);
        var again = 0;
        foreach (var schema in await Schemas("SELECT table_schema FROM information_schema.columns WHERE table_name = 'outbox' AND column_name = 'sent_at'", cancel))
            again += await Do($"UPDATE {schema}.outbox SET sent_at = NULL WHERE sent_at IS NOT NULL", cancel);
        await Do($"DROP SCHEMA {Marker}", cancel);
        await all.CommitAsync(cancel);
        _finished = true;
        return again;
    }

    // pg_restore goes on by itself when who started it was killed, and what it was told last may still be under way when it was killed, too.
    private async Task EndTools(CancellationToken cancel)
    {
        const string tools = $"FROM pg_stat_activity WHERE datname = current_database() AND application_name = '{PostgresDump.RestoresAs}'";
        await Ask<long>($"SELECT count(pg_terminate_backend(pid, {EndsWithin.TotalMilliseconds:0})) {tools}", cancel);
        if (await Ask<long>($"SELECT count(*) {tools}", cancel) > 0)
            throw new InvalidOperationException($"An earlier restore into the database '{_connection.Database}' does not end. End its session on the server, then run this again.");
    }

    private async Task ClearOut(CancellationToken cancel)
    {
        foreach (var schema in await Schemas($"SELECT nspname FROM pg_namespace WHERE nspname NOT IN ('information_schema', 'public', '{Marker}') AND nspname NOT LIKE 'pg\\_%'", cancel))
            await Do($"DROP SCHEMA {schema} CASCADE", cancel);
    }

    private async Task<List<string>> Schemas(string sql, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand(sql, _connection);
        await using var row = await command.ExecuteReaderAsync(cancel);
        var schemas = new List<string>();
        while (await row.ReadAsync(cancel))
            schemas.Add($"\"{row.GetString(0).Replace("\"", "\"\"", StringComparison.Ordinal)}\"");
        return schemas;
    }

    private Task<bool> IsEmpty(CancellationToken cancel) =>
        Ask<bool>("SELECT NOT EXISTS (SELECT 1 FROM pg_tables WHERE schemaname NOT IN ('pg_catalog', 'information_schema'))", cancel);

    private static async Task<bool> IsMarked(NpgsqlConnection connection, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand($"SELECT EXISTS (SELECT 1 FROM pg_namespace WHERE nspname = '{Marker}')", connection);
        return (bool)(await command.ExecuteScalarAsync(cancel))!;
    }

    private async Task<T> Ask<T>(string sql, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand(sql, _connection) { CommandTimeout = 0 };
        return (T)(await command.ExecuteScalarAsync(cancel))!;
    }

    private async Task<int> Do(string sql, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand(sql, _connection) { CommandTimeout = 0 };
        return await command.ExecuteNonQueryAsync(cancel);
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            // It came to nothing and left nothing: the database is as empty as it was.
            if (_finished || !_begun || _connection.State != System.Data.ConnectionState.Open)
                return;
            await EndTools(default);
            if (await IsEmpty(default))
                await Do($"DROP SCHEMA IF EXISTS {Marker}", default);
        }
        catch (Exception e) when (e is NpgsqlException or InvalidOperationException)
        {
            // Then the mark stays, and the next restore begins with it.
        }
        finally
        {
            await _connection.DisposeAsync();
        }
    }
}
