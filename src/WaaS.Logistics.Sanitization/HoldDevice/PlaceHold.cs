using Microsoft.EntityFrameworkCore;
using WaaS.Logistics.Platform.Web;
using WaaS.Logistics.Sanitization.Data;
using WaaS.Logistics.Sanitization.Orders;

namespace WaaS.Logistics.Sanitization.HoldDevice;

internal sealed record HoldPlaced(Guid HoldId);

internal sealed class PlaceHold(SanitizationDb db, Once once)
{
    public Task<HoldPlaced> Handle(Guid opId, Guid deviceId, HoldKind kind, string? reason, DateOnly? endsOn, CancellationToken cancel) =>
        once.Run(opId, "place-hold", async () =>
        {
            if (string.IsNullOrWhiteSpace(reason) || reason.Length > 500)
                throw RefusedException.Invalid("reason", "The field reason says in 1 to 500 characters why the device must not be wiped.");
            if (deviceId == Guid.Empty)
                throw RefusedException.Invalid("deviceId", "The field deviceId is missing.");
            var hold = new WipeHold(deviceId, kind, reason.Trim(), endsOn, Actor.Of(db.Origin), db.Now);
            db.Holds.Add(hold);
            await NoteOnOrders(deviceId, cancel);
            return new HoldPlaced(hold.Id);
        }, cancel);

    /// <summary>So that a job handed out or a clearing made at this very moment collides with the hold instead of missing it.</summary>
    internal async Task NoteOnOrders(Guid deviceId, CancellationToken cancel)
    {
        foreach (var order in await db.Orders.Where(order => order.DeviceId == deviceId).ToListAsync(cancel))
            order.NoteFactsChanged(db.Now);
    }
}
