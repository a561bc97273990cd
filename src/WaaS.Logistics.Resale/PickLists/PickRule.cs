using WaaS.Logistics.Platform.Web;
using WaaS.Logistics.Resale.Places;
using WaaS.Logistics.Resale.Units;
using WaaS.Logistics.Sayings;

namespace WaaS.Logistics.Resale.PickLists;

/// <summary>What makes a pick a stop.</summary>
internal static class PickRule
{
    public static void RequireLine(PickList list, StockUnit unit)
    {
        if (unit.State == UnitState.Blocked)
            throw unit.Refuse("pick");
        if (list.Lines.FirstOrDefault(line => line.UnitId == unit.Id) is not { } line)
            throw new RefusedException("wrong-unit", $"{unit.Name} is not on pick list {list.Number}. Put it back and take the one on the list.", arguments: [unit.Name, list.Number]);
        if (line.ReservationId == unit.ReservationId)
            return;
        var why = unit.Reservations.Single(row => row.Id == line.ReservationId).ReleaseReason ?? "";
        throw new RefusedException("line-stopped", $"{unit.Name} is not to be picked any more: {why}. Leave it where it is.", arguments: [unit.Name, Saying.InWords(why)]);
    }

    public static void RequireBin(StockUnit unit, Place bin)
    {
        if (unit.State == UnitState.Reserved && unit.PlaceId != bin.Id)
            throw new RefusedException("not-in-this-bin", $"{unit.Name} is to be taken from {unit.Bin}, not from {bin.Code}. Check the shelf.", 409, "bin", unit.Name, unit.Bin!, bin.Code);
    }
}
