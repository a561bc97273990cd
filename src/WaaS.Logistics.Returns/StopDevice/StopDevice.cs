using Microsoft.EntityFrameworkCore;
using WaaS.Logistics.Platform.Data;
using WaaS.Logistics.Platform.Web;
using WaaS.Logistics.Returns.Data;
using WaaS.Logistics.Returns.Orders;
using WaaS.Logistics.Returns.Receiving;

namespace WaaS.Logistics.Returns.StopDevice;

/// <param name="Reason"><c>damaged</c> or <c>battery</c>.</param>
internal sealed record StopDeviceRequest(Guid OpId, string Reason);

internal sealed record StopDeviceAnswer(Guid ScanId, string Serial, ScanOutcome Outcome, ScanReason Reason, string Place);

/// <summary>Somebody sees that a scanned device is damaged or its battery bulges: it goes to quarantine, and must not be wiped on the mains.</summary>
internal sealed class StopDevice(ReturnsDb db)
{
    public Task<StopDeviceAnswer> Handle(Guid sessionId, Guid? scanId, StopDeviceRequest request, CancellationToken cancel) =>
        db.Once(request.OpId, "stop-device", new { sessionId, scanId, request.Reason }, () => Stop(sessionId, scanId, Reason(request.Reason), request.Reason, cancel), [ReturnsDb.OneQuarantine, ReturnsDb.OneUnknownQuarantine], cancel);

    private static ScanReason Reason(string reason) => reason switch
    {
        "damaged" => ScanReason.Damaged,
        "battery" => ScanReason.Battery,
        _ => throw RefusedException.Invalid("reason", $"'{reason}' is no reason to stop. Known are damaged and battery.", reason),
    };

    private async Task<StopDeviceAnswer> Stop(Guid sessionId, Guid? scanId, ScanReason reason, string word, CancellationToken cancel)
    {
        var session = await db.Sessions.SingleOrDefaultAsync(row => row.Id == sessionId, cancel) ?? throw RefusedException.NotFound("receiving session", sessionId.ToString());
        session.RequireOpen();
        var scan = await db.Scans.AsNoTracking().Where(row => row.SessionId == sessionId && row.Correction == null && (scanId == null || row.Id == scanId)).OrderByDescending(row => row.Number).FirstOrDefaultAsync(cancel)
            ?? throw new RefusedException("no-scan", "There is no scan in this session it could be said of. Scan the device first.", 404);
        session.NextScan();
        var order = await db.Orders.AsNoTracking().SingleAsync(row => row.Id == session.OrderId, cancel);
        var place = await db.Places.AsNoTracking().SingleAsync(row => row.Id == session.QuarantineId, cancel);
        await Receipt(scan, word, cancel);
        var quarantine = await Standing(scan, cancel);
        if (quarantine is null)
        {
            quarantine = new Quarantine(scan, order, place, ScanOutcome.Stop, reason);
            db.Quarantines.Add(quarantine);
            db.AddToOutbox(quarantine.ToMessage());
        }
        else
            db.AddToOutbox(quarantine.Stop(reason));
        var discrepancy = new Discrepancy(order, DiscrepancyKind.Damaged, scan.Serial, scan.DeviceId, reason, scan.Id, db.Now);
        db.Discrepancies.Add(discrepancy);
        db.AddToOutbox(discrepancy.ToMessage());
        return new StopDeviceAnswer(scan.Id, scan.Serial, ScanOutcome.Stop, reason, quarantine.Place);
    }

    private async Task Receipt(Scan scan, string word, CancellationToken cancel)
    {
        if (await db.Receipts.SingleOrDefaultAsync(row => row.DeviceId == scan.DeviceId && row.State == ReceiptState.Standing, cancel) is { } receipt)
            db.AddToOutbox(receipt.Stop(word));
    }

    // A repeated scan has no quarantine of its own: it is the device that counts.
    private async Task<Quarantine?> Standing(Scan scan, CancellationToken cancel)
    {
        if (await db.Quarantines.SingleOrDefaultAsync(row => row.ScanId == scan.Id && row.State == QuarantineState.Standing, cancel) is { } own)
            return own;
        var (key, maker) = (Scanning.DeviceSerial.Key(scan.Serial) ?? "", Scanning.DeviceMaker.Key(scan.Manufacturer ?? ""));
        if (scan.DeviceId is { } device)
            return await db.Quarantines.SingleOrDefaultAsync(row => row.DeviceId == device && row.State == QuarantineState.Standing, cancel);
        return scan.Reason == ScanReason.PlaceholderSerial ? null
            : await db.Quarantines.Strangers(key, maker.Length > 0 ? maker : null).OrderBy(row => row.At).FirstOrDefaultAsync(cancel);
    }
}
