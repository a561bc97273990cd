using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using WaaS.Logistics.Sanitization.Data;
using WaaS.Logistics.Sanitization.Orders;
using WaaS.Logistics.Sanitization.ShowBench;

namespace WaaS.Logistics.Sanitization.WatchBench;

/// <summary>The bench at one moment.</summary>
/// <param name="Number">Rises with every look of this process.</param>
/// <param name="Bench">Null when it could not be read: then nobody knows.</param>
internal sealed record BenchMoment(long Number, BenchView? Bench);

/// <summary>
/// Looks at the bench for everybody who watches it, once for all of them and only while somebody does. It asks the database, since another process may have
/// changed it: each second whether anything is new, and all of it when something is or five seconds are over, for what was said is older by then.
/// </summary>
internal sealed class BenchPulse(IServiceScopeFactory scopes, TimeProvider time, ILogger<BenchPulse> log) : BackgroundService
{
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(1), Longest = TimeSpan.FromSeconds(5);
    private readonly Lock _lock = new();
    private TaskCompletionSource<BenchMoment> _next = New();
    private TaskCompletionSource _wanted = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private BenchMoment? _last;
    private int _watchers;

    /// <summary>The bench now and whenever it has changed, until <paramref name="end"/>.</summary>
    public async IAsyncEnumerable<BenchMoment> Watch([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken end)
    {
        Join();
        try
        {
            while (await Next(end) is { } moment)
                yield return moment;
        }
        finally
        {
            Leave();
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        (long, DateTime?, DateTime?)? seen = null;
        var lookedAt = long.MinValue;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await Wanted().WaitAsync(stoppingToken);
                await using var scope = scopes.CreateAsyncScope();
                var db = scope.ServiceProvider.GetRequiredService<SanitizationDb>();
                var marker = await Marker(db, stoppingToken);
                if (_last?.Bench is null || seen != marker || time.GetElapsedTime(lookedAt) >= Longest)
                {
                    (seen, lookedAt) = (marker, time.GetTimestamp());
                    Tell(await scope.ServiceProvider.GetRequiredService<ReadBench>().Handle(stoppingToken));
                }
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                log.LogWarning(e, "The bench could not be read for those who watch it; it is tried again in {Pause}", Beat);
                Tell(null);
            }
            catch (OperationCanceledException)
            {
                return;
            }
            await Task.Delay(Beat, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    // A row that commits late may hide behind a later one here; the next full look finds it.
    private static async Task<(long, DateTime?, DateTime?)> Marker(SanitizationDb db, CancellationToken cancel) => (
        await db.Audit.MaxAsync(entry => (long?)entry.Sequence, cancel) ?? 0,
        await db.StationBays.MaxAsync(bays => (DateTime?)bays.HeardAt, cancel),
        await (from job in db.Jobs where job.State == JobState.Active join progress in db.Progress on job.Id equals progress.JobId select (DateTime?)progress.HeardAt).MaxAsync(cancel));

    private Task Wanted()
    {
        lock (_lock)
            return _wanted.Task;
    }

    private void Join()
    {
        lock (_lock)
        {
            if (_watchers++ > 0)
                return;
            // What was seen when the last one left is no longer the present.
            _last = null;
            _wanted.TrySetResult();
        }
    }

    private void Leave()
    {
        lock (_lock)
            if (--_watchers == 0)
                _wanted = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
    }

    private void Tell(BenchView? bench)
    {
        lock (_lock)
        {
            _last = new BenchMoment((_last?.Number ?? time.GetUtcNow().ToUnixTimeMilliseconds()) + 1, bench);
            _next.SetResult(_last);
            _next = New();
        }
    }

    private async Task<BenchMoment?> Next(CancellationToken end)
    {
        Task<BenchMoment> coming;
        lock (_lock)
            coming = _next.Task;
        try
        {
            return await coming.WaitAsync(end);
        }
        catch (OperationCanceledException) when (end.IsCancellationRequested)
        {
            return null;
        }
    }

    private static TaskCompletionSource<BenchMoment> New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
