using Microsoft.EntityFrameworkCore;
using WaaS.Logistics.Returns.Data;
using WaaS.Logistics.Returns.Receiving;

namespace WaaS.Logistics.Returns.KeepCode;

/// <summary>What a new scan takes with it: the other codes of its label, and those that came just before it.</summary>
internal sealed class CodesOfScan(ReturnsDb db)
{
    public async Task Keep(Scan scan, IReadOnlyList<CodeBeside> others, string? arrived, CancellationToken cancel)
    {
        var at = scan.OccurredAt ?? scan.At;
        if (arrived is not null)
            db.Codes.Add(Code(scan, KeptCode.Arrived, arrived.Length > KeptCode.MaxLength ? arrived[..KeptCode.MaxLength] : arrived, at));
        foreach (var other in others)
            db.Codes.Add(Code(scan, other.Kind, other.Value, at));
        foreach (var waiting in await db.Codes.Where(row => row.SessionId == scan.SessionId && row.ScanId == null && row.Actor == scan.Actor && row.At <= at).OrderByDescending(row => row.At).Take(16).ToListAsync(cancel))
        {
            // Line after line: each belongs to the label if it came right before the one after it.
            if (at - waiting.At > KeptCode.Beside)
                return;
            at = waiting.At;
            waiting.With(scan);
        }
    }

    private static KeptCode Code(Scan scan, string kind, string value, DateTime at) =>
        new KeptCode { SessionId = scan.SessionId, Kind = kind, Value = value, Actor = scan.Actor, At = at }.With(scan);
}
