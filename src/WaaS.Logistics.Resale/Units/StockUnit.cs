using WaaS.Logistics.Messages.Refurbishment;
using WaaS.Logistics.Messages.Resale;
using WaaS.Logistics.Platform.Data;
using WaaS.Logistics.Platform.Web;
using WaaS.Logistics.Resale.Places;
using WaaS.Logistics.Scanning;

namespace WaaS.Logistics.Resale.Units;

/// <summary>A graded device on its way to a buyer. It exists by a clearance, and one clearance makes at most one unit.</summary>
internal sealed partial class StockUnit : Root
{
    private readonly List<Reservation> _reservations = [];
    private readonly List<object> _events = [];

    private StockUnit()
    {
    }

    public StockUnit(DeviceGraded graded, DateTime now)
    {
        DeviceId = graded.DeviceId;
        Cycle = graded.Cycle;
        Learn(graded);
        AdmittedAt = WaitingSince = now;
        _events.Add(new UnitAdmitted(Id, DeviceId, Cycle, Serial, Grade));
    }

    public Guid DeviceId { get; private set; }
    public int Cycle { get; private set; }
    public int ClearanceRevision { get; private set; }

    /// <summary>The tenant who rented it last.</summary>
    public string Customer { get; private set; } = "";
    public string TenantKey { get; private set; } = "";
    public string Manufacturer { get; private set; } = "";
    public string Model { get; private set; } = "";
    public string ModelKey { get; private set; } = "";
    public string Serial { get; private set; } = "";
    public string SerialKey { get; private set; } = "";
    public string? ProductClass { get; private set; }
    public string Grade { get; private set; } = "";
    public UnitState State { get; private set; }

    /// <summary>Where it lies. A blocked unit keeps it, so that it can be taken out.</summary>
    public Guid? PlaceId { get; private set; }
    public string? Bin { get; private set; }
    public long? PriceMinor { get; private set; }
    public string? Currency { get; private set; }
    public Guid? ReservationId { get; private set; }

    /// <summary>Why it is blocked or withdrawn.</summary>
    public string? Reason { get; private set; }
    public DateTime AdmittedAt { get; private set; }
    public DateTime WaitingSince { get; private set; }
    public DateTime? SoldAt { get; private set; }

    public IReadOnlyList<Reservation> Reservations => _reservations;

    public Reservation? Reserved => ReservationId is { } id ? _reservations.Single(row => row.Id == id) : null;

    public Price? Price => PriceMinor is { } minor ? new Price(minor, Currency!) : null;

    /// <summary>As people call it.</summary>
    public string Name => $"{Manufacturer} {Model} {Serial}";

    /// <summary>What happened since the last save; said by the outbox in the same save.</summary>
    internal IReadOnlyList<object> TakeEvents()
    {
        object[] events = [.. _events];
        _events.Clear();
        return events;
    }

    public void PutInto(Place place, DateTime now)
    {
        place.RequireSellable();
        Move(UnitEvent.PutAway, now);
        (PlaceId, Bin) = (place.Id, place.Code);
        _events.Add(new UnitStocked(Id, DeviceId, Cycle, Serial, Grade, place.Code));
    }

    public void Cost(Price price)
    {
        if (State is not (UnitState.Admitted or UnitState.Stocked or UnitState.Blocked))
            throw Refuse("price");
        (PriceMinor, Currency) = (price.Minor, price.Currency);
    }

    public Reservation Reserve(Guid reservationId, Buyer buyer, string by, DateTime now)
    {
        RequireOtherThanTenant(buyer.Key, buyer.Name);
        if (UnitTransitions.Find(State, UnitEvent.Reserved) is null)
            throw Refuse("reserve");
        var price = Price ?? throw new RefusedException("no-price", $"{Name} has no price. Set one, then reserve it.", arguments: [Name]);
        var reservation = new Reservation(reservationId, this, buyer, price, by, now);
        _reservations.Add(reservation);
        ReservationId = reservation.Id;
        Move(UnitEvent.Reserved, now);
        _events.Add(new UnitReserved(Id, DeviceId, Serial, reservation.Id, buyer.Name));
        return reservation;
    }

    public void Release(Guid reservationId, string reason, string by, DateTime now)
    {
        if (ReservationId != reservationId || State is not (UnitState.Reserved or UnitState.Picked))
            throw new RefusedException("reservation-ended", $"The reservation of {Name} is not open any more.", arguments: [Name]);
        End(ReleaseCause.Person, reason, by, now);
        Move(UnitEvent.Released, now);
    }

    public void Pick(string list, string by, DateTime now)
    {
        if (UnitTransitions.Find(State, UnitEvent.Picked) is null)
            throw Refuse("pick");
        var bin = Bin!;
        Reserved!.Pick(bin, by, now);
        Move(UnitEvent.Picked, now);
        (PlaceId, Bin) = (null, null);
        _events.Add(new UnitPicked(Id, DeviceId, Serial, bin, list));
    }

    public void Sell(string by, DateTime now)
    {
        if (UnitTransitions.Find(State, UnitEvent.Sold) is null)
            throw Refuse("sell");
        var reservation = Reserved!;
        RequireOtherThanTenant(reservation.BuyerKey, reservation.Buyer);
        reservation.Sell(by, now);
        (PriceMinor, Currency, SoldAt) = (reservation.PriceMinor, reservation.Currency, now);
        Move(UnitEvent.Sold, now);
        _events.Add(new UnitSold(Id, DeviceId, Serial, reservation.Buyer, reservation.PriceMinor, reservation.Currency));
    }

    public void Return(string reason, DateTime now)
    {
        if (UnitTransitions.Find(State, UnitEvent.Returned) is null)
            throw Refuse("return");
        Reason = reason;
        Move(UnitEvent.Returned, now);
        _events.Add(new UnitReturned(Id, DeviceId, Serial, Reserved!.Buyer));
    }

    private void RequireOtherThanTenant(string buyerKey, string buyer)
    {
        if (TenantKey == buyerKey)
            throw new RefusedException("buyer-is-tenant", $"{buyer} rented {Name}; a device is never sold to the tenant who had it. Take another unit.", arguments: [buyer, Name]);
    }

    private void Learn(DeviceGraded graded)
    {
        if (graded.Cycle < 1 || graded.ClearanceRevision < 1 || graded.Grade is not ("A" or "B" or "C") || Buyer.KeyOf(graded.Customer) is not { Length: > 0 } tenant)
            throw new InvalidOperationException($"Device {graded.Serial} was graded without a clearance, a grade A to C, or its last tenant: nothing unknown is stocked.");
        ClearanceRevision = graded.ClearanceRevision;
        (Customer, TenantKey, Grade) = (graded.Customer.Trim(), tenant, graded.Grade);
        (Manufacturer, Model, ModelKey, ProductClass) = (graded.Manufacturer, graded.Model, DeviceMaker.Key(graded.Manufacturer) + "/" + DeviceMaker.ModelKey(graded.Model), graded.ProductClass);
        (Serial, SerialKey) = (graded.Serial, DeviceSerial.Key(graded.Serial) ?? "");
    }
}
