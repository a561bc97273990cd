using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using WaaS.Logistics.Messages.Returns;
using WaaS.Logistics.Platform.Messaging;
using WaaS.Logistics.Sanitization.Data;
using WaaS.Logistics.Sanitization.Orders;

namespace WaaS.Logistics.Sanitization.OpenOrder;

internal sealed class OpenOrderOnDeviceReceived(SanitizationDb db, ILogger<OpenOrderOnDeviceReceived> log) : Consumer<DeviceReceived, SanitizationDb>(db)
{
    protected override async Task Apply(DeviceReceived happened, Received received, CancellationToken cancel)
    {
        await DeviceTurn.Take(Db, happened.DeviceId, cancel);
        var newest = await Db.Orders.Where(order => order.DeviceId == happened.DeviceId).MaxAsync(order => (int?)order.Cycle, cancel);
        if (newest > happened.Cycle)
        {
            log.LogInformation("Device {Device} is in cycle {Newest} already; its arrival of cycle {Cycle} is superseded", happened.Serial, newest, happened.Cycle);
            return;
        }
        if (newest == happened.Cycle)
        {
            var known = await Db.WholeOrders.SingleAsync(order => order.DeviceId == happened.DeviceId && order.Cycle == happened.Cycle, cancel);
            known.Learn(happened, Db.Now);
            return;
        }
        var opened = new WipeOrder(happened, Db.Now);
        Db.Orders.Add(opened);
        await NoteOnOlder(opened, cancel);
        var correction = await Db.ReceiptCorrections.AsNoTracking().SingleOrDefaultAsync(known => known.DeviceId == opened.DeviceId && known.Cycle == opened.Cycle, cancel);
        if (correction is not null)
        {
            opened.Withdraw(correction.Reason, Db.Now);
            log.LogInformation("Wipe order {Order} for device {Device} begins withdrawn: its receipt was taken back before ({Reason})", opened.Id, happened.Serial, correction.Reason);
            return;
        }
        await ApplyWaiting(opened, cancel);
        var seen = await Db.SeenAccounts.AsNoTracking().SingleOrDefaultAsync(known => known.DeviceId == opened.DeviceId && known.Cycle == opened.Cycle, cancel);
        if (seen is not null)
            opened.See(seen.Revision, seen.CountUnknown, seen.ReadSlots(), Db.Now);
        log.LogInformation("Wipe order {Order} opened for device {Device} with {Slots} slots", opened.Id, happened.Serial, opened.Slots.Count);
    }

    private async Task NoteOnOlder(WipeOrder opened, CancellationToken cancel)
    {
        foreach (var older in await Db.Orders.Where(order => order.DeviceId == opened.DeviceId && order.Cycle < opened.Cycle && order.State == OrderState.Open).ToListAsync(cancel))
            older.NoteFactsChanged(Db.Now);
    }

    private async Task ApplyWaiting(WipeOrder opened, CancellationToken cancel)
    {
        var waiting = await Db.Reentries.Where(reentry => reentry.DeviceId == opened.DeviceId && reentry.AppliedTo == null && (reentry.Cycle == null || reentry.Cycle <= opened.Cycle))
            .OrderBy(reentry => reentry.ReceivedAt).ToListAsync(cancel);
        foreach (var reentry in waiting)
        {
            reentry.ApplyTo(opened, Db.Now);
            opened.OutrunOlderClearance(reentry.Reason);
        }
    }
}
