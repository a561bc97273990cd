using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using WaaS.Logistics.Platform.Security;
using WaaS.Logistics.Platform.Web;
using WaaS.Logistics.Returns.Overview;

namespace WaaS.Logistics.Returns.Pages;

internal static class PhotoPages
{
    // Somebody else's file under our own address: nothing in it may act.
    private const string Policy = "default-src 'none'; sandbox";

    public static void Map(IEndpointRouteBuilder routes)
    {
        var photos = routes.MapGroup("/returns/photos").For(Roles.Receiving, Roles.Office, Roles.Supervisor, Roles.Auditor, Roles.Admin);
        photos.MapGet("/{id:guid}", async (Guid id, FindPhotos find, CancellationToken cancel) => Page.Show<PhotoPage>(new { View = await find.View(id, cancel) }));
        photos.MapGet("/{id:guid}/file", File);
    }

    private static async Task<IResult> File(Guid id, FindPhotos find, HttpContext http, CancellationToken cancel)
    {
        var (bytes, type) = await find.File(id, cancel);
        http.Response.Headers.ContentSecurityPolicy = Policy;
        return TypedResults.Bytes(bytes, type);
    }
}
