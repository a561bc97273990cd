using WaaS.Logistics.Platform.Data;
using WaaS.Logistics.Resale.Data;
using WaaS.Logistics.Resale.Overview;
using WaaS.Logistics.Resale.PickLists;
using WaaS.Logistics.Resale.Places;
using WaaS.Logistics.Resale.Units;

namespace WaaS.Logistics.Resale.PickUnit;

internal sealed record PickUnitRequest(Guid OpId, string Bin, string Unit);

/// <summary>Takes a unit of the list out of its bin. Both are scanned: the wrong one of either is a stop.</summary>
internal sealed class PickUnit(ResaleDb db)
{
    public Task<PickListView> Handle(string number, PickUnitRequest request, CancellationToken cancel) => db.Once(request.OpId, "pick-unit", new { number, request.Bin, request.Unit }, async () =>
    {
        var list = await db.PickList(number, cancel);
        list.RequireOpen();
        var bin = await db.Bin(request.Bin, cancel);
        var unit = await db.ScannedUnit(request.Unit, cancel);
        PickRule.RequireLine(list, unit);
        PickRule.RequireBin(unit, bin);
        unit.Pick(list.Number, db.Origin.ActorName, db.Now);
        return PickListView.Of(list, await db.UnitsOf(list, cancel));
    }, [], cancel);
}
