using Microsoft.EntityFrameworkCore;
using WaaS.Logistics.Platform.Data;
using WaaS.Logistics.Platform.Services;

namespace WaaS.Logistics.Platform.Messaging;

/// <summary>
/// After a restore the broker's queues are not those of the backup: everything still kept as sent is sent once more, and the inboxes, restored
/// by the same cut, drop what they had applied. With the embedded bus the queues are in the cut itself and nothing is marked.
/// </summary>
public sealed class SentAgain(IEnumerable<DatabaseRegistration> databases, Storage storage, Migrator migrator)
{
    public async Task<int> Mark(CancellationToken cancel)
    {
        if (storage.Kind == StorageKind.Sqlite)
            return 0;
        var marked = 0;
        foreach (var database in databases)
        {
            await using var db = migrator.Open(database);
            marked += await db.Outbox.Where(row => row.SentAt != null).ExecuteUpdateAsync(row => row.SetProperty(r => r.SentAt, (DateTime?)null), cancel);
        }
        return marked;
    }
}
