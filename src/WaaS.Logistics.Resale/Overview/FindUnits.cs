using Microsoft.EntityFrameworkCore;
using WaaS.Logistics.Resale.Data;
using WaaS.Logistics.Resale.PickLists;
using WaaS.Logistics.Resale.Units;

namespace WaaS.Logistics.Resale.Overview;

/// <param name="Q">Part of a serial, of maker or model, a bin, or a buyer.</param>
public sealed record UnitFilter(UnitState? State = null, string? Grade = null, string? Model = null, string? Q = null)
{
    public bool IsEmpty => State is null && string.IsNullOrWhiteSpace(Grade) && string.IsNullOrWhiteSpace(Model) && string.IsNullOrWhiteSpace(Q);
}

internal sealed class FindUnits(ResaleDb db)
{
    public const int PageSize = 200;

    public async Task<IReadOnlyList<UnitRow>> Rows(UnitFilter filter, int skip, CancellationToken cancel) =>
        [.. (await Filtered(filter).Include(unit => unit.Reservations).OrderBy(unit => unit.Model).ThenBy(unit => unit.Grade).ThenBy(unit => unit.Bin).ThenBy(unit => unit.Serial).ThenBy(unit => unit.Id)
            .Skip(Math.Max(0, skip)).Take(PageSize).ToListAsync(cancel)).Select(UnitRow.Of)];

    /// <summary>Equal units together, with how many can be had.</summary>
    public async Task<IReadOnlyList<UnitGroup>> Groups(UnitFilter filter, CancellationToken cancel)
    {
        var counted = await Filtered(filter).Where(unit => unit.State != UnitState.Sold && unit.State != UnitState.Returned && unit.State != UnitState.Withdrawn)
            .GroupBy(unit => new { unit.ModelKey, unit.Grade, unit.State, Priced = unit.PriceMinor != null })
            .Select(group => new Counted(group.Key.ModelKey, group.Key.Grade, group.Key.State, group.Key.Priced, group.Min(unit => unit.Manufacturer)!, group.Min(unit => unit.Model)!, group.Count())).ToListAsync(cancel);
        return [.. counted.GroupBy(row => (row.ModelKey, row.Grade)).Select(group => new UnitGroup(group.First().Manufacturer, group.First().Model, group.Key.Grade,
                Sum(group, UnitState.Stocked), group.Where(row => row.State == UnitState.Stocked && row.Priced).Sum(row => row.Count), Sum(group, UnitState.Reserved) + Sum(group, UnitState.Picked), Sum(group, UnitState.Admitted), Sum(group, UnitState.Blocked)))
            .OrderBy(group => group.Manufacturer, StringComparer.OrdinalIgnoreCase).ThenBy(group => group.Model, StringComparer.OrdinalIgnoreCase).ThenBy(group => group.Grade, StringComparer.Ordinal)];
    }

    private static int Sum(IEnumerable<Counted> rows, UnitState state) => rows.Where(row => row.State == state).Sum(row => row.Count);

    public async Task<UnitView> View(Guid id, CancellationToken cancel)
    {
        var unit = await db.Unit(id, cancel);
        var ids = unit.Reservations.Select(row => row.Id).ToList();
        var lists = await (from line in db.Set<PickLine>() where ids.Contains(line.ReservationId) select new { line.ReservationId, line.List!.Number }).ToDictionaryAsync(row => row.ReservationId, row => row.Number, cancel);
        return new UnitView(UnitRow.Of(unit) with { PickList = unit.ReservationId is { } current ? lists.GetValueOrDefault(current) : null },
            unit.Customer, unit.ProductClass, unit.ClearanceRevision, unit.AdmittedAt, unit.WaitingSince, unit.SoldAt, unit.Doubt, unit.DoubtedAt, unit.DoubtOutcome, unit.DoubtSettledBy, unit.DoubtSettledAt,
            [.. unit.Reservations.OrderByDescending(row => row.ReservedAt).Select(row => new ReservationRow(row.Id, row.Buyer, row.PriceMinor, row.Currency, row.State.ToString(), row.ReservedBy, row.ReservedAt,
                row.PickedFrom, row.PickedBy, row.PickedAt, row.ReleaseCause, row.ReleaseReason, row.EndedBy, row.EndedAt, lists.GetValueOrDefault(row.Id)))]);
    }

    private IQueryable<StockUnit> Filtered(UnitFilter filter)
    {
        var units = db.Units.AsNoTracking();
        if (filter.State is { } state)
            units = units.Where(unit => unit.State == state);
        if (filter.Grade?.Trim().ToUpperInvariant() is { Length: > 0 } grade)
            units = units.Where(unit => unit.Grade == grade);
        if (Scanning.DeviceMaker.ModelKey(filter.Model ?? "") is { Length: > 0 } model)
            units = units.Where(unit => unit.ModelKey.EndsWith("/" + model));
        foreach (var word in (filter.Q ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(6).Select(word => word.ToUpperInvariant()))
            units = units.Where(unit => unit.SerialKey.Contains(word) || unit.Manufacturer.ToUpper().Contains(word) || unit.Model.ToUpper().Contains(word) || unit.Bin == word
                || unit.Reservations.Any(row => row.Id == unit.ReservationId && row.Buyer.ToUpper().Contains(word)));
        return units;
    }

    private sealed record Counted(string ModelKey, string Grade, UnitState State, bool Priced, string Manufacturer, string Model, int Count);
}
