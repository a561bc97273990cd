using WaaS.Logistics.Platform.Data;
using WaaS.Logistics.Resale.Data;
using WaaS.Logistics.Resale.Overview;
using WaaS.Logistics.Resale.Units;
using WaaS.Logistics.Sayings;

namespace WaaS.Logistics.Resale.ReturnUnit;

internal sealed record ReturnUnitRequest(Guid OpId, string Reason);

/// <summary>A buyer brings a unit back. What is on it now is unknown: its gate is shut until sanitization has cleared it anew.</summary>
internal sealed class ReturnUnit(ResaleDb db)
{
    public Task<UnitRow> Handle(Guid unitId, ReturnUnitRequest request, CancellationToken cancel) => db.Once(request.OpId, "return-unit", new { unitId, request.Reason }, async () =>
    {
        var reason = Reasons.Read(request.Reason);
        var unit = await db.Unit(unitId, cancel);
        unit.Return(reason, db.Now);
        var gate = await db.Gate(unit.DeviceId, cancel);
        if (gate.Cycle == unit.Cycle)
            gate.Close(Saying.Of(SaidWord.BroughtBack, reason));
        return UnitRow.Of(unit);
    }, [], cancel);
}
