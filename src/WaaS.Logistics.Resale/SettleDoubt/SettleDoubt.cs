using WaaS.Logistics.Platform.Data;
using WaaS.Logistics.Resale.Data;
using WaaS.Logistics.Resale.Overview;
using WaaS.Logistics.Resale.Units;

namespace WaaS.Logistics.Resale.SettleDoubt;

internal sealed record SettleDoubtRequest(Guid OpId, string Reason);

/// <summary>A person has dealt with a sold unit whose clearance did not hold: says how.</summary>
internal sealed class SettleDoubt(ResaleDb db)
{
    public Task<UnitRow> Handle(Guid unitId, SettleDoubtRequest request, CancellationToken cancel) => db.Once(request.OpId, "settle-doubt", new { unitId, request.Reason }, async () =>
    {
        var unit = await db.Unit(unitId, cancel);
        unit.SettleDoubt(Reasons.Read(request.Reason), db.Origin.ActorName, db.Now);
        return UnitRow.Of(unit);
    }, [], cancel);
}
