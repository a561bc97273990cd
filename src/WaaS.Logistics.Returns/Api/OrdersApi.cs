using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using WaaS.Logistics.Platform.Security;
using WaaS.Logistics.Platform.Web;
using WaaS.Logistics.Returns.AddShipment;
using WaaS.Logistics.Returns.ArriveParcel;
using WaaS.Logistics.Returns.OpenOrder;
using WaaS.Logistics.Returns.Orders;
using WaaS.Logistics.Returns.Overview;
using WaaS.Logistics.Returns.ReopenOrder;
using WaaS.Logistics.Returns.TakeScan;

namespace WaaS.Logistics.Returns.Api;

internal static class OrdersApi
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup("/returns/api").WithTags("Return orders");
        var see = api.MapGroup("").For(Roles.Receiving, Roles.Office, Roles.Supervisor, Roles.Auditor, Roles.Admin);
        see.MapGet("/orders", Board);
        see.MapGet("/orders/{number}", Twin);
        see.MapGet("/fleet", Fleet);
        var announce = api.MapGroup("").For(Roles.Office, Roles.Supervisor);
        announce.MapPost("/orders", Open);
        announce.MapPost("/orders/{number}/shipments", Ship);
        api.MapPost("/arrivals", Arrive).For(Roles.Receiving, Roles.Supervisor);
        api.MapPost("/dock/scans", ScanAtDock).For(Roles.Receiving, Roles.Supervisor);
        api.MapPost("/orders/{number}/reopen", Reopen).For(Roles.Receiving, Roles.Supervisor);
    }

    private static async Task<Ok<IReadOnlyList<OrderRow>>> Board(string? q, OrderState? state, int? skip, FindOrders find, CancellationToken cancel) =>
        TypedResults.Ok(await find.Board(q, state, Paging.Skip(skip), cancel));

    private static async Task<Ok<OrderTwin>> Twin(string number, FindOrders find, CancellationToken cancel) => TypedResults.Ok(await find.Twin(number, cancel));

    private static async Task<Ok<IReadOnlyList<FleetRow>>> Fleet(string? customer, string? contract, string? q, FindFleet find, CancellationToken cancel) =>
        TypedResults.Ok(await find.Handle(customer, contract, q, cancel));

    private static async Task<Ok<OpenOrderAnswer>> Open(OpenOrderRequest body, OpenOrder.OpenOrder open, CancellationToken cancel) =>
        TypedResults.Ok(await open.Handle(body, cancel));

    private static async Task<Ok<AddShipmentAnswer>> Ship(string number, AddShipmentRequest body, AddShipment.AddShipment ship, CancellationToken cancel) =>
        TypedResults.Ok(await ship.Handle(number, body, cancel));

    private static async Task<Ok<ArriveParcelAnswer>> Arrive(ArriveParcelRequest body, ArriveParcel.ArriveParcel arrive, CancellationToken cancel) =>
        TypedResults.Ok(await arrive.Handle(body, cancel));

    private static async Task<Ok<ScanReply>> ScanAtDock(string place, ScanPost body, TakeDockScan take, CancellationToken cancel) => TypedResults.Ok(await take.Handle(place, body, cancel));

    private static async Task<Ok<ReopenOrderAnswer>> Reopen(string number, ReopenOrderRequest body, ReopenOrder.ReopenOrder reopen, CancellationToken cancel) =>
        TypedResults.Ok(await reopen.Handle(number, body, cancel));
}
