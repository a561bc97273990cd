using WaaS.Logistics.Resale.Units;

namespace WaaS.Logistics.Resale.Overview;

/// <summary>A stock unit in a list.</summary>
public sealed record UnitRow(
    Guid UnitId, Guid DeviceId, string Serial, string Manufacturer, string Model, string Grade, UnitState State, string? Bin, long? PriceMinor, string? Currency, Guid? ReservationId, string? Buyer,
    int Cycle, string? Reason, string? PickList = null)
{
    internal static UnitRow Of(StockUnit unit) => new(
        unit.Id, unit.DeviceId, unit.Serial, unit.Manufacturer, unit.Model, unit.Grade, unit.State, unit.Bin, unit.PriceMinor, unit.Currency,
        unit.ReservationId, unit.Reserved?.Buyer, unit.Cycle, unit.Reason);
}

/// <summary>Equal units: the same maker, model and grade.</summary>
/// <param name="Free">Stocked and reserved for nobody.</param>
/// <param name="Priced">Of the free ones, those with a price.</param>
public sealed record UnitGroup(string Manufacturer, string Model, string Grade, int Free, int Priced, int Reserved, int Waiting, int Blocked);

/// <summary>Everything about one unit.</summary>
public sealed record UnitView(
    UnitRow Unit, string Customer, string? ProductClass, int ClearanceRevision, DateTime AdmittedAt, DateTime WaitingSince, DateTime? SoldAt, string? Doubt, DateTime? DoubtedAt, string? DoubtOutcome, string? DoubtSettledBy, DateTime? DoubtSettledAt,
    IReadOnlyList<ReservationRow> Reservations);

public sealed record ReservationRow(
    Guid ReservationId, string Buyer, long PriceMinor, string Currency, string State, string ReservedBy, DateTime ReservedAt, string? PickedFrom, string? PickedBy, DateTime? PickedAt, ReleaseCause? ReleaseCause, string? ReleaseReason, string? EndedBy, DateTime? EndedAt, string? PickList);

public enum PickLineState
{
    Waiting,
    Picked,
    Sold,

    /// <summary>Not to be picked or sold any more; the reason says why.</summary>
    Stopped,
}

/// <param name="Bin">Where it lies now; for a picked one, where it was taken from.</param>
public sealed record PickLineView(
    string? Bin, Guid UnitId, string Serial, string Manufacturer, string Model, string Grade, PickLineState State, string? Reason, ReleaseCause? Cause, Guid ReservationId, long PriceMinor, string Currency, DateTime? PickedAt, string? PickedBy);

public enum PickListState
{
    Open,
    Sold,

    /// <summary>Every line was stopped: nothing is left to do.</summary>
    Ended,
}

public sealed record PickListRow(string Number, string Buyer, DateTime CreatedAt, string CreatedBy, PickListState State, int Lines, int Waiting, int Picked, int Stopped);
