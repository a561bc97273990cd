using Npgsql;
using WaaS.Logistics.Testbed;
using Xunit;

namespace WaaS.Logistics.IntegrationTests.Testbed.Checks;

public class When_the_database_server_is_killed(PostgresServer server) : IClassFixture<PostgresServer>
{
    [Fact]
    public async Task It_is_unreachable_until_it_comes_back_with_what_was_committed()
    {
        var database = await server.CreateDatabase();
        await When_a_class_asks_for_a_database.Query(database.ConnectionString, "CREATE TABLE kept AS SELECT 7 AS id");
        var address = server.ConnectionString;
        await server.Kill9();
        await Assert.ThrowsAnyAsync<NpgsqlException>(() => When_a_class_asks_for_a_database.Query(database.ConnectionString, "SELECT 1"));
        await server.Start();
        Assert.Equal(address, server.ConnectionString);
        Assert.Equal("7", await When_a_class_asks_for_a_database.Query(database.ConnectionString, "SELECT id FROM kept"));
        await database.DisposeAsync();
    }
}
