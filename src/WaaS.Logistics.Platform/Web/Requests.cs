using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;

namespace WaaS.Logistics.Platform.Web;

public static class Requests
{
    /// <summary>Asked by a program: its path is <c>/api/...</c> or <c>/{service}/api/...</c>.</summary>
    public static bool IsApi(this HttpRequest request)
    {
        var parts = (request.Path.Value ?? "").Split('/', 4, StringSplitOptions.RemoveEmptyEntries);
        return parts.Take(2).Any(part => part.Equals("api", StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>For endpoints that take files; all others take up to 1 MB.</summary>
    public static TBuilder AcceptsUpTo<TBuilder>(this TBuilder builder, int megabytes) where TBuilder : IEndpointConventionBuilder =>
        builder.WithMetadata(new SizeLimit(megabytes * 1024L * 1024));

    private sealed class SizeLimit(long bytes) : IRequestSizeLimitMetadata
    {
        public long? MaxRequestBodySize { get; } = bytes;
    }
}
