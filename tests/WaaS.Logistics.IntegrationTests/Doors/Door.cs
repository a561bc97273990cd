using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using WaaS.Logistics.Testbed;
using Security = WaaS.Logistics.Platform.Security.Roles;

namespace WaaS.Logistics.IntegrationTests.Doors;

/// <summary>One way into the product: a route with a method, and who may use it.</summary>
/// <param name="Roles">Empty where anybody may, on purpose or not.</param>
/// <param name="Takes">The kind of body it reads; null where it reads none.</param>
internal sealed partial record Door(string Method, string Pattern, bool IsOpen, string? Takes, IReadOnlyList<string> Roles)
{
    /// <summary>For programs with keys of their own, not for people.</summary>
    public bool IsForStations => Roles.Count > 0 && !Roles.Intersect(Security.All).Any();

    public bool IsApi => Pattern.Contains("/api/", StringComparison.Ordinal);

    /// <summary>The address with every place holder filled in.</summary>
    public string Address(string value = "nobody") =>
        Placeholder().Replace(Pattern, match => match.Groups["type"].Value switch { "guid" => "0193d1f0-0000-7000-8000-000000000000", "int" or "long" => "7", _ => value });

    public override string ToString() => $"{Method} {Pattern}";

    public static IReadOnlyList<Door> All(IServiceProvider services) =>
    [
        .. from endpoint in services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
           from method in endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? ["GET"]
           where method is "GET" or "POST" or "PUT" or "DELETE" or "PATCH"
           select new Door(method, "/" + endpoint.RoutePattern.RawText!.TrimStart('/'), RouteRoles.IsOpen(endpoint),
               endpoint.Metadata.GetMetadata<IAcceptsMetadata>()?.ContentTypes is { Count: > 0 } types ? types[0] : null, RolesOf(endpoint)),
    ];

    private static IReadOnlyList<string> RolesOf(RouteEndpoint endpoint)
    {
        var demands = RouteRoles.Demands(endpoint);
        return demands.Count == 0 ? [] : [.. demands.Aggregate((all, next) => [.. all.Intersect(next)])];
    }

    [GeneratedRegex(@"\{\**(?<name>\w+)(:(?<type>\w+)[^}]*)?\??\}")]
    private static partial Regex Placeholder();
}
