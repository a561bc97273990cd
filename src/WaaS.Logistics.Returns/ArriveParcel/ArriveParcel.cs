using Microsoft.EntityFrameworkCore;
using WaaS.Logistics.Platform.Data;
using WaaS.Logistics.Platform.Web;
using WaaS.Logistics.Returns.Data;
using WaaS.Logistics.Returns.Orders;
using WaaS.Logistics.Returns.Places;
using WaaS.Logistics.Scanning;

namespace WaaS.Logistics.Returns.ArriveParcel;

/// <param name="Parcel">Its own label, its number, or the carrier's number.</param>
internal sealed record ArriveParcelRequest(Guid OpId, string Parcel, string Place);

internal sealed record ArriveParcelAnswer(Guid ParcelId, string Number, string OrderNumber, string Place, int Arrived, int Parcels);

/// <summary>A parcel stands at the dock.</summary>
internal sealed class ArriveParcel(ReturnsDb db)
{
    public Task<ArriveParcelAnswer> Handle(ArriveParcelRequest request, CancellationToken cancel) => db.Once(request.OpId, "arrive-parcel", request, async () =>
    {
        var place = await db.Place(request.Place, "place", cancel);
        var parcel = await Find(request.Parcel, cancel);
        db.AddToOutbox(parcel.Shipment.Arrive(parcel, place, db.Origin.ActorName, db.Now));
        var others = db.Parcels.Where(row => row.Shipment.OrderId == parcel.Shipment.OrderId && row.Id != parcel.Id);
        return new ArriveParcelAnswer(parcel.Id, parcel.Number, parcel.Shipment.OrderNumber, place.Code,
            1 + await others.CountAsync(row => row.ArrivedAt != null, cancel), 1 + await others.CountAsync(cancel));
    }, [], cancel);

    private async Task<Parcel> Find(string text, CancellationToken cancel)
    {
        var wanted = text.Trim();
        if (wanted.Length is 0 or > 200)
            throw RefusedException.Invalid("parcel", "Scan the parcel's label, or type its number or the carrier's number.");
        if (OwnCode.IsClaimedBy(text))
        {
            if (!OwnCode.TryParse(text, out var code, out var reason))
                throw RefusedException.Invalid("parcel", reason).Worded("code-misread");
            if (code.Kind != OwnCodeKind.Parcel)
                throw RefusedException.Invalid("parcel", $"'{wanted}' is the code of a {code.Kind.ToString().ToLowerInvariant()}, not of a parcel.", wanted).Worded("parcel-other-code");
            wanted = code.Id.Insert(2, "-");
        }
        var found = await db.Parcels.Include(row => row.Shipment).Where(row => row.Number == wanted || row.Tracking == wanted).Take(2).ToListAsync(cancel);
        return found switch
        {
            [var parcel] => parcel,
            [] => throw new RefusedException("parcel-unknown", $"No parcel '{wanted}' is announced. Open a return order with a shipment for it, then scan it again.", 404, "parcel", wanted),
            _ => throw new RefusedException("parcel-ambiguous", $"Two parcels have the carrier's number '{wanted}'. Scan our own label instead.", 409, "parcel", wanted),
        };
    }
}
