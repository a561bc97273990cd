using Microsoft.EntityFrameworkCore;
using WaaS.Logistics.Platform.Data;
using WaaS.Logistics.Platform.Web;
using WaaS.Logistics.Returns.Data;
using WaaS.Logistics.Returns.Orders;

namespace WaaS.Logistics.Returns.ReopenOrder;

internal sealed record ReopenOrderRequest(Guid OpId);

internal sealed record ReopenOrderAnswer(string Order, int ExpectedAgain);

/// <summary>Something came after the order was closed: what was missing is expected again.</summary>
internal sealed class ReopenOrder(ReturnsDb db)
{
    public Task<ReopenOrderAnswer> Handle(string number, ReopenOrderRequest request, CancellationToken cancel) => db.Once(request.OpId, "reopen-order", new { number }, async () =>
    {
        var order = await db.Orders.SingleOrDefaultAsync(row => row.Number == number, cancel) ?? throw RefusedException.NotFound("return order", number);
        order.Reopen();
        var missing = await db.Expected.Where(row => row.OrderId == order.Id && row.State == ExpectedState.Missing).ToListAsync(cancel);
        foreach (var device in missing)
            device.ExpectAgain();
        foreach (var discrepancy in await db.Discrepancies.Where(row => row.OrderId == order.Id && row.Kind == DiscrepancyKind.Missing && row.State == DiscrepancyState.Open).ToListAsync(cancel))
            db.AddToOutbox(discrepancy.Withdraw(db.Origin.ActorName, db.Now));
        return new ReopenOrderAnswer(order.Number, missing.Count);
    }, [ReturnsDb.OneOpenExpectation], cancel);
}
