using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using WaaS.Logistics.Platform.Data;

namespace WaaS.Logistics.Platform.Messaging;

/// <summary>
/// Rows of the outboxes that this program cannot hand over: their event is of a type it does not know, or they are damaged. They stay where they are and hold back nothing; a person
/// sees them on the page of queues. What is damaged is looked at again at the next start.
/// </summary>
internal sealed class UnreadableRows(EventTypes events)
{
    private readonly ConcurrentDictionary<Type, ConcurrentDictionary<long, string>> _damages = new();

    public void Add(ServiceDb db, long sequence, string damage) => DamagesIn(db)[sequence] = damage;

    /// <returns>Null where only the event's type is unknown.</returns>
    public string? DamageOf(ServiceDb db, long sequence) => DamagesIn(db).GetValueOrDefault(sequence);

    /// <summary>What waits to be handed over and is none of these.</summary>
    public IQueryable<OutboxMessage> Others(ServiceDb db)
    {
        var (names, damaged) = (events.Names, DamagesIn(db).Keys.ToList());
        return db.Outbox.AsNoTracking().Where(row => row.SentAt == null && names.Contains(row.Type) && !damaged.Contains(row.Sequence));
    }

    public IQueryable<OutboxMessage> Among(ServiceDb db)
    {
        var (names, damaged) = (events.Names, DamagesIn(db).Keys.ToList());
        return db.Outbox.AsNoTracking().Where(row => row.SentAt == null && (!names.Contains(row.Type) || damaged.Contains(row.Sequence)));
    }

    private ConcurrentDictionary<long, string> DamagesIn(ServiceDb db) => _damages.GetOrAdd(db.GetType(), _ => new());
}
