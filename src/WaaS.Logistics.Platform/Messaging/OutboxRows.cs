using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using WaaS.Logistics.Platform.Data;

namespace WaaS.Logistics.Platform.Messaging;

/// <summary>Reads outboxes for their relays. What cannot be read is set aside, not guessed at: it would not be better the next time, and is still there for whoever can read it.</summary>
internal sealed class OutboxRows(EventTypes events, UnreadableRows unreadable, ILogger<OutboxRows> log)
{
    /// <returns>At most so many rows that are due, oldest first, each with its event; and whether there were any, readable or not.</returns>
    public async Task<(List<(OutboxMessage Row, object Event)> Readable, bool Any)> Due(ServiceDb db, DateTime now, int most, CancellationToken cancel)
    {
        var due = unreadable.Others(db).Where(row => row.NotBefore == null || row.NotBefore <= now).OrderBy(row => row.Sequence).Take(most);
        var (rows, any) = await Read(db, due, cancel);
        var readable = new List<(OutboxMessage, object)>(rows.Count);
        foreach (var row in rows)
            try
            {
                readable.Add((row, WholeEvents.Read(row.Body, events.Get(row.Type)) ?? throw new JsonException("There is no event in 'null'.")));
            }
            catch (Exception e) when (e is JsonException or ValidationException or ArgumentException or InvalidOperationException or NotSupportedException)
            {
                SetAside(db, row.Sequence, e);
            }
        return (readable, any);
    }

    public async Task TellUnknown(ServiceDb db, CancellationToken cancel)
    {
        if (await unreadable.Among(db).CountAsync(cancel) is > 0 and var unknown)
            log.LogError("{Events} events in the outbox of {Database} are of types this program does not know; they stay there, and the page of queues shows them", unknown, db.GetType().Name);
    }

    private async Task<(List<OutboxMessage> Rows, bool Any)> Read(ServiceDb db, IQueryable<OutboxMessage> due, CancellationToken cancel)
    {
        try
        {
            var rows = await due.ToListAsync(cancel);
            return (rows, rows.Count > 0);
        }
        catch (Exception e) when (e is FormatException or InvalidCastException)
        {
            // An id or a time that is none: only one by one tells whose.
            var rows = new List<OutboxMessage>();
            foreach (var sequence in await due.Select(row => row.Sequence).ToListAsync(cancel))
                try
                {
                    rows.Add(await db.Outbox.AsNoTracking().SingleAsync(row => row.Sequence == sequence, cancel));
                }
                catch (Exception damage) when (damage is FormatException or InvalidCastException)
                {
                    SetAside(db, sequence, damage);
                }
            return (rows, true);
        }
    }

    private void SetAside(ServiceDb db, long sequence, Exception damage)
    {
        unreadable.Add(db, sequence, damage.Message);
        log.LogError(damage, "Row {Sequence} in the outbox of {Database} cannot be read and stays there; the page of queues shows it", sequence, db.GetType().Name);
    }
}
