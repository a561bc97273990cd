using Microsoft.EntityFrameworkCore;
using WaaS.Logistics.Resale.Data;
using WaaS.Logistics.Resale.Units;

namespace WaaS.Logistics.Resale.WithdrawUnit;

/// <summary>A return cycle of a device that ends for good: no clearance of it counts any more, whenever it arrives.</summary>
internal sealed class CycleEnds(ResaleDb db)
{
    public async Task Handle(Guid deviceId, int cycle, string reason, string by, CancellationToken cancel)
    {
        var gate = await db.Gate(deviceId, cancel);
        var units = await db.WholeUnits.Where(unit => unit.DeviceId == deviceId && unit.Cycle <= cycle).ToListAsync(cancel);
        var verdict = gate.End(cycle, reason);
        if (verdict == GateVerdict.Counts && units.SingleOrDefault(unit => UnitTransitions.IsLiving(unit.State)) is { } living)
            living.Withdraw(reason, by, db.Now);
        foreach (var sold in units.Where(unit => unit.State == UnitState.Sold && unit.Cycle == cycle))
            if (verdict == GateVerdict.Counts || sold.DoubtedAt is null)
                sold.DoubtSale(reason, db.Now);
    }
}
