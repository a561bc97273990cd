using Microsoft.EntityFrameworkCore;
using WaaS.Logistics.Platform.Web;
using WaaS.Logistics.Sanitization.Data;
using WaaS.Logistics.Sanitization.Orders;

namespace WaaS.Logistics.Sanitization.ShowOrders;

internal enum OrderFilter
{
    Open,
    Failed,
    Held,
    Cleared,
    Withdrawn,
    All,
}

/// <summary>What waits at the bench and why, and everything about one device.</summary>
internal sealed class OrderReader(SanitizationDb db, OrderLookup orders)
{
    private const int Page = 200;

    public async Task<IReadOnlyList<OrderLine>> List(OrderFilter filter, string? search, CancellationToken cancel)
    {
        var query = db.Orders.AsNoTracking().Include(order => order.Slots).AsSplitQuery();
        query = filter switch
        {
            OrderFilter.Cleared => query.Where(order => order.State == OrderState.Cleared),
            OrderFilter.Withdrawn => query.Where(order => order.State == OrderState.Withdrawn),
            OrderFilter.All => query,
            OrderFilter.Failed => query.Where(order => order.State == OrderState.Open && order.Slots.Any(slot => slot.State == SlotState.Failed)),
            _ => query.Where(order => order.State == OrderState.Open),
        };
        if (!string.IsNullOrWhiteSpace(search))
        {
            var (key, text) = (Serials.Key(search) ?? "", search.Trim());
            query = query.Where(order => order.DeviceKey == key || order.OrderNumber == text || order.Slots.Any(slot => slot.CarrierKey == key || slot.RecordNumber == text));
        }
        var lines = new List<OrderLine>();
        foreach (var order in await query.OrderBy(order => order.WaitingSince).Take(Page).ToListAsync(cancel))
            lines.Add(Views.Line(order, await orders.Facts(order, cancel)));
        return filter == OrderFilter.Held ? [.. lines.Where(line => line.Held)] : lines;
    }

    public async Task<OrderView> Show(Guid orderId, CancellationToken cancel)
    {
        var order = await db.WholeOrders.AsNoTracking().Include(order => order.Reopenings).SingleOrDefaultAsync(order => order.Id == orderId, cancel)
            ?? throw RefusedException.NotFound("wipe order", orderId.ToString());
        var active = order.Jobs.Where(job => job.State == JobState.Active).ToDictionary(job => job.SlotId);
        var jobIds = active.Values.Select(job => job.Id).ToList();
        var progress = await db.Progress.AsNoTracking().Where(progress => jobIds.Contains(progress.JobId)).ToDictionaryAsync(progress => progress.JobId, cancel);
        var holds = await db.Holds.AsNoTracking().Where(hold => hold.DeviceId == order.DeviceId).OrderBy(hold => hold.PlacedAt).ToListAsync(cancel);
        var names = order.Slots.ToDictionary(slot => slot.Id, slot => slot.Name);
        return new OrderView(
            Views.Line(order, await orders.Facts(order, cancel)), order.ExpectedSlots, order.SlotCount.ToString(),
            [.. order.Slots.OrderBy(slot => slot.Name, StringComparer.Ordinal).Select(slot => Views.Slot(slot, active.TryGetValue(slot.Id, out var job) ? Views.Job(job, progress[job.Id]) : null))],
            [.. order.Evidence.OrderByDescending(evidence => evidence.ReceivedAt).Select(Views.Evidence)],
            [.. order.EmptyRecords.OrderBy(record => record.FirstAt).Select(Views.NoCarrier)],
            [.. order.Destructions.OrderBy(record => record.RecordedAt).Select(Views.Destroyed)],
            [.. order.Inventories.OrderBy(account => account.RecordedAt).Select(Views.Counted)],
            [.. holds.Select(hold => Views.Hold(hold, db.Now))],
            await Certificates(order.Id, names, cancel),
            [.. order.Reopenings.OrderBy(reopening => reopening.At).Select(reopening => new ReopeningView(reopening.Cause.ToString(), reopening.Reason, reopening.At, reopening.Revision))]);
    }

    private async Task<IReadOnlyList<CertificateView>> Certificates(Guid orderId, Dictionary<Guid, string> slotNames, CancellationToken cancel)
    {
        var issued = await db.Certificates.AsNoTracking().Where(certificate => certificate.OrderId == orderId).OrderBy(certificate => certificate.IssuedAt).ToListAsync(cancel);
        var ids = issued.Select(certificate => certificate.Id).ToList();
        var revoked = await db.Revocations.AsNoTracking().Where(revocation => ids.Contains(revocation.CertificateId)).ToDictionaryAsync(revocation => revocation.CertificateId, cancel);
        return [.. issued.Select(certificate => Views.Certificate(certificate, slotNames[certificate.SlotId], revoked.GetValueOrDefault(certificate.Id)))];
    }
}
