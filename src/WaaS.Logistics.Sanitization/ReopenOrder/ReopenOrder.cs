using Microsoft.EntityFrameworkCore;
using WaaS.Logistics.Sanitization.Data;
using WaaS.Logistics.Sanitization.OpenOrder;
using WaaS.Logistics.Sanitization.Orders;

namespace WaaS.Logistics.Sanitization.ReopenOrder;

/// <summary>Closes the gate of the device's newest cycle; for a device not known yet it waits for its arrival.</summary>
internal sealed class ReopenOrders(SanitizationDb db)
{
    public async Task Handle(Reentry reentry, CancellationToken cancel)
    {
        await DeviceTurn.Take(db, reentry.DeviceId, cancel);
        db.Reentries.Add(reentry);
        var order = await db.WholeOrders.Where(order => order.DeviceId == reentry.DeviceId).OrderByDescending(order => order.Cycle).FirstOrDefaultAsync(cancel);
        // What was found in a device whose receipt is taken back waits for its next one.
        if (order is null || order.State == OrderState.Withdrawn || reentry.Cycle > order.Cycle)
            return;
        reentry.ApplyTo(order, db.Now);
    }
}
