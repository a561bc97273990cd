using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using WaaS.Logistics.Platform.Security;
using WaaS.Logistics.Platform.Web;
using WaaS.Logistics.Refurbishment.AnswerChecks;
using WaaS.Logistics.Refurbishment.FindDevices;
using WaaS.Logistics.Refurbishment.GradeDevice;
using WaaS.Logistics.Refurbishment.Inspections;
using WaaS.Logistics.Refurbishment.ReportCarrier;
using WaaS.Logistics.Refurbishment.ReportSeal;
using WaaS.Logistics.Refurbishment.ScrapDevice;
using WaaS.Logistics.Refurbishment.StartInspection;
using WaaS.Logistics.Refurbishment.TakeScan;

namespace WaaS.Logistics.Refurbishment.Api;

internal static class DevicesApi
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup("/refurb/api").WithTags("Refurbishment");
        var see = api.MapGroup("").For(Roles.Refurbishment, Roles.Supervisor, Roles.Auditor, Roles.Office, Roles.Admin);
        see.MapGet("/devices", List);
        see.MapGet("/devices/{deviceId:guid}", Show);
        var work = api.MapGroup("").For(Roles.Refurbishment, Roles.Supervisor);
        work.MapPost("/devices/{deviceId:guid}/inspection", Start);
        work.MapPost("/devices/{deviceId:guid}/checks", Answer);
        work.MapPost("/devices/{deviceId:guid}/grade", Grade);
        work.MapPost("/devices/{deviceId:guid}/scrap", Scrap);
        work.MapPost("/devices/{deviceId:guid}/carrier-found", FindCarrier);
        work.MapPost("/devices/{deviceId:guid}/seal-broken", BreakSeal);
        work.MapPost("/devices/{deviceId:guid}/scans", ScanAtBench);
        work.MapPost("/scans", Scan);
    }

    private static async Task<Ok<IReadOnlyList<DeviceRow>>> List(InspectionState? state, string? q, int? skip, FindDevices.FindDevices find, CancellationToken cancel) =>
        TypedResults.Ok(await find.List(state is { } wanted ? [wanted] : [], q, skip ?? 0, cancel));

    private static async Task<Ok<DeviceView>> Show(Guid deviceId, FindDevices.FindDevices find, CancellationToken cancel) => TypedResults.Ok(await find.Show(deviceId, cancel));

    private static async Task<Ok<StartInspectionAnswer>> Start(Guid deviceId, StartInspectionRequest body, StartInspection.StartInspection start, CancellationToken cancel) =>
        TypedResults.Ok(await start.Handle(deviceId, body, cancel));

    private static async Task<Ok<AnswerChecksAnswer>> Answer(Guid deviceId, AnswerChecksRequest body, AnswerChecks.AnswerChecks answer, CancellationToken cancel) =>
        TypedResults.Ok(await answer.Handle(deviceId, body, cancel));

    private static async Task<Ok<GradeDeviceAnswer>> Grade(Guid deviceId, GradeDeviceRequest body, GradeDevice.GradeDevice grade, CancellationToken cancel) =>
        TypedResults.Ok(await grade.Handle(deviceId, body, cancel));

    private static async Task<Ok<ScrapDeviceAnswer>> Scrap(Guid deviceId, ScrapDeviceRequest body, ScrapDevice.ScrapDevice scrap, CancellationToken cancel) =>
        TypedResults.Ok(await scrap.Handle(deviceId, body, cancel));

    private static async Task<Ok<SentBackAnswer>> FindCarrier(Guid deviceId, ReportCarrierRequest body, ReportCarrier.ReportCarrier report, CancellationToken cancel) =>
        TypedResults.Ok(await report.Handle(deviceId, body, cancel));

    private static async Task<Ok<SentBackAnswer>> BreakSeal(Guid deviceId, ReportSealRequest body, ReportSeal.ReportSeal report, CancellationToken cancel) =>
        TypedResults.Ok(await report.Handle(deviceId, body, cancel));

    private static async Task<Ok<ScanReply>> Scan(ScanPost body, TakeScan.TakeScan take, CancellationToken cancel) => TypedResults.Ok(await take.Handle(body, cancel));

    private static async Task<Ok<ScanReply>> ScanAtBench(Guid deviceId, ScanPost body, TakeBenchScan take, CancellationToken cancel) => TypedResults.Ok(await take.Handle(deviceId, body, cancel));
}
