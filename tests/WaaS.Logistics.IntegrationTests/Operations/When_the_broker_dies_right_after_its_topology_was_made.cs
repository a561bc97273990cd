using System.Diagnostics;
using RabbitMQ.Client;
using WaaS.Logistics.Platform.Data;
using WaaS.Logistics.Platform.Messaging;
using WaaS.Logistics.Testbed;
using Xunit;

namespace WaaS.Logistics.IntegrationTests.Operations;

/// <summary>
/// RabbitMQ brings a quorum queue back empty when it is killed within about a second of the queue's declaration: <c>waas topology</c> ends only when that is over.
/// </summary>
public sealed class When_the_broker_dies_right_after_its_topology_was_made(RabbitBroker broker) : IClassFixture<RabbitBroker>
{
    private const int Messages = 3;

    [Fact]
    public async Task What_was_confirmed_after_it_ended_comes_back_in_every_queue()
    {
        using var folder = new TempFolder();
        await using var host = await broker.CreateVirtualHost();
        await using var connection = await Connect(host);
        using var topology = Process.Start(WaasProgram.Command(new BrokerOnly(host), "topology", "--data", folder["data"]))!;
        // Its first line is the moment from which others may publish: nothing is waited for after it.
        var queues = new List<string> { await topology.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException(await topology.StandardError.ReadToEndAsync()) };
        while (queues[^1] != "sanitization-withdraw-order-on-receipt-corrected")
            queues.Add(await topology.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("The last queue was not named."));
        await Publish(connection, queues);
        await broker.Kill9();
        Assert.True(queues.Count > 20, string.Join(", ", queues));
        await broker.Start();
        foreach (var queue in queues)
            await Poll.Until(() => host.Ready(queue), Messages, TimeSpan.FromSeconds(30), $"{queue} has its messages");
    }

    [Fact]
    public async Task A_queue_declared_a_moment_ago_is_kept_once_it_is_said_to_be_durable()
    {
        await using var host = await broker.CreateVirtualHost();
        await using var connection = await Connect(host);
        await using (var channel = await connection.CreateChannelAsync())
            await channel.QueueDeclareAsync("new", durable: true, exclusive: false, autoDelete: false, new Dictionary<string, object?> { ["x-queue-type"] = "quorum" });
        await using var storage = new Storage(new StorageOptions { Kind = StorageKind.Postgres, DataFolder = "", RabbitMq = host.Address.ToString() });
        await new QuorumQueues(storage, TimeProvider.System).UntilDurable(["new"], TestContext.Current.CancellationToken);
        await Publish(connection, ["new"]);
        await broker.Kill9();
        await broker.Start();
        await Poll.Until(() => host.Ready("new"), Messages, TimeSpan.FromSeconds(30), "the queue has its messages");
    }

    [Fact]
    public async Task Run_again_it_takes_nothing_out_of_queues_that_hold_something()
    {
        using var folder = new TempFolder();
        await using var host = await broker.CreateVirtualHost();
        var first = await WaasProgram.Run(new BrokerOnly(host), "topology", "--data", folder["data"]);
        var queues = first.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        await using (var connection = await Connect(host))
            await Publish(connection, queues[..3]);
        var again = await WaasProgram.Run(new BrokerOnly(host), "topology", "--data", folder["data"]);
        Assert.Equal((0, first.Output), (again.ExitCode, again.Output));
        await using var storage = new Storage(new StorageOptions { Kind = StorageKind.Postgres, DataFolder = "", RabbitMq = host.Address.ToString() });
        var asked = await new QuorumQueues(storage, TimeProvider.System).Ask([.. queues, "never-declared"], TestContext.Current.CancellationToken);
        Assert.Equal([.. queues.Select(queue => new BrokerQueue(queue, queues[..3].Contains(queue) ? Messages : 0, 0)), new BrokerQueue("never-declared", null, null)], asked);
    }

    private static Task<IConnection> Connect(RabbitVirtualHost host) => new ConnectionFactory { Uri = host.Address, AutomaticRecoveryEnabled = false }.CreateConnectionAsync();

    private static async Task Publish(IConnection connection, IReadOnlyList<string> queues)
    {
        await using var channel = await connection.CreateChannelAsync(new CreateChannelOptions(publisherConfirmationsEnabled: true, publisherConfirmationTrackingEnabled: true));
        await Task.WhenAll(queues.SelectMany(queue => Enumerable.Range(0, Messages).Select(number =>
            channel.BasicPublishAsync("", queue, mandatory: true, new BasicProperties { Persistent = true }, new[] { (byte)number }).AsTask())));
    }

    /// <summary>The topology needs no database; an address nobody answers at shows that.</summary>
    private sealed class BrokerOnly(RabbitVirtualHost host) : IStack
    {
        public IReadOnlyDictionary<string, string> Settings { get; } = new Dictionary<string, string>
        {
            ["Waas:Storage"] = "postgres",
            ["ConnectionStrings:Postgres"] = "Host=127.0.0.1;Port=1;Username=nobody;Database=none",
            ["ConnectionStrings:RabbitMq"] = host.Address.ToString(),
        };
    }
}
