using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using WaaS.Logistics.Returns.Data;
using WaaS.Logistics.Returns.Orders;
using WaaS.Logistics.Returns.Receiving;

namespace WaaS.Logistics.Returns.Overview;

internal sealed class FindDiscrepancies(ReturnsDb db)
{
    public const int PageSize = 200;

    private static readonly Expression<Func<Discrepancy, DiscrepancyRow>> Row = row => new DiscrepancyRow(
        row.Id, row.OrderId, row.OrderNumber, row.Customer, row.Kind, row.Reason, row.Serial, row.DeviceId, row.Owner,
        row.FoundAt, row.State, row.ResolvedBy, row.ResolvedAt, row.Resolution);

    /// <summary>Those that wait longest first.</summary>
    public async Task<IReadOnlyList<DiscrepancyRow>> Handle(DiscrepancyState state, int skip, CancellationToken cancel) =>
        await db.Discrepancies.AsNoTracking().Where(row => row.State == state).OrderBy(row => row.FoundAt).ThenBy(row => row.Id).Skip(skip).Take(PageSize).Select(Row).ToListAsync(cancel);

    public async Task<IReadOnlyList<DiscrepancyRow>> OfOrder(Guid orderId, CancellationToken cancel) =>
        await db.Discrepancies.AsNoTracking().Where(row => row.OrderId == orderId).OrderBy(row => row.FoundAt).ThenBy(row => row.Id).Select(Row).ToListAsync(cancel);

    /// <summary>Everything that stands in quarantine now.</summary>
    public async Task<IReadOnlyList<QuarantineRow>> Quarantined(CancellationToken cancel) =>
        await db.Quarantines.AsNoTracking().Where(row => row.State == QuarantineState.Standing).OrderBy(row => row.At).Take(PageSize)
            .Select(row => new QuarantineRow(row.Id, row.DeviceId, row.OrderNumber, row.Manufacturer, row.Model, row.Serial, row.Outcome, row.Reason, row.Place, row.At)).ToListAsync(cancel);
}
