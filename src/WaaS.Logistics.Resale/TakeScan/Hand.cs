using Microsoft.EntityFrameworkCore;
using WaaS.Logistics.Platform.Data;
using WaaS.Logistics.Resale.Data;
using WaaS.Logistics.Resale.Places;
using WaaS.Logistics.Resale.Units;

namespace WaaS.Logistics.Resale.TakeScan;

/// <summary>
/// What was scanned first of two codes that belong together, kept here and not in the page: scans come faster than pages load. One per station and
/// task; a browser that is no enrolled station counts as the person's own.
/// </summary>
internal sealed class Hand : Root
{
    private static readonly TimeSpan Shift = TimeSpan.FromHours(8);

    private Hand()
    {
    }

    private Hand(string key, DateTime now) => (Key, At) = (key, now);

    public string Key { get; private set; } = "";
    public Guid? PlaceId { get; private set; }
    public string? Bin { get; private set; }
    public Guid? UnitId { get; private set; }
    public DateTime At { get; private set; }

    public void StandAt(Place bin, DateTime now) => (PlaceId, Bin, UnitId, At) = (bin.Id, bin.Code, null, now);

    public void Hold(StockUnit unit, DateTime now) => (PlaceId, Bin, UnitId, At) = (null, null, unit.Id, now);

    /// <summary>The hand of whoever asks. What lies in it from yesterday is forgotten.</summary>
    public static async Task<Hand> Of(ResaleDb db, string task, CancellationToken cancel)
    {
        var key = KeyOf(db, task);
        var hand = await db.Hands.SingleOrDefaultAsync(row => row.Key == key, cancel);
        if (hand is null)
            db.Hands.Add(hand = new Hand(key, db.Now));
        else if (db.Now - hand.At > Shift)
            (hand.PlaceId, hand.Bin, hand.UnitId) = (null, null, null);
        return hand;
    }

    public static async Task<Hand?> Look(ResaleDb db, string task, CancellationToken cancel)
    {
        var (key, oldest) = (KeyOf(db, task), db.Now - Shift);
        return await db.Hands.AsNoTracking().SingleOrDefaultAsync(row => row.Key == key && row.At >= oldest, cancel);
    }

    private static string KeyOf(ResaleDb db, string task) => $"{task}/{(db.Origin.Station is { Length: > 0 } station ? station : "person:" + db.Origin.Actor)}";
}
