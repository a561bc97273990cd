using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.Metadata;

namespace WaaS.Logistics.Platform.Web.Pipeline;

/// <summary>
/// Says "too large" so that it is heard: a server that hangs up in the middle of a body leaves the sender with a broken pipe instead of an answer.
/// What is only somewhat too large is read to its end and thrown away; the rest meets the server's own limit.
/// </summary>
internal sealed class BodyLimit(RequestDelegate next)
{
    public const long Largest = 1024 * 1024;
    private const long WorthReading = 64 * 1024 * 1024;

    public async Task InvokeAsync(HttpContext http)
    {
        var limit = http.GetEndpoint()?.Metadata.GetMetadata<IRequestSizeLimitMetadata>() is { } own ? own.MaxRequestBodySize : Largest;
        if (limit < WorthReading && http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } feature)
        {
            feature.MaxRequestBodySize = WorthReading;
            var capped = new CappedBody(http.Request.Body, limit.Value);
            if (http.Request.ContentLength is { } length && length > limit && length <= WorthReading)
                await capped.Refuse(http.RequestAborted);
            http.Request.Body = capped;
        }
        await next(http);
    }
}
