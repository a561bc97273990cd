using Microsoft.AspNetCore.Builder;

namespace WaaS.Logistics.Platform.Security;

public static class RouteRoles
{
    /// <summary>Only people with one of the roles; everybody else is sent to sign in, or gets 403.</summary>
    public static TBuilder For<TBuilder>(this TBuilder builder, params string[] roles) where TBuilder : IEndpointConventionBuilder =>
        builder.RequireAuthorization(policy => policy.RequireAuthenticatedUser().RequireRole(roles));
}
