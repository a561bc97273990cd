using Microsoft.EntityFrameworkCore;
using WaaS.Logistics.Platform.Data;
using WaaS.Logistics.Platform.Web;
using WaaS.Logistics.Returns.Data;
using WaaS.Logistics.Returns.Orders;
using WaaS.Logistics.Returns.Receiving;

namespace WaaS.Logistics.Returns.LiftQuarantine;

internal sealed record LiftQuarantineRequest(Guid OpId, string Because);

internal sealed record LiftQuarantineAnswer(Guid Id, string Serial, bool ExpectedAgain);

/// <summary>A supervisor has settled what kept a device in quarantine. It goes on only when it is expected on an order and scanned again.</summary>
internal sealed class LiftQuarantine(ReturnsDb db)
{
    public Task<LiftQuarantineAnswer> Handle(Guid id, LiftQuarantineRequest request, CancellationToken cancel) => db.Once(request.OpId, "lift-quarantine", new { id, request.Because }, async () =>
    {
        var quarantine = await db.Quarantines.SingleOrDefaultAsync(row => row.Id == id, cancel) ?? throw RefusedException.NotFound("quarantine", id.ToString());
        db.AddToOutbox(quarantine.Lift(request.Because, db.Origin.ActorName));
        return new LiftQuarantineAnswer(id, quarantine.Serial, await ExpectAgain(quarantine, cancel));
    }, [ReturnsDb.OneOpenExpectation], cancel);

    // It had been received and was stopped: its order, if still open, waits for a proper receipt again.
    private async Task<bool> ExpectAgain(Quarantine quarantine, CancellationToken cancel)
    {
        var orders = await db.Receipts.Where(row => row.DeviceId == quarantine.DeviceId && row.State == ReceiptState.Stopped).Select(row => row.OrderId).ToListAsync(cancel);
        var expected = await db.Expected.FirstOrDefaultAsync(row => row.DeviceId == quarantine.DeviceId && orders.Contains(row.OrderId) && row.State == ExpectedState.Received
            && db.Orders.Any(order => order.Id == row.OrderId && order.State == OrderState.Receiving), cancel);
        expected?.TakeBack();
        return expected is not null;
    }
}
