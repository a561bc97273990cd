using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using WaaS.Logistics.Platform.Data;
using WaaS.Logistics.Platform.Security;
using WaaS.Logistics.Platform.Web;
using WaaS.Logistics.Sanitization.Data;
using WaaS.Logistics.Sanitization.DecideOnEvidence;
using WaaS.Logistics.Sanitization.Orders;
using WaaS.Logistics.Sanitization.Resources;
using WaaS.Logistics.Sanitization.ShowBench;
using WaaS.Logistics.Sanitization.ShowEvidence;

namespace WaaS.Logistics.Sanitization.Pages;

/// <summary>Looking at evidence, and the two decisions about it.</summary>
internal static class EvidencePages
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/wipe/evidence/{id:guid}", (Guid id, EvidenceScreen screen, CancellationToken cancel) => screen.Show(id, new DecisionForm { OpId = Guid.NewGuid() }, null, StatusCodes.Status200OK, cancel)).For(Who.Watches);
        routes.MapGet("/wipe/evidence/{id:guid}/document", Document).For(Who.Watches);
        routes.MapPost("/wipe/evidence/{id:guid}/verification", (Guid id, [FromForm] DecisionForm form, EvidenceDecisions decisions, EvidenceScreen screen, CancellationToken cancel) =>
            screen.Do(id, form, order => decisions.Verify(form.OpId, order, id, OrderPages.Decide(form), form.Note, cancel), cancel)).For(Who.Verifies);
        routes.MapPost("/wipe/evidence/{id:guid}/validation", (Guid id, [FromForm] DecisionForm form, EvidenceDecisions decisions, EvidenceScreen screen, CancellationToken cancel) =>
            screen.Do(id, form, order => decisions.Validate(form.OpId, order, id, OrderPages.Decide(form), form.Note, cancel), cancel)).For(Who.Releases);
    }

    private static async Task<IResult> Document(Guid id, SanitizationDb db, BlobStore blobs, CancellationToken cancel)
    {
        var hash = await db.Evidence.Where(evidence => evidence.Id == id).Select(evidence => evidence.ContentHash).SingleOrDefaultAsync(cancel) ?? throw RefusedException.NotFound("evidence", id.ToString());
        try
        {
            return TypedResults.File(await blobs.Get(hash, cancel), "application/octet-stream", $"{hash}.json");
        }
        catch (InvalidDataException)
        {
            throw new RefusedException("evidence-damaged", $"The bytes of this evidence are missing or damaged; restore {hash} from a backup.", StatusCodes.Status410Gone, null, hash);
        }
    }
}

internal sealed class EvidenceScreen(ReadEvidence read, SanitizationDb db, Visit visit, OriginContext origin, Refusals refusals, Texts t)
{
    public async Task<IResult> Show(Guid id, DecisionForm form, FormErrors? errors, int status, CancellationToken cancel)
    {
        var details = await read.Handle(id, cancel);
        var open = await db.Evidence.AsNoTracking().SingleAsync(evidence => evidence.Id == id, cancel);
        return Page.Show<EvidencePage>(new
        {
            Details = details,
            Review = open.State == EvidenceState.UnderReview ? ReadBench.Review(open) : null,
            Rights = OrderRights.Of(visit, origin),
            Form = form,
            Errors = errors,
        }, status);
    }

    public async Task<IResult> Do(Guid id, DecisionForm form, Func<Guid, Task<EvidenceDecided>> decide, CancellationToken cancel)
    {
        var order = await db.Evidence.Where(evidence => evidence.Id == id).Select(evidence => (Guid?)evidence.OrderId).SingleOrDefaultAsync(cancel) ?? throw RefusedException.NotFound("evidence", id.ToString());
        try
        {
            var decided = await decide(order);
            return decided switch
            {
                { State: EvidenceState.Accepted, CertificateNumber: { } number } => Page.Redirect($"/wipe/certificates/{number}", t["Done_Certified", number]),
                { State: EvidenceState.Rejected } => Page.Redirect($"/wipe/orders/{order}", t["Done_EvidenceRejected"]),
                _ => Page.Redirect($"/wipe/evidence/{id}", t["Done_Verified"]),
            };
        }
        catch (RefusedException e) when (e.Status != StatusCodes.Status404NotFound)
        {
            db.ChangeTracker.Clear();
            return await Show(id, form, FormErrors.Of(e, refusals), e.Status, cancel);
        }
    }
}
