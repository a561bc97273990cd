using Microsoft.EntityFrameworkCore;
using WaaS.Logistics.Platform.Data;
using WaaS.Logistics.Platform.Web;
using WaaS.Logistics.Returns.Data;
using WaaS.Logistics.Returns.Orders;
using WaaS.Logistics.Returns.Places;
using WaaS.Logistics.Returns.Receiving;

namespace WaaS.Logistics.Returns.OpenSession;

/// <param name="Order">The order's number.</param>
/// <param name="Place">Where received devices are put: a secured or quarantine place, by code or label.</param>
/// <param name="QuarantinePlace">Where everything else is put; the first quarantine place unless named.</param>
internal sealed record OpenSessionRequest(Guid OpId, string Order, string Place, string? QuarantinePlace = null);

internal sealed record OpenSessionAnswer(Guid SessionId, string Number, string Order, string Place, string QuarantinePlace);

/// <summary>A station starts to receive an order's devices. One session at a station; several stations may work on one order.</summary>
internal sealed class OpenSession(ReturnsDb db)
{
    public Task<OpenSessionAnswer> Handle(OpenSessionRequest request, CancellationToken cancel) => db.Once(request.OpId, "open-session", request, async () =>
    {
        var station = StationOf.Current(db.Origin);
        var running = await db.Sessions.AsNoTracking().FirstOrDefaultAsync(row => row.StationKey == station.Key && row.ClosedAt == null, cancel);
        if (running is not null)
            throw new RefusedException("session-open", $"Receiving session {running.Number} is still open at {running.StationName}. Close it first.", 409, null, running.Number, running.StationName);
        if (string.IsNullOrWhiteSpace(request.Order))
            throw RefusedException.Invalid("order", "Name the return order whose devices are received.").Worded("session-without-order");
        var order = await db.Orders.SingleOrDefaultAsync(row => row.Number == request.Order, cancel) ?? throw RefusedException.NotFound("return order", request.Order);
        var place = await db.Place(request.Place, "place", cancel);
        var quarantine = string.IsNullOrWhiteSpace(request.QuarantinePlace) ? await FirstQuarantine(cancel) : await db.Place(request.QuarantinePlace, "quarantinePlace", cancel);
        order.StartReceiving();
        var session = new ReceivingSession(await db.NextNumber(NumberSeries.Sessions, cancel), order, station, place, quarantine, db.Now);
        db.Sessions.Add(session);
        return new OpenSessionAnswer(session.Id, session.Number, order.Number, place.Code, quarantine.Code);
    }, [ReturnsDb.OneSessionPerStation], cancel);

    private async Task<Place> FirstQuarantine(CancellationToken cancel) =>
        await db.Places.Where(row => row.Kind == PlaceKind.Quarantine).OrderBy(row => row.Code).FirstOrDefaultAsync(cancel)
        ?? throw new RefusedException("no-quarantine-place", "There is no quarantine place yet. Define one under Places first: what is not expected must have somewhere to go.");
}
