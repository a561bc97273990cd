using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using WaaS.Logistics.Platform.Data;
using WaaS.Logistics.Platform.Messaging.Embedded;

namespace WaaS.Logistics.Platform.Services;

/// <summary>What must be true before the first message moves or the first page is served.</summary>
public sealed class Startup(PlatformSettings settings, Storage storage, Migrator migrator, IEnumerable<DatabaseRegistration> databases, IServiceScopeFactory scopes, ILogger<Startup> log)
{
    /// <exception cref="SettingsException">The database is not at this program's state and may not be changed from here.</exception>
    public async Task Prepare(CancellationToken cancel = default)
    {
        if (!settings.IsSplit)
            await migrator.Migrate(cancel);
        else if (await migrator.Pending(cancel) is { Count: > 0 } pending)
            throw new SettingsException($"The tables of {string.Join(", ", pending)} are older than this program. Run 'waas migrate' once, then start the services.");
        await RequireRules(cancel);
        if (storage.Kind == StorageKind.Sqlite)
            await PrepareEmbeddedBus(cancel);
    }

    private async Task RequireRules(CancellationToken cancel)
    {
        foreach (var database in databases)
        {
            await using var db = migrator.Open(database);
            var differences = await SchemaGuard.Differences(db, database, storage.Kind, cancel);
            if (differences.Count > 0)
                throw new SettingsException(
                    $"The database of {database.Service} does not hold the rules this program relies on: {string.Join("; ", differences)}. Run 'waas migrate'; if that does not mend it, restore a backup.");
        }
        storage.CloseReaders();
    }

    private async Task PrepareEmbeddedBus(CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        await EmbeddedBusSchema.Ensure(storage.Writer);
        // We own the folder alone: every lease is a dead process's.
        var released = await EmbeddedBusSchema.ReleaseLeases(storage.Writer);
        log.LogInformation("Facts and messages are kept in {File}; leases left by an earlier process: {Leases}", storage.Options.DatabaseFile, released.Freed);
        await using var scope = scopes.CreateAsyncScope();
        var kept = await new GivenUpMessages(storage.Writer, scope.ServiceProvider.GetRequiredService<PlatformDb>()).Keep(cancel);
        if (kept > 0)
            log.LogError("{Messages} messages kept killing the process before they could be rejected; they wait on the page of failed messages", kept);
    }
}
