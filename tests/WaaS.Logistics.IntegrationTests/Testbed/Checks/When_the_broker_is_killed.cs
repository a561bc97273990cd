using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;
using WaaS.Logistics.Testbed;
using Xunit;

namespace WaaS.Logistics.IntegrationTests.Testbed.Checks;

public class When_the_broker_is_killed(RabbitBroker broker) : IClassFixture<RabbitBroker>
{
    [Fact]
    public async Task It_is_unreachable_until_it_comes_back_with_every_confirmed_message()
    {
        const int Messages = 50;
        await using var host = await broker.CreateVirtualHost();
        await Declare(host.Address);
        await Task.Delay(RabbitBroker.QueueSettles);
        await Publish(host.Address, Messages);
        await broker.Kill9();
        await Assert.ThrowsAsync<BrokerUnreachableException>(() => Connect(host.Address));
        await broker.Start();
        await Poll.Until(() => host.Ready("kept"), (long)Messages, TimeSpan.FromSeconds(30), "all confirmed messages are back");
        await Poll.Until(async () => (await host.Queues())["kept"].Messages, (long)Messages, TimeSpan.FromSeconds(30), "the management address counts them");
        Assert.Equal("quorum", (await host.Queues())["kept"].Type);
    }

    private static Task<IConnection> Connect(Uri address) => new ConnectionFactory { Uri = address, AutomaticRecoveryEnabled = false }.CreateConnectionAsync();

    private static async Task Declare(Uri address)
    {
        await using var connection = await Connect(address);
        await using var channel = await connection.CreateChannelAsync();
        await channel.QueueDeclareAsync("kept", durable: true, exclusive: false, autoDelete: false, new Dictionary<string, object?> { ["x-queue-type"] = "quorum" });
    }

    private static async Task Publish(Uri address, int messages)
    {
        await using var connection = await Connect(address);
        await using var channel = await connection.CreateChannelAsync(new CreateChannelOptions(publisherConfirmationsEnabled: true, publisherConfirmationTrackingEnabled: true));
        for (var i = 0; i < messages; i++)
            await channel.BasicPublishAsync("", "kept", mandatory: true, new BasicProperties { Persistent = true }, new[] { (byte)i });
    }
}
