using Microsoft.EntityFrameworkCore;
using WaaS.Logistics.Resale.Data;
using WaaS.Logistics.Resale.PickLists;
using WaaS.Logistics.Resale.Units;

namespace WaaS.Logistics.Resale.Overview;

/// <summary>What a buyer has reserved and nobody has put on a pick list yet.</summary>
public sealed record BuyerReservations(string Buyer, IReadOnlyList<Guid> Reservations, IReadOnlyList<UnitRow> Units);

internal sealed class FindOpenReservations(ResaleDb db)
{
    public async Task<IReadOnlyList<BuyerReservations>> Handle(CancellationToken cancel)
    {
        var units = await db.WholeUnits.AsNoTracking().Where(unit => unit.State == UnitState.Reserved && !db.Set<PickLine>().Any(line => line.ReservationId == unit.ReservationId)).OrderBy(unit => unit.Bin).ThenBy(unit => unit.Serial).ToListAsync(cancel);
        return [.. units.GroupBy(unit => unit.Reserved!.BuyerKey).Select(group => new BuyerReservations(group.First().Reserved!.Buyer, [.. group.Select(unit => unit.ReservationId!.Value)], [.. group.Select(UnitRow.Of)]))
            .OrderBy(buyer => buyer.Buyer, StringComparer.OrdinalIgnoreCase)];
    }
}
