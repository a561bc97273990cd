using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using WaaS.Logistics.Platform.Security;
using WaaS.Logistics.Sanitization.Data;
using WaaS.Logistics.Sanitization.InDevice;
using WaaS.Logistics.Sanitization.Policies;
using WaaS.Logistics.Sanitization.Stations;

namespace WaaS.Logistics.Sanitization.Api;

internal sealed record StationView(Guid Id, string Name, string KeyId, string Machine, string EnrolledBy, DateTime EnrolledAt, DateTime? RevokedAt, string? RevokedBy, Guid? FleetKeyId, DateTime? ExpiresAt);

internal sealed record FleetKeyView(Guid Id, string Name, string KeyId, int MachineLimit, int Machines, int Boots, DateTime EndsAt, string CreatedBy, DateTime CreatedAt, DateTime? LastUsedAt, DateTime? RevokedAt, string? RevokedBy)
{
    public static FleetKeyView Of(FleetKey key) => new(key.Id, key.Name, key.KeyId, key.MachineLimit, key.Machines, key.Boots, key.EndsAt, key.CreatedBy, key.CreatedAt, key.LastUsedAt, key.RevokedAt, key.RevokedBy);
}

/// <summary>Letting stations in and out, and the policies they work under.</summary>
internal static class StationsApi
{
    private sealed record FleetKeyBody(string? Name, DateOnly? EndsOn, int? Machines);

    public static void Map(IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup("/wipe/api").WithTags("Wipe stations");
        api.MapGet("/stations", List).For(Roles.WipeOperator, Roles.Verifier, Roles.Supervisor, Roles.Auditor, Roles.Admin);
        api.MapPost("/stations/codes", MakeCode).For(Roles.Admin, Roles.Supervisor);
        api.MapPost("/stations/{id:guid}/revocation", Revoke).For(Roles.Admin, Roles.Supervisor);
        api.MapGet("/fleet-keys", FleetKeys).For(Roles.WipeOperator, Roles.Verifier, Roles.Supervisor, Roles.Auditor, Roles.Admin);
        api.MapPost("/fleet-keys", MakeFleetKey).For(Roles.Admin, Roles.Supervisor);
        api.MapPost("/fleet-keys/{id:guid}/revocation", RevokeFleetKey).For(Roles.Admin, Roles.Supervisor);
        api.MapGet("/policies", Policies).For(Roles.WipeOperator, Roles.Verifier, Roles.Releaser, Roles.Supervisor, Roles.Auditor, Roles.Office, Roles.Admin);
    }

    private static async Task<Ok<List<StationView>>> List(SanitizationDb db, CancellationToken cancel) =>
        TypedResults.Ok(await db.Stations.AsNoTracking().OrderBy(station => station.Name)
            .Select(station => new StationView(station.Id, station.Name, station.KeyId, station.Machine, station.EnrolledBy, station.EnrolledAt, station.RevokedAt, station.RevokedBy, station.FleetKeyId, station.ExpiresAt)).ToListAsync(cancel));

    private static async Task<Ok<CodeMade>> MakeCode(EnrolStation enrol, CancellationToken cancel) => TypedResults.Ok(await enrol.MakeCode(cancel));

    private static async Task<NoContent> Revoke(Guid id, EnrolStation enrol, CancellationToken cancel)
    {
        await enrol.Revoke(id, cancel);
        return TypedResults.NoContent();
    }

    private static async Task<Ok<List<FleetKeyView>>> FleetKeys(SanitizationDb db, CancellationToken cancel) =>
        TypedResults.Ok<List<FleetKeyView>>([.. (await db.FleetKeys.AsNoTracking().OrderBy(key => key.Name).ToListAsync(cancel)).Select(FleetKeyView.Of)]);

    private static async Task<Ok<FleetKeyMade>> MakeFleetKey(FleetKeyBody body, FleetKeys keys, CancellationToken cancel) =>
        TypedResults.Ok(await keys.Make(body.Name, body.EndsOn, body.Machines, cancel));

    private static async Task<NoContent> RevokeFleetKey(Guid id, FleetKeys keys, CancellationToken cancel)
    {
        await keys.Revoke(id, cancel);
        return TypedResults.NoContent();
    }

    private static Ok<IReadOnlyList<Policy>> Policies(PolicyBook book) => TypedResults.Ok(book.Versions);
}
