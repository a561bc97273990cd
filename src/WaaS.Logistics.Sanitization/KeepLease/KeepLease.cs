using Microsoft.EntityFrameworkCore;
using WaaS.Logistics.Platform.Web;
using WaaS.Logistics.Proof.Json;
using WaaS.Logistics.Proof.StationContract;
using WaaS.Logistics.Sanitization.ClaimJob;
using WaaS.Logistics.Sanitization.Data;
using WaaS.Logistics.Sanitization.Orders;
using WaaS.Logistics.Sanitization.Stations;

namespace WaaS.Logistics.Sanitization.KeepLease;

/// <summary>A station says that it is alive and how far it is, and hears whether it must stop.</summary>
internal sealed class Heartbeats(SanitizationDb db, OrderLookup orders)
{
    public async Task<HeartbeatReply> Handle(StationIdentity station, Guid jobId, HeartbeatRequest beat, CancellationToken cancel)
    {
        if (beat.BytesDone < 0 || beat.BytesTotal < 0 || beat.BytesDone > beat.BytesTotal)
            throw RefusedException.Invalid("bytesDone", "bytesDone must lie between 0 and bytesTotal.");
        var job = await db.Jobs.AsNoTracking().SingleOrDefaultAsync(job => job.Id == jobId && job.StationId == station.Id, cancel) ?? throw RefusedException.NotFound("job", jobId.ToString());
        var progress = await db.Progress.SingleAsync(progress => progress.JobId == jobId, cancel);
        if (job.State != JobState.Active)
            return Stop(progress.LeaseUntil);
        await NoteFirstWrite(job, beat, cancel);
        progress.LeaseUntil = db.Now + Leases.Length;
        progress.HeardAt = db.Now;
        progress.Phase = StrictEnumConverter<JobPhase>.NameOf(beat.Phase);
        (progress.BytesDone, progress.BytesTotal, progress.Speed, progress.Temperature) = (beat.BytesDone, beat.BytesTotal, beat.Speed, beat.Temperature);
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateConcurrencyException)
        {
            // The lease ended at this very moment, or the order changed: the next beat tells.
            db.ChangeTracker.Clear();
            return await IsStillActive(jobId, cancel) ? Go(await LeaseOf(jobId, cancel)) : Stop(await LeaseOf(jobId, cancel));
        }
        var order = await orders.LoadOfJob(jobId, cancel);
        var facts = await orders.Facts(order, cancel);
        return facts.Holds.Count > 0 ? Stop(progress.LeaseUntil) : Go(progress.LeaseUntil);
    }

    private async Task NoteFirstWrite(WipeJob job, HeartbeatRequest beat, CancellationToken cancel)
    {
        if (job.FirstWriteAt is not null || beat.Phase == JobPhase.Preparing)
            return;
        var order = await orders.LoadOfJob(job.Id, cancel);
        order.NoteFirstWrite(order.Job(job.Id), db.Now);
    }

    private Task<bool> IsStillActive(Guid jobId, CancellationToken cancel) => db.Jobs.AnyAsync(job => job.Id == jobId && job.State == JobState.Active, cancel);

    private Task<DateTime> LeaseOf(Guid jobId, CancellationToken cancel) => db.Progress.Where(progress => progress.JobId == jobId).Select(progress => progress.LeaseUntil).SingleAsync(cancel);

    private static HeartbeatReply Go(DateTime lease) => new() { LeaseUntil = new DateTimeOffset(lease, TimeSpan.Zero), Stop = false };

    private static HeartbeatReply Stop(DateTime lease) => new() { LeaseUntil = new DateTimeOffset(lease, TimeSpan.Zero), Stop = true };
}
