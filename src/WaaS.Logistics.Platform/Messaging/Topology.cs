using MassTransit;
using WaaS.Logistics.Platform.Data;
using WaaS.Logistics.Platform.Services;

namespace WaaS.Logistics.Platform.Messaging;

/// <summary>Registered in a process that makes queues and bindings alone: else its consumers would start, and take what waits.</summary>
public sealed class TopologyOnly;

/// <summary>The queues of the product and what creates them on the bus without consuming anything.</summary>
public sealed class Topology
{
    private readonly IBusControl _bus;
    private readonly Storage _storage;
    private readonly QuorumQueues _broker;

    internal Topology(IBusControl bus, IReadOnlyList<ConsumerRegistration> consumers, Storage storage, QuorumQueues broker)
    {
        (_bus, _storage, _broker) = (bus, storage, broker);
        Queues = [.. consumers.Select(consumer => consumer.Queue).Order(StringComparer.Ordinal)];
    }

    public IReadOnlyList<string> Queues { get; }

    /// <summary>Returns when every queue is there and would outlive the death of its broker: what is published from now on is kept.</summary>
    public async Task<IReadOnlyList<string>> Deploy(CancellationToken cancel)
    {
        await _bus.DeployAsync(cancel).WaitAsync(cancel);
        if (_storage.Kind == StorageKind.Postgres)
            await _broker.UntilDurable(Queues, cancel);
        return Queues;
    }
}
