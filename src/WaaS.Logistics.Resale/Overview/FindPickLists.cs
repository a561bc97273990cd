using Microsoft.EntityFrameworkCore;
using WaaS.Logistics.Resale.Data;
using WaaS.Logistics.Resale.PickLists;
using WaaS.Logistics.Resale.Units;

namespace WaaS.Logistics.Resale.Overview;

internal sealed class FindPickLists(ResaleDb db)
{
    public const int Most = 200;

    /// <summary>The unsold first, each newest first.</summary>
    public async Task<IReadOnlyList<PickListRow>> Rows(CancellationToken cancel)
    {
        var lists = await db.PickLists.AsNoTracking().Include(list => list.Lines).OrderBy(list => list.SoldAt != null).ThenByDescending(list => list.CreatedAt).Take(Most).ToListAsync(cancel);
        var ids = lists.Select(list => list.Id).ToList();
        var states = await (from line in db.Set<PickLine>() join reservation in db.Reservations on line.ReservationId equals reservation.Id where ids.Contains(line.PickListId)
                            select new { line.PickListId, reservation.State, Picked = reservation.PickedAt != null }).ToListAsync(cancel);
        var byList = states.ToLookup(row => row.PickListId);
        return [.. lists.Select(list => new PickListRow(list.Number, list.Buyer, list.CreatedAt, list.CreatedBy,
            PickListView.StateOf(list.SoldAt, byList[list.Id].Count(row => row.State != ReservationState.Released)), list.Lines.Count,
            byList[list.Id].Count(row => row.State == ReservationState.Open && !row.Picked), byList[list.Id].Count(row => row.State != ReservationState.Released && row.Picked), byList[list.Id].Count(row => row.State == ReservationState.Released)))];
    }

    public async Task<PickListView> View(string number, CancellationToken cancel)
    {
        var list = await db.PickList(number, cancel);
        return PickListView.Of(list, await db.UnitsOf(list, cancel));
    }
}
