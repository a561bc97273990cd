using Microsoft.EntityFrameworkCore;
using WaaS.Logistics.Platform.Data;
using WaaS.Logistics.Platform.Web;
using WaaS.Logistics.Resale.Data;
using WaaS.Logistics.Resale.Overview;
using WaaS.Logistics.Resale.Units;

namespace WaaS.Logistics.Resale.ReleaseReservation;

internal sealed record ReleaseReservationRequest(Guid OpId, string Reason);

internal sealed class ReleaseReservation(ResaleDb db)
{
    public Task<UnitRow> Handle(Guid reservationId, ReleaseReservationRequest request, CancellationToken cancel) => db.Once(request.OpId, "release-reservation", new { reservationId, request.Reason }, async () =>
    {
        var reason = Reasons.Read(request.Reason);
        var unit = await db.WholeUnits.SingleOrDefaultAsync(row => row.Reservations.Any(reservation => reservation.Id == reservationId), cancel)
            ?? throw RefusedException.NotFound("reservation", reservationId.ToString());
        unit.Release(reservationId, reason, db.Origin.ActorName, db.Now);
        return UnitRow.Of(unit);
    }, [], cancel);
}
