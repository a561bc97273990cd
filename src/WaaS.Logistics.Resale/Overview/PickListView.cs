using System.Globalization;
using WaaS.Logistics.Resale.PickLists;
using WaaS.Logistics.Resale.Units;

namespace WaaS.Logistics.Resale.Overview;

/// <param name="Lines">In the order of the bins, as a person walks along: A-2 comes before A-10.</param>
public sealed record PickListView(string Number, string Buyer, DateTime CreatedAt, string CreatedBy, PickListState State, DateTime? SoldAt, string? SoldBy, IReadOnlyList<PickLineView> Lines)
{
    private static readonly StringComparer BinOrder = StringComparer.Create(CultureInfo.InvariantCulture, CompareOptions.NumericOrdering | CompareOptions.IgnoreCase);

    /// <summary>The line to pick now.</summary>
    public PickLineView? Next => Lines.FirstOrDefault(line => line.State == PickLineState.Waiting);

    /// <summary>The first waiting line behind a bin, and after the last bin the first; <c>null</c> where nothing waits elsewhere.</summary>
    /// <param name="bin">Where the person stands.</param>
    public PickLineView? After(string? bin)
    {
        var elsewhere = Lines.Where(line => line.State == PickLineState.Waiting && (bin is null || line.Bin != bin)).ToList();
        return elsewhere.Find(line => BinOrder.Compare(line.Bin ?? "", bin ?? "") > 0) ?? elsewhere.FirstOrDefault();
    }

    public int Count(PickLineState state) => Lines.Count(line => line.State == state);

    internal static PickListView Of(PickList list, IReadOnlyList<StockUnit> units)
    {
        var lines = list.Lines.Select(line => Line(line, units.Single(unit => unit.Id == line.UnitId)))
            .OrderBy(line => line.Bin ?? "", BinOrder).ThenBy(line => line.Serial, StringComparer.Ordinal).ToList();
        return new PickListView(list.Number, list.Buyer, list.CreatedAt, list.CreatedBy, StateOf(list.SoldAt, lines.Count(line => line.State != PickLineState.Stopped)), list.SoldAt, list.SoldBy, lines);
    }

    internal static PickListState StateOf(DateTime? soldAt, int standing) => soldAt is not null ? PickListState.Sold : standing == 0 ? PickListState.Ended : PickListState.Open;

    private static PickLineView Line(PickLine line, StockUnit unit)
    {
        var reservation = unit.Reservations.Single(row => row.Id == line.ReservationId);
        return new PickLineView(reservation.PickedFrom ?? unit.Bin, unit.Id, unit.Serial, unit.Manufacturer, unit.Model, unit.Grade, StateOf(reservation), reservation.ReleaseReason, reservation.ReleaseCause,
            reservation.Id, reservation.PriceMinor, reservation.Currency, reservation.PickedAt, reservation.PickedBy);
    }

    private static PickLineState StateOf(Reservation reservation) => reservation.State switch
    {
        ReservationState.Released => PickLineState.Stopped,
        ReservationState.Sold => PickLineState.Sold,
        _ => reservation.PickedAt is null ? PickLineState.Waiting : PickLineState.Picked,
    };
}
