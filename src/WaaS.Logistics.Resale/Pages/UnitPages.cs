using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using WaaS.Logistics.Platform.Security;
using WaaS.Logistics.Platform.Web;
using WaaS.Logistics.Resale.Overview;
using WaaS.Logistics.Resale.PriceUnit;
using WaaS.Logistics.Resale.ReleaseReservation;
using WaaS.Logistics.Resale.Resources;
using WaaS.Logistics.Resale.ReturnUnit;
using WaaS.Logistics.Resale.SettleDoubt;
using WaaS.Logistics.Resale.Units;

namespace WaaS.Logistics.Resale.Pages;

internal static class UnitPages
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var unit = routes.MapGroup("/stock/units/{id:guid}");
        unit.MapGet("", (Guid id, FindUnits find, Visit visit, CancellationToken cancel) => Show(id, new(), null, 200, find, visit, cancel)).For(Who.Sees);
        var act = unit.MapGroup("").For(Who.Acts);
        act.MapPost("/price", SetPrice);
        act.MapPost("/release/{reservation:guid}", Release);
        act.MapPost("/return", Return);
        unit.MapPost("/doubt", Settle).For(Roles.Supervisor);
    }

    private static async Task<IResult> Show(Guid id, UnitForm form, FormErrors? errors, int status, FindUnits find, Visit visit, CancellationToken cancel) =>
        Page.Show<UnitPage>(new { Unit = await find.View(id, cancel), Form = form, Errors = errors, MayAct = visit.HasAny(Who.Acts), MaySettle = visit.HasAny([Roles.Supervisor]) }, status);

    private static Task<IResult> SetPrice(Guid id, [FromForm] UnitForm form, PriceUnits prices, FindUnits find, Visit visit, Refusals refusals, Texts t, CancellationToken cancel) => Do(id, form, async () =>
    {
        var price = Price.ReadTyped(form.Price, form.Currency);
        return t.Count("Price_Done", (await prices.Handle(new PriceUnitsRequest(form.OpId, [id], price.Minor, price.Currency), cancel)).Count);
    }, find, visit, refusals, cancel);

    private static Task<IResult> Release(Guid id, Guid reservation, [FromForm] UnitForm form, ReleaseReservation.ReleaseReservation release, FindUnits find, Visit visit, Refusals refusals, Texts t, CancellationToken cancel) => Do(id, form, async () =>
        t["Release_Done", (await release.Handle(reservation, new ReleaseReservationRequest(form.OpId, form.Reason ?? ""), cancel)).Serial], find, visit, refusals, cancel);

    private static Task<IResult> Return(Guid id, [FromForm] UnitForm form, ReturnUnit.ReturnUnit back, FindUnits find, Visit visit, Refusals refusals, Texts t, CancellationToken cancel) => Do(id, form, async () =>
        t["Return_Done", (await back.Handle(id, new ReturnUnitRequest(form.OpId, form.Reason ?? ""), cancel)).Serial], find, visit, refusals, cancel);

    private static Task<IResult> Settle(Guid id, [FromForm] UnitForm form, SettleDoubt.SettleDoubt settle, FindUnits find, Visit visit, Refusals refusals, Texts t, CancellationToken cancel) => Do(id, form, async () =>
        t["Doubt_Done", (await settle.Handle(id, new SettleDoubtRequest(form.OpId, form.Outcome ?? ""), cancel)).Serial], find, visit, refusals, cancel, reason: "outcome");

    /// <param name="reason">What the field for the reason is called on the page, where one form stands beside another.</param>
    private static async Task<IResult> Do(Guid id, UnitForm form, Func<Task<string>> act, FindUnits find, Visit visit, Refusals refusals, CancellationToken cancel, string reason = "reason")
    {
        try
        {
            return Page.Redirect($"/stock/units/{id}", await act());
        }
        catch (RefusedException e) when (e.Status != StatusCodes.Status404NotFound)
        {
            return await Show(id, form, new FormErrors().Add(e.Field is "reason" ? reason : e.Field, refusals.Say(e)), e.Status, find, visit, cancel);
        }
    }
}

public sealed record UnitForm
{
    public Guid OpId { get; init; }
    public string? Price { get; init; }
    public string? Currency { get; init; }
    public string? Reason { get; init; }
    public string? Outcome { get; init; }
}
