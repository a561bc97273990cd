using Npgsql;
using RabbitMQ.Client;
using WaaS.Logistics.Host.Bench.Events;
using WaaS.Logistics.Host.Commands;

namespace WaaS.Logistics.Host.Bench;

/// <summary>A database of the bench's own on the configured PostgreSQL, and its queues on the configured RabbitMQ; both are taken away at the end.</summary>
internal sealed class BenchServers : IAsyncDisposable
{
    private readonly string _admin;
    private readonly Uri _broker;
    private readonly string _name = "waas_bench_" + Guid.NewGuid().ToString("N")[..12];

    private BenchServers(string admin, Uri broker) => (_admin, _broker) = (admin, broker);

    public string ConnectionString => new NpgsqlConnectionStringBuilder(_admin) { Database = _name }.ConnectionString;

    public static async Task<BenchServers> Prepare(string postgres, string rabbitMq, CancellationToken cancel)
    {
        var servers = new BenchServers(postgres, new Uri(rabbitMq));
        try
        {
            await servers.Execute($"CREATE DATABASE {servers._name}", cancel);
        }
        catch (NpgsqlException e)
        {
            throw new CommandRefusedException($"The bench needs a database of its own on this PostgreSQL and could not create it: {e.Message}");
        }
        return servers;
    }

    public async ValueTask DisposeAsync()
    {
        NpgsqlConnection.ClearAllPools();
        await Execute($"DROP DATABASE IF EXISTS {_name} WITH (FORCE)", default);
        await using var connection = await new ConnectionFactory { Uri = _broker }.CreateConnectionAsync();
        await using var channel = await connection.CreateChannelAsync();
        foreach (var queue in BenchService.Queues)
        {
            await channel.QueueDeleteAsync(queue);
            await channel.ExchangeDeleteAsync(queue);
        }
        foreach (var happened in (Type[])[typeof(JourneyStarted), typeof(JourneyPassedOn)])
            await channel.ExchangeDeleteAsync($"{happened.Namespace}:{happened.Name}");
    }

    private async Task Execute(string sql, CancellationToken cancel)
    {
        await using var source = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(_admin) { Pooling = false });
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync(cancel);
    }
}
