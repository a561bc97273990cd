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
        var units = await Db.WholeUnits.Where(unit => unit.DeviceId == happened.DeviceId).ToListAsync(cancel);
        var verdict = gate.Shut(happened.Cycle, happened.Revision, happened.Reason);
        if (verdict == GateVerdict.Counts && units.SingleOrDefault(unit => UnitTransitions.IsLiving(unit.State)) is { } living)
            living.Block(happened.Reason, received.Origin.ActorName, Db.Now);
        // Also where the device has come back since: the buyer had it with what the certificate did not prove.
        foreach (var sold in units.Where(unit => unit.State == UnitState.Sold && unit.Cycle == happened.Cycle && unit.ClearanceRevision <= happened.Revision))
            if (verdict == GateVerdict.Counts || sold.DoubtedAt is null)
                sold.DoubtSale(happened.Reason, Db.Now);
        log.LogInformation("Device {Device} re-opened in cycle {Cycle} with revision {Revision}: {Verdict}", happened.DeviceSerial, happened.Cycle, happened.Revision, verdict);
    }
}
