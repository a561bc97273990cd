using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using WaaS.Logistics.Messages.Refurbishment;
using WaaS.Logistics.Platform.Messaging;
using WaaS.Logistics.Resale.Data;
using WaaS.Logistics.Resale.Units;
using WaaS.Logistics.Sayings;

namespace WaaS.Logistics.Resale.AdmitUnit;

/// <summary>The only way into the stock. What was heard before with a higher revision outweighs it.</summary>
internal sealed class AdmitOnDeviceGraded(ResaleDb db, ILogger<AdmitOnDeviceGraded> log) : Consumer<DeviceGraded, ResaleDb>(db)
{
    protected override async Task Apply(DeviceGraded happened, Received received, CancellationToken cancel)
    {
        // Read first, so that nothing without clearance or tenant touches the gate.
        var admitted = new StockUnit(happened, Db.Now);
        var gate = await Db.Gate(happened.DeviceId, cancel);
        var units = await Db.WholeUnits.Where(unit => unit.DeviceId == happened.DeviceId).OrderBy(unit => unit.Cycle).ThenBy(unit => unit.ClearanceRevision).ToListAsync(cancel);
        var verdict = gate.Grade(happened.Cycle, happened.ClearanceRevision);
        if (verdict == GateVerdict.Counts)
            Admit(happened, admitted, gate, units);
        else if (verdict == GateVerdict.Beaten && units.All(unit => unit.Cycle < happened.Cycle && !UnitTransitions.IsLiving(unit.State)))
        {
            admitted.Block(gate.Reason!, Db.Origin.ActorName, Db.Now);
            Db.Units.Add(admitted);
        }
        log.LogInformation("Device {Device} graded {Grade} in cycle {Cycle} with clearance {Revision}: {Verdict}", happened.Serial, happened.Grade, happened.Cycle, happened.ClearanceRevision, verdict);
    }

    private void Admit(DeviceGraded happened, StockUnit admitted, DeviceGate gate, List<StockUnit> units)
    {
        if (units.SingleOrDefault(unit => UnitTransitions.IsLiving(unit.State)) is { } living)
        {
            if (living.Cycle == happened.Cycle)
            {
                living.GradeAgain(happened, Db.Origin.ActorName, Db.Now);
                return;
            }
            living.Withdraw(Saying.Of(SaidWord.CameBackInCycle, $"{happened.Cycle}"), Db.Origin.ActorName, Db.Now);
        }
        else if (units.LastOrDefault() is { State: UnitState.Sold } sold && sold.Cycle == happened.Cycle)
        {
            // What the buyer left on it is unknown: it must be recorded as returned, and sanitized again.
            gate.Close(Saying.Of(SaidWord.SoldAndGradedAgain));
            sold.DoubtSale(gate.Reason!, Db.Now);
            return;
        }
        Db.Units.Add(admitted);
    }
}
