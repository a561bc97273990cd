using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using WaaS.Logistics.Platform.Data;
using WaaS.Logistics.Platform.Resources;
using WaaS.Logistics.Platform.Web;

namespace WaaS.Logistics.Platform.Security.Stations;

internal static class StationPages
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var pages = routes.MapGroup("/admin/stations");
        pages.MapGet("", async (PlatformDb db) => await Show(db, new StationForm())).For(Roles.Admin, Roles.Supervisor);
        pages.MapPost("", Enrol).For(Roles.Admin);
        pages.MapPost("/{id:guid}/withdraw", Withdraw).For(Roles.Admin);
        pages.MapPost("/{id:guid}/scanner/forget", Forget).For(Roles.Admin, Roles.Supervisor);
        routes.MapGet(StationScanner.CardPath, (HttpContext http) => Page.Show<CardPage>(new { Card = http.RequestServices.GetService<IScannerReader>()?.Card ?? "" })).For(Roles.House);
    }

    private static async Task<IResult> Enrol([FromForm] StationForm form, EnrolStation enrol, KnownStations known, PlatformDb db, HttpContext http, Refusals refusals, Texts t)
    {
        try
        {
            var station = await enrol.Handle(form.Name, form.Place);
            known.Remember(http, station);
            return Page.Redirect("/admin/stations", t["Station_Enrolled", station.Name]);
        }
        catch (RefusedException e)
        {
            return await Show(db, form, FormErrors.Of(e, refusals), e.Status);
        }
    }

    private static async Task<IResult> Withdraw(Guid id, EnrolStation enrol, KnownStations known, Visit visit, HttpContext http, Texts t)
    {
        await enrol.Withdraw(id);
        if (visit.Station?.Id == id)
            known.Forget(http);
        return Page.Redirect("/admin/stations", t["Station_Withdrawn"]);
    }

    private static async Task<IResult> Forget(Guid id, StationScanner scanner, Texts t)
    {
        await scanner.Forget(id);
        return Page.Redirect("/admin/stations", t["Scanner_Forgotten"]);
    }

    private static async Task<IResult> Show(PlatformDb db, StationForm form, FormErrors? errors = null, int status = StatusCodes.Status200OK)
    {
        var stations = await db.Stations.AsNoTracking().OrderBy(station => station.Name).ToListAsync();
        return Page.Show<StationsPage>(new { Stations = stations, Form = form, Errors = errors }, status);
    }
}

public sealed record StationForm
{
    public string? Name { get; init; }
    public string? Place { get; init; }
}
