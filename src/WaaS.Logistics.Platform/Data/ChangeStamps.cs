using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace WaaS.Logistics.Platform.Data;

/// <summary>Before each save: roots of changed parts count as changed, versions rise by one, and the audit trail gets its lines.</summary>
internal static class ChangeStamps
{
    public static void Apply(ServiceDb db)
    {
        foreach (var part in Changed<IPart>(db))
            TouchRoot(db, part);
        var now = db.Now;
        foreach (var audited in Changed<IAudited>(db))
            Audit(db, audited, now);
        foreach (var root in Changed<Root>(db))
            if (root.State != EntityState.Deleted)
                root.Property(nameof(Root.Version)).CurrentValue = root.State == EntityState.Added ? 1 : (int)root.Property(nameof(Root.Version)).OriginalValue! + 1;
    }

    private static List<EntityEntry<T>> Changed<T>(ServiceDb db) where T : class =>
        [.. db.ChangeTracker.Entries<T>().Where(entry => entry.State is EntityState.Added or EntityState.Modified or EntityState.Deleted)];

    private static void TouchRoot(ServiceDb db, EntityEntry<IPart> part)
    {
        var owner = part.Entity.Owner
            ?? throw new InvalidOperationException($"{part.Entity.GetType().Name} is changed without its root being loaded: load the root with it.");
        var root = db.Entry(owner);
        if (root.State == EntityState.Unchanged)
            root.Property(nameof(Root.Version)).IsModified = true;
    }

    private static void Audit(ServiceDb db, EntityEntry<IAudited> root, DateTime now) => db.Audit.Add(new AuditEntry
    {
        Subject = root.Metadata.ClrType.Name,
        SubjectId = root.Entity.Id,
        Change = root.State.ToString(),
        // Names only: the trail must not keep personal data beyond the life of the record itself (SDM M60.S06).
        Fields = string.Join(",", root.Properties.Where(p => p.IsModified && p.Metadata.Name != nameof(Root.Version)).Select(p => p.Metadata.Name)),
        Actor = db.Origin.Actor,
        ActorName = db.Origin.ActorName,
        Station = db.Origin.Station,
        Place = db.Origin.Place,
        RecordedAt = now,
    });
}
