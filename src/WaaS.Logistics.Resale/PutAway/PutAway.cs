using WaaS.Logistics.Platform.Data;
using WaaS.Logistics.Platform.Web;
using WaaS.Logistics.Resale.Data;
using WaaS.Logistics.Resale.Overview;
using WaaS.Logistics.Resale.Places;
using WaaS.Logistics.Resale.Units;

namespace WaaS.Logistics.Resale.PutAway;

/// <param name="Unit">Serial or device tag.</param>
/// <param name="Bin">Code or label of a sellable place.</param>
internal sealed record PutAwayRequest(Guid OpId, string Unit, string Bin);

/// <summary>Lays a unit into a bin, for the first time or from another one.</summary>
internal sealed class PutAway(ResaleDb db)
{
    public Task<UnitRow> Handle(PutAwayRequest request, CancellationToken cancel) => db.Once(request.OpId, "put-away", request, async () =>
    {
        var unit = await db.ScannedUnit(request.Unit, cancel);
        var bin = await db.Bin(request.Bin, cancel);
        if (UnitTransitions.Find(unit.State, UnitEvent.PutAway) is null)
            throw unit.Refuse("put-away");
        if (unit.Bin == bin.Code)
            throw new RefusedException("in-bin-already", $"{unit.Name} lies in {bin.Code} already.", arguments: [unit.Name, bin.Code]);
        unit.PutInto(bin, db.Now);
        return UnitRow.Of(unit);
    }, [], cancel);
}
