using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using WaaS.Logistics.Messages.Sanitization;
using WaaS.Logistics.Platform.Messaging;
using WaaS.Logistics.Resale.Data;
using WaaS.Logistics.Resale.Units;

namespace WaaS.Logistics.Resale.BlockUnit;

/// <summary>Kept also for a device nobody has graded yet: an older clearance that arrives later is then beaten by it.</summary>
internal sealed class BlockOnDeviceReopened(ResaleDb db, ILogger<BlockOnDeviceReopened> log) : Consumer<DeviceReopened, ResaleDb>(db)
{
    protected override async Task Apply(DeviceReopened happened, Received received, CancellationToken cancel)
    {
        var gate = await Db.Gate(happened.DeviceId, cancel);
        if (gate.Reopen(happened.Cycle, happened.Revision, happened.Reason) == GateVerdict.Superseded)
        {
            log.LogInformation("Re-opening of device {Device} in cycle {Cycle} with revision {Revision} is superseded", happened.DeviceSerial, happened.Cycle, happened.Revision);
            return;
        }
        var newest = await Db.WholeUnits.Where(unit => unit.DeviceId == happened.DeviceId).OrderByDescending(unit => unit.Cycle).ThenByDescending(unit => unit.ClearanceRevision).FirstOrDefaultAsync(cancel);
        if (newest is not null && UnitTransitions.IsLiving(newest.State))
            newest.Block(happened.Reason, received.Origin.ActorName, Db.Now);
        else if (newest is { State: UnitState.Sold } && newest.Cycle == happened.Cycle)
            newest.DoubtSale(happened.Reason, Db.Now);
    }
}
