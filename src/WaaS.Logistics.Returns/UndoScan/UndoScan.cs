using Microsoft.EntityFrameworkCore;
using WaaS.Logistics.Platform.Data;
using WaaS.Logistics.Platform.Web;
using WaaS.Logistics.Returns.Data;
using WaaS.Logistics.Returns.Orders;
using WaaS.Logistics.Returns.Receiving;

namespace WaaS.Logistics.Returns.UndoScan;

internal sealed record UndoScanRequest(Guid OpId);

internal sealed record UndoScanAnswer(Guid ScanId, int Number, string Serial, ScanOutcome Outcome, string By, DateTime At);

/// <summary>Takes back the session's last scan that has not been taken back yet: as a correction, with everything the scan had set off.</summary>
internal sealed class UndoScan(ReturnsDb db)
{
    public Task<UndoScanAnswer> Handle(Guid sessionId, UndoScanRequest request, CancellationToken cancel) => db.Once(request.OpId, "undo-scan", new { sessionId }, async () =>
    {
        var session = await db.Sessions.SingleOrDefaultAsync(row => row.Id == sessionId, cancel) ?? throw RefusedException.NotFound("receiving session", sessionId.ToString());
        session.RequireOpen();
        var scan = await db.Scans.Where(row => row.SessionId == sessionId && row.Correction == null).OrderByDescending(row => row.Number).FirstOrDefaultAsync(cancel)
            ?? throw new RefusedException("nothing-to-undo", "There is no scan left in this session that could be taken back.");
        // Counted like a scan, so that undoing collides with scanning and with closing.
        session.NextScan();
        db.Corrections.Add(new Correction { ScanId = scan.Id, Actor = db.Origin.Actor, ActorName = db.Origin.ActorName, At = db.Now });
        await TakeBack(scan, cancel);
        return new UndoScanAnswer(scan.Id, scan.Number, scan.Serial, scan.Outcome, db.Origin.ActorName, db.Now);
    }, [ReturnsDb.OneCorrection, ReturnsDb.OneQuarantine, ReturnsDb.OneUnknownQuarantine], cancel);

    private async Task TakeBack(Scan scan, CancellationToken cancel)
    {
        if (await db.Receipts.SingleOrDefaultAsync(row => row.ScanId == scan.Id, cancel) is { State: ReceiptState.Standing or ReceiptState.Stopped } receipt)
        {
            if (receipt.Undo() is { } corrected)
                db.AddToOutbox(corrected);
            var expected = await db.Expected.SingleAsync(row => row.OrderId == receipt.OrderId && row.DeviceId == receipt.DeviceId, cancel);
            // Read after the receipt: somebody may have taken the same scan back in between.
            if (expected.State != ExpectedState.Received)
                throw new DbUpdateConcurrencyException($"The scan of {scan.Serial} was changed by somebody else meanwhile.");
            expected.TakeBack();
        }
        foreach (var quarantine in await db.Quarantines.Where(row => row.ScanId == scan.Id && row.State == QuarantineState.Standing).ToListAsync(cancel))
            db.AddToOutbox(quarantine.Undo());
        foreach (var settled in await db.Quarantines.Where(row => row.SettledBy == scan.Id).ToListAsync(cancel))
            db.AddToOutbox(settled.Resume());
        foreach (var discrepancy in await db.Discrepancies.Where(row => row.ScanId == scan.Id && row.State == DiscrepancyState.Open).ToListAsync(cancel))
            db.AddToOutbox(discrepancy.Withdraw(db.Origin.ActorName, db.Now));
    }
}
