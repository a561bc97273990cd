using WaaS.Logistics.Resale.Overview;
using WaaS.Logistics.Resale.Units;

namespace WaaS.Logistics.Resale.Pages;

/// <param name="Units">Shown where something is looked for; all of the stock is shown as groups.</param>
/// <param name="Take">How many equal ones were asked for: the first free ones with a price are chosen.</param>
public sealed record StockView(UnitFilter Filter, IReadOnlyList<UnitGroup> Groups, IReadOnlyList<UnitRow>? Units, int Take, IReadOnlySet<Guid> Chosen, bool MayAct)
{
    public int Free => Units?.Count(CanBeHad) ?? 0;

    internal static async Task<StockView> Load(FindUnits find, UnitFilter filter, int take, IReadOnlySet<Guid>? chosen, bool mayAct, CancellationToken cancel)
    {
        var units = filter.IsEmpty ? null : await find.Rows(filter, 0, cancel);
        return new StockView(filter, filter.State is null ? await find.Groups(filter, cancel) : [], units, take,
            chosen ?? (units ?? []).Where(CanBeHad).Take(Math.Clamp(take, 0, FindUnits.PageSize)).Select(unit => unit.UnitId).ToHashSet(), mayAct);
    }

    private static bool CanBeHad(UnitRow unit) => unit is { State: UnitState.Stocked, PriceMinor: not null };
}

public sealed record UnitsForm
{
    public Guid OpId { get; init; }
    public string[]? Units { get; init; }
    public string? Buyer { get; init; }
    public string? Price { get; init; }
    public string? Currency { get; init; }
    public string? Q { get; init; }
    public string? Model { get; init; }
    public string? Grade { get; init; }
    public string? State { get; init; }

    internal IReadOnlyList<Guid> Chosen => [.. (Units ?? []).Select(unit => Guid.TryParse(unit, out var id) ? id : Guid.Empty)];

    internal UnitFilter Filter => new(Enum.TryParse<UnitState>(State, out var state) ? state : null, Grade, Model, Q);
}
