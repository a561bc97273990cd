using Microsoft.EntityFrameworkCore;
using WaaS.Logistics.Platform.Web;
using WaaS.Logistics.Returns.Data;
using WaaS.Logistics.Returns.Orders;
using WaaS.Logistics.Returns.Resources;

namespace WaaS.Logistics.Returns.TakeScan;

/// <summary>Who says "next" has done with the last device or parcel, and hears what is still outstanding. Nothing is recorded, so each repetition answers as things stand.</summary>
internal sealed class NextAtDesk(ReturnsDb db, Texts texts)
{
    public async Task<ScanReply> Device(Guid session, CancellationToken cancel)
    {
        var order = await db.Sessions.Where(row => row.Id == session).Select(row => (Guid?)row.OrderId).SingleOrDefaultAsync(cancel) ?? throw RefusedException.NotFound("receiving session", session.ToString());
        var outstanding = await db.Expected.CountAsync(row => row.OrderId == order && row.State == ExpectedState.Open, cancel);
        return outstanding > 0
            ? ScanReply.Of("command", Tone.Ok, texts["Next_Device"], "", texts.Count("Next_DeviceOutstanding", outstanding))
            : ScanReply.Of("command", Tone.Look, texts["Next_AllHere"], "", texts["Next_AllHereNext"]);
    }

    public async Task<ScanReply> Parcel(CancellationToken cancel)
    {
        var outstanding = await db.Parcels.CountAsync(row => row.ArrivedAt == null, cancel);
        return outstanding > 0
            ? ScanReply.Of("command", Tone.Ok, texts["Next_Parcel"], "", texts.Count("Next_ParcelOutstanding", outstanding))
            : ScanReply.Of("command", Tone.Look, texts["Next_NoParcel"], "", texts["Next_NoParcelNext"]);
    }
}
