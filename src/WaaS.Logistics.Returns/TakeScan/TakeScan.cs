using WaaS.Logistics.Platform.Web;
using WaaS.Logistics.Returns.ChoosePlace;
using WaaS.Logistics.Returns.RecordScan;
using WaaS.Logistics.Returns.Resources;
using WaaS.Logistics.Returns.StopDevice;
using WaaS.Logistics.Returns.UndoScan;
using WaaS.Logistics.Scanning;

namespace WaaS.Logistics.Returns.TakeScan;

/// <summary>Any scan at the receiving desk finds its command: a device is judged, a place is chosen, a command card acts.</summary>
internal sealed class TakeScan(RecordScan.RecordScan record, ChoosePlace.ChoosePlace choose, UndoScan.UndoScan undo, StopDevice.StopDevice stop, ScanWords words, Texts texts)
{
    public async Task<ScanReply> Handle(Guid session, ScanPost scan, CancellationToken cancel)
    {
        if (!OwnCode.IsClaimedBy(scan.Payload) || !OwnCode.TryParse(scan.Payload, out var code, out _) || code.Kind == OwnCodeKind.Device)
            return words.Of(session, await record.Handle(session, new RecordScanRequest(scan.OpId, scan.Payload), cancel));
        return code switch
        {
            { Kind: OwnCodeKind.Place } => Chosen(await choose.Handle(session, new ChoosePlaceRequest(scan.OpId, scan.Payload), cancel)),
            { Kind: OwnCodeKind.Command, Id: "UNDO" } => Undone(await undo.Handle(session, new UndoScanRequest(scan.OpId), cancel)),
            { Kind: OwnCodeKind.Command, Id: "DAMAGED" or "BATTERY" } => Stopped(await stop.Handle(session, null, new StopDeviceRequest(scan.OpId, code.Id.ToLowerInvariant()), cancel)),
            { Kind: OwnCodeKind.Command, Id: "CLOSE" } => ScanReply.Of("command", Tone.Ok, texts["Close_Title"], "", null, $"/returns/sessions/{session}/close"),
            { Kind: OwnCodeKind.Parcel } => throw new RefusedException("parcel-at-desk", "This is a parcel's label. Parcels arrive on the dock page; scan a device here."),
            _ => throw new RefusedException("not-a-device", $"This is the code of a {code.Kind.ToString().ToLowerInvariant()}. Scan a device.", 400, "payload", code.Kind.ToString()),
        };
    }

    private ScanReply Chosen(ChoosePlaceAnswer answer) => ScanReply.Of("place", Tone.Ok, texts["Scan_Place"], answer.Place, texts["Scan_PlaceNext", answer.Place]);

    private ScanReply Undone(UndoScanAnswer answer) => ScanReply.Of("undo", Tone.Again, texts["Scan_Undone"], answer.Serial, texts["Scan_UndoneNext"]);

    private ScanReply Stopped(StopDeviceAnswer answer) => ScanReply.Of("stop", Tone.Stop, texts.Of(answer.Outcome), answer.Serial, texts["Scan_SetAside", texts.Of(answer.Reason), answer.Place]);
}
