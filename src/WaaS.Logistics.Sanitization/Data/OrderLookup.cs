using Microsoft.EntityFrameworkCore;
using WaaS.Logistics.Platform.Web;
using WaaS.Logistics.Sanitization.HoldDevice;
using WaaS.Logistics.Sanitization.Orders;

namespace WaaS.Logistics.Sanitization.Data;

/// <summary>Loads an order whole, and what the gate must know from beyond it.</summary>
internal sealed class OrderLookup(SanitizationDb db)
{
    public async Task<WipeOrder> Load(Guid orderId, CancellationToken cancel) =>
        await db.WholeOrders.SingleOrDefaultAsync(order => order.Id == orderId, cancel) ?? throw RefusedException.NotFound("wipe order", orderId.ToString());

    public async Task<WipeOrder> LoadOfJob(Guid jobId, CancellationToken cancel) =>
        await db.WholeOrders.SingleOrDefaultAsync(order => order.Jobs.Any(job => job.Id == jobId), cancel) ?? throw RefusedException.NotFound("job", jobId.ToString());

    public async Task<GateFacts> Facts(WipeOrder order, CancellationToken cancel)
    {
        var now = db.Now;
        var holds = await db.Holds.AsNoTracking()
            .Where(hold => hold.DeviceId == order.DeviceId && hold.LiftedAt == null && (hold.EndsAt == null || hold.EndsAt > now))
            .OrderBy(hold => hold.PlacedAt).ToListAsync(cancel);
        var keys = order.Slots.Where(slot => slot.CarrierKey is not null).Select(slot => slot.CarrierKey).ToList();
        var elsewhere = keys.Count == 0 ? [] : await db.Slots.AsNoTracking()
            .Where(slot => slot.OrderId != order.Id && keys.Contains(slot.CarrierKey) && slot.Order!.State == OrderState.Open && slot.Order.DeviceId != order.DeviceId && slot.State != SlotState.Destroyed)
            .Select(slot => slot.CarrierKey!).Distinct().ToListAsync(cancel);
        var newer = await db.Orders.AnyAsync(later => later.DeviceId == order.DeviceId && later.Cycle > order.Cycle, cancel);
        return new GateFacts([.. holds.Select(hold => hold.Say())], elsewhere, newer);
    }

    /// <summary>After anything that may have been the last missing thing.</summary>
    public async Task TryClear(WipeOrder order, CancellationToken cancel) => order.TryClear(await Facts(order, cancel), db.Now);
}
