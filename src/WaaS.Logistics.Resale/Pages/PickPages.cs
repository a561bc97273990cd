using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using WaaS.Logistics.Platform.Security;
using WaaS.Logistics.Platform.Web;
using WaaS.Logistics.Resale.MakePickList;
using WaaS.Logistics.Resale.Overview;
using WaaS.Logistics.Resale.Resources;
using WaaS.Logistics.Resale.SellPickList;

namespace WaaS.Logistics.Resale.Pages;

internal static class PickPages
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var see = routes.MapGroup("/stock/pick-lists").For(Who.Sees);
        see.MapGet("", async (FindPickLists find, FindOpenReservations reservations, Visit visit, CancellationToken cancel) =>
            Page.Show<PickListsPage>(new { Lists = await find.Rows(cancel), Reserved = await reservations.Handle(cancel), MayAct = visit.HasAny(Who.Acts) }));
        see.MapGet("/{number}", Show);
        var act = routes.MapGroup("/stock").For(Who.Acts);
        act.MapPost("/pick-lists", Make);
        act.MapPost("/pick-lists/{number}/sale", Sell);
        act.MapGet("/pick/{number}", async (string number, FindPickLists find, CancellationToken cancel) =>
            await find.View(number, cancel) is { State: PickListState.Open } list ? Page.Show<PickPage>(new { List = list }) : Page.Redirect($"/stock/pick-lists/{Uri.EscapeDataString(number)}"));
        act.MapGet("/pick/{number}/list", async (string number, FindPickLists find, CancellationToken cancel) => Page.Show<PickProgress>(new { List = await find.View(number, cancel) }));
    }

    private static async Task<IResult> Show(string number, FindPickLists find, Visit visit, CancellationToken cancel) =>
        Page.Show<PickListPage>(new { List = await find.View(number, cancel), MayAct = visit.HasAny(Who.Acts) });

    private static async Task<IResult> Make([FromForm] ReservationsForm form, MakePickList.MakePickList make, Texts t, CancellationToken cancel)
    {
        var list = await make.Handle(new MakePickListRequest(form.OpId, [.. (form.Reservations ?? []).Select(id => Guid.TryParse(id, out var known) ? known : Guid.Empty)]), cancel);
        return Page.Redirect($"/stock/pick-lists/{list.Number}", t["PickList_Made", list.Number]);
    }

    private static async Task<IResult> Sell(string number, [FromForm] SaleForm form, SellPickList.SellPickList sell, FindPickLists find, Refusals refusals, Texts t, CancellationToken cancel)
    {
        try
        {
            var sold = await sell.Handle(number, new SellPickListRequest(form.OpId), cancel);
            return Page.Redirect($"/stock/pick-lists/{sold.Number}", t.Count("Sale_Done", sold.Sold.Count));
        }
        catch (RefusedException e) when (e.Status != StatusCodes.Status404NotFound)
        {
            return Page.Show<PickListPage>(new { List = await find.View(number, cancel), MayAct = true, Errors = FormErrors.Of(e, refusals) }, e.Status);
        }
    }
}

public sealed record ReservationsForm
{
    public Guid OpId { get; init; }
    public string[]? Reservations { get; init; }
}

public sealed record SaleForm
{
    public Guid OpId { get; init; }
}
