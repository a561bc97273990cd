using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using WaaS.Logistics.Platform.Security;
using WaaS.Logistics.Platform.Web;
using WaaS.Logistics.Returns.Api;

namespace WaaS.Logistics.Returns.Pages;

/// <summary>Where labels and cards are printed from.</summary>
internal static class LabelPages
{
    private static readonly string[] Tagging = [Roles.Receiving, Roles.Supervisor];

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/returns/labels", (Visit visit) => Page.Show<LabelsPage>(new { MayTag = visit.HasAny(Tagging) })).For(Roles.Receiving, Roles.Supervisor, Roles.Admin);
        routes.MapGet("/returns/labels/devices", Tags).For(Tagging);
    }

    // The form on the page: what is wrong with the number is said there.
    private static async Task<IResult> Tags(string? order, [AsParameters] PrintQuery query, PrintLabels.PrintLabels print, Refusals refusals, CancellationToken cancel)
    {
        try
        {
            return LabelsApi.File(await print.Devices(order, null, query, cancel));
        }
        catch (RefusedException e)
        {
            return Page.Show<LabelsPage>(new { MayTag = true, Order = order, Errors = new FormErrors().Add(e.Field is "paper" ? e.Field : "order", refusals.Say(e)) }, e.Status);
        }
    }
}
