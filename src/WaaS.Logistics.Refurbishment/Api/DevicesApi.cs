using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using WaaS.Logistics.Labels;
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
        var see = api.MapGroup("").For(Who.Watches);
        see.MapGet("/devices", List);
        see.MapGet("/devices/{deviceId:guid}", Show);
        // Finding a device changes nothing: whoever may look may scan.
        see.MapPost("/scans", Scan);
        var work = api.MapGroup("").For(Who.Works);
        work.MapPost("/devices/{deviceId:guid}/inspection", Start);
        work.MapPost("/devices/{deviceId:guid}/checks", Answer);
        work.MapPost("/devices/{deviceId:guid}/grade", Grade);
        work.MapPost("/devices/{deviceId:guid}/scrap", Scrap);
        work.MapPost("/devices/{deviceId:guid}/carrier-found", FindCarrier);
        work.MapPost("/devices/{deviceId:guid}/seal-broken", BreakSeal);
        work.MapPost("/devices/{deviceId:guid}/scans", ScanAtBench);
        work.MapGet("/labels/commands", Cards);
    }

    private static async Task<Ok<IReadOnlyList<DeviceRow>>> List(string? state, string? q, int? skip, FindDevices.FindDevices find, CancellationToken cancel) =>
        TypedResults.Ok(await find.List(string.IsNullOrEmpty(state) ? [] : [State(state)], q, Paging.Skip(skip), cancel));

    // A query is bound by the exact word of the enumeration, but answers write states in camel case: what was answered must be askable.
    private static InspectionState State(string word) => Enum.TryParse<InspectionState>(word, ignoreCase: true, out var state) && Enum.IsDefined(state)
        ? state : throw RefusedException.Invalid("state", $"'{word}' is no state of an inspection. Known are {string.Join(", ", Enum.GetNames<InspectionState>())}.", word, string.Join(", ", Enum.GetNames<InspectionState>()));

    private static FileContentHttpResult Cards([AsParameters] PrintQuery query, PrintCards.PrintCards print) => File(print.Handle(query));

    private static FileContentHttpResult File(LabelFile file) => TypedResults.File(file.Content, file.ContentType, file.Name);

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
