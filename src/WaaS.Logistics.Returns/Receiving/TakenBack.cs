using Microsoft.EntityFrameworkCore;
using WaaS.Logistics.Returns.Data;
using WaaS.Logistics.Returns.Orders;

namespace WaaS.Logistics.Returns.Receiving;

/// <summary>A scan is taken back as a correction, with everything it had set off.</summary>
internal sealed class TakenBack(ReturnsDb db)
{
    public Task Add(Scan scan, CancellationToken cancel)
    {
        db.Corrections.Add(new Correction { ScanId = scan.Id, Actor = db.Origin.Actor, ActorName = db.Origin.ActorName, At = db.Now });
        return TakeBack(scan, cancel);
    }

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
