using Microsoft.EntityFrameworkCore;
using WaaS.Logistics.Platform.Web;
using WaaS.Logistics.Resale.Data;
using WaaS.Logistics.Scanning;

namespace WaaS.Logistics.Resale.Units;

internal static class FindUnit
{
    private const int Longest = 200;

    public static async Task<StockUnit> Unit(this ResaleDb db, Guid id, CancellationToken cancel) =>
        await db.WholeUnits.SingleOrDefaultAsync(unit => unit.Id == id, cancel) ?? throw RefusedException.NotFound("stock unit", id.ToString());

    /// <param name="text">The device's serial, or its scanned tag. One that lives goes before one that was sold.</param>
    public static async Task<StockUnit> ScannedUnit(this ResaleDb db, string? text, CancellationToken cancel)
    {
        if (string.IsNullOrWhiteSpace(text) || text.Length > Longest)
            throw RefusedException.Invalid("unit", $"The field unit is empty or longer than {Longest} characters. Scan the device's serial or tag.", Longest);
        var found = await db.FindUnits(text, cancel);
        var living = found.Where(unit => UnitTransitions.IsLiving(unit.State)).ToList();
        if (living.Count > 1)
            throw new RefusedException("serial-twice", $"{living.Count} devices of different makers have the serial {text.Trim()}. Scan the device tag instead.", 409, "unit", text.Trim());
        return living.FirstOrDefault() ?? found.LastOrDefault()
            ?? throw new RefusedException("unit-unknown", $"No stock unit has '{text.Trim()}'. A device becomes one when it is cleared and graded.", 404, "unit", text.Trim());
    }

    public static async Task<IReadOnlyList<StockUnit>> FindUnits(this ResaleDb db, string text, CancellationToken cancel)
    {
        var (device, key) = OwnCode.IsClaimedBy(text) ? (ReadTag(text), null) : ((Guid?)null, DeviceSerial.Key(text.Trim()));
        if (device is null && (key is null || DeviceSerial.IsPlaceholder(key)))
            return [];
        var units = device is { } id ? db.WholeUnits.Where(unit => unit.DeviceId == id) : db.WholeUnits.Where(unit => unit.SerialKey == key);
        return await units.OrderBy(unit => unit.Cycle).ThenBy(unit => unit.ClearanceRevision).ToListAsync(cancel);
    }

    private static Guid ReadTag(string text) =>
        !OwnCode.TryParse(text, out var code, out var reason) ? throw RefusedException.Invalid("unit", reason)
        : code.Kind == OwnCodeKind.Device && code.TryGetGuid(out var id) ? id
        : throw new RefusedException("not-a-device", $"This is the code of a {code.Kind.ToString().ToLowerInvariant()}. Scan a device.", 400, "unit", code.Kind);
}
