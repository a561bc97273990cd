using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using WaaS.Logistics.Platform.Data;
using WaaS.Logistics.Platform.Security;
using WaaS.Logistics.Platform.Web;
using WaaS.Logistics.Sanitization.ConfirmNoCarrier;
using WaaS.Logistics.Sanitization.Data;
using WaaS.Logistics.Sanitization.DestroyCarrier;
using WaaS.Logistics.Sanitization.Orders;
using WaaS.Logistics.Sanitization.Resources;
using WaaS.Logistics.Sanitization.ShowBench;
using WaaS.Logistics.Sanitization.ShowOrders;

namespace WaaS.Logistics.Sanitization.Pages;

/// <summary>The page of one device at the bench, and the decisions that need no more than a button.</summary>
internal static class OrderPages
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var pages = routes.MapGroup("/wipe/orders/{id:guid}").For(Who.Watches);
        pages.MapGet("", (Guid id, OrderScreen screen, CancellationToken cancel) => screen.Show(id, null, StatusCodes.Status200OK, cancel));
        pages.MapGet("/live", (Guid id, OrderScreen screen, CancellationToken cancel) => screen.Live(id, cancel));
        pages.MapGet("/destructions/{recordId:guid}/proof", Proof);
        routes.MapPost("/wipe/orders/{id:guid}/empty/{recordId:guid}", ConfirmEmpty).For(Who.Handles);
        routes.MapPost("/wipe/orders/{id:guid}/destructions/{recordId:guid}/witness", Witness).For(Who.Handles);
        routes.MapPost("/wipe/orders/{id:guid}/destructions/{recordId:guid}/approval", Approve).For(Who.Releases);
    }

    private static Task<IResult> ConfirmEmpty(Guid id, Guid recordId, [FromForm] DecisionForm form, NoCarrierRecords records, OrderScreen screen, Texts t, CancellationToken cancel) =>
        screen.Do(id, async () =>
        {
            var answer = await records.Second(form.OpId, id, recordId, Decide(form), cancel);
            return answer.State == RecordState.Confirmed ? t["Done_EmptyConfirmed", answer.Number] : t["Done_EmptyDenied", answer.Number];
        }, cancel);

    private static Task<IResult> Witness(Guid id, Guid recordId, [FromForm] PlainForm form, DestructionRecords records, OrderScreen screen, Texts t, CancellationToken cancel) =>
        screen.Do(id, async () => t["Done_Witnessed", (await records.Witness(form.OpId, id, recordId, cancel)).Number], cancel);

    private static Task<IResult> Approve(Guid id, Guid recordId, [FromForm] DecisionForm form, DestructionRecords records, OrderScreen screen, Texts t, CancellationToken cancel) =>
        screen.Do(id, async () =>
        {
            var answer = await records.Approve(form.OpId, id, recordId, Decide(form), cancel);
            return answer.State == RecordState.Confirmed ? t["Done_DestructionApproved", answer.Number] : t["Done_DestructionRejected", answer.Number];
        }, cancel);

    // A picture somebody sent is handed on as a file to keep, never shown as a part of this site.
    private static async Task<IResult> Proof(Guid id, Guid recordId, SanitizationDb db, BlobStore blobs, CancellationToken cancel)
    {
        var record = await db.Set<Destruction>().AsNoTracking().SingleOrDefaultAsync(record => record.OrderId == id && record.Id == recordId, cancel)
            ?? throw RefusedException.NotFound("destruction record", recordId.ToString());
        try
        {
            return TypedResults.File(await blobs.Get(record.ProofHash, cancel), "application/octet-stream", $"{record.Number}.bin");
        }
        catch (InvalidDataException)
        {
            throw new RefusedException("proof-elsewhere", $"The picture of {record.Number} is not kept here; its SHA-256 is {record.ProofHash}.", StatusCodes.Status404NotFound, null, record.Number, record.ProofHash);
        }
    }

    internal static Decision Decide(DecisionForm form) => form.Decision switch
    {
        nameof(Decision.Yes) => Decision.Yes,
        nameof(Decision.No) => Decision.No,
        _ => throw RefusedException.Invalid("decision", "The decision is Yes or No."),
    };
}

/// <summary>Shows an order to the person who asks, also after something they asked for was refused.</summary>
internal sealed class OrderScreen(OrderReader reader, SanitizationDb db, Visit visit, OriginContext origin, Refusals refusals)
{
    public async Task<IResult> Show(Guid id, FormErrors? errors, int status, CancellationToken cancel)
    {
        var view = await reader.Show(id, cancel);
        return Page.Show<OrderPage>(new { View = view, Reviews = await Reviews(view, cancel), Rights = Rights().For(view), Errors = errors }, status);
    }

    public async Task<IResult> Live(Guid id, CancellationToken cancel)
    {
        var view = await reader.Show(id, cancel);
        return Page.Show<OrderLive>(new { View = view, Reviews = await Reviews(view, cancel), Rights = Rights().For(view) });
    }

    /// <param name="act">Answers what to say on the page afterwards.</param>
    public async Task<IResult> Do(Guid id, Func<Task<string>> act, CancellationToken cancel)
    {
        try
        {
            return Page.Redirect($"/wipe/orders/{id}", await act());
        }
        catch (RefusedException e) when (e.Status != StatusCodes.Status404NotFound)
        {
            db.ChangeTracker.Clear();
            return await Show(id, new FormErrors().Add(null, refusals.Say(e)), e.Status, cancel);
        }
    }

    public OrderRights Rights() => OrderRights.Of(visit, origin);

    private async Task<IReadOnlyList<OpenReview>> Reviews(OrderView view, CancellationToken cancel) => view.Order.State == nameof(OrderState.Withdrawn) ? [] :
        [.. (await db.Evidence.AsNoTracking().Where(evidence => evidence.OrderId == view.Order.Id && evidence.State == EvidenceState.UnderReview).OrderBy(evidence => evidence.ReceivedAt).ToListAsync(cancel)).Select(ReadBench.Review)];
}
