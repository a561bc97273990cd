using Microsoft.EntityFrameworkCore;
using WaaS.Logistics.Returns.Data;
using WaaS.Logistics.Returns.Receiving;
using WaaS.Logistics.Scanning;
using WaaS.Logistics.Scanning.Labels;

namespace WaaS.Logistics.Returns.KeepCode;

/// <summary>
/// A model or part number that could have been a serial was judged as an unknown device; the line right after it is a known device's serial. Then it was a code of the same label:
/// its scan is taken back, and it is kept with the device.
/// </summary>
internal sealed class CodeBefore(ReturnsDb db)
{
    public async Task TakeBack(Scan scan, CancellationToken cancel)
    {
        if (scan.DeviceId is null || scan.Payload.Contains('\n', StringComparison.Ordinal))
            return;
        var before = await db.Scans.Where(row => row.SessionId == scan.SessionId && row.Correction == null).OrderByDescending(row => row.Number).FirstOrDefaultAsync(cancel);
        if (before is not { Outcome: ScanOutcome.Unknown, DeviceId: null } || before.Actor != scan.Actor || !IsOfLabel(before, scan) || CodeBeside.Of(Reading.Of(before.Payload)) is not { } code)
            return;
        await new TakenBack(db).Add(before, cancel);
        db.Codes.Add(new KeptCode { SessionId = scan.SessionId, Kind = code.Kind, Value = code.Value, Actor = scan.Actor, At = TimeOf(before) }.With(scan));
    }

    private static bool IsOfLabel(Scan before, Scan scan)
    {
        var gap = TimeOf(scan) - TimeOf(before);
        return gap >= TimeSpan.Zero && gap <= KeptCode.Beside
            && LabelReading.Of([before.Payload, scan.Payload]).Serial is { } serial && DeviceSerial.Key(serial.Value) == DeviceSerial.Key(scan.Serial);
    }

    private static DateTime TimeOf(Scan scan) => scan.OccurredAt ?? scan.At;
}
