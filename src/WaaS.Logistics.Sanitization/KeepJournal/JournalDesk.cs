using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using WaaS.Logistics.Platform.Data;
using WaaS.Logistics.Platform.Web;
using WaaS.Logistics.Proof;
using WaaS.Logistics.Proof.StationContract;
using WaaS.Logistics.Sanitization.Data;
using WaaS.Logistics.Sanitization.KeepLease;
using WaaS.Logistics.Sanitization.Orders;
using WaaS.Logistics.Sanitization.Stations;

namespace WaaS.Logistics.Sanitization.KeepJournal;

/// <summary>Keeps the journal of a machine that wipes itself, sealed, and gives it back to a boot of the same machine alone, while its job is open.</summary>
internal sealed class JournalDesk(SanitizationDb db, IDataProtectionProvider protection)
{
    private const int Tries = 8;

    public async Task<RunJournalReply> Keep(StationIdentity station, Guid jobId, RunJournal journal, CancellationToken cancel)
    {
        if (journal.Revision < 1)
            throw RefusedException.Invalid("revision", "The field revision counts from 1.");
        if (journal.Content.Length is 0 or > RunJournal.MaximumBytes)
            throw RefusedException.Invalid("content", $"A journal has 1 to {RunJournal.MaximumBytes} bytes.");
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await Write(station, jobId, journal, cancel);
            }
            catch (DbUpdateException e) when (attempt < Tries && (Once.MayTryAgain(e) || Violations.IsUnique(e, "ix_sanitization_job_journals_job", "sanitization_job_journals.job_id") || Violations.IsUnique(e, "pk_job_journal_pages", "sanitization_job_journal_pages.job_id")))
            {
                db.ChangeTracker.Clear();
            }
        }
    }

    public async Task<RunJournal> Read(StationIdentity station, Guid jobId, CancellationToken cancel)
    {
        await RequireOpenJob(station, jobId, cancel);
        var kept = await db.Journals.SingleOrDefaultAsync(journal => journal.JobId == jobId && journal.ErasedAt == null, cancel);
        var page = await db.JournalPages.AsNoTracking().SingleOrDefaultAsync(page => page.JobId == jobId, cancel);
        if (kept is null || page is null)
            throw RefusedException.NotFound("journal", jobId.ToString());
        byte[] content;
        try
        {
            content = Seal(jobId).Unprotect(Convert.FromBase64String(page.Sealed));
        }
        catch (CryptographicException)
        {
            throw new RefusedException("journal-unreadable", "The journal cannot be opened any more: the key it was sealed with is gone. Let the lease of the job end, then wipe anew.");
        }
        kept.Read(station.Name, db.Now);
        await db.SaveChangesAsync(cancel);
        return new RunJournal { Revision = page.Revision, Content = content };
    }

    private async Task<RunJournalReply> Write(StationIdentity station, Guid jobId, RunJournal journal, CancellationToken cancel)
    {
        await db.NoteSignOfLife(jobId, cancel);
        await RequireOpenJob(station, jobId, cancel);
        var hash = ContentHash.Of(journal.Content).ToString();
        var page = await db.JournalPages.SingleOrDefaultAsync(page => page.JobId == jobId, cancel);
        if (page is not null && page.Revision == journal.Revision && page.Hash == hash)
            return new RunJournalReply { Revision = page.Revision };
        if (page is not null && page.Revision >= journal.Revision)
            throw new RefusedException("journal-behind", $"Revision {page.Revision} of this journal is kept; {journal.Revision} does not come after it.", arguments: [page.Revision, journal.Revision]);
        var bytes = Convert.ToBase64String(Seal(jobId).Protect(journal.Content));
        if (page is null)
        {
            db.Journals.Add(new JobJournal(jobId, station.DeviceId!.Value, station.Name, db.Now));
            db.JournalPages.Add(new JournalPage { JobId = jobId, Revision = journal.Revision, Hash = hash, Sealed = bytes, WrittenAt = db.Now });
        }
        else
        {
            (page.Revision, page.Hash, page.Sealed, page.WrittenAt) = (journal.Revision, hash, bytes, db.Now);
        }
        await db.SaveChangesAsync(cancel);
        return new RunJournalReply { Revision = journal.Revision };
    }

    private async Task RequireOpenJob(StationIdentity station, Guid jobId, CancellationToken cancel)
    {
        var job = await db.Jobs.AsNoTracking().SingleOrDefaultAsync(job => job.Id == jobId && job.StationId == station.Id && job.Order!.DeviceId == station.DeviceId, cancel)
            ?? throw RefusedException.NotFound("job", jobId.ToString());
        if (job.State is not (JobState.Active or JobState.Expired))
            throw new RefusedException("job-ended", $"This job is {job.State}. Scan again for a new one.", arguments: [job.State]);
    }

    private IDataProtector Seal(Guid jobId) => protection.CreateProtector("WaaS.Logistics.JobJournal", jobId.ToString());
}
