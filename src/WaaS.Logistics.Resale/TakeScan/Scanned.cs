using WaaS.Logistics.Platform.Web;
using WaaS.Logistics.Resale.Data;
using WaaS.Logistics.Resale.Places;
using WaaS.Logistics.Resale.Units;
using WaaS.Logistics.Scanning;

namespace WaaS.Logistics.Resale.TakeScan;

/// <summary>What a scan at the shelf names: a bin, a unit, or a command card.</summary>
internal sealed record Scanned(Place? Bin, StockUnit? Unit, string? Command = null)
{
    public static async Task<Scanned> Read(ResaleDb db, string payload, CancellationToken cancel)
    {
        if (OwnCode.IsClaimedBy(payload))
            return await ReadOwn(db, payload, cancel);
        // A serial goes before a bin: typed bin codes are rare, and people choose them.
        if (payload.Trim().Length is > 0 and <= 60 && (await db.FindUnits(payload, cancel)).Count == 0 && await db.FindBin(payload, cancel) is { } bin)
            return new Scanned(bin, null);
        return new Scanned(null, await db.ScannedUnit(payload, cancel));
    }

    private static async Task<Scanned> ReadOwn(ResaleDb db, string payload, CancellationToken cancel)
    {
        if (!OwnCode.TryParse(payload, out var code, out var reason))
            throw RefusedException.Invalid("payload", reason);
        if (code.Kind == OwnCodeKind.Command)
            return new Scanned(null, null, code.Id);
        return FindPlace.IsBinLabel(code) ? new Scanned(await db.Bin(payload, cancel), null) : new Scanned(null, await db.ScannedUnit(payload, cancel));
    }
}
