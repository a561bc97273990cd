using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace WaaS.Logistics;

/// <summary>
/// MapGet and its like for handlers with parameters, as ASP.NET Core has them, but the code that binds the parameters is made when a route is first asked for. Otherwise all
/// of some 280 routes are compiled before the first answer. This namespace is nearer to every service than Microsoft.AspNetCore.Builder, so the compiler takes these.
/// </summary>
public static class LateHandlers
{
    public static RouteHandlerBuilder MapGet(this IEndpointRouteBuilder routes, [StringSyntax("Route")] string pattern, Delegate handler) => Map(routes, pattern, handler, HttpMethods.Get);

    public static RouteHandlerBuilder MapPost(this IEndpointRouteBuilder routes, [StringSyntax("Route")] string pattern, Delegate handler) => Map(routes, pattern, handler, HttpMethods.Post);

    public static RouteHandlerBuilder MapPut(this IEndpointRouteBuilder routes, [StringSyntax("Route")] string pattern, Delegate handler) => Map(routes, pattern, handler, HttpMethods.Put);

    private static RouteHandlerBuilder Map(IEndpointRouteBuilder routes, string pattern, Delegate handler, string method) =>
        RouteHandlerServices.Map(routes, pattern, handler, [method], RequestDelegateFactory.InferMetadata, WhenAsked);

    /// <summary>What a handler cannot bind is found by InferMetadata all the same, when the program starts.</summary>
    private static RequestDelegateResult WhenAsked(Delegate handler, RequestDelegateFactoryOptions options, RequestDelegateMetadataResult? metadata)
    {
        var made = new Lazy<RequestDelegate>(() => RequestDelegateFactory.Create(handler, options, metadata).RequestDelegate);
        return new RequestDelegateResult(context => made.Value(context), metadata?.EndpointMetadata ?? []);
    }
}
