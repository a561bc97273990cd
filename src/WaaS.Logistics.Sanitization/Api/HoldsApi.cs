using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using WaaS.Logistics.Platform.Security;
using WaaS.Logistics.Sanitization.Data;
using WaaS.Logistics.Sanitization.HoldDevice;
using WaaS.Logistics.Sanitization.ShowOrders;

namespace WaaS.Logistics.Sanitization.Api;

/// <summary>Wipe holds: what must not be wiped.</summary>
internal static class HoldsApi
{
    private sealed record HoldBody(Guid OpId, Guid DeviceId, HoldKind Kind, string Reason, DateOnly? EndsOn = null);

    private sealed record LiftBody(Guid OpId, string Reason);

    public static void Map(IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup("/wipe/api/holds").WithTags("Wipe holds");
        api.MapGet("", List).For(Roles.WipeOperator, Roles.Verifier, Roles.Releaser, Roles.Supervisor, Roles.Auditor, Roles.Office, Roles.Admin);
        api.MapPost("", Place).For(Roles.Office, Roles.Supervisor, Roles.Releaser, Roles.Verifier);
        api.MapPost("/{id:guid}/lift", Lift).For(Roles.Releaser, Roles.Supervisor);
    }

    private static async Task<Ok<List<HoldView>>> List(SanitizationDb db, CancellationToken cancel, Guid? deviceId = null)
    {
        var holds = await db.Holds.AsNoTracking().Where(hold => deviceId == null || hold.DeviceId == deviceId).OrderByDescending(hold => hold.PlacedAt).Take(500).ToListAsync(cancel);
        return TypedResults.Ok<List<HoldView>>([.. holds.Select(hold => Views.Hold(hold, db.Now))]);
    }

    private static async Task<Ok<HoldPlaced>> Place(HoldBody body, PlaceHold place, CancellationToken cancel) =>
        TypedResults.Ok(await place.Handle(body.OpId, body.DeviceId, body.Kind, body.Reason, body.EndsOn, cancel));

    private static async Task<Ok<HoldPlaced>> Lift(Guid id, LiftBody body, LiftHold lift, CancellationToken cancel) =>
        TypedResults.Ok(await lift.Handle(body.OpId, id, body.Reason, cancel));
}
