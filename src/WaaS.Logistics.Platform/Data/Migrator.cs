using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using WaaS.Logistics.Platform.Data.Backup;
using WaaS.Logistics.Platform.Services;

namespace WaaS.Logistics.Platform.Data;

/// <summary>Brings every enabled service's tables up to date, and lays its triggers again afterwards.</summary>
public sealed class Migrator(IEnumerable<DatabaseRegistration> databases, Storage storage, IServiceProvider provider, ILogger<Migrator> log)
{
    /// <summary>Names of the services whose tables are older than this program.</summary>
    /// <exception cref="SettingsException">A newer program has changed the tables already: this one would lay its own, older rules over them; or they are those of an unfinished restore.</exception>
    public async Task<IReadOnlyList<string>> Pending(CancellationToken cancel = default)
    {
        if (storage.Kind == StorageKind.Postgres)
            await PostgresRestore.RequireFinished(storage.Options.Postgres!, cancel);
        var pending = new List<string>();
        foreach (var database in databases)
        {
            await using var db = Open(database);
            var (known, applied) = (db.Database.GetMigrations().ToList(), (await db.Database.GetAppliedMigrationsAsync(cancel)).ToList());
            if (applied.Except(known).LastOrDefault() is { } newer)
                throw new SettingsException($"The tables of {database.Service} are at {newer}, which this program does not know: a newer one has worked on them. Start that one, or restore a backup from before it.");
            if (known.Except(applied).Any())
                pending.Add(database.Service);
        }
        return pending;
    }

    public async Task Migrate(CancellationToken cancel = default)
    {
        // Asked first, because a lock row left by a killed start would let a needless Migrate() wait for ever.
        var pending = await Pending(cancel);
        if (pending.Count > 0 && storage.Kind == StorageKind.Sqlite)
        {
            await ClearStaleLock(cancel);
            await BackUpFirst(cancel);
        }
        foreach (var database in databases)
        {
            await using var db = Open(database);
            if (pending.Contains(database.Service))
            {
                await db.Database.MigrateAsync(cancel);
                log.LogInformation("Tables of {Service} are now at {Migration}", database.Service, (await db.Database.GetAppliedMigrationsAsync(cancel)).Last());
            }
            await SchemaGuard.LayRules(db, database, storage.Kind, cancel);
        }
        storage.CloseReaders();
    }

    internal ServiceDb Open(DatabaseRegistration database)
    {
        var builder = (DbContextOptionsBuilder)Activator.CreateInstance(typeof(DbContextOptionsBuilder<>).MakeGenericType(database.Context))!;
        storage.ConfigureProvider(builder, database.Service);
        var tools = new ServiceDbTools(storage, TimeProvider.System, provider);
        return (ServiceDb)ActivatorUtilities.CreateInstance(provider, database.Context, builder.Options, tools);
    }

    // We hold the data folder alone, so a lock row can only be a dead process's.
    private async Task ClearStaleLock(CancellationToken cancel)
    {
        await using var connection = new SqliteConnection(storage.ReaderConnectionString);
        await connection.OpenAsync(cancel);
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT count(*) FROM sqlite_master WHERE name = '__EFMigrationsLock'";
        if ((long)(await command.ExecuteScalarAsync(cancel))! == 0)
            return;
        command.CommandText = "DELETE FROM \"__EFMigrationsLock\"";
        if (await command.ExecuteNonQueryAsync(cancel) > 0)
            log.LogWarning("A migration was interrupted earlier; its lock has been cleared");
    }

    private async Task BackUpFirst(CancellationToken cancel)
    {
        if (!File.Exists(storage.Options.DatabaseFile))
            return;
        foreach (var left in Directory.GetFiles(storage.Options.DataFolder, "before-migration-????????-??????.db.part"))
            File.Delete(left);
        var copy = Path.Combine(storage.Options.DataFolder, $"before-migration-{TimeProvider.System.GetUtcNow():yyyyMMdd-HHmmss}.db");
        if (await SqliteCopy.Take(storage.Options.DatabaseFile, copy, cancel))
            log.LogInformation("Kept a copy from before the migration: {Copy}", copy);
    }
}
