using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using WaaS.Logistics.Platform.Security;
using WaaS.Logistics.Platform.Web;
using WaaS.Logistics.Resale.Overview;
using WaaS.Logistics.Resale.PriceUnit;
using WaaS.Logistics.Resale.ReserveUnits;
using WaaS.Logistics.Resale.Resources;
using WaaS.Logistics.Resale.Units;

namespace WaaS.Logistics.Resale.Pages;

internal static class StockPages
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/stock", Find).For(Who.Sees);
        var act = routes.MapGroup("/stock").For(Who.Acts);
        act.MapGet("/reserve", () => Page.Redirect("/stock"));
        act.MapPost("/reserve", Reserve);
        act.MapPost("/prices", SetPrices);
        act.MapGet("/labels", () => Page.Show<LabelsPage>());
        act.MapGet("/put-away", async (FindWaiting find, CancellationToken cancel) => Page.Show<PutAwayPage>(new { Waiting = await find.Handle(cancel) }));
        act.MapGet("/put-away/list", async (FindWaiting find, CancellationToken cancel) => Page.Show<PutAwayList>(new { Waiting = await find.Handle(cancel) }));
    }

    private static async Task<IResult> Find(string? q, string? model, string? grade, string? state, int? take, FindUnits find, Visit visit, CancellationToken cancel) =>
        Page.Show<StockPage>(new { Stock = await StockView.Load(find, new UnitsForm { Q = q, Model = model, Grade = grade, State = state }.Filter, take ?? 0, null, visit.HasAny(Who.Acts), cancel) });

    private static async Task<IResult> Reserve([FromForm] UnitsForm form, ReserveUnits.ReserveUnits reserve, FindUnits find, Refusals refusals, Texts t, CancellationToken cancel)
    {
        try
        {
            var reserved = await reserve.Handle(new ReserveUnitsRequest(form.OpId, form.Buyer ?? "", form.Chosen), cancel);
            return Page.Redirect("/stock/pick-lists", t.Count("Reserve_Done", reserved.Reservations.Count));
        }
        catch (RefusedException e)
        {
            return await Again(form, e, find, refusals, cancel);
        }
    }

    private static async Task<IResult> SetPrices([FromForm] UnitsForm form, PriceUnits prices, FindUnits find, Refusals refusals, Texts t, CancellationToken cancel)
    {
        try
        {
            var price = Price.ReadTyped(form.Price, form.Currency);
            var priced = await prices.Handle(new PriceUnitsRequest(form.OpId, form.Chosen, price.Minor, price.Currency), cancel);
            return Page.Redirect(Address(form), t.Count("Price_Done", priced.Count));
        }
        catch (RefusedException e)
        {
            return await Again(form, e, find, refusals, cancel);
        }
    }

    private static async Task<IResult> Again(UnitsForm form, RefusedException e, FindUnits find, Refusals refusals, CancellationToken cancel)
    {
        // What is wrong with the choice stands above the form; only what a field can mend stands at it.
        var errors = new FormErrors().Add(e.Field is "buyer" or "price" or "currency" ? e.Field : null, refusals.Say(e));
        return Page.Show<StockPage>(new { Stock = await StockView.Load(find, form.Filter, 0, form.Chosen.ToHashSet(), true, cancel), Form = form, Errors = errors }, e.Status);
    }

    private static string Address(UnitsForm form) =>
        "/stock?" + string.Join('&', new[] { ("q", form.Q), ("model", form.Model), ("grade", form.Grade), ("state", form.State) }.Where(pair => !string.IsNullOrEmpty(pair.Item2)).Select(pair => $"{pair.Item1}={Uri.EscapeDataString(pair.Item2!)}"));
}
