using System.Collections.Concurrent;

namespace WaaS.Logistics.Platform.Messaging.Embedded;

/// <summary>Tells a queue's receiver that there is something to take, so that an idle bus neither polls the file nor lets a message wait.</summary>
internal sealed class QueueSignals(BusClock clock)
{
    private readonly ConcurrentDictionary<long, QueueSignal> _signals = new();

    private readonly ConcurrentDictionary<string, QueueSignal> _byName = new();

    public void Name(string queueName, long queueId) => _byName[queueName] = For(queueId);

    public void RaiseAll()
    {
        foreach (var signal in _signals.Values)
            signal.Raise(clock.Now);
    }

    public QueueSignal For(string queueName) => _byName.TryGetValue(queueName, out var signal) ? signal : new(clock);

    public QueueSignal For(long queueId) => _signals.GetOrAdd(queueId, _ => new QueueSignal(clock));
}

internal sealed class QueueSignal(BusClock clock)
{
    // Nobody else writes the file, so this only bounds the harm of a mistake.
    private static readonly TimeSpan LookAnyway = TimeSpan.FromSeconds(10);

    private readonly Lock _lock = new();
    private TaskCompletionSource _set = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private bool _isSet = true;
    private long _nextLook;

    /// <summary>Something became ready, or will at <paramref name="due"/>.</summary>
    public void Raise(long due)
    {
        TaskCompletionSource waiting;
        lock (_lock)
        {
            if (due > clock.Now && due >= _nextLook)
                return;
            if (due > clock.Now)
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
            return _isSet || clock.Now >= _nextLook;
    }

    /// <summary>Called before the look itself: what is raised from now on calls for another one.</summary>
    public void Looking()
    {
        lock (_lock)
        {
            _isSet = false;
            _nextLook = clock.Now + (long)LookAnyway.TotalMilliseconds;
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
            delay = TimeSpan.FromMilliseconds(Math.Max(1, _nextLook - clock.Now));
        }
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        await Task.WhenAny(raised, clock.Delay(delay < atMost ? delay : atMost, either.Token));
        await either.CancelAsync();
        cancel.ThrowIfCancellationRequested();
    }
}
