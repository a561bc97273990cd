using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using WaaS.Logistics.Labels;
using WaaS.Logistics.Platform.Security;
using WaaS.Logistics.Platform.Web;

namespace WaaS.Logistics.Resale.Api;

internal static class LabelsApi
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup("/stock/api/labels").WithTags("Stock").For(Roles.Resale, Roles.Supervisor);
        api.MapGet("/bins", async (string? bin, [AsParameters] PrintQuery query, PrintLabels.PrintLabels print, CancellationToken cancel) => File(await print.Bins(bin, query, cancel)));
        api.MapGet("/commands", ([AsParameters] PrintQuery query, PrintLabels.PrintLabels print) => File(print.Commands(query)));
    }

    private static FileContentHttpResult File(LabelFile file) => TypedResults.File(file.Content, file.ContentType, file.Name);
}
