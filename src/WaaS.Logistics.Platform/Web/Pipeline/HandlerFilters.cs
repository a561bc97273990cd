using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace WaaS.Logistics.Platform.Web.Pipeline;

/// <summary>
/// Filters for the handlers that take what the filter is about. The framework compiles every handler once more for a filter that is only offered to it,
/// and of some six hundred handlers all but a few have nothing for it: a tenth of the program's start.
/// </summary>
internal static class HandlerFilters
{
    public static RouteGroupBuilder FilterWhoTakes(this RouteGroupBuilder routes, Func<ParameterInfo, bool> isAbout, Func<int[], EndpointFilterDelegate, EndpointFilterDelegate> filter)
    {
        ((IEndpointConventionBuilder)routes).Add(endpoint =>
        {
            var parameters = endpoint.Metadata.OfType<MethodInfo>().FirstOrDefault()?.GetParameters() ?? [];
            var taken = Enumerable.Range(0, parameters.Length).Where(at => isAbout(parameters[at])).ToArray();
            if (taken.Length > 0)
                endpoint.FilterFactories.Add((_, next) => filter(taken, next));
        });
        return routes;
    }
}
