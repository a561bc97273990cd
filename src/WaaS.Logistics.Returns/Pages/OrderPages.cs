using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using WaaS.Logistics.Platform.Security;
using WaaS.Logistics.Platform.Web;
using WaaS.Logistics.Returns.AddShipment;
using WaaS.Logistics.Returns.OpenOrder;
using WaaS.Logistics.Returns.Orders;
using WaaS.Logistics.Returns.Overview;
using WaaS.Logistics.Returns.ReopenOrder;
using WaaS.Logistics.Returns.Resources;

namespace WaaS.Logistics.Returns.Pages;

internal static class OrderPages
{
    private static readonly string[] Readers = [Roles.Receiving, Roles.Office, Roles.Supervisor, Roles.Auditor, Roles.Admin];

    public static void Map(IEndpointRouteBuilder routes)
    {
        var see = routes.MapGroup("/returns").For(Readers);
        see.MapGet("", Board);
        see.MapGet("/orders/{number}", Show);
        var announce = routes.MapGroup("/returns/orders").For(Roles.Office, Roles.Supervisor);
        announce.MapGet("/new", (string? contract) => Page.Show<NewOrderPage>(new { Form = new OrderForm { OpId = Guid.NewGuid(), Contract = contract } }));
        announce.MapPost("/new", Open);
        announce.MapPost("/{number}/shipments", Ship);
        routes.MapPost("/returns/orders/{number}/reopen", Reopen).For(Roles.Receiving, Roles.Supervisor);
    }

    private static async Task<IResult> Board(string? q, OrderState? state, FindOrders find, Visit visit, CancellationToken cancel) =>
        Page.Show<BoardPage>(new { Orders = await find.Board(q, state, 0, cancel), Query = q, State = state, MayAnnounce = visit.HasAny([Roles.Office, Roles.Supervisor]), MayReceive = visit.HasAny([Roles.Receiving, Roles.Supervisor]) });

    private static async Task<IResult> Show(string number, FindOrders find, Visit visit, CancellationToken cancel) => await Render(number, new ShipmentForm { OpId = Guid.NewGuid() }, null, 200, find, visit, cancel);

    private static async Task<IResult> Render(string number, ShipmentForm form, FormErrors? errors, int status, FindOrders find, Visit visit, CancellationToken cancel) =>
        Page.Show<OrderPage>(new
        {
            Twin = await find.Twin(number, cancel),
            Form = form,
            Errors = errors,
            MayAnnounce = visit.HasAny([Roles.Office, Roles.Supervisor]),
            MayReceive = visit.HasAny([Roles.Receiving, Roles.Supervisor]),
        }, status);

    private static async Task<IResult> Open([FromForm] OrderForm form, OpenOrder.OpenOrder open, Refusals refusals, Texts t, CancellationToken cancel)
    {
        try
        {
            var order = await open.Handle(new OpenOrderRequest(form.OpId, form.Customer, form.Contract, null, Serials(form.Serials), form.Owner), cancel);
            return Page.Redirect($"/returns/orders/{order.Number}", t.Count("Order_Opened", order.Expected));
        }
        catch (RefusedException e)
        {
            return Page.Show<NewOrderPage>(new { Form = form, Errors = FormErrors.Of(e, refusals) }, e.Status);
        }
    }

    private static async Task<IResult> Ship(string number, [FromForm] ShipmentForm form, AddShipment.AddShipment ship, FindOrders find, Visit visit, Refusals refusals, Texts t, CancellationToken cancel)
    {
        try
        {
            var parcels = Lines(form.Parcels);
            var answer = await ship.Handle(number, new AddShipmentRequest(form.OpId, parcels.Count > 0 ? parcels : [null], form.Carrier), cancel);
            return Page.Redirect($"/returns/orders/{number}", t.Count("Shipment_Added", answer.Parcels.Count));
        }
        catch (RefusedException e) when (e.Status != StatusCodes.Status404NotFound)
        {
            return await Render(number, form, FormErrors.Of(e, refusals), e.Status, find, visit, cancel);
        }
    }

    private static async Task<IResult> Reopen(string number, [FromForm] PlainForm form, ReopenOrder.ReopenOrder reopen, Texts t, CancellationToken cancel)
    {
        var answer = await reopen.Handle(number, new ReopenOrderRequest(form.OpId), cancel);
        return Page.Redirect($"/returns/orders/{number}", t.Count("Order_Reopened", answer.ExpectedAgain));
    }

    // One device a line: the serial, or manufacturer and serial with a semicolon or tab between.
    private static List<ExpectedSerial> Serials(string? text) =>
        [.. Lines(text).Select(line => line!.Split([';', '\t'], 2, StringSplitOptions.TrimEntries)).Select(parts => parts.Length == 2 ? new ExpectedSerial(parts[1], parts[0]) : new ExpectedSerial(parts[0]))];

    private static List<string?> Lines(string? text) => [.. (text ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];
}

public sealed record OrderForm
{
    public Guid OpId { get; init; }
    public string? Customer { get; init; }
    public string? Contract { get; init; }
    public string? Serials { get; init; }
    public string? Owner { get; init; }
}

public sealed record ShipmentForm
{
    public Guid OpId { get; init; }
    public string? Carrier { get; init; }
    public string? Parcels { get; init; }
}

public sealed record PlainForm
{
    public Guid OpId { get; init; }
}
