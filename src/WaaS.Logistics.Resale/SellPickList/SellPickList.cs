using WaaS.Logistics.Platform.Data;
using WaaS.Logistics.Platform.Web;
using WaaS.Logistics.Resale.Data;
using WaaS.Logistics.Resale.PickLists;
using WaaS.Logistics.Resale.Units;

namespace WaaS.Logistics.Resale.SellPickList;

internal sealed record SellPickListRequest(Guid OpId);

/// <param name="LeftOut">Lines that were stopped: released, blocked or withdrawn before the sale.</param>
internal sealed record SellPickListAnswer(string Number, IReadOnlyList<SoldUnit> Sold, IReadOnlyList<LeftOutUnit> LeftOut);

internal sealed record SoldUnit(Guid UnitId, string Serial, long PriceMinor, string Currency);

internal sealed record LeftOutUnit(Guid UnitId, string Serial, string Reason);

/// <summary>Sells what a list has picked, when nothing on it waits any more.</summary>
internal sealed class SellPickList(ResaleDb db)
{
    public Task<SellPickListAnswer> Handle(string number, SellPickListRequest request, CancellationToken cancel) => db.Once(request.OpId, "sell-pick-list", new { number }, async () =>
    {
        var list = await db.PickList(number, cancel);
        var units = (await db.UnitsOf(list, cancel)).ToDictionary(unit => unit.Id);
        list.MarkSold(db.Origin.ActorName, db.Now);
        var lines = list.Lines.Select(line => (Unit: units[line.UnitId], Reservation: units[line.UnitId].Reservations.Single(row => row.Id == line.ReservationId))).OrderBy(line => line.Unit.Id).ToList();
        var open = lines.Where(line => line.Reservation.State == ReservationState.Open).ToList();
        if (open.FirstOrDefault(line => line.Unit.State != UnitState.Picked) is { Unit: { } waiting })
            throw new RefusedException("not-all-picked", $"{waiting.Name} has not been picked yet. Pick every line, or release its reservation.", arguments: [waiting.Name, list.Number]);
        if (open.Count == 0)
            throw new RefusedException("nothing-to-sell", $"Every line of pick list {list.Number} was stopped; nothing is left to sell.", arguments: [list.Number]);
        foreach (var (unit, _) in open)
            unit.Sell(db.Origin.ActorName, db.Now);
        return new SellPickListAnswer(list.Number, [.. open.Select(line => new SoldUnit(line.Unit.Id, line.Unit.Serial, line.Reservation.PriceMinor, line.Reservation.Currency))],
            [.. lines.Except(open).Select(line => new LeftOutUnit(line.Unit.Id, line.Unit.Serial, line.Reservation.ReleaseReason ?? ""))]);
    }, [], cancel);
}
