using Microsoft.EntityFrameworkCore;
using WaaS.Logistics.Platform.Data;
using WaaS.Logistics.Platform.Web;
using WaaS.Logistics.Resale.Data;
using WaaS.Logistics.Resale.Overview;
using WaaS.Logistics.Resale.PickLists;
using WaaS.Logistics.Resale.Units;

namespace WaaS.Logistics.Resale.MakePickList;

internal sealed record MakePickListRequest(Guid OpId, IReadOnlyList<Guid> Reservations);

/// <summary>One walk for open reservations of one buyer; a reservation is on one list only.</summary>
internal sealed class MakePickList(ResaleDb db)
{
    private const int Most = 500;

    public Task<PickListView> Handle(MakePickListRequest request, CancellationToken cancel) => db.Once(request.OpId, "make-pick-list", request, async () =>
    {
        var wanted = request.Reservations.Distinct().ToList();
        if (wanted.Count is 0 or > Most)
            throw RefusedException.Invalid("reservations", $"Name at least one reservation and at most {Most}.", Most);
        var units = await db.WholeUnits.Where(unit => unit.Reservations.Any(reservation => wanted.Contains(reservation.Id))).OrderBy(unit => unit.Id).ToListAsync(cancel);
        var reservations = wanted.Select(id => units.SelectMany(unit => unit.Reservations).SingleOrDefault(row => row.Id == id) ?? throw RefusedException.NotFound("reservation", id.ToString())).ToList();
        await RequireListable(reservations, cancel);
        var list = new PickList((await db.Numbers.SingleAsync(row => row.Prefix == NumberSeries.PickLists, cancel)).Next(), reservations, db.Origin.ActorName, db.Now);
        db.PickLists.Add(list);
        return PickListView.Of(list, units);
    }, [ResaleDb.OneListPerReservation], cancel);

    private async Task RequireListable(List<Reservation> reservations, CancellationToken cancel)
    {
        if (reservations.FirstOrDefault(row => row.State != ReservationState.Open) is { } ended)
            throw new RefusedException("reservation-ended", $"The reservation of {ended.Unit!.Name} is not open any more.", arguments: [ended.Unit!.Name]);
        if (reservations.FirstOrDefault(row => row.BuyerKey != reservations[0].BuyerKey) is { } other)
            throw new RefusedException("two-buyers", $"{reservations[0].Buyer} and {other.Buyer} need a pick list each.", arguments: [reservations[0].Buyer, other.Buyer]);
        var ids = reservations.Select(row => row.Id).ToList();
        var taken = await (from line in db.Set<PickLine>() where ids.Contains(line.ReservationId) select line.List!.Number).FirstOrDefaultAsync(cancel);
        if (taken is not null)
            throw new RefusedException("listed-already", $"A reservation is on pick list {taken} already.", arguments: [taken]);
    }
}
