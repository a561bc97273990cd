using Xunit;

namespace WaaS.Logistics.Testbed;

/// <summary>One of the two pairs of database and bus the product starts on, as configuration for the program.</summary>
public interface IStack
{
    /// <summary>Configuration keys with ':' and their values.</summary>
    IReadOnlyDictionary<string, string> Settings { get; }
}

/// <summary>SQLite and the embedded bus: the default, without any setting.</summary>
public sealed class EmbeddedStack : IStack
{
    public IReadOnlyDictionary<string, string> Settings { get; } = new Dictionary<string, string> { ["Waas:Storage"] = "sqlite" };
}

/// <summary>A fresh PostgreSQL database and a fresh RabbitMQ virtual host.</summary>
public sealed class ServerStack : IStack, IAsyncLifetime
{
    /// <summary>Empty, if not said otherwise.</summary>
    public PostgresDatabase Database { get; init; } = new();

    public RabbitVirtualHost Broker { get; } = new();

    public IReadOnlyDictionary<string, string> Settings => new Dictionary<string, string>
    {
        ["Waas:Storage"] = "postgres",
        ["ConnectionStrings:Postgres"] = Database.ConnectionString,
        ["ConnectionStrings:RabbitMq"] = Broker.Address.ToString(),
    };

    public async ValueTask InitializeAsync()
    {
        await Database.InitializeAsync();
        await Broker.InitializeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await Broker.DisposeAsync();
        await Database.DisposeAsync();
    }
}

/// <summary>Servers that a test may kill.</summary>
internal sealed class OwnServers(PostgresDatabase database, RabbitVirtualHost broker) : IStack
{
    public IReadOnlyDictionary<string, string> Settings { get; } = new Dictionary<string, string>
    {
        ["Waas:Storage"] = "postgres",
        ["ConnectionStrings:Postgres"] = database.ConnectionString,
        ["ConnectionStrings:RabbitMq"] = broker.Address.ToString(),
    };
}
