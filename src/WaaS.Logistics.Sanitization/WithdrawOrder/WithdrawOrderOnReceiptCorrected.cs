using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using WaaS.Logistics.Messages.Returns;
using WaaS.Logistics.Platform.Messaging;
using WaaS.Logistics.Sanitization.Data;
using WaaS.Logistics.Sanitization.OpenOrder;

namespace WaaS.Logistics.Sanitization.WithdrawOrder;

internal sealed class WithdrawOrderOnReceiptCorrected(SanitizationDb db, ILogger<WithdrawOrderOnReceiptCorrected> log) : Consumer<ReceiptCorrected, SanitizationDb>(db)
{
    protected override async Task Apply(ReceiptCorrected happened, Received received, CancellationToken cancel)
    {
        await DeviceTurn.Take(Db, happened.DeviceId, cancel);
        if (await Db.ReceiptCorrections.AnyAsync(known => known.DeviceId == happened.DeviceId && known.Cycle == happened.Cycle, cancel))
            return;
        Db.ReceiptCorrections.Add(new ReceiptCorrection { DeviceId = happened.DeviceId, Cycle = happened.Cycle, Reason = happened.Reason, ReceivedAt = Db.Now });
        var order = await Db.WholeOrders.SingleOrDefaultAsync(order => order.DeviceId == happened.DeviceId && order.Cycle == happened.Cycle, cancel);
        if (order is null)
        {
            log.LogInformation("The receipt of device {Device} in cycle {Cycle} is taken back before it is known", happened.DeviceSerial, happened.Cycle);
            return;
        }
        order.Withdraw(happened.Reason, Db.Now);
        log.LogInformation("Wipe order {Order} of device {Device} is withdrawn: its receipt was taken back ({Reason})", order.Id, happened.DeviceSerial, happened.Reason);
    }
}
