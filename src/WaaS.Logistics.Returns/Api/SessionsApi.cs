using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using WaaS.Logistics.Platform.Security;
using WaaS.Logistics.Platform.Security.Stations;
using WaaS.Logistics.Platform.Web;
using WaaS.Logistics.Returns.ChoosePlace;
using WaaS.Logistics.Returns.CloseSession;
using WaaS.Logistics.Returns.KeepPhoto;
using WaaS.Logistics.Returns.NoteCarriers;
using WaaS.Logistics.Returns.OpenSession;
using WaaS.Logistics.Returns.Overview;
using WaaS.Logistics.Returns.RecordScan;
using WaaS.Logistics.Returns.StopDevice;
using WaaS.Logistics.Returns.TakeScan;
using WaaS.Logistics.Returns.UndoScan;

namespace WaaS.Logistics.Returns.Api;

internal static class SessionsApi
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup("/returns/api/sessions").WithTags("Receiving").For(Roles.Receiving, Roles.Supervisor);
        api.MapGet("", OpenOnes);
        api.MapGet("/{id:guid}", View);
        api.MapPost("", Open);
        api.MapPost("/{id:guid}/place", Choose);
        api.MapPost("/{id:guid}/close", Close);
        api.MapPost("/{id:guid}/devices", Record);
        api.MapPost("/{id:guid}/scans", Scan).TakesLabels();
        api.MapPost("/{id:guid}/devices/{scan:guid}/carriers/scans", ScanCarrier);
        api.MapPost("/{id:guid}/undo", Undo);
        api.MapPost("/{id:guid}/stop", StopLast);
        api.MapPost("/{id:guid}/devices/{scan:guid}/stop", Stop);
        api.MapPost("/{id:guid}/devices/{scan:guid}/carriers", Carriers);
        // Base64 takes a third more.
        api.MapPost("/{id:guid}/devices/{scan:guid}/photos", Photo).AcceptsUpTo(KeepPhoto.KeepPhoto.MaxMegabytes * 4 / 3 + 1);
    }

    private static async Task<Ok<IReadOnlyList<SessionRow>>> OpenOnes(FindSessions find, CancellationToken cancel) => TypedResults.Ok(await find.Open(cancel));

    private static async Task<Ok<SessionView>> View(Guid id, FindSessions find, CancellationToken cancel) => TypedResults.Ok(await find.View(id, cancel));

    private static async Task<Ok<OpenSessionAnswer>> Open(OpenSessionRequest body, OpenSession.OpenSession open, CancellationToken cancel) =>
        TypedResults.Ok(await open.Handle(body, cancel));

    private static async Task<Ok<ChoosePlaceAnswer>> Choose(Guid id, ChoosePlaceRequest body, ChoosePlace.ChoosePlace choose, CancellationToken cancel) =>
        TypedResults.Ok(await choose.Handle(id, body, cancel));

    private static async Task<Ok<CloseSessionAnswer>> Close(Guid id, CloseSessionRequest body, CloseSession.CloseSession close, CancellationToken cancel) =>
        TypedResults.Ok(await close.Handle(id, body, cancel));

    private static async Task<Ok<RecordScanAnswer>> Record(Guid id, RecordScanRequest body, RecordScan.RecordScan record, CancellationToken cancel) =>
        TypedResults.Ok(await record.Handle(id, body, cancel));

    private static async Task<Ok<ScanReply>> Scan(Guid id, ScanPost body, TakeScan.TakeScan take, CancellationToken cancel, Guid? asked = null) => TypedResults.Ok(await take.Handle(id, body, asked, cancel));

    private static async Task<Ok<ScanReply>> ScanCarrier(Guid id, Guid scan, ScanPost body, TakeCarrierScan take, CancellationToken cancel) => TypedResults.Ok(await take.Handle(id, scan, body, cancel));

    private static async Task<Ok<UndoScanAnswer>> Undo(Guid id, UndoScanRequest body, UndoScan.UndoScan undo, CancellationToken cancel) =>
        TypedResults.Ok(await undo.Handle(id, body, cancel));

    private static async Task<Ok<StopDeviceAnswer>> StopLast(Guid id, StopDeviceRequest body, StopDevice.StopDevice stop, CancellationToken cancel) =>
        TypedResults.Ok(await stop.Handle(id, null, body, cancel));

    private static async Task<Ok<StopDeviceAnswer>> Stop(Guid id, Guid scan, StopDeviceRequest body, StopDevice.StopDevice stop, CancellationToken cancel) =>
        TypedResults.Ok(await stop.Handle(id, scan, body, cancel));

    private static async Task<Ok<KeepPhotoAnswer>> Photo(Guid id, Guid scan, KeepPhotoRequest body, KeepPhoto.KeepPhoto keep, CancellationToken cancel) =>
        TypedResults.Ok(await keep.Handle(id, scan, body, cancel));

    private static async Task<Ok<NoteCarriersAnswer>> Carriers(Guid id, Guid scan, NoteCarriersRequest body, NoteCarriers.NoteCarriers note, CancellationToken cancel) =>
        TypedResults.Ok(await note.Handle(id, scan, body, cancel));
}
