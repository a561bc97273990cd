using Microsoft.EntityFrameworkCore;
using WaaS.Logistics.Sanitization.Data;
using WaaS.Logistics.Sanitization.Orders;

namespace WaaS.Logistics.Sanitization.KeepJournal;

/// <summary>A journal is erased with the end of its job. What was cut off and never gone on with is kept for a while, because the drive may still hold half of it.</summary>
internal sealed class EraseJournals(SanitizationDb db)
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(60);

    /// <summary>Marks it for the save that ends the job.</summary>
    public async Task Of(Guid jobId, CancellationToken cancel)
    {
        if (await db.Journals.SingleOrDefaultAsync(journal => journal.JobId == jobId && journal.ErasedAt == null, cancel) is not { } journal)
            return;
        journal.Erase(db.Now);
        db.JournalPages.RemoveRange(await db.JournalPages.Where(page => page.JobId == jobId).ToListAsync(cancel));
    }

    public async Task Handle(CancellationToken cancel)
    {
        db.ChangeTracker.Clear();
        var before = db.Now - Kept;
        var over = await (from journal in db.Journals.AsNoTracking()
                          join job in db.Jobs.AsNoTracking() on journal.JobId equals job.Id
                          where journal.ErasedAt == null && job.State != JobState.Active && (job.State != JobState.Expired || job.EndedAt < before)
                          select job.Id).Take(200).ToListAsync(cancel);
        foreach (var jobId in over)
            await Of(jobId, cancel);
        if (over.Count > 0)
            await db.SaveChangesAsync(cancel);
    }
}
