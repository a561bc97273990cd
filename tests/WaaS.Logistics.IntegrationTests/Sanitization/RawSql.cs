using System.Data;
using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using WaaS.Logistics.Platform.Data;
using WaaS.Logistics.Sanitization.Data;

namespace WaaS.Logistics.IntegrationTests.Sanitization;

/// <summary>Writes past all code, as a person with a database prompt could. {t} is the prefix of a table.</summary>
internal sealed class RawSql(Workshop workshop)
{
    public Task<int> Run(string sql) => workshop.As("intruder", async services =>
    {
        var storage = services.GetRequiredService<Storage>();
        if (storage.Kind == StorageKind.Sqlite)
            return await storage.Writer.RunAsync(turn =>
            {
                using var command = turn.Command(sql.Replace("{t}", "sanitization_"));
                return command.ExecuteNonQuery();
            });
        var db = services.GetRequiredService<SanitizationDb>();
        return await db.Database.ExecuteSqlRawAsync(sql.Replace("{t}", "sanitization."));
    });

    /// <summary>The same row again, but for some columns.</summary>
    public async Task<int> Copy(string table, Guid id, params (string Column, string Value)[] changes) => await Run(await Copied(table, id, changes));

    /// <summary>What would write the same row again.</summary>
    public async Task<string> Copied(string table, Guid id, params (string Column, string Value)[] changes)
    {
        var columns = await Columns(table);
        var values = columns.Select(column => changes.FirstOrDefault(change => change.Column == column) is (not null, var value) ? value : column);
        return $"INSERT INTO {{t}}{table} ({string.Join(", ", columns)}) SELECT {string.Join(", ", values)} FROM {{t}}{table} WHERE id = {Id(id)}";
    }

    // EF keeps a Guid as upper-case text in SQLite.
    public static string Id(Guid id) => $"'{id.ToString().ToUpperInvariant()}'";

    private Task<List<string>> Columns(string table) => workshop.As("intruder", async services =>
    {
        var db = services.GetRequiredService<SanitizationDb>();
        var connection = db.Database.GetDbConnection();
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = $"SELECT * FROM {{t}}{table} LIMIT 0".Replace("{t}", db.Database.IsSqlite() ? "sanitization_" : "sanitization.");
        await using DbDataReader reader = await command.ExecuteReaderAsync(CommandBehavior.CloseConnection);
        return Enumerable.Range(0, reader.FieldCount).Select(reader.GetName).ToList();
    });
}
