using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using WaaS.Logistics.Platform.Data;
using WaaS.Logistics.Platform.Security;
using WaaS.Logistics.Platform.Web;
using WaaS.Logistics.Sanitization.Pages;
using WaaS.Logistics.Sanitization.ShowBench;

namespace WaaS.Logistics.Sanitization.WatchBench;

/// <summary>
/// The bench as a stream of server-sent events: each part of the page when it has changed, and the time of each look. Who comes back gets all parts
/// again, whatever the Last-Event-ID: the whole bench is small, and nothing is missed.
/// </summary>
internal static class BenchEvents
{
    // Then the browser comes again by itself, and is asked again who it is: a role taken away ends here.
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(5), ComeAgain = TimeSpan.FromSeconds(2);

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/wipe/events", Watch).For(Who.Watches).DisableRequestTimeout();

    private static IResult Watch(HttpContext http, Visit visit, LiveSeats seats, BenchPulse pulse, IHostApplicationLifetime life, TimeProvider time)
    {
        http.Response.RegisterForDispose(seats.Take(visit.PersonId ?? Guid.Empty));
        // A proxy that keeps the stream back until it is whole would show nothing for minutes.
        http.Response.Headers["X-Accel-Buffering"] = "no";
        var end = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, life.ApplicationStopping);
        http.Response.RegisterForDispose(end);
        http.Response.RegisterForDispose(time.CreateTimer(_ => EndQuietly(end), null, Longest, Timeout.InfiniteTimeSpan));
        return TypedResults.ServerSentEvents(Stream(http.RequestServices, pulse, end.Token));
    }

    private static async IAsyncEnumerable<SseItem<string>> Stream(IServiceProvider services, BenchPulse pulse, [EnumeratorCancellation] CancellationToken end)
    {
        yield return new SseItem<string>("{}", "hello") { ReconnectionInterval = ComeAgain };
        var told = new Dictionary<string, string>(StringComparer.Ordinal);
        await foreach (var moment in pulse.Watch(end))
        {
            if (moment.Bench is null)
            {
                yield return new SseItem<string>("{}", "trouble");
                continue;
            }
            foreach (var (part, html) in await Draw(services, moment.Bench))
                if (told.GetValueOrDefault(part) != html)
                {
                    told[part] = html;
                    yield return new SseItem<string>(JsonSerializer.Serialize(new { part, html }, ServiceDb.EventJson), "part");
                }
            yield return new SseItem<string>(JsonSerializer.Serialize(new { at = Display.Clock(moment.Bench.Now) }, ServiceDb.EventJson), "now")
            {
                EventId = moment.Number.ToString(System.Globalization.CultureInfo.InvariantCulture),
            };
        }
    }

    private static async Task<IReadOnlyList<(string Part, string Html)>> Draw(IServiceProvider services, BenchView bench)
    {
        await using var renderer = new HtmlRenderer(services, services.GetRequiredService<ILoggerFactory>());
        var parameters = ParameterView.FromDictionary(new Dictionary<string, object?> { [nameof(BenchLive.Bench)] = bench });
        return await renderer.Dispatcher.InvokeAsync(async () => ((string, string)[])
        [
            ("counters", (await renderer.RenderComponentAsync<BenchCounters>(parameters)).ToHtmlString()),
            ("stations", (await renderer.RenderComponentAsync<BenchStations>(parameters)).ToHtmlString()),
            ("waiting", (await renderer.RenderComponentAsync<BenchWaiting>(parameters)).ToHtmlString()),
        ]);
    }

    private static void EndQuietly(CancellationTokenSource end)
    {
        try
        {
            end.Cancel();
        }
        catch (ObjectDisposedException)
        {
            // The browser left at the same moment.
        }
    }
}
