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
    public static async Task LayRules(ServiceDb db, DatabaseRegistration database, StorageKind kind, CancellationToken cancel)
    {
        foreach (var rule in database.Rules.For(kind))
        {
            var drop = kind == StorageKind.Sqlite ? $"DROP TRIGGER IF EXISTS {rule.Trigger};" : $"DROP TRIGGER IF EXISTS {rule.Trigger} ON {database.Service}.{rule.Table};";
            await db.Database.ExecuteSqlRawAsync(Escape(drop + "\n" + rule.Create), cancel);
        }
    }

    public static async Task<IReadOnlyList<string>> Differences(ServiceDb db, DatabaseRegistration database, StorageKind kind, CancellationToken cancel)
    {
        var differences = new List<string>();
        var triggers = await Triggers(db, database.Service, kind, cancel);
        foreach (var rule in database.Rules.For(kind))
        {
            if (!triggers.Remove(rule.Trigger, out var definition))
                differences.Add($"trigger {rule.Trigger} is missing");
            else if (kind == StorageKind.Sqlite && Normal(definition) != Normal(rule.Create))
                differences.Add($"trigger {rule.Trigger} differs from the program's");
        }
        differences.AddRange(triggers.Keys.Select(stranger => $"trigger {stranger} is not the program's"));
        differences.AddRange(await MissingFilteredIndexes(db, database.Service, kind, cancel));
        return differences;
    }

    private static async Task<Dictionary<string, string>> Triggers(ServiceDb db, string service, StorageKind kind, CancellationToken cancel)
    {
        var sql = kind == StorageKind.Sqlite
            ? $"SELECT name AS \"Name\", sql AS \"Definition\" FROM sqlite_master WHERE type = 'trigger' AND tbl_name LIKE '{service}\\_%' ESCAPE '\\'"
            : $"SELECT t.tgname AS \"Name\", pg_get_functiondef(t.tgfoid) AS \"Definition\" FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid JOIN pg_namespace n ON n.oid = c.relnamespace WHERE NOT t.tgisinternal AND t.tgenabled <> 'D' AND n.nspname = '{service}'";
        return (await db.Database.SqlQueryRaw<NamedDefinition>(Escape(sql)).ToListAsync(cancel)).ToDictionary(t => t.Name, t => t.Definition);
    }

    private static async Task<IEnumerable<string>> MissingFilteredIndexes(ServiceDb db, string service, StorageKind kind, CancellationToken cancel)
    {
        var sql = kind == StorageKind.Sqlite
            ? "SELECT name AS \"Name\", sql AS \"Definition\" FROM sqlite_master WHERE type = 'index' AND sql LIKE '% WHERE %'"
            : $"SELECT indexname AS \"Name\", indexdef AS \"Definition\" FROM pg_indexes WHERE schemaname = '{service}' AND indexdef LIKE '% WHERE %'";
        var present = (await db.Database.SqlQueryRaw<NamedDefinition>(Escape(sql)).ToListAsync(cancel)).Select(i => i.Name).ToHashSet();
        return db.Model.GetEntityTypes().SelectMany(entity => entity.GetIndexes())
            .Where(index => index.GetFilter() is not null && !present.Contains(index.GetDatabaseName()!))
            .Select(index => $"filtered index {index.GetDatabaseName()} is missing");
    }

    // ExecuteSqlRaw reads braces as parameters.
    private static string Escape(string sql) => sql.Replace("{", "{{").Replace("}", "}}");

    private static string Normal(string sql) => Spaces().Replace(sql, " ").Trim().TrimEnd(';').ToUpperInvariant();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();

    private sealed record NamedDefinition(string Name, string Definition);
}
