using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using WaaS.Logistics.Platform.Data;
using WaaS.Logistics.Platform.Messaging;
using WaaS.Logistics.Platform.Services;

namespace WaaS.Logistics.Platform.Web.SystemState;

/// <summary>An event in a service's outbox that this program cannot hand over: a newer program wrote it, or its row is damaged.</summary>
/// <param name="Since">When it was said, UTC; null where not even that can be read.</param>
/// <param name="Damage">What is wrong with it; null where only its type is unknown.</param>
public sealed record UnreadableEvent(string Service, string Type, string? Device, DateTime? Since, string? Damage);

public sealed record UnreadableReport(IReadOnlyList<UnreadableEvent> Shown, int Total);

internal sealed class UnreadableEventReporter(IEnumerable<DatabaseRegistration> databases, UnreadableRows unreadable, IServiceProvider provider)
{
    private const int MostShown = 200;

    public async Task<UnreadableReport> Report(CancellationToken cancel)
    {
        var (shown, total) = (new List<UnreadableEvent>(), 0);
        foreach (var database in databases)
        {
            var db = (ServiceDb)provider.GetRequiredService(database.Context);
            var rows = unreadable.Among(db);
            total += await rows.CountAsync(cancel);
            foreach (var row in await rows.OrderBy(row => row.Sequence).Take(MostShown - shown.Count).Select(row => new { row.Sequence, row.Type, row.Body }).ToListAsync(cancel))
                shown.Add(new UnreadableEvent(database.Service, row.Type, MessageText.Short(FailedMessageLog.DeviceOf(row.Body)), await Since(db, row.Sequence, cancel), MessageText.Short(unreadable.DamageOf(db, row.Sequence))));
        }
        return new UnreadableReport([.. shown.OrderBy(row => row.Since)], total);
    }

    private static async Task<DateTime?> Since(ServiceDb db, long sequence, CancellationToken cancel)
    {
        try
        {
            return await db.Outbox.Where(row => row.Sequence == sequence).Select(row => (DateTime?)row.RecordedAt).SingleOrDefaultAsync(cancel);
        }
        catch (Exception e) when (e is FormatException or InvalidCastException)
        {
            return null;
        }
    }
}
