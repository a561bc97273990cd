using WaaS.Logistics.Platform.Web;
using WaaS.Logistics.Returns.ArriveParcel;
using WaaS.Logistics.Returns.Data;
using WaaS.Logistics.Returns.Places;
using WaaS.Logistics.Returns.Resources;
using WaaS.Logistics.Scanning;

namespace WaaS.Logistics.Returns.TakeScan;

/// <summary>Any scan at the dock: a parcel arrives, or another place is chosen.</summary>
internal sealed class TakeDockScan(ReturnsDb db, ArriveParcel.ArriveParcel arrive, NextAtDesk next, Texts texts)
{
    public async Task<ScanReply> Handle(string place, ScanPost scan, CancellationToken cancel)
    {
        var own = OwnCode.IsClaimedBy(scan.Payload) && OwnCode.TryParse(scan.Payload, out var code, out _) ? code : null;
        if (own is { Kind: OwnCodeKind.Command, Id: "NEXT" })
            return await next.Parcel(cancel);
        if (own is { Kind: OwnCodeKind.Place })
        {
            var chosen = (await db.Place(scan.Payload, "place", cancel)).Code;
            return ScanReply.Of("place", Tone.Ok, texts["Scan_Place"], chosen, texts["Dock_PlaceNext", chosen], $"/returns/dock?place={Uri.EscapeDataString(chosen)}");
        }
        try
        {
            var arrived = await arrive.Handle(new ArriveParcelRequest(scan.OpId, scan.Payload, place), cancel);
            return ScanReply.Of("parcel", Tone.Ok, texts["Dock_Arrived"], $"{arrived.Number} · {arrived.OrderNumber}", texts["Dock_ArrivedNext", arrived.Arrived, arrived.Parcels, arrived.Place]);
        }
        catch (RefusedException e) when (e.Rule == "parcel-arrived")
        {
            return ScanReply.Of("parcel", Tone.Again, texts["Dock_Again"], e.Arguments[0].ToString()!, texts["Dock_AgainNext", e.Arguments[1]]);
        }
        catch (RefusedException e) when (e.Rule == "parcel-unknown")
        {
            return ScanReply.Of("parcel", Tone.Look, texts["Dock_Unknown"], scan.Payload.Trim(), texts["Dock_UnknownNext"]);
        }
    }
}
