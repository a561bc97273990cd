using Microsoft.EntityFrameworkCore;
using WaaS.Logistics.Platform.Web;
using WaaS.Logistics.Sanitization.Data;
using WaaS.Logistics.Sanitization.Orders;

namespace WaaS.Logistics.Sanitization.HoldDevice;

internal sealed class LiftHold(SanitizationDb db, OrderLookup orders, Once once)
{
    public Task<HoldPlaced> Handle(Guid opId, Guid holdId, string? reason, CancellationToken cancel) =>
        once.Run(opId, "lift-hold", async () =>
        {
            if (string.IsNullOrWhiteSpace(reason) || reason.Length > 500)
                throw RefusedException.Invalid("reason", "The field reason says in 1 to 500 characters why the hold is lifted.");
            var hold = await db.Holds.SingleOrDefaultAsync(hold => hold.Id == holdId, cancel) ?? throw RefusedException.NotFound("hold", holdId.ToString());
            hold.Lift(reason.Trim(), Actor.Of(db.Origin), db.Now);
            foreach (var order in await db.WholeOrders.Where(order => order.DeviceId == hold.DeviceId && order.State == OrderState.Open).ToListAsync(cancel))
            {
                order.NoteFactsChanged(db.Now);
                var facts = await orders.Facts(order, cancel);
                order.TryClear(facts with { Holds = await StillHolding(hold, cancel) }, db.Now);
            }
            return new HoldPlaced(hold.Id);
        }, cancel);

    // The database still shows the hold that this very command lifts.
    private async Task<IReadOnlyList<string>> StillHolding(WipeHold lifted, CancellationToken cancel)
    {
        var others = await db.Holds.AsNoTracking().Where(hold => hold.DeviceId == lifted.DeviceId && hold.Id != lifted.Id && hold.LiftedAt == null).ToListAsync(cancel);
        return [.. others.Where(hold => hold.IsInForce(db.Now)).Select(hold => hold.Say())];
    }
}
