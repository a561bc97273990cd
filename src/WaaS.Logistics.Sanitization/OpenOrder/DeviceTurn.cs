using Microsoft.EntityFrameworkCore;
using WaaS.Logistics.Platform.Data;
using WaaS.Logistics.Sanitization.Data;

namespace WaaS.Logistics.Sanitization.OpenOrder;

/// <summary>
/// One row per device, touched by whatever opens or re-opens its orders: an arrival and a re-opening that meet must see each other, whichever is first.
/// </summary>
internal sealed class DeviceTurn : Root
{
    private DeviceTurn()
    {
    }

    private DeviceTurn(Guid deviceId, DateTime now) => (Id, TakenAt) = (deviceId, now);

    public DateTime TakenAt { get; private set; }
    public int Turns { get; private set; }

    public static async Task Take(SanitizationDb db, Guid deviceId, CancellationToken cancel)
    {
        var turn = await db.Set<DeviceTurn>().SingleOrDefaultAsync(row => row.Id == deviceId, cancel);
        if (turn is null)
            db.Add(turn = new DeviceTurn(deviceId, db.Now));
        turn.TakenAt = db.Now;
        turn.Turns++;
    }
}
