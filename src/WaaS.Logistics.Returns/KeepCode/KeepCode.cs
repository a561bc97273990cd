using Microsoft.EntityFrameworkCore;
using WaaS.Logistics.Platform.Data;
using WaaS.Logistics.Platform.Web;
using WaaS.Logistics.Returns.Data;
using WaaS.Logistics.Returns.Receiving;
using WaaS.Logistics.Returns.RecordScan;
using WaaS.Logistics.Scanning;
using WaaS.Logistics.Scanning.Labels;

namespace WaaS.Logistics.Returns.KeepCode;

/// <param name="Beside">The scan it was kept with; absent where it waits for the serial that comes next.</param>
internal sealed record KeepCodeAnswer(string Kind, string Value, RecordScanAnswer? Beside);

/// <summary>An imager sends all codes of a label, line after line. What is no serial is kept with the scan beside it and changes no verdict.</summary>
internal sealed class KeepCode(ReturnsDb db)
{
    private const string Operation = "keep-code";

    /// <returns><c>null</c> where the code is to be judged as a device.</returns>
    public async Task<KeepCodeAnswer?> Handle(Guid sessionId, Guid opId, string payload, CancellationToken cancel)
    {
        var reading = Reading.Of(payload);
        if (OwnCode.IsClaimedBy(payload) || CodeBeside.Of(reading) is not { } code)
            return null;
        // A repetition gets its first answer, whatever was scanned since.
        var before = await db.Set<Operation>().AsNoTracking().Where(row => row.OpId == opId).Select(row => row.Name).SingleOrDefaultAsync(cancel);
        if (before is not null and not Operation)
            return null;
        var scan = before is null ? await ScanBeside(sessionId, code, cancel) : null;
        if (before is null && (scan is null ? !code.IsSure : !code.IsSure && !IsOfLabel(scan, payload, code)) || await NamesDevice(reading, payload, cancel))
            return null;
        return await db.Once(opId, Operation, new { sessionId, payload }, async () =>
        {
            (await db.Sessions.AsNoTracking().SingleOrDefaultAsync(row => row.Id == sessionId, cancel) ?? throw RefusedException.NotFound("receiving session", sessionId.ToString())).RequireOpen();
            var kept = new KeptCode { SessionId = sessionId, Kind = code.Kind, Value = code.Value, Actor = db.Origin.Actor, At = db.Origin.OccurredAt ?? db.Now };
            db.Codes.Add(scan is null ? kept : kept.With(scan));
            return new KeepCodeAnswer(code.Kind, code.Value, scan is null ? null : RecordScanAnswer.Of(scan));
        }, [], cancel);
    }

    // The last scan of this person, if the code came right after it or after another code kept with it.
    private async Task<Scan?> ScanBeside(Guid sessionId, CodeBeside code, CancellationToken cancel)
    {
        if (await db.Scans.AsNoTracking().Where(row => row.SessionId == sessionId && row.Correction == null).OrderByDescending(row => row.Number).FirstOrDefaultAsync(cancel) is not { } scan || scan.Actor != db.Origin.Actor)
            return null;
        var kept = await db.Codes.AsNoTracking().Where(row => row.ScanId == scan.Id).Select(row => new { row.Kind, row.At }).ToListAsync(cancel);
        var last = kept.Select(row => row.At).Append(scan.OccurredAt ?? scan.At).Max();
        var gap = (db.Origin.OccurredAt ?? db.Now) - last;
        return gap < TimeSpan.Zero || gap > KeptCode.Beside || code.IsOnce && kept.Exists(row => row.Kind == code.Kind) ? null : scan;
    }

    // What may be a serial too is kept only where the label as a whole says that the other one is it.
    private static bool IsOfLabel(Scan scan, string payload, CodeBeside code) => code.MayName
        ? scan.DeviceId is not null
        : LabelReading.Of([.. scan.Payload.Split('\n'), payload]).Serial is { } serial && DeviceSerial.Key(serial.Value) == DeviceSerial.Key(scan.Serial);

    private async Task<bool> NamesDevice(Reading reading, string payload, CancellationToken cancel)
    {
        var keys = PossibleSerial.Of(reading, payload.Trim()).Select(serial => serial.Key).ToArray();
        return await db.Fleet.AnyAsync(device => keys.Contains(device.SerialKey), cancel) || await db.Stops.AnyAsync(stop => keys.Contains(stop.SerialKey) && stop.LiftedAt == null, cancel);
    }
}
