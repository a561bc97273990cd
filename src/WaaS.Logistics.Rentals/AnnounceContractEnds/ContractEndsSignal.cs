namespace WaaS.Logistics.Rentals.AnnounceContractEnds;

/// <summary>Wakes the calendar when contracts have changed, so that one that has ended already does not wait for the next look.</summary>
internal sealed class ContractEndsSignal : IDisposable
{
    private readonly SemaphoreSlim _changed = new(0, 1);

    public void Wake()
    {
        try
        {
            _changed.Release();
        }
        catch (SemaphoreFullException)
        {
            // Awake already.
        }
    }

    public async Task Wait(TimeSpan atMost, TimeProvider time, CancellationToken cancel)
    {
        using var timeout = new CancellationTokenSource(atMost, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancel);
        try
        {
            await _changed.WaitAsync(either.Token);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            // Time for the next look.
        }
    }

    public void Dispose() => _changed.Dispose();
}
