using WaaS.Logistics.Platform.Data;
using WaaS.Logistics.Platform.Web;
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
        Require(list, unit, bin);
        unit.Pick(list.Number, db.Origin.ActorName, db.Now);
        return PickListView.Of(list, await db.UnitsOf(list, cancel));
    }, [], cancel);

    private static void Require(PickList list, StockUnit unit, Place bin)
    {
        if (unit.State == UnitState.Blocked)
            throw unit.Refuse("pick");
        if (list.Lines.FirstOrDefault(line => line.UnitId == unit.Id) is not { } line)
            throw new RefusedException("wrong-unit", $"{unit.Name} is not on pick list {list.Number}. Put it back and take the one on the list.", arguments: [unit.Name, list.Number]);
        if (line.ReservationId != unit.ReservationId)
            throw new RefusedException("line-stopped", $"{unit.Name} is not to be picked any more: {unit.Reservations.Single(row => row.Id == line.ReservationId).ReleaseReason}. Leave it where it is.",
                arguments: [unit.Name, unit.Reservations.Single(row => row.Id == line.ReservationId).ReleaseReason ?? ""]);
        if (unit.State == UnitState.Reserved && unit.PlaceId != bin.Id)
            throw new RefusedException("not-in-this-bin", $"{unit.Name} is to be taken from {unit.Bin}, not from {bin.Code}. Check the shelf.", 409, "bin", unit.Name, unit.Bin!, bin.Code);
    }
}
