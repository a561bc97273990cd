using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using WaaS.Logistics.Platform.Web;
using WaaS.Logistics.Proof;
using WaaS.Logistics.Proof.Records;
using WaaS.Logistics.Proof.StationContract;
using WaaS.Logistics.Sanitization.Data;
using WaaS.Logistics.Sanitization.KeepLease;
using WaaS.Logistics.Sanitization.Orders;
using WaaS.Logistics.Sanitization.Stations;

namespace WaaS.Logistics.Sanitization.RecordSteps;

/// <summary>Keeps a job's chained, signed records. What is kept already is recognised; what does not continue the chain is refused whole.</summary>
internal sealed class StepLog(SanitizationDb db, OrderLookup orders)
{
    private const int Tries = 8;
    private const int MostAtOnce = 1000;

    public async Task<StepReply> Handle(StationIdentity station, Guid jobId, StepSubmission submission, CancellationToken cancel)
    {
        if (submission.Records.Count is 0 or > MostAtOnce)
            throw RefusedException.Invalid("records", $"Send 1 to {MostAtOnce} records at once.");
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await Keep(station, jobId, submission.Records, cancel);
            }
            catch (DbUpdateException e) when (attempt < Tries && Once.MayTryAgain(e))
            {
                db.ChangeTracker.Clear();
            }
        }
    }

    private async Task<StepReply> Keep(StationIdentity station, Guid jobId, IReadOnlyList<StepRecord> records, CancellationToken cancel)
    {
        await db.NoteSignOfLife(jobId, cancel);
        var job = await db.Jobs.AsNoTracking().SingleOrDefaultAsync(job => job.Id == jobId && job.StationId == station.Id, cancel)
            ?? throw RefusedException.NotFound("job", jobId.ToString());
        var kept = await db.Steps.AsNoTracking().Where(step => step.JobId == jobId).OrderBy(step => step.Sequence)
            .Select(step => new { step.Sequence, step.Hash }).ToListAsync(cancel);
        var known = kept.ToDictionary(step => step.Sequence, step => step.Hash);
        var fresh = records.SkipWhile(record => known.TryGetValue(record.Body.Sequence, out var hash) && hash == HashOf(record)).ToList();
        ChainPosition? head = kept.Count == 0 ? null : new ChainPosition(kept[^1].Sequence, ContentHash.Parse(kept[^1].Hash));
        if (fresh.Count > 0)
        {
            // Evidence ends the story: what was told of it is judged, and nothing is told behind it.
            if (job.State == JobState.Reported)
                throw new RefusedException("job-ended", $"This job is {job.State}. Scan again for a new one.", arguments: [job.State]);
            var check = StepChain.Verify(fresh, jobId, station.Key, head);
            if (!check.Intact)
                throw new RefusedException("step-chain", $"Record {check.BrokenAt} does not continue the chain of this job: {check.Break}. Send the records after number {head?.Sequence ?? 0} in order.",
                    arguments: [check.BrokenAt ?? 0, check.Break.ToString(), head?.Sequence ?? 0]);
            foreach (var record in fresh)
                db.Steps.Add(Row(jobId, record));
            await NoteFirstWrite(jobId, fresh, cancel);
            await db.SaveChangesAsync(cancel);
            head = check.Head;
        }
        return new StepReply { LastSequence = head!.Value.Sequence, Head = head.Value.Hash };
    }

    private async Task NoteFirstWrite(Guid jobId, IEnumerable<StepRecord> fresh, CancellationToken cancel)
    {
        if (!fresh.Any(record => record.Body.Kind is StepKinds.PassStarted or StepKinds.PassResumed or StepKinds.HiddenAreasReset or StepKinds.MarksStarted or StepKinds.EraseStarted))
            return;
        var order = await orders.LoadOfJob(jobId, cancel);
        order.NoteFirstWrite(order.Job(jobId), db.Now);
    }

    private StepRow Row(Guid jobId, StepRecord record) => new()
    {
        JobId = jobId,
        Sequence = record.Body.Sequence,
        Hash = record.ComputeHash().ToString(),
        Kind = record.Body.Kind,
        Record = JsonSerializer.Serialize(record, StepJson.Default.StepRecord),
        ReceivedAt = db.Now,
    };

    private static string? HashOf(StepRecord record)
    {
        try
        {
            return record.ComputeHash().ToString();
        }
        catch (Proof.Json.CanonicalJsonException)
        {
            return null;
        }
    }
}
