using WaaS.Logistics.Platform.Web;
using WaaS.Logistics.Returns.NoteCarriers;
using WaaS.Logistics.Returns.Resources;
using WaaS.Logistics.Scanning;

namespace WaaS.Logistics.Returns.TakeScan;

/// <summary>Any scan while a device's slots are looked at: a carrier, or the card for an empty slot, an unknown number, done, or the next device.</summary>
internal sealed class TakeCarrierScan(AddCarrier add, Texts texts)
{
    public async Task<ScanReply> Handle(Guid session, Guid device, ScanPost scan, CancellationToken cancel)
    {
        if (!OwnCode.IsClaimedBy(scan.Payload))
        {
            var noted = await add.Handle(session, device, scan.OpId, Noting.Carrier, scan.Payload, cancel);
            return ScanReply.Of("carrier", Tone.Ok, texts["Carriers_Noted"], scan.Payload.Trim(), texts.Count("Carriers_Next", noted.Slots));
        }
        if (!OwnCode.TryParse(scan.Payload, out var code, out var reason))
            throw RefusedException.Invalid("payload", reason).Worded("code-misread");
        switch (code)
        {
            case { Kind: OwnCodeKind.Command, Id: "EMPTY" }:
                var empty = await add.Handle(session, device, scan.OpId, Noting.Empty, null, cancel);
                return ScanReply.Of("carrier", Tone.Ok, texts["Carriers_Empty"], "", texts.Count("Carriers_Next", empty.Slots));
            case { Kind: OwnCodeKind.Command, Id: "UNKNOWN" }:
                await add.Handle(session, device, scan.OpId, Noting.CountUnknown, null, cancel);
                return ScanReply.Of("carrier", Tone.Look, texts["Carriers_CountUnknown"], "", null);
            case { Kind: OwnCodeKind.Command, Id: "DONE" or "NEXT" }:
                return ScanReply.Of("command", Tone.Ok, texts["Carriers_Done"], "", null, $"/returns/sessions/{session}");
            default:
                throw new RefusedException("not-a-carrier", "Scan the serial of a carrier, or one of the cards empty slot, number unknown, done.", 400, "payload");
        }
    }
}
