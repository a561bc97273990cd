using WaaS.Logistics.Platform.Data;
using WaaS.Logistics.Platform.Web;
using WaaS.Logistics.Resale.Units;

namespace WaaS.Logistics.Resale.PickLists;

/// <summary>Reservations of one buyer that are picked in one walk. What has become of each stands in its reservation.</summary>
internal sealed class PickList : Root
{
    private readonly List<PickLine> _lines = [];

    private PickList()
    {
    }

    public PickList(string number, IReadOnlyList<Reservation> reservations, string by, DateTime now)
    {
        (Number, Buyer, CreatedBy, CreatedAt) = (number, reservations[0].Buyer, by, now);
        _lines.AddRange(reservations.Select(reservation => new PickLine(this, reservation)));
    }

    public string Number { get; private set; } = "";
    public string Buyer { get; private set; } = "";
    public string CreatedBy { get; private set; } = "";
    public DateTime CreatedAt { get; private set; }
    public string? SoldBy { get; private set; }
    public DateTime? SoldAt { get; private set; }

    public IReadOnlyList<PickLine> Lines => _lines;

    public void RequireOpen()
    {
        if (SoldAt is not null)
            throw new RefusedException("list-sold", $"Pick list {Number} has been sold by {SoldBy}.", arguments: [Number, SoldBy!]);
    }

    public void MarkSold(string by, DateTime now)
    {
        RequireOpen();
        (SoldBy, SoldAt) = (by, now);
    }
}

internal sealed class PickLine : IPart
{
    private PickLine()
    {
    }

    internal PickLine(PickList list, Reservation reservation) => (List, PickListId, ReservationId, UnitId) = (list, list.Id, reservation.Id, reservation.UnitId);

    public Guid Id { get; private set; } = Guid.CreateVersion7();
    public Guid PickListId { get; private set; }
    public PickList? List { get; private set; }
    public Guid ReservationId { get; private set; }
    public Guid UnitId { get; private set; }

    Root? IPart.Owner => List;
}
