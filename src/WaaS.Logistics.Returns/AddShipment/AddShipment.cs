using Microsoft.EntityFrameworkCore;
using WaaS.Logistics.Platform.Data;
using WaaS.Logistics.Platform.Web;
using WaaS.Logistics.Returns.Data;
using WaaS.Logistics.Returns.Orders;

namespace WaaS.Logistics.Returns.AddShipment;

/// <param name="Parcels">One entry for each; empty text where the carrier's number is not known yet.</param>
internal sealed record AddShipmentRequest(Guid OpId, IReadOnlyList<string?> Parcels, string? Carrier = null);

internal sealed record AddShipmentAnswer(Guid ShipmentId, IReadOnlyList<ParcelLabel> Parcels);

internal sealed record ParcelLabel(Guid ParcelId, string Number, string? Tracking, string Label);

/// <summary>Parcels are on their way; each gets a number and a label of its own.</summary>
internal sealed class AddShipment(ReturnsDb db)
{
    private const int MaxParcels = 200;

    public Task<AddShipmentAnswer> Handle(string orderNumber, AddShipmentRequest request, CancellationToken cancel)
    {
        if (request.Parcels.Count is 0 or > MaxParcels)
            throw RefusedException.Invalid("parcels", $"A shipment has 1 to {MaxParcels} parcels.", MaxParcels);
        if (request.Parcels.Append(request.Carrier).Any(text => text is { Length: > 60 } || text?.Any(char.IsControl) == true))
            throw RefusedException.Invalid("parcels", "Carrier and tracking numbers have at most 60 characters.").Worded("tracking-too-long");
        return db.Once(request.OpId, "add-shipment", new { orderNumber, request }, async () =>
        {
            var order = await db.Orders.SingleOrDefaultAsync(row => row.Number == orderNumber, cancel) ?? throw RefusedException.NotFound("return order", orderNumber);
            if (order.State is OrderState.Closed or OrderState.Cancelled)
                throw new RefusedException("order-state", $"Return order {order.Number} is {order.State.ToString().ToLowerInvariant()}; no shipment can be added.", 409, null, order.Number, order.State);
            var shipment = new Shipment(order, Blank(request.Carrier), db.Now);
            db.Shipments.Add(shipment);
            foreach (var tracking in request.Parcels)
                db.Parcels.Add(shipment.Add(await db.NextNumber(NumberSeries.Parcels, cancel), Blank(tracking)));
            return new AddShipmentAnswer(shipment.Id, [.. shipment.Parcels.Select(parcel => new ParcelLabel(parcel.Id, parcel.Number, parcel.Tracking, parcel.Label.ToString()))]);
        }, [], cancel);
    }

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
