using Microsoft.EntityFrameworkCore;
using WaaS.Logistics.Platform.Data;
using WaaS.Logistics.Platform.Security;
using WaaS.Logistics.Platform.Web;
using WaaS.Logistics.Returns.Data;
using WaaS.Logistics.Returns.Orders;
using WaaS.Logistics.Returns.Receiving;

namespace WaaS.Logistics.Returns.CloseSession;

/// <param name="Pin">Of the person who closes: their signature.</param>
/// <param name="OrderComplete">Nothing more is coming: what has not arrived is missing. False where another parcel or another day follows.</param>
internal sealed record CloseSessionRequest(Guid OpId, string Pin, bool OrderComplete = true);

public sealed record CloseSessionAnswer(string Session, string Order, bool OrderClosed, int Received, IReadOnlyList<string> Missing, int OpenDiscrepancies);

/// <summary>A person signs that the session is over; with the whole order in, what is missing becomes a discrepancy.</summary>
internal sealed class CloseSession(ReturnsDb db, IConfirmPerson person)
{
    public async Task<CloseSessionAnswer> Handle(Guid sessionId, CloseSessionRequest request, CancellationToken cancel)
    {
        await person.Require(request.Pin);
        return await db.Once(request.OpId, "close-session", new { sessionId, request.OrderComplete }, () => Close(sessionId, request.OrderComplete, cancel), [], cancel);
    }

    private async Task<CloseSessionAnswer> Close(Guid sessionId, bool complete, CancellationToken cancel)
    {
        var session = await db.Sessions.SingleOrDefaultAsync(row => row.Id == sessionId, cancel) ?? throw RefusedException.NotFound("receiving session", sessionId.ToString());
        session.Close(db.Origin.ActorName, db.Now);
        var order = await db.Orders.SingleAsync(row => row.Id == session.OrderId, cancel);
        var missing = complete ? await CloseOrder(session, order, cancel) : [];
        var received = await db.Expected.CountAsync(row => row.OrderId == order.Id && row.State == ExpectedState.Received, cancel);
        var open = missing.Count + await db.Discrepancies.CountAsync(row => row.OrderId == order.Id && row.State == DiscrepancyState.Open, cancel);
        if (complete)
            db.AddToOutbox(order.Close(received, missing.Count, open, db.Now));
        return new CloseSessionAnswer(session.Number, order.Number, complete, received, missing, open);
    }

    private async Task<List<string>> CloseOrder(ReceivingSession session, ReturnOrder order, CancellationToken cancel)
    {
        var other = await db.Sessions.AsNoTracking().FirstOrDefaultAsync(row => row.OrderId == order.Id && row.Id != session.Id && row.ClosedAt == null, cancel);
        if (other is not null)
            throw new RefusedException("other-session-open", $"Session {other.Number} at {other.StationName} still receives for {order.Number}. Close it first, or close yours with more to come.", 409, null, other.Number, other.StationName, order.Number);
        var open = await db.Expected.Where(row => row.OrderId == order.Id && row.State == ExpectedState.Open).OrderBy(row => row.Serial).ToListAsync(cancel);
        foreach (var device in open)
        {
            device.Miss();
            var discrepancy = new Discrepancy(order, DiscrepancyKind.Missing, device.Serial, device.DeviceId, ScanReason.NotArrived, null, db.Now);
            db.Discrepancies.Add(discrepancy);
            db.AddToOutbox(discrepancy.ToMessage());
        }
        return [.. open.Select(device => device.Serial)];
    }
}
