using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using WaaS.Logistics.Custody.Data;
using WaaS.Logistics.Custody.SearchFacts;
using WaaS.Logistics.Platform.Security;
using WaaS.Logistics.Platform.Web;

namespace WaaS.Logistics.Custody;

internal static class CustodyApi
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup("/custody/api").For(Roles.House).WithTags("custody");
        api.MapGet("/search", Search).WithSummary("What is known under an identifier of any kind");
        api.MapGet("/facts/{kind}/{value}", About).WithSummary("The facts that name an identifier, newest first");
        api.MapGet("/devices/{device:guid}", Life).WithSummary("A device's whole life in order");
    }

    private static async Task<Ok<IReadOnlyList<FoundSubject>>> Search(string q, FindFacts find, CancellationToken cancel)
    {
        if (q.Length > 200)
            throw RefusedException.Invalid("q", "An identifier has at most 200 characters. Scan or type one identifier.");
        return TypedResults.Ok(await find.Search(q, cancel));
    }

    private static async Task<Ok<FactView[]>> About(string kind, string value, FindFacts find, CancellationToken cancel) =>
        TypedResults.Ok((await find.About(kind, value, cancel)).Select(FactView.Of).ToArray());

    private static async Task<Ok<FactView[]>> Life(Guid device, FindFacts find, CancellationToken cancel)
    {
        var life = await find.LifeOf(device, cancel);
        return life.Count == 0
            ? throw RefusedException.NotFound("device", device.ToString())
            : TypedResults.Ok(life.Select(FactView.Of).ToArray());
    }
}

internal sealed record FactView(long Sequence, Guid MessageId, string Event, DateTime OccurredAt, DateTime RecordedAt, string Actor, string? Station, string? Place, JsonElement Body)
{
    public static FactView Of(Fact fact) => new(
        fact.Sequence, fact.MessageId, fact.Event, fact.OccurredAt, fact.RecordedAt, fact.ActorName, fact.Station, fact.Place, JsonSerializer.Deserialize<JsonElement>(fact.Body));
}
