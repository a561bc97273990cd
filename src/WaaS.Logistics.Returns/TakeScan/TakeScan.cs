using WaaS.Logistics.Platform.Web;
using WaaS.Logistics.Returns.ChoosePlace;
using WaaS.Logistics.Returns.RecordScan;
using WaaS.Logistics.Returns.Resources;
using WaaS.Logistics.Returns.StopDevice;
using WaaS.Logistics.Returns.UndoScan;
using WaaS.Logistics.Scanning;

namespace WaaS.Logistics.Returns.TakeScan;

/// <summary>Any scan at the receiving desk finds its command: a device is judged, a code beside it is kept, a place is chosen, a command card acts.</summary>
internal sealed class TakeScan(
    RecordScan.RecordScan record, KeepCode.KeepCode keep, FindQuestion questions, ChoosePlace.ChoosePlace choose, UndoScan.UndoScan undo, StopDevice.StopDevice stop, NextAtDesk next, ScanWords words, Texts texts)
{
    /// <param name="asked">The opId of the question whose page the scan comes from.</param>
    public async Task<ScanReply> Handle(Guid session, ScanPost scan, Guid? asked, CancellationToken cancel)
    {
        var reply = scan.Codes switch
        {
            null => await One(session, scan, asked, cancel),
            // A camera sees command cards and places too.
            [{ } only] when OwnCode.IsClaimedBy(only.Text) => await One(session, new ScanPost(scan.OpId, only.Text), null, cancel),
            _ => await Device(session, new RecordScanRequest(scan.OpId, Codes: scan.Codes), cancel),
        };
        if (asked is not { } question)
            return reply;
        if (reply.Device is { Outcome: not null } device && await questions.IsAnsweredBy(question, device.Serial, cancel))
            reply = reply with { Answers = question };
        // The question is answered, or was left for something else: the desk goes on.
        return reply.Go is not null ? reply : reply with { Go = $"/returns/sessions/{session}" };
    }

    private async Task<ScanReply> One(Guid session, ScanPost scan, Guid? asked, CancellationToken cancel)
    {
        if (!OwnCode.IsClaimedBy(scan.Payload) || !OwnCode.TryParse(scan.Payload, out var code, out _) || code.Kind == OwnCodeKind.Device)
        {
            if (asked is null && await keep.Handle(session, scan.OpId, scan.Payload, cancel) is { } kept)
                return words.Of(kept);
            var serial = asked is { } question ? await questions.Repeated(question, scan.Payload, cancel) : null;
            return await Device(session, new RecordScanRequest(scan.OpId, scan.Payload, Serial: serial, Arrived: scan.Arrived), cancel);
        }
        return code switch
        {
            { Kind: OwnCodeKind.Place } => Chosen(await choose.Handle(session, new ChoosePlaceRequest(scan.OpId, scan.Payload), cancel)),
            { Kind: OwnCodeKind.Command, Id: "UNDO" } => Undone(await undo.Handle(session, new UndoScanRequest(scan.OpId), cancel)),
            { Kind: OwnCodeKind.Command, Id: "DAMAGED" or "BATTERY" } => Stopped(await stop.Handle(session, null, new StopDeviceRequest(scan.OpId, code.Id.ToLowerInvariant()), cancel)),
            { Kind: OwnCodeKind.Command, Id: "NEXT" } => await next.Device(session, cancel),
            { Kind: OwnCodeKind.Command, Id: "CLOSE" } => ScanReply.Of("command", Tone.Ok, texts["Close_Title"], "", null, $"/returns/sessions/{session}/close"),
            { Kind: OwnCodeKind.Parcel } => throw new RefusedException("parcel-at-desk", "This is a parcel's label. Parcels arrive on the dock page; scan a device here."),
            _ => throw new RefusedException("not-a-device", $"This is the code of a {code.Kind.ToString().ToLowerInvariant()}. Scan a device.", 400, "payload"),
        };
    }

    private async Task<ScanReply> Device(Guid session, RecordScanRequest request, CancellationToken cancel) => words.Of(session, request.OpId, await record.Handle(session, request, cancel));

    private ScanReply Chosen(ChoosePlaceAnswer answer) => ScanReply.Of("place", Tone.Ok, texts["Scan_Place"], answer.Place, texts["Scan_PlaceNext", answer.Place]);

    private ScanReply Undone(UndoScanAnswer answer) => ScanReply.Of("undo", Tone.Again, texts["Scan_Undone"], answer.Serial, texts["Scan_UndoneNext"]);

    private ScanReply Stopped(StopDeviceAnswer answer) => ScanReply.Of("stop", Tone.Stop, texts.Of(answer.Outcome), answer.Serial, texts["Scan_SetAside", texts.Of(answer.Reason), answer.Place]);
}
