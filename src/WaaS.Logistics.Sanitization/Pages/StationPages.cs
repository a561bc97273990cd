using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using WaaS.Logistics.Platform.Security;
using WaaS.Logistics.Platform.Web;
using WaaS.Logistics.Sanitization.Data;
using WaaS.Logistics.Sanitization.Resources;
using WaaS.Logistics.Sanitization.Stations;

namespace WaaS.Logistics.Sanitization.Pages;

/// <summary>Which machines may wipe, letting one in, and shutting one out.</summary>
internal static class StationPages
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/wipe/stations", Stations).For(Who.SeesStations);
        var keep = routes.MapGroup("/wipe/stations").For(Who.KeepsStations);
        keep.MapPost("/codes", MakeCode);
        keep.MapPost("/{id:guid}/revoke", Revoke);
    }

    private static async Task<IResult> Stations(SanitizationDb db, Visit visit, CancellationToken cancel) => Page.Show<StationsPage>(new
    {
        Stations = await db.Stations.AsNoTracking().Where(station => station.FleetKeyId == null).OrderBy(station => station.RevokedAt != null).ThenBy(station => station.Name)
            .Select(station => new StationRow(station.Id, station.Name, station.KeyId, station.Machine, station.EnrolledBy, station.EnrolledAt, station.RevokedAt, station.RevokedBy)).ToListAsync(cancel),
        Keys = await Keys(db, cancel),
        Boots = await Boots(db, cancel),
        MayKeep = visit.HasAny(Who.KeepsStations),
    });

    private static async Task<List<FleetKeyRow>> Keys(SanitizationDb db, CancellationToken cancel)
    {
        var now = db.Now;
        return await db.FleetKeys.AsNoTracking().OrderBy(key => key.RevokedAt != null).ThenByDescending(key => key.EndsAt).Take(100)
            .Select(key => new FleetKeyRow(key.Id, key.Name, key.KeyId, key.Machines, key.MachineLimit, key.Boots, key.EndsAt, key.CreatedBy, key.CreatedAt, key.LastUsedAt, key.RevokedAt, key.RevokedBy, key.EndsAt <= now)).ToListAsync(cancel);
    }

    private static async Task<List<BootRow>> Boots(SanitizationDb db, CancellationToken cancel)
    {
        var now = db.Now;
        return await (from boot in db.Stations.AsNoTracking()
                      join key in db.FleetKeys.AsNoTracking() on boot.FleetKeyId equals key.Id
                      orderby boot.EnrolledAt descending
                      select new BootRow(boot.Id, boot.Name, boot.Machine, key.Name, boot.EnrolledAt, boot.ExpiresAt!.Value, boot.ExpiresAt <= now || key.RevokedAt != null, boot.RevokedAt, boot.RevokedBy)).Take(50).ToListAsync(cancel);
    }

    // Shown as the answer of the post and never again: an address that brings a code back would be as good as the code.
    private static async Task<IResult> MakeCode([FromForm] PlainForm form, EnrolStation enrol, PublicAddress address, HttpContext http, CancellationToken cancel)
    {
        var made = await enrol.MakeCode(cancel);
        return Page.Show<CodePage>(new { Code = made.Code ?? "", made.ExpiresAt, Server = address.Of(http) });
    }

    private static async Task<IResult> Revoke(Guid id, [FromForm] PlainForm form, EnrolStation enrol, Texts t, CancellationToken cancel)
    {
        await enrol.Revoke(id, cancel);
        return Page.Redirect("/wipe/stations", t["Done_StationRevoked"]);
    }
}

public sealed record StationRow(Guid Id, string Name, string KeyId, string Machine, string EnrolledBy, DateTime EnrolledAt, DateTime? RevokedAt, string? RevokedBy);
