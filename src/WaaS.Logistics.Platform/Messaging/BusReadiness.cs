using MassTransit;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using WaaS.Logistics.Platform.Data;

namespace WaaS.Logistics.Platform.Messaging;

/// <summary>
/// From when the relays may publish: before the topology stands a message would reach no queue, and a broker that dies within the first second of a new queue brings
/// it back empty. Queues that stood before this process came are older than that.
/// </summary>
internal sealed class BusReadiness(IBusControl bus, Topology topology, QuorumQueues broker, Storage storage, ILogger<BusReadiness> log) : IHostedService, IDisposable
{
    private static readonly TimeSpan LookWithin = TimeSpan.FromSeconds(5);
    private readonly SemaphoreSlim _one = new(1);
    private bool _lasting = storage.Kind == StorageKind.Sqlite;

    /// <summary>Runs before the bus starts and makes what is missing.</summary>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (_lasting)
            return;
        try
        {
            _lasting = await broker.AllStand(topology.Queues, cancellationToken).WaitAsync(LookWithin, cancellationToken);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            log.LogInformation("The broker does not tell yet which queues it has ({Reason}); they are taken for new ones", e.Message);
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <exception cref="TimeoutException">A queue does not answer: nothing may be published yet.</exception>
    public async Task WaitAsync(CancellationToken cancel)
    {
        await bus.WaitForHealthStatus(BusHealthStatus.Healthy, cancel);
        await _one.WaitAsync(cancel);
        try
        {
            if (!_lasting)
                await broker.UntilDurable(topology.Queues, cancel);
            _lasting = true;
        }
        finally
        {
            _one.Release();
        }
    }

    public void Dispose() => _one.Dispose();
}
