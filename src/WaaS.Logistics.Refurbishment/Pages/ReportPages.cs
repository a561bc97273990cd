using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using WaaS.Logistics.Platform.Security;
using WaaS.Logistics.Refurbishment.Api;
using WaaS.Logistics.Refurbishment.ReportCarrier;
using WaaS.Logistics.Refurbishment.ReportSeal;
using WaaS.Logistics.Refurbishment.Resources;
using WaaS.Logistics.Refurbishment.ScrapDevice;

namespace WaaS.Logistics.Refurbishment.Pages;

/// <summary>What takes a device off the bench for good: scrap, a found carrier, a broken seal. Each asks on a page of its own.</summary>
internal static class ReportPages
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var work = routes.MapGroup("/refurb/devices/{id:guid}").For(Who.Works);
        foreach (var what in Enum.GetValues<Report>())
            work.MapGet($"/{what.ToString().ToLowerInvariant()}", (Guid id, Bench bench, CancellationToken cancel) => bench.Ask(id, what, new ReportForm { OpId = Guid.NewGuid() }, null, StatusCodes.Status200OK, cancel));
        work.MapPost("/scrap", Scrap);
        work.MapPost("/carrier", Carrier);
        work.MapPost("/seal", Seal);
    }

    private static Task<IResult> Scrap(Guid id, [FromForm] ReportForm form, ScrapDevice.ScrapDevice scrap, Bench bench, Texts t, CancellationToken cancel) =>
        bench.Report(id, Report.Scrap, form, () => scrap.Handle(id, new ScrapDeviceRequest(form.OpId, form.Reason ?? ""), cancel), t["Scrap_Done"], cancel);

    private static Task<IResult> Carrier(Guid id, [FromForm] ReportForm form, ReportCarrier.ReportCarrier report, Bench bench, Texts t, CancellationToken cancel) =>
        bench.Report(id, Report.Carrier, form, () => report.Handle(id, new ReportCarrierRequest(form.OpId, form.Slot ?? "", form.CarrierSerial), cancel), t["SentBack_Done"], cancel);

    private static Task<IResult> Seal(Guid id, [FromForm] ReportForm form, ReportSeal.ReportSeal report, Bench bench, Texts t, CancellationToken cancel) =>
        bench.Report(id, Report.Seal, form, () => report.Handle(id, new ReportSealRequest(form.OpId, form.SealNumber ?? ""), cancel), t["SentBack_Done"], cancel);
}
