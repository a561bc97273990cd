using RabbitMQ.Client;
using RabbitMQ.Client.Events;
using WaaS.Logistics.Platform.Messaging;
using WaaS.Logistics.Testbed;
using Xunit;

namespace WaaS.Logistics.IntegrationTests.Messaging;

/// <summary>A delivery is in hand that waits for room on the line when the broker is gone: every channel must hear of it, or its queue would never be listened to again.</summary>
public sealed class When_the_line_to_the_broker_breaks(RabbitVirtualHost host) : IClassFixture<RabbitVirtualHost>
{
    private const string Queue = "crowded";
    private const int Answers = 400;
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(30);
    private static readonly byte[] Body = new byte[1 << 16];

    [Fact]
    public Task Every_channel_hears_that_it_was_reset() => LastChannelHears(ConnectionFactory.DefaultHeartbeat, line => line.Reset());

    [Fact]
    public Task Every_channel_hears_that_nobody_answers_any_more() => LastChannelHears(TimeSpan.FromSeconds(1), _ => { });

    private async Task LastChannelHears(TimeSpan heartbeat, Action<TcpRelay> breakOff)
    {
        using var line = new TcpRelay(host.Address);
        var factory = new ConnectionFactory { Uri = line.Address, AutomaticRecoveryEnabled = false, RequestedHeartbeat = heartbeat };
        BrokerLine.Use(factory, TimeProvider.System);
        var connection = await factory.CreateConnectionAsync(TestContext.Current.CancellationToken);
        var first = await connection.CreateChannelAsync(cancellationToken: TestContext.Current.CancellationToken);
        var last = await connection.CreateChannelAsync(cancellationToken: TestContext.Current.CancellationToken);
        var told = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        last.ChannelShutdownAsync += (_, _) =>
        {
            told.TrySetResult();
            return Task.CompletedTask;
        };
        var answers = new TaskCompletionSource<Task[]>(TaskCreationOptions.RunContinuationsAsynchronously);
        await first.QueueDeclareAsync(Queue, durable: false, exclusive: false, autoDelete: false, cancellationToken: TestContext.Current.CancellationToken);
        var consumer = new AsyncEventingBasicConsumer(first);
        consumer.ReceivedAsync += (_, _) =>
        {
            line.Hold();
            var sent = Enumerable.Range(0, Answers).Select(_ => first.BasicPublishAsync("", "nowhere", Body).AsTask()).ToArray();
            answers.TrySetResult(sent);
            return Task.WhenAll(sent);
        };
        await first.BasicConsumeAsync(Queue, autoAck: false, consumer, TestContext.Current.CancellationToken);
        await first.BasicPublishAsync("", Queue, Body, TestContext.Current.CancellationToken);
        var waiting = await answers.Task.WaitAsync(Soon, TestContext.Current.CancellationToken);
        await Poll.Until(() => waiting.Count(answer => answer.IsCompleted) is > 128 and < Answers, Soon, "the line is full");

        breakOff(line);

        await told.Task.WaitAsync(Soon, TestContext.Current.CancellationToken);
    }
}
