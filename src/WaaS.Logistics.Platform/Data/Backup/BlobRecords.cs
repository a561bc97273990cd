using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace WaaS.Logistics.Platform.Data.Backup;

/// <summary>Asks the rows which blobs there have to be, and what a damaged one belongs to.</summary>
internal static class BlobRecords
{
    /// <param name="cut">The copy of the data file; PostgreSQL is asked itself: what was added since the dump is on the disk, too.</param>
    /// <param name="damaged">Files of the data folder with what is wrong with them.</param>
    /// <returns>Those, and the blobs that are gone, with what each belongs to.</returns>
    public static async Task<IReadOnlyList<BackupGap>> Explain(StorageOptions storage, string cut, IReadOnlyList<BlobUse> uses, IReadOnlyDictionary<string, string> damaged, CancellationToken cancel)
    {
        var (gaps, owners) = (new SortedDictionary<string, string>(damaged.ToDictionary(), StringComparer.Ordinal), new Dictionary<string, List<string>>(StringComparer.Ordinal));
        await using DbConnection connection = storage.Kind == StorageKind.Postgres
            ? new NpgsqlConnection(storage.Postgres)
            : new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = cut, Mode = SqliteOpenMode.ReadWrite, Pooling = false }.ToString());
        await connection.OpenAsync(cancel);
        foreach (var use in uses)
            await foreach (var (hash, which) in Rows(connection, storage.Kind, use, cancel))
            {
                var path = "blobs/" + hash;
                if (!gaps.ContainsKey(path) && use.IsAlwaysKept && !File.Exists(Path.Combine(storage.DataFolder, path)))
                    gaps.Add(path, "is missing");
                if (!gaps.ContainsKey(path))
                    continue;
                if (!owners.TryGetValue(path, out var of))
                    owners.Add(path, of = []);
                of.Add($"{use.What} {which}");
            }
        return [.. gaps.Select(gap => new BackupGap(gap.Key, gap.Value, owners.GetValueOrDefault(gap.Key) ?? []))];
    }

    private static async IAsyncEnumerable<(string Hash, string Which)> Rows(DbConnection connection, StorageKind kind, BlobUse use, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancel)
    {
        if (!await Exists(connection, kind, use, cancel))
            yield break;
        await using var command = connection.CreateCommand();
        command.CommandText = $"SELECT {use.Column}, {use.Which} FROM {use.On(kind)}";
        command.CommandTimeout = 0;
        await using var row = await command.ExecuteReaderAsync(cancel);
        while (await row.ReadAsync(cancel))
            yield return (row.GetString(0), row.GetString(1));
    }

    // A service that has never run here has no tables.
    private static async Task<bool> Exists(DbConnection connection, StorageKind kind, BlobUse use, CancellationToken cancel)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = kind == StorageKind.Sqlite ? $"SELECT count(*) FROM sqlite_master WHERE name = '{use.On(kind)}'" : $"SELECT count(to_regclass('{use.On(kind)}'))";
        return (long)(await command.ExecuteScalarAsync(cancel))! > 0;
    }
}
