using Microsoft.EntityFrameworkCore;
using WaaS.Logistics.Platform.Web;
using WaaS.Logistics.Returns.Data;
using WaaS.Logistics.Returns.Orders;
using WaaS.Logistics.Returns.Receiving;

namespace WaaS.Logistics.Returns.Overview;

internal sealed class FindSessions(ReturnsDb db, FindPhotos photos)
{
    /// <summary>Enough to see what was done in the last minutes; the order's page has everything.</summary>
    private const int ScansShown = 50;

    /// <summary>The session this station has open.</summary>
    public async Task<SessionRow?> Current(CancellationToken cancel)
    {
        var station = StationOf.Current(db.Origin).Key;
        return await Rows(db.Sessions.AsNoTracking().Where(row => row.StationKey == station && row.ClosedAt == null)).FirstOrDefaultAsync(cancel);
    }

    public async Task<IReadOnlyList<SessionRow>> Open(CancellationToken cancel) =>
        await Rows(db.Sessions.AsNoTracking().Where(row => row.ClosedAt == null).OrderBy(row => row.OpenedAt)).ToListAsync(cancel);

    public async Task<SessionView> View(Guid id, CancellationToken cancel)
    {
        var session = await Rows(db.Sessions.AsNoTracking().Where(row => row.Id == id)).SingleOrDefaultAsync(cancel) ?? throw RefusedException.NotFound("receiving session", id.ToString());
        var places = await (from row in db.Sessions.Where(row => row.Id == id)
                            join place in db.Places on row.PlaceId equals place.Id
                            join quarantine in db.Places on row.QuarantineId equals quarantine.Id
                            join order in db.Orders on row.OrderId equals order.Id
                            select new { OrderId = order.Id, order.Customer, Place = place.Code, Quarantine = quarantine.Code }).AsNoTracking().SingleAsync(cancel);
        var states = await db.Expected.Where(row => row.OrderId == places.OrderId).GroupBy(row => row.State).Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(row => row.Key, row => row.Count, cancel);
        var scans = await db.Scans.AsNoTracking().Where(row => row.SessionId == id).OrderByDescending(row => row.Number).Take(ScansShown)
            .Select(row => new ScanRow(row.Id, row.Number, row.Serial, row.Manufacturer, row.Model, row.DeviceId, row.Outcome, row.Reason, row.Place, row.ActorName, row.At,
                row.Correction == null ? null : row.Correction.ActorName, row.Correction == null ? null : row.Correction.At,
                db.Codes.Where(code => code.ScanId == row.Id).OrderBy(code => code.At).ThenBy(code => code.Id).Select(code => new CodeRow(code.Kind, code.Value)).ToList())).ToListAsync(cancel);
        return new SessionView(session, places.Customer, places.Place, places.Quarantine,
            states.Where(pair => pair.Key != ExpectedState.Withdrawn).Sum(pair => pair.Value), states.GetValueOrDefault(ExpectedState.Received), states.GetValueOrDefault(ExpectedState.Open),
            await db.Quarantines.CountAsync(row => row.OrderId == places.OrderId && row.State == QuarantineState.Standing, cancel), scans, await photos.OfSession(id, cancel));
    }

    private IQueryable<SessionRow> Rows(IQueryable<ReceivingSession> sessions) => sessions.Select(row => new SessionRow(
        row.Id, row.Number, db.Orders.Single(order => order.Id == row.OrderId).Number, row.StationName, row.OpenedBy, row.OpenedAt, row.ClosedAt, row.ClosedBy));
}
