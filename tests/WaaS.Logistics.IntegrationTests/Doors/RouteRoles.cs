using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Infrastructure;
using Microsoft.AspNetCore.Routing;

namespace WaaS.Logistics.Testbed;

/// <summary>Who may come in by a route, read off its own metadata.</summary>
internal static class RouteRoles
{
    /// <summary>One list of roles for each demand, all of which must be met; none where nobody said who.</summary>
    public static IReadOnlyList<IReadOnlyList<string>> Demands(RouteEndpoint route) =>
    [
        .. route.Metadata.GetOrderedMetadata<AuthorizationPolicy>().SelectMany(policy => policy.Requirements).OfType<RolesAuthorizationRequirement>()
            .Select(demand => (IReadOnlyList<string>)[.. demand.AllowedRoles.Distinct().Order(StringComparer.Ordinal)]).DistinctBy(roles => string.Join(",", roles)),
    ];

    public static bool IsOpen(RouteEndpoint route) => route.Metadata.GetMetadata<IAllowAnonymous>() is not null;
}
