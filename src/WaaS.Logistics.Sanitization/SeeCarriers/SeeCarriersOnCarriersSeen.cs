using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using WaaS.Logistics.Messages.Returns;
using WaaS.Logistics.Platform.Messaging;
using WaaS.Logistics.Sanitization.Data;
using WaaS.Logistics.Sanitization.OpenOrder;

namespace WaaS.Logistics.Sanitization.SeeCarriers;

internal sealed class SeeCarriersOnCarriersSeen(SanitizationDb db, OrderLookup orders, ILogger<SeeCarriersOnCarriersSeen> log) : Consumer<CarriersSeen, SanitizationDb>(db)
{
    protected override async Task Apply(CarriersSeen happened, Received received, CancellationToken cancel)
    {
        await DeviceTurn.Take(Db, happened.DeviceId, cancel);
        var account = await Db.SeenAccounts.SingleOrDefaultAsync(known => known.DeviceId == happened.DeviceId && known.Cycle == happened.Cycle, cancel);
        if (account?.Revision >= happened.Revision)
        {
            log.LogInformation("What was seen in device {Device} as revision {Revision} is superseded by revision {Newest}", happened.DeviceSerial, happened.Revision, account.Revision);
            return;
        }
        if (account is null)
            Db.SeenAccounts.Add(account = new SeenAccount(happened.DeviceId, happened.Cycle));
        account.Take(happened, Db.Now);
        var order = await Db.WholeOrders.SingleOrDefaultAsync(order => order.DeviceId == happened.DeviceId && order.Cycle == happened.Cycle, cancel);
        if (order is null)
            return;
        order.See(account.Revision, account.CountUnknown, account.ReadSlots(), Db.Now);
        await orders.TryClear(order, cancel);
    }
}
