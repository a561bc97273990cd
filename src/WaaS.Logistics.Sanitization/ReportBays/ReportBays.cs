using Microsoft.EntityFrameworkCore;
using WaaS.Logistics.Platform.Data;
using WaaS.Logistics.Platform.Web;
using WaaS.Logistics.Proof.StationContract;
using WaaS.Logistics.Sanitization.Data;
using WaaS.Logistics.Sanitization.Stations;

namespace WaaS.Logistics.Sanitization.ReportBays;

/// <summary>A station says what is in its bays, whether it has a job or not. The last word counts, by the station's own clock.</summary>
internal sealed class BayReports(SanitizationDb db)
{
    public const int MostBays = 200;
    private const int Tries = 8, LongestBay = 40, LongestFact = 100, LongestReason = 500;

    public async Task<StationReportReply> Handle(StationIdentity station, StationReport report, CancellationToken cancel)
    {
        Require(report);
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await Keep(station.Id, report, cancel);
                return new StationReportReply { ServerTime = db.Time.GetUtcNow(), SilentAfterSeconds = (int)Silence.After.TotalSeconds };
            }
            catch (DbUpdateException e) when (attempt < Tries && (Violations.IsContention(e) || Violations.IsUnique(e, "pk_station_bays", "sanitization_station_bays.station_id")))
            {
                db.ChangeTracker.Clear();
                await Task.Delay(Random.Shared.Next(2, 10 * attempt), cancel);
            }
        }
    }

    private async Task Keep(Guid station, StationReport report, CancellationToken cancel)
    {
        var lookedAt = Cut(report.At.UtcDateTime);
        var kept = await db.StationBays.SingleOrDefaultAsync(bays => bays.StationId == station, cancel);
        if (kept is null)
            db.StationBays.Add(new StationBays { StationId = station, HeardAt = db.Now, LookedAt = lookedAt, Bays = StationBays.Write(report.Bays) });
        else if (kept.LookedAt < lookedAt)
            (kept.HeardAt, kept.LookedAt, kept.Bays) = (db.Now, lookedAt, StationBays.Write(report.Bays));
        await db.SaveChangesAsync(cancel);
    }

    private static void Require(StationReport report)
    {
        if (report.Bays.Count > MostBays)
            throw RefusedException.Invalid("bays", $"A station has at most {MostBays} bays.");
        if (report.Bays.GroupBy(bay => bay.Bay, StringComparer.OrdinalIgnoreCase).FirstOrDefault(same => same.Count() > 1) is { } twice)
            throw RefusedException.Invalid("bays", $"Bay '{twice.Key}' stands twice in the report; each has a label of its own.");
        foreach (var bay in report.Bays)
            Require(bay);
    }

    private static void Require(BayReport bay)
    {
        if (string.IsNullOrWhiteSpace(bay.Bay) || bay.Bay.Length > LongestBay)
            throw RefusedException.Invalid("bay", $"The field bay has 1 to {LongestBay} characters: what stands on the slot.");
        if (bay.Model?.Length > LongestFact || bay.Serial?.Length > LongestFact || bay.Rule?.Length > LongestFact || bay.Reason?.Length > LongestReason)
            throw RefusedException.Invalid("bay", $"Bay '{bay.Bay}': model, serial and rule have at most {LongestFact} characters, reason {LongestReason}.");
        if (bay.SizeBytes < 0 || bay.Temperature is { } degrees && !double.IsFinite(degrees))
            throw RefusedException.Invalid("bay", $"Bay '{bay.Bay}': a size is not negative, and a temperature is a number.");
        if (bay.Progress is { } progress && (progress.BytesDone < 0 || progress.BytesDone > progress.BytesTotal || progress.Speed is < 0))
            throw RefusedException.Invalid("progress", $"Bay '{bay.Bay}': bytesDone must lie between 0 and bytesTotal, and a speed is not negative.");
        if ((bay.State == BayState.Working) != (bay.Progress is not null))
            throw RefusedException.Invalid("progress", $"Bay '{bay.Bay}': a bay that works says how far it is, and no other does.");
    }

    private static DateTime Cut(DateTime time) => new(time.Ticks - time.Ticks % 10, DateTimeKind.Utc);
}
