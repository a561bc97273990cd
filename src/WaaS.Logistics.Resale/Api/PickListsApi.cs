using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using WaaS.Logistics.Platform.Security;
using WaaS.Logistics.Platform.Web;
using WaaS.Logistics.Resale.MakePickList;
using WaaS.Logistics.Resale.Overview;
using WaaS.Logistics.Resale.PickLists;
using WaaS.Logistics.Resale.PickUnit;
using WaaS.Logistics.Resale.SellPickList;
using WaaS.Logistics.Resale.TakeScan;

namespace WaaS.Logistics.Resale.Api;

internal static class PickListsApi
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup("/stock/api/pick-lists").WithTags("Pick lists");
        var see = api.MapGroup("").For(Roles.Resale, Roles.Supervisor, Roles.Office, Roles.Auditor, Roles.Admin);
        see.MapGet("", List);
        see.MapGet("/{number}", Show);
        see.MapGet("/{number}/pdf", Print);
        var act = api.MapGroup("").For(Roles.Resale, Roles.Supervisor);
        act.MapPost("", Make);
        act.MapPost("/{number}/picks", Pick);
        act.MapPost("/{number}/scans", Scan);
        act.MapPost("/{number}/sale", Sell);
    }

    private static async Task<Ok<IReadOnlyList<PickListRow>>> List(FindPickLists find, CancellationToken cancel) => TypedResults.Ok(await find.Rows(cancel));

    private static async Task<Ok<PickListView>> Show(string number, FindPickLists find, CancellationToken cancel) => TypedResults.Ok(await find.View(number, cancel));

    private static async Task<FileContentHttpResult> Print(string number, PrintPickList print, CancellationToken cancel) =>
        TypedResults.File(await print.Handle(number, cancel), "application/pdf", $"{number.Trim().ToUpperInvariant()}.pdf");

    private static async Task<Ok<PickListView>> Make(MakePickListRequest body, MakePickList.MakePickList make, CancellationToken cancel) => TypedResults.Ok(await make.Handle(body, cancel));

    private static async Task<Ok<PickListView>> Pick(string number, PickUnitRequest body, PickUnit.PickUnit pick, CancellationToken cancel) => TypedResults.Ok(await pick.Handle(number, body, cancel));

    private static async Task<Ok<ScanAnswer>> Scan(string number, ScanPost body, TakePickScan take, CancellationToken cancel) => TypedResults.Ok(await take.Handle(number, body, cancel));

    private static async Task<Ok<SellPickListAnswer>> Sell(string number, SellPickListRequest body, SellPickList.SellPickList sell, CancellationToken cancel) => TypedResults.Ok(await sell.Handle(number, body, cancel));
}
