using Microsoft.EntityFrameworkCore;
using WaaS.Logistics.Messages.Returns;
using WaaS.Logistics.Platform.Data;
using WaaS.Logistics.Platform.Web;
using WaaS.Logistics.Returns.Data;
using WaaS.Logistics.Returns.Orders;
using WaaS.Logistics.Sayings;

namespace WaaS.Logistics.Returns.SettleDiscrepancy;

internal sealed record AssignDiscrepancyRequest(Guid OpId, string Owner);

internal sealed record ResolveDiscrepancyRequest(Guid OpId, string Resolution);

internal sealed record DiscrepancyAnswer(Guid Id, DiscrepancyState State, string Owner);

/// <summary>Somebody takes a discrepancy on, or writes what was found out. Resolving one does not let a device go on: only a proper receipt does.</summary>
internal sealed class SettleDiscrepancy(ReturnsDb db)
{
    public Task<DiscrepancyAnswer> Assign(Guid id, AssignDiscrepancyRequest request, CancellationToken cancel) =>
        Change(request.OpId, "assign-discrepancy", id, request.Owner, discrepancy =>
        {
            discrepancy.Assign(Saying.Kept(SaidWord.Office, request.Owner));
            return null;
        }, cancel);

    public Task<DiscrepancyAnswer> Resolve(Guid id, ResolveDiscrepancyRequest request, CancellationToken cancel) =>
        Change(request.OpId, "resolve-discrepancy", id, request.Resolution, discrepancy => discrepancy.Resolve(request.Resolution, db.Origin.ActorName, db.Now), cancel);

    private Task<DiscrepancyAnswer> Change(Guid opId, string name, Guid id, string text, Func<Discrepancy, DiscrepancySettled?> change, CancellationToken cancel) => db.Once(opId, name, new { id, text }, async () =>
    {
        var discrepancy = await db.Discrepancies.SingleOrDefaultAsync(row => row.Id == id, cancel) ?? throw RefusedException.NotFound("discrepancy", id.ToString());
        if (change(discrepancy) is { } settled)
            db.AddToOutbox(settled);
        return new DiscrepancyAnswer(discrepancy.Id, discrepancy.State, discrepancy.Owner);
    }, [], cancel);
}
