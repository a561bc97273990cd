using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using WaaS.Logistics.Sanitization.Data;
using WaaS.Logistics.Sanitization.Orders;

namespace WaaS.Logistics.Sanitization.KeepLease;

/// <summary>Takes back the jobs of stations that have gone silent.</summary>
internal sealed class ReturnSilentJobs(SanitizationDb db, OrderLookup orders, ILogger<ReturnSilentJobs> log)
{
    /// <returns>How many were taken back.</returns>
    public async Task<int> Handle(CancellationToken cancel)
    {
        var now = db.Now;
        var silent = await (from job in db.Jobs.AsNoTracking()
                            join progress in db.Progress.AsNoTracking() on job.Id equals progress.JobId
                            where job.State == JobState.Active && progress.LeaseUntil < now
                            select job.Id).ToListAsync(cancel);
        var returned = 0;
        foreach (var jobId in silent)
            if (await Return(jobId, now, cancel))
                returned++;
        return returned;
    }

    private async Task<bool> Return(Guid jobId, DateTime now, CancellationToken cancel)
    {
        db.ChangeTracker.Clear();
        var order = await orders.LoadOfJob(jobId, cancel);
        var progress = await db.Progress.SingleAsync(progress => progress.JobId == jobId, cancel);
        if (progress.LeaseUntil >= now)
            return false;
        order.ReturnJob(order.Job(jobId), now);
        // Changed, so that a heartbeat at this moment and this decision collide.
        progress.LeaseUntil = now;
        try
        {
            await db.SaveChangesAsync(cancel);
            log.LogWarning("Job {Job} of device {Device} was taken back: its station has been silent", jobId, order.Serial);
            return true;
        }
        catch (DbUpdateConcurrencyException)
        {
            return false;
        }
    }
}

/// <summary>Looks for silent stations, and lets go what nobody can use again: nonces, and journals of ended jobs.</summary>
internal sealed class LeaseWatch(IServiceScopeFactory scopes, TimeProvider time, ILogger<LeaseWatch> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(15);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await Task.Delay(Pause, time, stoppingToken);
                await using var scope = scopes.CreateAsyncScope();
                await scope.ServiceProvider.GetRequiredService<ReturnSilentJobs>().Handle(stoppingToken);
                await scope.ServiceProvider.GetRequiredService<Stations.ForgetNonces>().Handle(stoppingToken);
                await scope.ServiceProvider.GetRequiredService<KeepJournal.EraseJournals>().Handle(stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e)
            {
                log.LogWarning(e, "Looking for silent stations failed; it is tried again in {Pause}", Pause);
            }
        }
    }
}
