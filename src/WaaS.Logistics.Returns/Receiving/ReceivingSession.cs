using WaaS.Logistics.Platform.Data;
using WaaS.Logistics.Platform.Web;
using WaaS.Logistics.Returns.Orders;
using WaaS.Logistics.Returns.Places;

namespace WaaS.Logistics.Returns.Receiving;

/// <summary>One station receives devices of one order, scan after scan.</summary>
internal sealed class ReceivingSession : Root
{
    private ReceivingSession()
    {
    }

    public ReceivingSession(string number, ReturnOrder order, StationOf station, Place place, Place quarantine, DateTime now)
    {
        (Number, OrderId, StationKey, StationName, OpenedBy, OpenedAt) = (number, order.Id, station.Key, station.Name, station.ActorName, now);
        Choose(place);
        if (quarantine.Kind != PlaceKind.Quarantine)
            throw new RefusedException("place-not-quarantine", $"{quarantine.Code} is a {quarantine.Kind.Word()} place. What was not expected goes to a quarantine place.", 409, "quarantinePlace", quarantine.Code);
        QuarantineId = quarantine.Id;
    }

    public string Number { get; private set; } = "";
    public Guid OrderId { get; private set; }
    public string StationKey { get; private set; } = "";
    public string StationName { get; private set; } = "";
    public string OpenedBy { get; private set; } = "";
    public DateTime OpenedAt { get; private set; }

    /// <summary>Where received devices are put.</summary>
    public Guid PlaceId { get; private set; }

    /// <summary>Where everything else is put.</summary>
    public Guid QuarantineId { get; private set; }

    /// <summary>Number of the last scan; raised by each, so that scanning and closing collide.</summary>
    public int LastScan { get; private set; }

    public DateTime? ClosedAt { get; private set; }
    public string? ClosedBy { get; private set; }

    public void Choose(Place place)
    {
        RequireOpen();
        place.RequireUnwipedAllowed();
        PlaceId = place.Id;
    }

    public int NextScan()
    {
        RequireOpen();
        return ++LastScan;
    }

    public void Close(string by, DateTime now)
    {
        RequireOpen();
        (ClosedBy, ClosedAt) = (by, now);
    }

    public void RequireOpen()
    {
        if (ClosedAt is not null)
            throw new RefusedException("session-closed", $"Receiving session {Number} has been closed by {ClosedBy}. Open a new one.", 409, null, Number, ClosedBy!);
    }
}

/// <summary>Who stands where. A browser that is no enrolled station counts as the person's own.</summary>
internal sealed record StationOf(string Key, string Name, string ActorName)
{
    public static StationOf Current(Origin origin) => origin.Station is { Length: > 0 } station
        ? new(station, station, origin.ActorName)
        : new("person:" + origin.Actor, origin.ActorName, origin.ActorName);
}
