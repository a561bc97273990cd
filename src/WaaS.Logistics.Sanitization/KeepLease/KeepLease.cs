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
        // The lease first: if the job is taken over after this, the save collides.
        var progress = await db.Progress.SingleOrDefaultAsync(progress => progress.JobId == jobId, cancel) ?? throw RefusedException.NotFound("job", jobId.ToString());
        var job = await db.Jobs.AsNoTracking().SingleOrDefaultAsync(job => job.Id == jobId && job.StationId == station.Id, cancel) ?? throw RefusedException.NotFound("job", jobId.ToString());
        if (job.State != JobState.Active)
            return Stop(progress.LeaseUntil, (await orders.LoadOfJob(jobId, cancel)).WhyStop(job));
        await NoteFirstWrite(job, beat, cancel);
        if (station.DeviceId is not null)
            (await db.Stations.SingleAsync(boot => boot.Id == station.Id, cancel)).LiveOn(db.Now);
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
            return await Again(station, jobId, cancel);
        }
        var order = await orders.LoadOfJob(jobId, cancel);
        var facts = await orders.Facts(order, cancel);
        return order.WhyStop(order.Job(jobId), facts) is { } why ? Stop(progress.LeaseUntil, why) : Go(progress.LeaseUntil);
    }

    private async Task NoteFirstWrite(WipeJob job, HeartbeatRequest beat, CancellationToken cancel)
    {
        if (job.FirstWriteAt is not null || beat.Phase == JobPhase.Preparing)
            return;
        var order = await orders.LoadOfJob(job.Id, cancel);
        order.NoteFirstWrite(order.Job(job.Id), db.Now);
    }

    private async Task<HeartbeatReply> Again(StationIdentity station, Guid jobId, CancellationToken cancel)
    {
        var order = await orders.LoadOfJob(jobId, cancel);
        if (order.Job(jobId).StationId != station.Id)
            throw RefusedException.NotFound("job", jobId.ToString());
        var lease = await db.Progress.Where(progress => progress.JobId == jobId).Select(progress => progress.LeaseUntil).SingleAsync(cancel);
        return order.WhyStop(order.Job(jobId), await orders.Facts(order, cancel)) is { } why ? Stop(lease, why) : Go(lease);
    }

    private static HeartbeatReply Go(DateTime lease) => new() { LeaseUntil = new DateTimeOffset(lease, TimeSpan.Zero), Stop = false, Reason = null };

    private static HeartbeatReply Stop(DateTime lease, WriteStop? why) => new() { LeaseUntil = new DateTimeOffset(lease, TimeSpan.Zero), Stop = true, Reason = why?.InWords() };
}
