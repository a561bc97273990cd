using WaaS.Logistics.Platform.Data;
using WaaS.Logistics.Resale.Data;
using WaaS.Logistics.Resale.Units;

namespace WaaS.Logistics.Resale.ReserveUnits;

internal sealed record ReserveUnitsRequest(Guid OpId, string Buyer, IReadOnlyList<Guid> Units);

internal sealed record ReserveUnitsAnswer(IReadOnlyList<ReservedUnit> Reservations);

internal sealed record ReservedUnit(Guid ReservationId, Guid UnitId);

/// <summary>Promises units to a buyer: all of them or none.</summary>
internal sealed class ReserveUnits(ResaleDb db)
{
    public Task<ReserveUnitsAnswer> Handle(ReserveUnitsRequest request, CancellationToken cancel) => db.Once(request.OpId, "reserve-units", request, async () =>
    {
        var buyer = Buyer.Read(request.Buyer);
        var units = await db.SeveralUnits(request.Units, cancel);
        // In the units' order, so that two who reserve some of the same wait for each other in one direction only.
        var ids = units.Select(_ => Guid.CreateVersion7()).Order().ToList();
        return new ReserveUnitsAnswer([.. units.Select((unit, i) => new ReservedUnit(unit.Reserve(ids[i], buyer, db.Origin.ActorName, db.Now).Id, unit.Id))]);
    }, [ResaleDb.OneOpenReservation], cancel);
}
