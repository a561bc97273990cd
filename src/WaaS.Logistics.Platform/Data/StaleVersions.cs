using Microsoft.EntityFrameworkCore;

namespace WaaS.Logistics.Platform.Data;

/// <summary>
/// PostgreSQL runs a whole batch, and both databases ask rows in the order EF writes them: a trigger or an index may speak of what somebody else wrote before the stale
/// version is counted. Whoever was too late is told that, and not the words of a rule that only the other one's change has broken.
/// </summary>
internal static class StaleVersions
{
    public static bool MayHide(DbUpdateException e) => e is not DbUpdateConcurrencyException && !Violations.IsOfInbox(e) && !Violations.IsContention(e);

    /// <exception cref="DbUpdateConcurrencyException">A root that was to be saved has changed since it was loaded.</exception>
    public static async Task Look(DbContext db, DbUpdateException e, CancellationToken cancel)
    {
        foreach (var entry in db.ChangeTracker.Entries<Root>().Where(entry => entry.State is EntityState.Added or EntityState.Modified or EntityState.Deleted).ToList())
        {
            var known = entry.State == EntityState.Added ? (int?)null : entry.Property(root => root.Version).OriginalValue;
            var there = (await entry.GetDatabaseValuesAsync(cancel))?.GetValue<int>(nameof(Root.Version));
            if (there != known)
                throw new DbUpdateConcurrencyException(e.Message, e.InnerException!);
        }
    }
}
