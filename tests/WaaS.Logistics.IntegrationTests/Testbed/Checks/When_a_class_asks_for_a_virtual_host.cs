using RabbitMQ.Client;
using WaaS.Logistics.Testbed;
using Xunit;

namespace WaaS.Logistics.IntegrationTests.Testbed.Checks;

public class When_a_class_asks_for_a_virtual_host(RabbitVirtualHost host) : IClassFixture<RabbitVirtualHost>
{
    [Fact]
    public async Task Its_queues_are_seen_by_nobody_else_and_its_connections_can_be_closed()
    {
        await using var other = new RabbitVirtualHost();
        await other.InitializeAsync();
        await using var connection = await new ConnectionFactory { Uri = host.Address, AutomaticRecoveryEnabled = false }.CreateConnectionAsync();
        await using var channel = await connection.CreateChannelAsync();
        await channel.QueueDeclareAsync("mine", durable: true, exclusive: false, autoDelete: false);
        Assert.Equal(["mine"], (await host.Queues()).Keys);
        Assert.Empty(await other.Queues());
        await Poll.Until(async () => await host.CloseConnections() > 0, TimeSpan.FromSeconds(10), "the broker lists the connection");
        await Poll.Until(() => !connection.IsOpen, TimeSpan.FromSeconds(10), "the connection is closed by the broker");
    }
}
