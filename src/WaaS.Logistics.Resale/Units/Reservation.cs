using WaaS.Logistics.Platform.Data;

namespace WaaS.Logistics.Resale.Units;

internal enum ReservationState
{
    Open,
    Released,
    Sold,
}

/// <summary>Who or what ended a reservation that was not sold.</summary>
public enum ReleaseCause
{
    Person,
    Blocked,
    GradedAgain,
    Withdrawn,
}

/// <summary>A unit is promised to a buyer at a price. A unit has at most one that is open; the database decides.</summary>
internal sealed class Reservation : IPart
{
    private Reservation()
    {
    }

    internal Reservation(Guid id, StockUnit unit, Buyer buyer, Price price, string by, DateTime now) =>
        (Id, Unit, UnitId, Buyer, BuyerKey, PriceMinor, Currency, ReservedBy, ReservedAt) = (id, unit, unit.Id, buyer.Name, buyer.Key, price.Minor, price.Currency, by, now);

    public Guid Id { get; private set; }
    public Guid UnitId { get; private set; }
    public StockUnit? Unit { get; private set; }
    public string Buyer { get; private set; } = "";
    public string BuyerKey { get; private set; } = "";
    public long PriceMinor { get; private set; }
    public string Currency { get; private set; } = "";
    public ReservationState State { get; private set; }
    public string ReservedBy { get; private set; } = "";
    public DateTime ReservedAt { get; private set; }
    public string? PickedFrom { get; private set; }
    public string? PickedBy { get; private set; }
    public DateTime? PickedAt { get; private set; }
    public ReleaseCause? ReleaseCause { get; private set; }
    public string? ReleaseReason { get; private set; }
    public string? EndedBy { get; private set; }
    public DateTime? EndedAt { get; private set; }

    Root? IPart.Owner => Unit;

    internal void Pick(string bin, string by, DateTime now) => (PickedFrom, PickedBy, PickedAt) = (bin, by, now);

    internal void Release(ReleaseCause cause, string reason, string by, DateTime now) =>
        (State, ReleaseCause, ReleaseReason, EndedBy, EndedAt) = (ReservationState.Released, cause, reason, by, now);

    internal void Sell(string by, DateTime now) => (State, EndedBy, EndedAt) = (ReservationState.Sold, by, now);
}
