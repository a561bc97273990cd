using Npgsql;
using WaaS.Logistics.Testbed;
using Xunit;

namespace WaaS.Logistics.IntegrationTests.Testbed.Checks;

public class When_a_class_asks_for_a_database(PostgresDatabase database) : IClassFixture<PostgresDatabase>
{
    [Fact]
    public async Task It_gets_one_of_its_own_on_a_server_that_syncs()
    {
        await using var other = new PostgresDatabase();
        await other.InitializeAsync();
        await Query(database.ConnectionString, "CREATE TABLE mine (id int)");
        Assert.Equal("0", await Query(other.ConnectionString, "SELECT count(*) FROM pg_tables WHERE tablename = 'mine'"));
        Assert.Equal("1", await Query(database.ConnectionString, "SELECT count(*) FROM pg_tables WHERE tablename = 'mine'"));
        Assert.Equal("on", await Query(database.ConnectionString, "SHOW fsync"));
    }

    [Fact]
    public async Task It_is_gone_at_the_end()
    {
        var brief = new PostgresDatabase();
        await brief.InitializeAsync();
        await Query(brief.ConnectionString, "SELECT 1");
        await brief.DisposeAsync();
        var e = await Assert.ThrowsAsync<PostgresException>(() => Query(brief.ConnectionString, "SELECT 1"));
        Assert.Equal(PostgresErrorCodes.InvalidCatalogName, e.SqlState);
    }

    internal static async Task<string?> Query(string connection, string sql)
    {
        await using var source = NpgsqlDataSource.Create(connection);
        await using var command = source.CreateCommand(sql);
        return (await command.ExecuteScalarAsync())?.ToString();
    }
}
