using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;
using WaaS.Logistics.Platform.Data;

namespace WaaS.Logistics.Platform.Messaging;

/// <param name="Ready">Messages waiting in the queue; null where the queue does not answer.</param>
/// <param name="Consumers">Null where the queue does not answer.</param>
internal sealed record BrokerQueue(string Name, long? Ready, long? Consumers);

/// <summary>What the broker itself says about the product's queues, on a connection of its own.</summary>
internal sealed class QuorumQueues(Storage storage, TimeProvider time)
{
    private static readonly TimeSpan AnswersWithin = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan PauseBetweenTries = TimeSpan.FromMilliseconds(200);

    /// <summary>
    /// Which log belongs to which queue stands in a table that RabbitMQ (seen with 3.10.8) writes to disk once it has rested for half a second, checked every half second, and
    /// no client can ask whether it has: killed before, the broker comes back with a new, empty log for the queue, confirmed messages and all. Hence, after the last
    /// thing that could be asked, twice that time and the same again.
    /// </summary>
    private static readonly TimeSpan RegistryIsWritten = TimeSpan.FromSeconds(2);

    /// <summary>Returns when each queue would survive the death of its broker, with whatever it confirms from now on.</summary>
    /// <exception cref="TimeoutException">A queue does not answer; the message names it.</exception>
    public async Task UntilDurable(IReadOnlyList<string> queues, CancellationToken cancel)
    {
        await using var connection = await Connect(cancel);
        foreach (var queue in queues)
            await UntilAnswering(connection, queue, cancel);
        await Task.Delay(RegistryIsWritten, time, cancel);
    }

    /// <summary>False as soon as one is missing.</summary>
    public async Task<bool> AllStand(IReadOnlyList<string> queues, CancellationToken cancel)
    {
        await using var connection = await Connect(cancel);
        foreach (var queue in queues)
            if ((await Ask(connection, queue, cancel)).Ready is null)
                return false;
        return true;
    }

    public async Task<IReadOnlyList<BrokerQueue>> Ask(IReadOnlyList<string> queues, CancellationToken cancel)
    {
        await using var connection = await Connect(cancel);
        var answers = new List<BrokerQueue>();
        foreach (var queue in queues)
            answers.Add(await Ask(connection, queue, cancel));
        return answers;
    }

    private static async Task<BrokerQueue> Ask(IConnection connection, string queue, CancellationToken cancel)
    {
        // Asking for a queue that is not there costs the channel.
        await using var channel = await connection.CreateChannelAsync(cancellationToken: cancel);
        try
        {
            var found = await channel.QueueDeclarePassiveAsync(queue, cancel);
            return new BrokerQueue(queue, found.MessageCount, found.ConsumerCount);
        }
        catch (OperationInterruptedException)
        {
            return new BrokerQueue(queue, null, null);
        }
    }

    private async Task UntilAnswering(IConnection connection, string queue, CancellationToken cancel)
    {
        var asked = time.GetTimestamp();
        while (true)
        {
            if (await Commits(connection, queue, cancel))
                return;
            if (time.GetElapsedTime(asked) > AnswersWithin)
                throw new TimeoutException($"Queue {queue} has no leader with a majority after {AnswersWithin.TotalSeconds:0} s. See that every node of the broker runs, then run 'waas topology' again.");
            await Task.Delay(PauseBetweenTries, time, cancel);
        }
    }

    /// <summary>Taking from an empty queue is a command of its log like any other: the answer comes once the leader has a majority that has written it.</summary>
    private static async Task<bool> Commits(IConnection connection, string queue, CancellationToken cancel)
    {
        await using var channel = await connection.CreateChannelAsync(cancellationToken: cancel);
        try
        {
            var found = await channel.QueueDeclarePassiveAsync(queue, cancel);
            // One that is in use commits all the time, and its messages are not ours to take.
            if (found.MessageCount > 0 || found.ConsumerCount > 0)
                return true;
            if (await channel.BasicGetAsync(queue, autoAck: false, cancel) is { } arrived)
                await channel.BasicNackAsync(arrived.DeliveryTag, multiple: false, requeue: true, cancel);
            return true;
        }
        catch (OperationInterruptedException)
        {
            return false;
        }
    }

    private Task<IConnection> Connect(CancellationToken cancel) =>
        new ConnectionFactory { Uri = new Uri(storage.Options.RabbitMq!), AutomaticRecoveryEnabled = false, ClientProvidedName = "waas queues" }.CreateConnectionAsync(cancel);
}
