using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using WaaS.Logistics.Platform.Services;

namespace WaaS.Logistics.Platform.Data;

/// <summary>
/// Lays the triggers after each migration, and at each start compares triggers and filtered indexes with what the program expects: an invariant
/// that lives in the database must not be missing there unnoticed.
/// </summary>
internal static partial class SchemaGuard
{
    /// <summary>Lays again, together, what is not word for word as this program lays it.</summary>
    public static async Task LayRules(ServiceDb db, DatabaseRegistration database, StorageKind kind, CancellationToken cancel)
    {
        var triggers = await Triggers(db, database.Service, kind, cancel);
        var missing = database.Rules.For(kind).Where(rule => !triggers.TryGetValue(rule.Trigger, out var laid) || !laid.Is(rule)).ToList();
        if (missing.Count == 0)
            return;
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        foreach (var rule in missing)
        {
            var drop = kind == StorageKind.Sqlite ? $"DROP TRIGGER IF EXISTS {rule.Trigger};" : $"DROP TRIGGER IF EXISTS {rule.Trigger} ON {database.Service}.{rule.Table};";
            await db.Database.ExecuteSqlRawAsync(Escape(drop + "\n" + rule.Create), cancel);
        }
        await transaction.CommitAsync(cancel);
    }

    public static async Task<IReadOnlyList<string>> Differences(ServiceDb db, DatabaseRegistration database, StorageKind kind, CancellationToken cancel)
    {
        var differences = new List<string>();
        var triggers = await Triggers(db, database.Service, kind, cancel);
        foreach (var rule in database.Rules.For(kind))
        {
            if (!triggers.Remove(rule.Trigger, out var definition))
                differences.Add($"trigger {rule.Trigger} is missing");
            else if (kind == StorageKind.Sqlite && !definition.Is(rule))
                differences.Add($"trigger {rule.Trigger} differs from the program's");
        }
        differences.AddRange(triggers.Keys.Select(stranger => $"trigger {stranger} is not the program's"));
        differences.AddRange(await MissingFilteredIndexes(db, database.Service, kind, cancel));
        return differences;
    }

    private static async Task<Dictionary<string, LaidTrigger>> Triggers(ServiceDb db, string service, StorageKind kind, CancellationToken cancel)
    {
        var sql = kind == StorageKind.Sqlite
            ? $"SELECT name AS \"Name\", sql AS \"Definition\", NULL AS \"Body\" FROM sqlite_master WHERE type = 'trigger' AND tbl_name LIKE '{service}\\_%' ESCAPE '\\'"
            : $"SELECT t.tgname AS \"Name\", pg_get_triggerdef(t.oid) AS \"Definition\", p.prosrc AS \"Body\" FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid JOIN pg_namespace n ON n.oid = c.relnamespace JOIN pg_proc p ON p.oid = t.tgfoid WHERE NOT t.tgisinternal AND t.tgenabled <> 'D' AND n.nspname = '{service}'";
        return (await db.Database.SqlQueryRaw<LaidTrigger>(Escape(sql)).ToListAsync(cancel)).ToDictionary(trigger => trigger.Name);
    }

    private static async Task<IEnumerable<string>> MissingFilteredIndexes(ServiceDb db, string service, StorageKind kind, CancellationToken cancel)
    {
        var sql = kind == StorageKind.Sqlite
            ? "SELECT name AS \"Value\" FROM sqlite_master WHERE type = 'index' AND sql LIKE '% WHERE %'"
            : $"SELECT c.relname::text AS \"Value\" FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid JOIN pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname = '{service}' AND i.indpred IS NOT NULL";
        var present = (await db.Database.SqlQueryRaw<string>(Escape(sql)).ToListAsync(cancel)).ToHashSet();
        return db.Model.GetEntityTypes().SelectMany(entity => entity.GetIndexes())
            .Where(index => index.GetFilter() is not null && !present.Contains(index.GetDatabaseName()!))
            .Select(index => $"filtered index {index.GetDatabaseName()} is missing");
    }

    // ExecuteSqlRaw reads braces as parameters.
    private static string Escape(string sql) => sql.Replace("{", "{{").Replace("}", "}}");

    private static string Normal(string sql) => Spaces().Replace(sql, " ").Trim().TrimEnd(';').ToUpperInvariant();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();

    /// <param name="Body">The text of its function, on PostgreSQL.</param>
    private sealed record LaidTrigger(string Name, string Definition, string? Body)
    {
        public bool Is(DatabaseRule rule) => Body is null
            ? Normal(Definition) == Normal(rule.Create)
            : Normal(rule.Create).EndsWith(Normal(Definition), StringComparison.Ordinal) && rule.Create.Contains($"${Body}$", StringComparison.Ordinal);
    }
}
