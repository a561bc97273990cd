using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;

namespace WaaS.Logistics.Platform.Web.Pipeline;

/// <summary>
/// Nothing changes because another site's page said so. Pages need the antiforgery token, whether or not their endpoint asks for it; an API
/// takes only what a foreign form cannot send, and nothing a browser marks as coming from elsewhere.
/// </summary>
internal sealed class ForgeryGuard(RequestDelegate next, IAntiforgery antiforgery)
{
    public async Task InvokeAsync(HttpContext http)
    {
        var request = http.Request;
        if (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method) || HttpMethods.IsOptions(request.Method) || http.GetEndpoint() is null)
        {
            await next(http);
            return;
        }
        if (request.Headers["Sec-Fetch-Site"] is [{ } site] && site is not ("same-origin" or "none"))
            throw Refused();
        if (request.IsApi())
            RequireNoForm(request);
        else if (!await HasToken(http))
            throw Refused();
        await next(http);
    }

    private async Task<bool> HasToken(HttpContext http)
    {
        if (http.Features.Get<IAntiforgeryValidationFeature>() is { } judged)
            return judged.IsValid;
        return await antiforgery.IsRequestValidAsync(http);
    }

    private static void RequireNoForm(HttpRequest request)
    {
        if (request.HasFormContentType || request.ContentType?.StartsWith("text/plain", StringComparison.OrdinalIgnoreCase) == true)
            throw new RefusedException("send-json", "The API takes JSON: send Content-Type application/json.", StatusCodes.Status415UnsupportedMediaType);
    }

    private static RefusedException Refused() => new("page-too-old",
        "This page was open too long, or the request came from elsewhere. Nothing was changed. Open the page again and repeat.", StatusCodes.Status400BadRequest);
}
