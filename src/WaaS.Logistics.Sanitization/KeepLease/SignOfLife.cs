using Microsoft.EntityFrameworkCore;
using WaaS.Logistics.Sanitization.Data;

namespace WaaS.Logistics.Sanitization.KeepLease;

/// <summary>Whatever a station says of its job shows that it is alive, not its heartbeats alone.</summary>
internal static class SignOfLife
{
    /// <summary>
    /// Marks it for the save of what was said. Called before it is looked at whose job it is: whoever takes the job over changes the lease, so that what the earlier
    /// boot still had under way collides, is looked at again, and is refused.
    /// </summary>
    public static async Task NoteSignOfLife(this SanitizationDb db, Guid jobId, CancellationToken cancel)
    {
        if (await db.Progress.SingleOrDefaultAsync(progress => progress.JobId == jobId, cancel) is not { } progress)
            return;
        progress.HeardAt = db.Now;
        db.Entry(progress).Property(row => row.HeardAt).IsModified = true;
    }
}
