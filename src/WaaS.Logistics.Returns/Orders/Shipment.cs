using WaaS.Logistics.Messages.Returns;
using WaaS.Logistics.Platform.Data;
using WaaS.Logistics.Platform.Web;
using WaaS.Logistics.Returns.Places;
using WaaS.Logistics.Scanning;

namespace WaaS.Logistics.Returns.Orders;

/// <summary>Parcels on their way together for one return order.</summary>
internal sealed class Shipment : Root
{
    private Shipment()
    {
    }

    public Shipment(ReturnOrder order, string? carrier, DateTime now) => (OrderId, OrderNumber, Carrier, AnnouncedAt) = (order.Id, order.Number, carrier, now);

    public Guid OrderId { get; private set; }
    public string OrderNumber { get; private set; } = "";
    public string? Carrier { get; private set; }
    public DateTime AnnouncedAt { get; private set; }
    public List<Parcel> Parcels { get; } = [];

    public Parcel Add(string number, string? tracking)
    {
        var parcel = new Parcel(this, number, tracking);
        Parcels.Add(parcel);
        return parcel;
    }

    public ParcelArrived Arrive(Parcel parcel, Place place, string actorName, DateTime now)
    {
        parcel.Arrive(place, actorName, now);
        return new ParcelArrived(parcel.Id, parcel.Number, OrderId, OrderNumber, place.Code);
    }
}

internal sealed class Parcel : IPart
{
    private Parcel()
    {
    }

    public Parcel(Shipment shipment, string number, string? tracking) => (Shipment, Number, Tracking) = (shipment, number, tracking);

    public Guid Id { get; private set; } = Guid.CreateVersion7();
    public Shipment Shipment { get; private set; } = null!;
    public string Number { get; private set; } = "";

    /// <summary>The carrier's number, as on its label.</summary>
    public string? Tracking { get; private set; }

    public DateTime? ArrivedAt { get; private set; }
    public string? ArrivedBy { get; private set; }
    public string? ArrivedPlace { get; private set; }

    public OwnCode Label => OwnCode.Create(OwnCodeKind.Parcel, Number.Replace("-", ""));

    Root? IPart.Owner => Shipment;

    public void Arrive(Place place, string actorName, DateTime now)
    {
        if (ArrivedAt is not null)
            throw new RefusedException("parcel-arrived", $"Parcel {Number} arrived at {ArrivedPlace} before.", 409, "parcel", Number, ArrivedPlace!);
        if (place.Kind is not (PlaceKind.Dock or PlaceKind.Secured or PlaceKind.Quarantine))
            throw new RefusedException("place-not-for-parcels", $"{place.Code} is a {place.Kind.Word()} place. A parcel with unwiped devices stands at a dock, or in a secured or quarantine place.", 409, "place", place.Code);
        (ArrivedAt, ArrivedBy, ArrivedPlace) = (now, actorName, place.Code);
    }
}
