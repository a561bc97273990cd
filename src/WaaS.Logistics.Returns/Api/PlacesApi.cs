using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using WaaS.Logistics.Platform.Security;
using WaaS.Logistics.Platform.Web;
using WaaS.Logistics.Returns.DefinePlace;
using WaaS.Logistics.Returns.LiftQuarantine;
using WaaS.Logistics.Returns.Orders;
using WaaS.Logistics.Returns.Overview;
using WaaS.Logistics.Returns.SettleDiscrepancy;
using WaaS.Logistics.Returns.StopSerial;

namespace WaaS.Logistics.Returns.Api;

internal static class PlacesApi
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup("/returns/api").WithTags("Places, discrepancies and stops");
        var see = api.MapGroup("").For(Roles.House);
        see.MapGet("/places", async (DefinePlace.DefinePlace places, CancellationToken cancel) => TypedResults.Ok(await places.All(cancel)));
        see.MapGet("/discrepancies", Discrepancies);
        see.MapGet("/quarantine", async (FindDiscrepancies find, CancellationToken cancel) => TypedResults.Ok(await find.Quarantined(cancel)));
        api.MapPost("/places", Define).For(Roles.Supervisor, Roles.Admin);
        var settle = api.MapGroup("").For(Roles.Office, Roles.Supervisor);
        settle.MapPost("/discrepancies/{id:guid}/owner", Assign);
        settle.MapPost("/discrepancies/{id:guid}/resolution", Resolve);
        settle.MapGet("/stops", async (StopSerial.StopSerial stops, CancellationToken cancel) => TypedResults.Ok(await stops.All(cancel)));
        settle.MapPost("/stops", Stop);
        api.MapPost("/stops/{id:guid}/lift", Lift).For(Roles.Supervisor);
        api.MapPost("/quarantine/{id:guid}/lift", LiftQuarantine).For(Roles.Supervisor);
    }

    private static async Task<Ok<PlaceRow>> Define(DefinePlaceRequest body, DefinePlace.DefinePlace define, CancellationToken cancel) => TypedResults.Ok(await define.Handle(body, cancel));

    private static async Task<Ok<IReadOnlyList<DiscrepancyRow>>> Discrepancies(DiscrepancyState? state, int? skip, FindDiscrepancies find, CancellationToken cancel) =>
        TypedResults.Ok(await find.Handle(state ?? DiscrepancyState.Open, Paging.Skip(skip), cancel));

    private static async Task<Ok<DiscrepancyAnswer>> Assign(Guid id, AssignDiscrepancyRequest body, SettleDiscrepancy.SettleDiscrepancy settle, CancellationToken cancel) =>
        TypedResults.Ok(await settle.Assign(id, body, cancel));

    private static async Task<Ok<DiscrepancyAnswer>> Resolve(Guid id, ResolveDiscrepancyRequest body, SettleDiscrepancy.SettleDiscrepancy settle, CancellationToken cancel) =>
        TypedResults.Ok(await settle.Resolve(id, body, cancel));

    private static async Task<Ok<StopRow>> Stop(StopSerialRequest body, StopSerial.StopSerial stop, CancellationToken cancel) => TypedResults.Ok(await stop.Handle(body, cancel));

    private static async Task<Ok<LiftQuarantineAnswer>> LiftQuarantine(Guid id, LiftQuarantineRequest body, LiftQuarantine.LiftQuarantine lift, CancellationToken cancel) =>
        TypedResults.Ok(await lift.Handle(id, body, cancel));

    private static async Task<Ok<StopRow>> Lift(Guid id, LiftStopRequest body, StopSerial.StopSerial stop, CancellationToken cancel) => TypedResults.Ok(await stop.Lift(id, body, cancel));
}
