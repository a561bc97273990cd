using WaaS.Logistics.Platform.Data;

namespace WaaS.Logistics.Platform.Messaging;

/// <summary>
/// How many publishes of this process may be without their confirm at once. RabbitMQ.Client (7.2.2) queues 128 frames for a connection; what more is written waits for the
/// broker to take some, and acknowledgements would wait behind a wall of events.
/// </summary>
internal sealed class PublishSlots(Storage storage) : IDisposable
{
    private const int ToBroker = 48;
    private readonly SemaphoreSlim? _slots = storage.Kind == StorageKind.Postgres ? new(ToBroker) : null;

    public async Task Run(Func<Task> publish, CancellationToken cancel)
    {
        if (_slots is null)
        {
            await publish();
            return;
        }
        await _slots.WaitAsync(cancel);
        try
        {
            await publish();
        }
        finally
        {
            _slots.Release();
        }
    }

    public void Dispose() => _slots?.Dispose();
}
