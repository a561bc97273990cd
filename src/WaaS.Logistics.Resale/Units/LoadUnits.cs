using Microsoft.EntityFrameworkCore;
using WaaS.Logistics.Platform.Web;
using WaaS.Logistics.Resale.Data;

namespace WaaS.Logistics.Resale.Units;

internal static class LoadUnits
{
    private const int Most = 500;

    /// <summary>All of them, in the order of their ids: whoever changes several takes them in the same order.</summary>
    public static async Task<IReadOnlyList<StockUnit>> SeveralUnits(this ResaleDb db, IReadOnlyList<Guid> ids, CancellationToken cancel)
    {
        var wanted = ids.Distinct().Order().ToList();
        if (wanted.Count is 0 or > Most)
            throw RefusedException.Invalid("units", $"Name at least one unit and at most {Most}.", Most);
        var units = await db.WholeUnits.Where(unit => wanted.Contains(unit.Id)).ToListAsync(cancel);
        var missing = wanted.Except(units.Select(unit => unit.Id)).ToList();
        return missing.Count == 0 ? [.. units.OrderBy(unit => unit.Id)] : throw RefusedException.NotFound("stock unit", missing[0].ToString());
    }
}
