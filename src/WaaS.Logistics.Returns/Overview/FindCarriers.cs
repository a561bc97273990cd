using Microsoft.EntityFrameworkCore;
using WaaS.Logistics.Platform.Web;
using WaaS.Logistics.Returns.Data;
using WaaS.Logistics.Returns.Receiving;

namespace WaaS.Logistics.Returns.Overview;

/// <summary>A received device and what was seen in its slots.</summary>
public sealed record CarriersView(Guid SessionId, Guid ScanId, Guid DeviceId, string Device, int? ExpectedSlots, bool CountUnknown, int Revision, IReadOnlyList<SlotRow> Slots);

public sealed record SlotRow(string Slot, bool IsEmpty, string? Serial);

internal sealed class FindCarriers(ReturnsDb db)
{
    public async Task<CarriersView> Handle(Guid session, Guid scanId, CancellationToken cancel)
    {
        var scan = await db.Scans.AsNoTracking().SingleOrDefaultAsync(row => row.Id == scanId && row.SessionId == session, cancel) ?? throw RefusedException.NotFound("scan", scanId.ToString());
        var receipt = await db.Receipts.AsNoTracking().Include(row => row.Carriers).SingleOrDefaultAsync(row => row.DeviceId == scan.DeviceId && row.State == ReceiptState.Standing, cancel)
            ?? throw new RefusedException("not-received", $"{scan.Serial} has no receipt. Carriers are noted for received devices.", 409, null, scan.Serial);
        var device = await db.Fleet.AsNoTracking().SingleAsync(row => row.Id == receipt.DeviceId, cancel);
        return new CarriersView(session, scanId, device.Id, $"{device.Manufacturer} {device.Model} {device.Serial}", device.CarrierSlots, receipt.CountUnknown, receipt.CarriersRevision,
            [.. receipt.Carriers.Where(carrier => carrier.Revision == receipt.CarriersRevision).OrderBy(carrier => carrier.Slot.Length).ThenBy(carrier => carrier.Slot, StringComparer.Ordinal).Select(carrier => new SlotRow(carrier.Slot, carrier.IsEmpty, carrier.CarrierSerial))]);
    }
}
