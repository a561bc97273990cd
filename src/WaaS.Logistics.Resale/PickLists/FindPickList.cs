using Microsoft.EntityFrameworkCore;
using WaaS.Logistics.Platform.Web;
using WaaS.Logistics.Resale.Data;
using WaaS.Logistics.Resale.Units;

namespace WaaS.Logistics.Resale.PickLists;

internal static class FindPickList
{
    public static async Task<PickList> PickList(this ResaleDb db, string number, CancellationToken cancel)
    {
        var upper = number.Trim().ToUpperInvariant();
        return await db.PickLists.Include(list => list.Lines).SingleOrDefaultAsync(list => list.Number == upper, cancel) ?? throw RefusedException.NotFound("pick list", number);
    }

    public static async Task<IReadOnlyList<StockUnit>> UnitsOf(this ResaleDb db, PickList list, CancellationToken cancel)
    {
        var ids = list.Lines.Select(line => line.UnitId).ToList();
        return await db.WholeUnits.Where(unit => ids.Contains(unit.Id)).OrderBy(unit => unit.Id).ToListAsync(cancel);
    }
}
