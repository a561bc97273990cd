using MassTransit;
using WaaS.Logistics.Platform.Services;

namespace WaaS.Logistics.Platform.Messaging;

/// <summary>The queues of the product and what creates them on the bus without consuming anything.</summary>
public sealed class Topology(IBusControl bus, IReadOnlyList<ConsumerRegistration> consumers)
{
    public IReadOnlyList<string> Queues { get; } = [.. consumers.Select(consumer => consumer.Queue).Order(StringComparer.Ordinal)];

    public async Task<IReadOnlyList<string>> Deploy(CancellationToken cancel)
    {
        await bus.DeployAsync(cancel);
        return Queues;
    }
}
