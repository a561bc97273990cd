using Npgsql;
using Xunit;

namespace WaaS.Logistics.Testbed;

/// <summary>A fresh, empty database on the run's PostgreSQL; as a class fixture one for each class. Dropped at the end.</summary>
public sealed class PostgresDatabase : IAsyncLifetime
{
    private readonly string _admin;
    private readonly string _name = "waas_" + Guid.NewGuid().ToString("N");

    public PostgresDatabase() : this(TestServers.Postgres)
    {
    }

    internal PostgresDatabase(string admin)
    {
        _admin = admin;
        ConnectionString = new NpgsqlConnectionStringBuilder(admin) { Database = _name, IncludeErrorDetail = true, MaxPoolSize = 30 }.ConnectionString;
    }

    public string ConnectionString { get; }

    public async ValueTask InitializeAsync() => await Execute($"CREATE DATABASE {_name}");

    public async ValueTask DisposeAsync()
    {
        await using (var own = new NpgsqlConnection(ConnectionString))
            NpgsqlConnection.ClearPool(own);
        await Execute($"DROP DATABASE IF EXISTS {_name} WITH (FORCE)");
    }

    private async Task Execute(string sql)
    {
        await using var source = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(_admin) { Pooling = false });
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }
}
