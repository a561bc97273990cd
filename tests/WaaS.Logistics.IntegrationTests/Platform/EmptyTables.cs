using Microsoft.Data.Sqlite;
using WaaS.Logistics.Testbed;

[assembly: AssemblyFixture(typeof(WaaS.Logistics.IntegrationTests.Platform.EmptyTables))]

namespace WaaS.Logistics.IntegrationTests.Platform;

/// <summary>
/// Databases with every table and nothing in them, copied from one of each kind that the real migrations made once. What is about a first start, a migration or a restore begins
/// with none.
/// </summary>
public sealed class EmptyTables : IAsyncDisposable
{
    private static readonly Lazy<Task<byte[]>> SqliteFile = new(MakeSqliteFile);
    private static readonly Lazy<Task<PostgresDatabase>> Template = new(MakeTemplate);

    /// <summary>A database that is a copy from its beginning, dropped by whom it is given to.</summary>
    public static PostgresDatabase OnPostgres() => new(TestServers.Postgres, async () => (await Template.Value).Name);

    /// <summary>Before a product is opened on the folder.</summary>
    public static async Task OnSqlite(string dataFolder) => await File.WriteAllBytesAsync(Path.Combine(dataFolder, "waas.db"), await SqliteFile.Value);

    public async ValueTask DisposeAsync()
    {
        if (Template.IsValueCreated)
            await (await Template.Value).DisposeAsync();
    }

    private static async Task<byte[]> MakeSqliteFile()
    {
        await using var first = await StillProduct.OpenFirst(new EmbeddedStack());
        var copy = Path.Combine(first.DataFolder, "empty.db");
        await using (var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = Path.Combine(first.DataFolder, "waas.db"), Pooling = false }.ToString()))
        {
            await connection.OpenAsync();
            await using var command = connection.CreateCommand();
            command.CommandText = $"VACUUM INTO '{copy}'";
            await command.ExecuteNonQueryAsync();
        }
        return await File.ReadAllBytesAsync(copy);
    }

    private static async Task<PostgresDatabase> MakeTemplate()
    {
        var made = new PostgresDatabase();
        await made.InitializeAsync();
        await using (await StillProduct.OpenFirst(new PostgresStack(made)))
        {
        }
        await made.Close();
        return made;
    }
}
