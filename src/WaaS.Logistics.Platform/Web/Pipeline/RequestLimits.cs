using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.DependencyInjection;

namespace WaaS.Logistics.Platform.Web.Pipeline;

/// <summary>Doors anybody can knock at take so many knocks a minute from one address, and no more.</summary>
public static class RequestLimits
{
    private const string OpenDoor = "open-door";
    private const int PerMinute = 120;

    internal static void Add(IServiceCollection services) => services.AddRateLimiter(options =>
    {
        options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        options.AddPolicy(OpenDoor, http => RateLimitPartition.GetSlidingWindowLimiter(
            http.Connection.RemoteIpAddress?.ToString() ?? "unknown",
            _ => new SlidingWindowRateLimiterOptions { PermitLimit = PerMinute, Window = TimeSpan.FromMinutes(1), SegmentsPerWindow = 6 }));
    });

    /// <summary>For routes without sign-in that cost work or could be guessed at: sign-in, first run, certificate check.</summary>
    public static TBuilder LimitedByAddress<TBuilder>(this TBuilder builder) where TBuilder : IEndpointConventionBuilder => builder.RequireRateLimiting(OpenDoor);
}
