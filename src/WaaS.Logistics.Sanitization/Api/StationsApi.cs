using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using WaaS.Logistics.Platform.Security;
using WaaS.Logistics.Sanitization.Data;
using WaaS.Logistics.Sanitization.Policies;
using WaaS.Logistics.Sanitization.Stations;

namespace WaaS.Logistics.Sanitization.Api;

internal sealed record StationView(Guid Id, string Name, string KeyId, string Machine, string EnrolledBy, DateTime EnrolledAt, DateTime? RevokedAt, string? RevokedBy);

/// <summary>Letting stations in and out, and the policies they work under.</summary>
internal static class StationsApi
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup("/wipe/api").WithTags("Wipe stations");
        api.MapGet("/stations", List).For(Roles.WipeOperator, Roles.Verifier, Roles.Supervisor, Roles.Auditor, Roles.Admin);
        api.MapPost("/stations/codes", MakeCode).For(Roles.Admin, Roles.Supervisor);
        api.MapPost("/stations/{id:guid}/revocation", Revoke).For(Roles.Admin, Roles.Supervisor);
        api.MapGet("/policies", Policies).For(Roles.WipeOperator, Roles.Verifier, Roles.Releaser, Roles.Supervisor, Roles.Auditor, Roles.Office, Roles.Admin);
    }

    private static async Task<Ok<List<StationView>>> List(SanitizationDb db, CancellationToken cancel) =>
        TypedResults.Ok(await db.Stations.AsNoTracking().OrderBy(station => station.Name)
            .Select(station => new StationView(station.Id, station.Name, station.KeyId, station.Machine, station.EnrolledBy, station.EnrolledAt, station.RevokedAt, station.RevokedBy)).ToListAsync(cancel));

    private static async Task<Ok<CodeMade>> MakeCode(EnrolStation enrol, CancellationToken cancel) => TypedResults.Ok(await enrol.MakeCode(cancel));

    private static async Task<NoContent> Revoke(Guid id, EnrolStation enrol, CancellationToken cancel)
    {
        await enrol.Revoke(id, cancel);
        return TypedResults.NoContent();
    }

    private static Ok<IReadOnlyList<Policy>> Policies(PolicyBook book) => TypedResults.Ok(book.Versions);
}
