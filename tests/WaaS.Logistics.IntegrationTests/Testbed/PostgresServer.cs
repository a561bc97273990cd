using Xunit;

namespace WaaS.Logistics.Testbed;

/// <summary>A PostgreSQL of the test's own (about 1 s to start), to be killed and brought back without disturbing other classes.</summary>
public sealed class PostgresServer : IAsyncLifetime
{
    private readonly string _folder = Path.Combine(TestServers.Folder, "postgres-" + Path.GetRandomFileName());

    /// <summary>The admin's; the same before and after a restart.</summary>
    public string ConnectionString { get; private set; } = "";

    public async ValueTask InitializeAsync() => await Start();

    /// <summary>kill -9 of the postmaster and every backend; it is down until <see cref="Start"/>.</summary>
    public Task Kill9() => ServerScript.Run("postgres", "kill", _folder);

    /// <summary>Orderly stop; it is down until <see cref="Start"/>.</summary>
    public Task Stop() => ServerScript.Run("postgres", "stop", _folder);

    /// <summary>Brings the cluster back with its data, on the same address, and waits until it takes connections.</summary>
    public async Task Start() => ConnectionString = (await ServerScript.Run("postgres", "start", _folder))[0];

    /// <summary>The caller disposes it, before the server.</summary>
    public async Task<PostgresDatabase> CreateDatabase()
    {
        var database = new PostgresDatabase(ConnectionString);
        await database.InitializeAsync();
        return database;
    }

    public async ValueTask DisposeAsync() => await ServerScript.Run("postgres", "remove", _folder);
}
