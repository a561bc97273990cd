using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;
using WaaS.Logistics.Platform.Data;
using WaaS.Logistics.Platform.Messaging;
using WaaS.Logistics.Platform.Services;

namespace WaaS.Logistics.Platform.Web.SystemState;

/// <summary>For container engines and proxies: terse, since anybody may ask.</summary>
internal static class HealthEndpoints
{
    private static readonly TimeSpan RelayMayWait = TimeSpan.FromMinutes(5);

    public static void Map(IEndpointRouteBuilder routes)
    {
        var open = routes.MapGroup("/health").AllowAnonymous().ExcludeFromDescription();
        open.MapGet("/live", () => TypedResults.Text("live"));
        open.MapGet("/ready", Ready);
    }

    private static async Task<IResult> Ready(PlatformDb db, DataFolderRoom room, BusState bus, IEnumerable<DatabaseRegistration> databases, IServiceProvider provider, ILoggerFactory logs, CancellationToken cancel)
    {
        var missing = await Missing(db, room, bus, databases, provider, logs, cancel);
        return missing is null
            ? TypedResults.Text("ready")
            : TypedResults.Text("not ready: " + missing, statusCode: StatusCodes.Status503ServiceUnavailable);
    }

    private static async Task<string?> Missing(PlatformDb db, DataFolderRoom room, BusState bus, IEnumerable<DatabaseRegistration> databases, IServiceProvider provider, ILoggerFactory logs, CancellationToken cancel)
    {
        if (room.Missing() is { } unwritable)
            return unwritable;
        if (!await db.Database.CanConnectAsync(cancel))
            return "database";
        if (!bus.IsHealthy)
            return "bus";
        var stuck = (await Backlog.Of(databases, provider, cancel)).Where(backlog => backlog.Since < db.Now - RelayMayWait).ToList();
        // A message that cannot be handed over must be seen by a person; the pages that show it have to stay reachable.
        foreach (var backlog in stuck)
            logs.CreateLogger("WaaS.Logistics.Health").LogWarning("{Waiting} messages of {Service} wait for the relay since {Since:u}", backlog.Waiting, backlog.Service, backlog.Since);
        return stuck.Count > 0 ? "relay" : null;
    }
}
