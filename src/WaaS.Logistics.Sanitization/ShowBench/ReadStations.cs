using Microsoft.EntityFrameworkCore;
using WaaS.Logistics.Proof.StationContract;
using WaaS.Logistics.Sanitization.Data;
using WaaS.Logistics.Sanitization.Orders;
using WaaS.Logistics.Sanitization.ReportBays;
using WaaS.Logistics.Sanitization.ShowOrders;

namespace WaaS.Logistics.Sanitization.ShowBench;

/// <summary>What the stations say of their bays, put together with what the server knows of their jobs and carriers.</summary>
internal sealed class ReadStations(SanitizationDb db)
{
    /// <summary>The carriers that lie in bays, by the key of their serial.</summary>
    public static IReadOnlyList<string> Carriers(IEnumerable<StationBays> reports) =>
        [.. reports.SelectMany(report => report.Read()).Select(bay => Serials.Key(bay.Serial)).OfType<string>().Distinct()];

    /// <param name="owners">Orders that name carriers in bays, by the key of the carrier.</param>
    public async Task<IReadOnlyList<BenchStation>> Handle(IReadOnlyList<StationBays> reports, ILookup<string, BenchOrder> owners, CancellationToken cancel)
    {
        var stations = await db.Stations.AsNoTracking().OrderBy(station => station.Name).ToListAsync(cancel);
        var running = (await (from job in db.Jobs.AsNoTracking().Include(job => job.Order)
                              join progress in db.Progress.AsNoTracking() on job.Id equals progress.JobId
                              where job.State == JobState.Active
                              orderby job.ClaimedAt
                              select new { job, progress }).ToListAsync(cancel))
            .ToLookup(row => row.job.StationId, row => new BenchJob(
                row.job.OrderId, $"{row.job.Order!.Manufacturer} {row.job.Order.Model}", row.job.Order.Serial, row.job.SlotName, row.job.CarrierSerial, Views.Job(row.job, row.progress)));
        var heard = await (from job in db.Jobs.AsNoTracking()
                           join progress in db.Progress.AsNoTracking() on job.Id equals progress.JobId
                           group progress.HeardAt by job.StationId into beats
                           select new { beats.Key, At = beats.Max() }).ToDictionaryAsync(row => row.Key, row => row.At, cancel);
        var told = reports.ToDictionary(report => report.StationId);
        // A boot is shown while it works, and the moment before; a bench always.
        return [.. stations.Where(station => running.Contains(station.Id) || station is { RevokedAt: null } && (station.ExpiresAt is null || station.ExpiresAt > db.Now && db.Now - station.EnrolledAt < Silence.After)).Select(station =>
        {
            var report = told.GetValueOrDefault(station.Id);
            var bays = Bays(report, [.. running[station.Id]], owners).ToList();
            return new BenchStation(station.Id, station.Name, station.Machine, station.RevokedAt is not null,
                Later(report?.HeardAt, heard.TryGetValue(station.Id, out var at) ? at : null), report is not null && IsSilent(report.HeardAt) || bays.Any(bay => bay.Silent), bays);
        })];
    }

    private IEnumerable<BenchBay> Bays(StationBays? report, List<BenchJob> jobs, ILookup<string, BenchOrder> owners)
    {
        foreach (var bay in report?.Read() ?? [])
        {
            var key = Serials.Key(bay.Serial);
            var job = jobs.FirstOrDefault(job => job.Job.Id == bay.JobId) ?? jobs.FirstOrDefault(job => key is not null && key == Serials.Key(job.CarrierSerial));
            jobs.Remove(job!);
            var at = Later(report!.HeardAt, job?.Job.HeardAt)!.Value;
            yield return new BenchBay(bay, job, key is null ? null : Newest(owners[key]), at, IsSilent(at));
        }
        foreach (var job in jobs)
            yield return new BenchBay(null, job, null, job.Job.HeardAt, IsSilent(job.Job.HeardAt));
    }

    private static BenchOrder? Newest(IEnumerable<BenchOrder> orders) => orders.OrderByDescending(order => order.Order.OpenedAt).FirstOrDefault();

    private bool IsSilent(DateTime heard) => db.Now - heard > Silence.After;

    private static DateTime? Later(DateTime? one, DateTime? other) => one is null || other > one ? other : one;
}
