using Microsoft.EntityFrameworkCore;
using WaaS.Logistics.Resale.Data;
using WaaS.Logistics.Resale.TakeScan;
using WaaS.Logistics.Resale.Units;

namespace WaaS.Logistics.Resale.Overview;

/// <param name="Bin">Scanned last, where the next units go.</param>
/// <param name="Unit">Scanned last, waiting for its bin.</param>
/// <param name="BlockedInBins">Must be taken out and brought back to sanitization.</param>
public sealed record WaitingView(string? Bin, UnitRow? Unit, IReadOnlyList<UnitRow> Admitted, int AdmittedTotal, IReadOnlyList<UnitRow> BlockedInBins, IReadOnlyList<UnitRow> Latest);

internal sealed class FindWaiting(ResaleDb db)
{
    private const int Most = 50;

    public async Task<WaitingView> Handle(CancellationToken cancel)
    {
        var hand = await Hand.Look(db, TakePutAwayScan.Task, cancel);
        var admitted = db.WholeUnits.AsNoTracking().Where(unit => unit.State == UnitState.Admitted);
        var blocked = db.WholeUnits.AsNoTracking().Where(unit => (unit.State == UnitState.Blocked || unit.State == UnitState.Withdrawn) && unit.PlaceId != null);
        var latest = db.WholeUnits.AsNoTracking().Where(unit => unit.State == UnitState.Stocked);
        return new WaitingView(hand?.Bin, hand?.UnitId is { } id && await db.WholeUnits.AsNoTracking().SingleOrDefaultAsync(unit => unit.Id == id, cancel) is { } held ? UnitRow.Of(held) : null,
            [.. (await admitted.OrderBy(unit => unit.WaitingSince).Take(Most).ToListAsync(cancel)).Select(UnitRow.Of)], await admitted.CountAsync(cancel),
            [.. (await blocked.OrderBy(unit => unit.Bin).Take(Most).ToListAsync(cancel)).Select(UnitRow.Of)],
            [.. (await latest.OrderByDescending(unit => unit.WaitingSince).Take(10).ToListAsync(cancel)).Select(UnitRow.Of)]);
    }
}
