using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using WaaS.Logistics.Platform.Resources;
using WaaS.Logistics.Platform.Web;
using WaaS.Logistics.Platform.Web.Pipeline;

namespace WaaS.Logistics.Platform.Security.Stations;

/// <summary>Before a scan reaches its service: the calibration card teaches the station, a calibrated station's scans are repaired, and one whose scanner cannot be believed takes none.</summary>
internal static class ScannerAtStation
{
    /// <summary>Whatever takes a <see cref="ITypedScan"/> below these routes knows scanners.</summary>
    public static RouteGroupBuilder KnowingScanners(this RouteGroupBuilder routes) => routes.FilterWhoTakes(
        parameter => typeof(ITypedScan).IsAssignableFrom(parameter.ParameterType),
        (scans, next) => context => Take(context, scans[0], next));

    private static async ValueTask<object?> Take(EndpointFilterInvocationContext context, int at, EndpointFilterDelegate next)
    {
        var scan = context.GetArgument<ITypedScan>(at);
        if (scan is ScanPost post)
            Require(post, context.HttpContext.GetEndpoint());
        // A camera does not type.
        if (scan.Typed is not { } typed || context.HttpContext.RequestServices.GetService<StationScanner>() is not { } scanner)
            return await next(context);
        // The answer to the card is for a person to see.
        if (scan is not ScanPost)
            scanner.RefuseCard(typed);
        else if (await scanner.Calibrate(typed) is { } calibrated)
            return TypedResults.Ok(calibrated);
        var text = await scanner.Read(typed);
        if (scan.IsRepaired || text == typed.Trim('\r', '\n'))
            return await next(context);
        context.Arguments[at] = scan.Repaired(text);
        return WithNote(await next(context), context.HttpContext, typed);
    }

    private static void Require(ScanPost scan, Endpoint? endpoint)
    {
        if (scan.Codes is not null && scan.Payload.Length > 0)
            throw RefusedException.Invalid("codes", "Send either payload, for one scan, or codes, for all codes of one label; both were sent.");
        if (scan.Codes is not null && endpoint?.Metadata.GetMetadata<LabelsTaken>() is null)
            throw new RefusedException("codes-not-here", "Here one code is taken at a time: send payload.", StatusCodes.Status400BadRequest, "codes");
        if (scan.Codes is null && scan.Payload.Length == 0)
            throw RefusedException.Invalid("payload", "The scan is empty. Send payload, for one scan; at the receiving desk also codes, for all codes of one label.");
    }

    // Whoever looks at the verdict is told that it rests on a repair, on every station page alike.
    private static object? WithNote(object? result, HttpContext http, string arrived)
    {
        if (result is not IValueHttpResult { Value: { } value } || result is IStatusCodeHttpResult { StatusCode: not (null or StatusCodes.Status200OK) })
            return result;
        var json = http.RequestServices.GetRequiredService<IOptions<JsonOptions>>().Value.SerializerOptions;
        if (JsonSerializer.SerializeToNode(value, value.GetType(), json) is not JsonObject answer)
            return result;
        var note = http.RequestServices.GetRequiredService<Texts>()["Scanner_Repaired", Printable.Of(arrived)];
        answer["note"] = answer["note"]?.GetValue<string>() is { Length: > 0 } other ? $"{other} {note}" : note;
        return TypedResults.Json(answer, json);
    }
}

/// <summary>On a route whose scans may be all codes of one label.</summary>
public sealed record LabelsTaken
{
    public static readonly LabelsTaken Here = new();
}

public static class LabelRoutes
{
    public static TBuilder TakesLabels<TBuilder>(this TBuilder route) where TBuilder : IEndpointConventionBuilder => route.WithMetadata(LabelsTaken.Here);
}
