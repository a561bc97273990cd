using WaaS.Logistics.Testbed;

namespace WaaS.Logistics.IntegrationTests.Platform;

/// <summary>PostgreSQL alone, for a product in which nothing of the bus is started; as a class fixture with empty tables.</summary>
public sealed class PostgresStack : IStack, IAsyncLifetime
{
    private readonly PostgresDatabase _database;

    public PostgresStack() : this(EmptyTables.OnPostgres())
    {
    }

    internal PostgresStack(PostgresDatabase database) => _database = database;

    public IReadOnlyDictionary<string, string> Settings => new Dictionary<string, string>
    {
        ["Waas:Storage"] = "postgres",
        ["ConnectionStrings:Postgres"] = _database.ConnectionString,
        ["ConnectionStrings:RabbitMq"] = "amqp://nobody@127.0.0.1:1/",
    };

    public ValueTask InitializeAsync() => _database.InitializeAsync();

    public ValueTask DisposeAsync() => _database.DisposeAsync();
}
