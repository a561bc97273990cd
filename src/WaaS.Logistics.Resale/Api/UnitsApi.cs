using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using WaaS.Logistics.Platform.Security;
using WaaS.Logistics.Platform.Web;
using WaaS.Logistics.Resale.Overview;
using WaaS.Logistics.Resale.PriceUnit;
using WaaS.Logistics.Resale.PutAway;
using WaaS.Logistics.Resale.ReleaseReservation;
using WaaS.Logistics.Resale.ReserveUnits;
using WaaS.Logistics.Resale.ReturnUnit;
using WaaS.Logistics.Resale.SettleDoubt;
using WaaS.Logistics.Resale.TakeScan;
using WaaS.Logistics.Resale.Units;

namespace WaaS.Logistics.Resale.Api;

internal static class UnitsApi
{
    internal sealed record PriceBody(Guid OpId, long PriceMinor, string Currency);

    public static void Map(IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup("/stock/api").WithTags("Stock");
        var see = api.MapGroup("").For(Roles.Resale, Roles.Supervisor, Roles.Office, Roles.Auditor, Roles.Admin);
        see.MapGet("/units", List);
        see.MapGet("/groups", Groups);
        see.MapGet("/units/{id:guid}", Show);
        var act = api.MapGroup("").For(Roles.Resale, Roles.Supervisor);
        act.MapPost("/put-away", PutAway);
        act.MapPost("/put-away/scans", Scan);
        act.MapPost("/units/{id:guid}/price", Price);
        act.MapPost("/prices", PriceSeveral);
        act.MapPost("/reservations", Reserve);
        act.MapPost("/reservations/{id:guid}/release", Release);
        act.MapPost("/units/{id:guid}/return", Return);
        api.MapPost("/units/{id:guid}/doubt/settle", Settle).For(Roles.Supervisor);
    }

    private static async Task<Ok<IReadOnlyList<UnitRow>>> List(UnitState? state, string? grade, string? model, string? q, int? skip, FindUnits find, CancellationToken cancel) =>
        TypedResults.Ok(await find.Rows(new UnitFilter(state, grade, model, q), skip ?? 0, cancel));

    private static async Task<Ok<IReadOnlyList<UnitGroup>>> Groups(UnitState? state, string? grade, string? model, string? q, FindUnits find, CancellationToken cancel) =>
        TypedResults.Ok(await find.Groups(new UnitFilter(state, grade, model, q), cancel));

    private static async Task<Ok<UnitView>> Show(Guid id, FindUnits find, CancellationToken cancel) => TypedResults.Ok(await find.View(id, cancel));

    private static async Task<Ok<UnitRow>> PutAway(PutAwayRequest body, PutAway.PutAway putAway, CancellationToken cancel) => TypedResults.Ok(await putAway.Handle(body, cancel));

    private static async Task<Ok<ScanAnswer>> Scan(ScanPost body, TakePutAwayScan take, CancellationToken cancel) => TypedResults.Ok(await take.Handle(body, cancel));

    private static async Task<Ok<UnitRow>> Price(Guid id, PriceBody body, PriceUnits price, CancellationToken cancel) =>
        TypedResults.Ok((await price.Handle(new PriceUnitsRequest(body.OpId, [id], body.PriceMinor, body.Currency), cancel))[0]);

    private static async Task<Ok<IReadOnlyList<UnitRow>>> PriceSeveral(PriceUnitsRequest body, PriceUnits price, CancellationToken cancel) => TypedResults.Ok(await price.Handle(body, cancel));

    private static async Task<Ok<ReserveUnitsAnswer>> Reserve(ReserveUnitsRequest body, ReserveUnits.ReserveUnits reserve, CancellationToken cancel) => TypedResults.Ok(await reserve.Handle(body, cancel));

    private static async Task<Ok<UnitRow>> Release(Guid id, ReleaseReservationRequest body, ReleaseReservation.ReleaseReservation release, CancellationToken cancel) => TypedResults.Ok(await release.Handle(id, body, cancel));

    private static async Task<Ok<UnitRow>> Return(Guid id, ReturnUnitRequest body, ReturnUnit.ReturnUnit back, CancellationToken cancel) => TypedResults.Ok(await back.Handle(id, body, cancel));

    private static async Task<Ok<UnitRow>> Settle(Guid id, SettleDoubtRequest body, SettleDoubt.SettleDoubt settle, CancellationToken cancel) => TypedResults.Ok(await settle.Handle(id, body, cancel));
}
