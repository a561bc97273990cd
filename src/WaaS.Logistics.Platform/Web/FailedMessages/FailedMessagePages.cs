using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using WaaS.Logistics.Platform.Data;
using WaaS.Logistics.Platform.Messaging;
using WaaS.Logistics.Platform.Resources;
using WaaS.Logistics.Platform.Security;

namespace WaaS.Logistics.Platform.Web.FailedMessages;

internal static class FailedMessagePages
{
    private const int Shown = 200;

    public static void Map(IEndpointRouteBuilder routes)
    {
        var pages = routes.MapGroup("/admin/messages").For(Roles.Admin, Roles.Supervisor);
        pages.MapGet("", List);
        pages.MapGet("/{id:guid}", async (Guid id, PlatformDb db) => await Show(db, id));
        pages.MapPost("/{id:guid}/retry", Retry);
        pages.MapPost("/{id:guid}/discard", Discard);
    }

    private static async Task<IResult> List(PlatformDb db, bool? decided)
    {
        var rows = await db.FailedMessages.AsNoTracking()
            .Where(row => decided == true ? row.State != FailedMessageState.Open : row.State == FailedMessageState.Open)
            .OrderByDescending(row => row.LastFailedAt).Take(Shown)
            .Select(row => new FailedMessageLine(row.Id, row.Type, row.Device, row.Detail, row.Queue, row.Failures, row.FirstFailedAt, row.State)).ToListAsync();
        return Page.Show<FailedMessagesPage>(new { Messages = rows, Decided = decided == true, Open = await db.FailedMessages.CountAsync(row => row.State == FailedMessageState.Open) });
    }

    private static Task<IResult> Retry(Guid id, DecideFailedMessage decide, PlatformDb db, Refusals refusals, Texts t) =>
        Decide(id, db, refusals, () => decide.Retry(id), t["Message_RetriedNow"]);

    private static Task<IResult> Discard(Guid id, [FromForm] DiscardForm form, DecideFailedMessage decide, PlatformDb db, Refusals refusals, Texts t) =>
        Decide(id, db, refusals, () => decide.Discard(id, form.Reason), t["Message_DiscardedNow"], form.Reason);

    private static async Task<IResult> Decide(Guid id, PlatformDb db, Refusals refusals, Func<Task> decide, string notice, string? reason = null)
    {
        try
        {
            await decide();
            return Page.Redirect("/admin/messages", notice);
        }
        catch (RefusedException e) when (e.Status != StatusCodes.Status404NotFound)
        {
            db.ChangeTracker.Clear();
            return await Show(db, id, FormErrors.Of(e, refusals), reason, e.Status);
        }
    }

    private static async Task<IResult> Show(PlatformDb db, Guid id, FormErrors? errors = null, string? reason = null, int status = StatusCodes.Status200OK)
    {
        var message = await db.FailedMessages.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id) ?? throw RefusedException.NotFound("failed message", id.ToString());
        return Page.Show<FailedMessagePage>(new { Message = message, Errors = errors, Reason = reason }, status);
    }
}

/// <summary>A failed message without its content, which may be as large as a message can be.</summary>
public sealed record FailedMessageLine(Guid Id, string? Type, string? Device, string Detail, string Queue, int Failures, DateTime FirstFailedAt, FailedMessageState State);

public sealed record DiscardForm
{
    public string? Reason { get; init; }
}
