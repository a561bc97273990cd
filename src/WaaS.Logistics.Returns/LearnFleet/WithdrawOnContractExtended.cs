using Microsoft.EntityFrameworkCore;
using WaaS.Logistics.Messages.Rentals;
using WaaS.Logistics.Platform.Messaging;
using WaaS.Logistics.Returns.Data;
using WaaS.Logistics.Returns.Fleet;
using WaaS.Logistics.Returns.Orders;

namespace WaaS.Logistics.Returns.LearnFleet;

/// <summary>A contract goes on: its devices are not expected back any more.</summary>
internal sealed class WithdrawOnContractExtended(ReturnsDb db) : Consumer<ContractExtended, ReturnsDb>(db)
{
    private const int Batch = 500;

    protected override async Task Apply(ContractExtended happened, Received received, CancellationToken cancel)
    {
        var known = await Db.Extensions.SingleOrDefaultAsync(row => row.ContractId == happened.ContractId, cancel);
        if (known is null)
            Db.Extensions.Add(new ContractExtension { ContractId = happened.ContractId, NewEnd = happened.NewEnd });
        else if (happened.NewEnd > known.NewEnd)
            known.NewEnd = happened.NewEnd;
        var open = new List<ExpectedDevice>();
        foreach (var batch in happened.DeviceIds.Chunk(Batch))
            open.AddRange(await Db.Expected.Where(row => batch.Contains(row.DeviceId) && row.State == ExpectedState.Open).ToListAsync(cancel));
        foreach (var devices in open.GroupBy(row => row.OrderId))
        {
            var order = await Db.Orders.SingleAsync(row => row.Id == devices.Key, cancel);
            // What was asked for after the extension was agreed is meant to come back nevertheless.
            if (order.DueOn > happened.NewEnd || order.DueOn is null && order.OpenedAt > received.RecordedAt)
                continue;
            foreach (var device in devices)
                device.Withdraw();
            var left = await Db.Expected.CountAsync(row => row.OrderId == order.Id && row.State != ExpectedState.Withdrawn, cancel);
            if (order.State == OrderState.Announced && left == devices.Count())
                Db.AddToOutbox(order.Cancel(Db.Now));
        }
    }
}
