using System.Collections.Concurrent;

namespace WaaS.Logistics.Platform.Messaging.Embedded;

/// <summary>Tells a queue's receiver that there is something to take, so that an idle bus neither polls the file nor lets a message wait.</summary>
internal sealed class QueueSignals(TimeProvider time)
{
    private readonly ConcurrentDictionary<long, QueueSignal> _signals = new();

    private readonly ConcurrentDictionary<string, QueueSignal> _byName = new();

    public void Name(string queueName, long queueId) => _byName[queueName] = For(queueId);

    public QueueSignal For(string queueName) => _byName.TryGetValue(queueName, out var signal) ? signal : new(time);

    public QueueSignal For(long queueId) => _signals.GetOrAdd(queueId, _ => new QueueSignal(time));
}

internal sealed class QueueSignal(TimeProvider time)
{
    // Nobody else writes the file, so this only bounds the harm of a mistake.
    private static readonly TimeSpan LookAnyway = TimeSpan.FromSeconds(10);

    private readonly Lock _lock = new();
    private TaskCompletionSource _set = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private bool _isSet = true;
    private long _nextLook;

    private long Now => time.GetUtcNow().ToUnixTimeMilliseconds();

    /// <summary>Something became ready, or will at <paramref name="due"/>.</summary>
    public void Raise(long due)
    {
        TaskCompletionSource waiting;
        lock (_lock)
        {
            if (due > Now && due >= _nextLook)
                return;
            if (due > Now)
                _nextLook = due;
            else
                _isSet = true;
            waiting = _set;
            _set = new(TaskCreationOptions.RunContinuationsAsynchronously);
        }
        waiting.TrySetResult();
    }

    public bool IsWorthALook()
    {
        lock (_lock)
            return _isSet || Now >= _nextLook;
    }

    /// <summary>Called before the look itself: what is raised from now on calls for another one.</summary>
    public void Looking()
    {
        lock (_lock)
        {
            _isSet = false;
            _nextLook = Now + (long)LookAnyway.TotalMilliseconds;
        }
    }

    public async Task WaitAsync(TimeSpan atMost, CancellationToken cancel)
    {
        Task raised;
        TimeSpan delay;
        lock (_lock)
        {
            if (_isSet)
                return;
            raised = _set.Task;
            delay = TimeSpan.FromMilliseconds(Math.Max(1, _nextLook - Now));
        }
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        await Task.WhenAny(raised, Task.Delay(delay < atMost ? delay : atMost, time, either.Token));
        await either.CancelAsync();
        cancel.ThrowIfCancellationRequested();
    }
}
