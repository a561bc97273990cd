using Npgsql;
using Xunit;

namespace WaaS.Logistics.Testbed;

/// <summary>A fresh database on the run's PostgreSQL, empty or a copy of another; as a class fixture one for each class. Dropped at the end.</summary>
public sealed class PostgresDatabase : IAsyncLifetime
{
    private readonly string _admin;
    private readonly Func<Task<string>>? _template;

    public PostgresDatabase() : this(TestServers.Postgres)
    {
    }

    /// <param name="template">The database it is a copy of, to which nobody is connected.</param>
    internal PostgresDatabase(string admin, Func<Task<string>>? template = null)
    {
        (_admin, _template) = (admin, template);
        ConnectionString = new NpgsqlConnectionStringBuilder(admin) { Database = Name, IncludeErrorDetail = true, MaxPoolSize = 30 }.ConnectionString;
    }

    public string Name { get; } = "waas_" + Guid.NewGuid().ToString("N");

    public string ConnectionString { get; }

    public async ValueTask InitializeAsync() => await Execute(_template is null ? $"CREATE DATABASE {Name}" : $"CREATE DATABASE {Name} TEMPLATE {await _template()} STRATEGY FILE_COPY");

    /// <summary>Ends every connection to it, those that a pool keeps too.</summary>
    public Task Close() => Execute($"SELECT pg_terminate_backend(pid, 30000) FROM pg_stat_activity WHERE datname = '{Name}'");

    public async ValueTask DisposeAsync()
    {
        await using (var own = new NpgsqlConnection(ConnectionString))
            NpgsqlConnection.ClearPool(own);
        await Execute($"DROP DATABASE IF EXISTS {Name} WITH (FORCE)");
    }

    private async Task Execute(string sql)
    {
        await using var source = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(_admin) { Pooling = false });
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }
}
