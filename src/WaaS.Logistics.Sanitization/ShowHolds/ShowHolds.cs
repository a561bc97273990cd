using Microsoft.EntityFrameworkCore;
using WaaS.Logistics.Sanitization.Data;
using WaaS.Logistics.Sanitization.ShowOrders;

namespace WaaS.Logistics.Sanitization.ShowHolds;

/// <param name="OrderId">The device's newest order; absent for a device that has not come back yet.</param>
public sealed record HoldRow(HoldView Hold, Guid? OrderId, string? Device, string? Serial);

/// <summary>What must not be wiped: holds in force first, the newest above.</summary>
internal sealed class ReadHolds(SanitizationDb db)
{
    private const int Most = 300;

    public async Task<IReadOnlyList<HoldRow>> Handle(CancellationToken cancel)
    {
        var holds = await db.Holds.AsNoTracking().OrderBy(hold => hold.LiftedAt != null).ThenByDescending(hold => hold.PlacedAt).Take(Most).ToListAsync(cancel);
        var devices = holds.Select(hold => hold.DeviceId).Distinct().ToList();
        var orders = (await db.Orders.AsNoTracking().Where(order => devices.Contains(order.DeviceId))
            .Select(order => new { order.Id, order.DeviceId, order.Cycle, order.Manufacturer, order.Model, order.Serial }).ToListAsync(cancel)).ToLookup(order => order.DeviceId);
        return [.. holds.Select(hold => (Hold: Views.Hold(hold, db.Now), Order: orders[hold.DeviceId].MaxBy(order => order.Cycle)))
            .Select(row => new HoldRow(row.Hold, row.Order?.Id, row.Order is null ? null : $"{row.Order.Manufacturer} {row.Order.Model}", row.Order?.Serial))
            .OrderByDescending(row => row.Hold.InForce)];
    }
}
