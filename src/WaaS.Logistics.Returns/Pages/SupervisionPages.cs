using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using WaaS.Logistics.Platform.Security;
using WaaS.Logistics.Platform.Web;
using WaaS.Logistics.Returns.DefinePlace;
using WaaS.Logistics.Returns.LiftQuarantine;
using WaaS.Logistics.Returns.Orders;
using WaaS.Logistics.Returns.Overview;
using WaaS.Logistics.Returns.Places;
using WaaS.Logistics.Returns.Resources;
using WaaS.Logistics.Returns.SettleDiscrepancy;
using WaaS.Logistics.Returns.StopSerial;

namespace WaaS.Logistics.Returns.Pages;

internal static class SupervisionPages
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var see = routes.MapGroup("/returns").For(Roles.Receiving, Roles.Office, Roles.Supervisor, Roles.Auditor, Roles.Admin);
        see.MapGet("/discrepancies", (DiscrepancyScreen screen, CancellationToken cancel) => screen.Show(null, StatusCodes.Status200OK, cancel));
        see.MapGet("/places", async (DefinePlace.DefinePlace places, Visit visit, CancellationToken cancel) => await Places(new PlaceForm { OpId = Guid.NewGuid() }, null, 200, places, visit, cancel));
        routes.MapPost("/returns/places", Define).For(Roles.Supervisor, Roles.Admin);
        var settle = routes.MapGroup("/returns").For(Roles.Office, Roles.Supervisor);
        settle.MapPost("/discrepancies/{id:guid}/owner", (Guid id, [FromForm] OwnerForm form, SettleDiscrepancy.SettleDiscrepancy settling, DiscrepancyScreen screen, Texts t, CancellationToken cancel) =>
            screen.Do(() => settling.Assign(id, new AssignDiscrepancyRequest(form.OpId, form.Owner ?? ""), cancel), t["Discrepancy_Assigned"], cancel));
        settle.MapPost("/discrepancies/{id:guid}/resolution", (Guid id, [FromForm] ResolutionForm form, SettleDiscrepancy.SettleDiscrepancy settling, DiscrepancyScreen screen, Texts t, CancellationToken cancel) =>
            screen.Do(() => settling.Resolve(id, new ResolveDiscrepancyRequest(form.OpId, form.Resolution ?? ""), cancel), t["Discrepancy_Resolved"], cancel));
        settle.MapGet("/stops", async (StopSerial.StopSerial stops, Visit visit, CancellationToken cancel) => await Stops(new StopSerialForm { OpId = Guid.NewGuid() }, null, 200, stops, visit, cancel));
        settle.MapPost("/stops", Enter);
        var lift = routes.MapGroup("/returns").For(Roles.Supervisor);
        lift.MapPost("/stops/{id:guid}/lift", Lift);
        lift.MapPost("/quarantine/{id:guid}/lift", (Guid id, [FromForm] BecauseForm form, LiftQuarantine.LiftQuarantine lifting, DiscrepancyScreen screen, Texts t, CancellationToken cancel) =>
            screen.Do(() => lifting.Handle(id, new LiftQuarantineRequest(form.OpId, form.Because ?? ""), cancel), t["Quarantine_Lifted"], cancel));
    }

    private static async Task<IResult> Places(PlaceForm form, FormErrors? errors, int status, DefinePlace.DefinePlace places, Visit visit, CancellationToken cancel) =>
        Page.Show<PlacesPage>(new { Form = form, Errors = errors, Places = await places.All(cancel), MayDefine = visit.HasAny([Roles.Supervisor, Roles.Admin]), MayPrint = visit.HasAny([Roles.Receiving, Roles.Supervisor, Roles.Admin]) }, status);

    private static async Task<IResult> Define([FromForm] PlaceForm form, DefinePlace.DefinePlace define, Visit visit, Refusals refusals, Texts t, CancellationToken cancel)
    {
        try
        {
            var kind = Enum.TryParse<PlaceKind>(form.Kind, ignoreCase: true, out var known) ? known : throw RefusedException.Invalid("kind", "Choose the kind of the place.");
            return Page.Redirect("/returns/places", t["Place_Defined", (await define.Handle(new DefinePlaceRequest(form.OpId, form.Code ?? "", kind), cancel)).Code]);
        }
        catch (RefusedException e)
        {
            return await Places(form, FormErrors.Of(e, refusals), e.Status, define, visit, cancel);
        }
    }

    private static async Task<IResult> Stops(StopSerialForm form, FormErrors? errors, int status, StopSerial.StopSerial stops, Visit visit, CancellationToken cancel) =>
        Page.Show<StopsPage>(new { Form = form, Errors = errors, Stops = await stops.All(cancel), MayLift = visit.HasAny([Roles.Supervisor]) }, status);

    private static async Task<IResult> Enter([FromForm] StopSerialForm form, StopSerial.StopSerial stops, Visit visit, Refusals refusals, Texts t, CancellationToken cancel)
    {
        try
        {
            await stops.Handle(new StopSerialRequest(form.OpId, form.Serial ?? "", form.Why ?? "", form.Manufacturer), cancel);
            return Page.Redirect("/returns/stops", t["Stop_Entered"]);
        }
        catch (RefusedException e)
        {
            return await Stops(form, FormErrors.Of(e, refusals), e.Status, stops, visit, cancel);
        }
    }

    private static async Task<IResult> Lift(Guid id, [FromForm] BecauseForm form, StopSerial.StopSerial stops, Visit visit, Refusals refusals, Texts t, CancellationToken cancel)
    {
        try
        {
            await stops.Lift(id, new LiftStopRequest(form.OpId, form.Because ?? ""), cancel);
            return Page.Redirect("/returns/stops", t["Stop_Lifted"]);
        }
        catch (RefusedException e) when (e.Status != StatusCodes.Status404NotFound)
        {
            return await Stops(new StopSerialForm { OpId = Guid.NewGuid() }, new FormErrors().Add(null, refusals.Say(e)), e.Status, stops, visit, cancel);
        }
    }
}

public sealed record PlaceForm
{
    public Guid OpId { get; init; }
    public string? Code { get; init; }
    public string? Kind { get; init; }
}

public sealed record OwnerForm
{
    public Guid OpId { get; init; }
    public string? Owner { get; init; }
}

public sealed record ResolutionForm
{
    public Guid OpId { get; init; }
    public string? Resolution { get; init; }
}

public sealed record BecauseForm
{
    public Guid OpId { get; init; }
    public string? Because { get; init; }
}

public sealed record StopSerialForm
{
    public Guid OpId { get; init; }
    public string? Serial { get; init; }
    public string? Manufacturer { get; init; }
    public string? Why { get; init; }
}
