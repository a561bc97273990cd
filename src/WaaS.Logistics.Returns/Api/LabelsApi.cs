using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using WaaS.Logistics.Labels;
using WaaS.Logistics.Platform.Security;
using WaaS.Logistics.Platform.Web;

namespace WaaS.Logistics.Returns.Api;

internal static class LabelsApi
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup("/returns/api/labels").WithTags("Labels");
        var station = api.MapGroup("").For(Roles.Receiving, Roles.Supervisor, Roles.Admin);
        station.MapGet("/commands", async ([AsParameters] PrintQuery query, PrintLabels.PrintLabels print) => File(await print.Commands(query)));
        station.MapGet("/calibration", async ([AsParameters] PrintQuery query, PrintLabels.PrintLabels print) => File(await print.Calibration(query)));
        station.MapGet("/places", async (string? place, [AsParameters] PrintQuery query, PrintLabels.PrintLabels print, CancellationToken cancel) => File(await print.Places(place, query, cancel)));
        api.MapGet("/devices", async (string? order, Guid? device, [AsParameters] PrintQuery query, PrintLabels.PrintLabels print, CancellationToken cancel) => File(await print.Devices(order, device, query, cancel)))
            .For(Roles.Receiving, Roles.Supervisor);
    }

    public static FileContentHttpResult File(LabelFile file) => TypedResults.File(file.Content, file.ContentType, file.Name);
}
