using System.Globalization;
using Microsoft.AspNetCore.Http;
using WaaS.Logistics.Platform.Data;
using WaaS.Logistics.Platform.Security.Stations;

namespace WaaS.Logistics.Platform.Web.Pipeline;

/// <summary>Tells the rest of the request who acts, at which station, and when it happened by the device's clock.</summary>
internal sealed class VisitMiddleware(RequestDelegate next, KnownStations stations, TimeProvider time)
{
    public const string OccurredAtHeader = "X-Occurred-At";
    private static readonly TimeSpan Oldest = TimeSpan.FromDays(7);
    private static readonly TimeSpan Ahead = TimeSpan.FromMinutes(5);

    public async Task InvokeAsync(HttpContext http, Visit visit, OriginContext origin)
    {
        visit.User = http.User;
        visit.Station = await stations.Of(http);
        origin.Current = visit.PersonId is { } id
            ? new Origin(id.ToString(), visit.PersonName, visit.Station?.Name, visit.Station?.Place, OccurredAt(http.Request))
            : new Origin("anonymous", "anonymous", visit.Station?.Name, visit.Station?.Place);
        await next(http);
    }

    // A clock that is plainly wrong says nothing: the fact then only has the time of its recording.
    private DateTime? OccurredAt(HttpRequest request)
    {
        if (!DateTimeOffset.TryParse(request.Headers[OccurredAtHeader], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var said))
            return null;
        var now = time.GetUtcNow();
        if (said < now - Oldest || said > now + Ahead)
            return null;
        return new DateTime(said.UtcTicks - said.UtcTicks % 10, DateTimeKind.Utc);
    }
}
