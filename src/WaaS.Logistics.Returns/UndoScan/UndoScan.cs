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
        await new TakenBack(db).Add(scan, cancel);
        return new UndoScanAnswer(scan.Id, scan.Number, scan.Serial, scan.Outcome, db.Origin.ActorName, db.Now);
    }, [ReturnsDb.OneCorrection, ReturnsDb.OneQuarantine, ReturnsDb.OneUnknownQuarantine], cancel);
}
