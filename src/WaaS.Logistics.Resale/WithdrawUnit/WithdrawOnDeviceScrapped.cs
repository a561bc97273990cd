using Microsoft.EntityFrameworkCore;
using WaaS.Logistics.Messages.Refurbishment;
using WaaS.Logistics.Platform.Messaging;
using WaaS.Logistics.Resale.Data;
using WaaS.Logistics.Resale.Units;
using WaaS.Logistics.Sayings;

namespace WaaS.Logistics.Resale.WithdrawUnit;

/// <summary>Shuts the gate at the clearance it was scrapped by, so that a newer one can bring the device back.</summary>
internal sealed class WithdrawOnDeviceScrapped(ResaleDb db) : Consumer<DeviceScrapped, ResaleDb>(db)
{
    protected override async Task Apply(DeviceScrapped happened, Received received, CancellationToken cancel)
    {
        var reason = Saying.Of(SaidWord.Scrapped, happened.Reason);
        var gate = await Db.Gate(happened.DeviceId, cancel);
        var units = await Db.WholeUnits.Where(unit => unit.DeviceId == happened.DeviceId).ToListAsync(cancel);
        var verdict = gate.Shut(happened.Cycle, happened.ClearanceRevision, reason);
        if (verdict == GateVerdict.Counts && units.SingleOrDefault(unit => UnitTransitions.IsLiving(unit.State)) is { } living)
            living.Withdraw(reason, received.Origin.ActorName, Db.Now);
        foreach (var sold in units.Where(unit => unit.State == UnitState.Sold && unit.Cycle == happened.Cycle && unit.ClearanceRevision <= happened.ClearanceRevision))
            if (verdict == GateVerdict.Counts || sold.DoubtedAt is null)
                sold.DoubtSale(reason, Db.Now);
    }
}
