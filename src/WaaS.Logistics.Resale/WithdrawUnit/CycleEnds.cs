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
        if (gate.End(cycle, reason) == GateVerdict.Superseded)
            return;
        var newest = await db.WholeUnits.Where(unit => unit.DeviceId == deviceId && unit.Cycle <= cycle).OrderByDescending(unit => unit.Cycle).ThenByDescending(unit => unit.ClearanceRevision).FirstOrDefaultAsync(cancel);
        if (newest is not null && UnitTransitions.IsLiving(newest.State))
            newest.Withdraw(reason, by, db.Now);
        else if (newest is { State: UnitState.Sold } && newest.Cycle == cycle)
            newest.DoubtSale(reason, db.Now);
    }
}
