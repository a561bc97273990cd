using Microsoft.EntityFrameworkCore;
using WaaS.Logistics.Sanitization.Data;
using WaaS.Logistics.Sanitization.HoldDevice;
using WaaS.Logistics.Sanitization.Orders;
using WaaS.Logistics.Sanitization.ShowOrders;

namespace WaaS.Logistics.Sanitization.ShowBench;

/// <summary>Reads the whole bench in a few queries, since every screen asks for it every few seconds.</summary>
internal sealed class ReadBench(SanitizationDb db)
{
    private const int Most = 300;

    public async Task<BenchView> Handle(CancellationToken cancel)
    {
        var orders = await db.Orders.AsNoTracking().AsSplitQuery().Include(order => order.Slots)
            .Include(order => order.Evidence.Where(evidence => evidence.State == EvidenceState.UnderReview))
            .Where(order => order.State == OrderState.Open).OrderBy(order => order.WaitingSince).Take(Most).ToListAsync(cancel);
        var total = orders.Count < Most ? orders.Count : await db.Orders.CountAsync(order => order.State == OrderState.Open, cancel);
        return new BenchView(db.Now, await Stations(cancel), await Waiting(orders, cancel), total);
    }

    private async Task<IReadOnlyList<BenchOrder>> Waiting(List<WipeOrder> orders, CancellationToken cancel)
    {
        var devices = orders.Select(order => order.DeviceId).ToList();
        var now = db.Now;
        var holds = (await db.Holds.AsNoTracking()
            .Where(hold => devices.Contains(hold.DeviceId) && hold.LiftedAt == null && (hold.EndsAt == null || hold.EndsAt > now))
            .OrderBy(hold => hold.PlacedAt).ToListAsync(cancel)).ToLookup(hold => hold.DeviceId);
        var keys = orders.SelectMany(order => order.Slots).Select(slot => slot.CarrierKey).OfType<string>().Distinct().ToList();
        var claims = (await db.Slots.AsNoTracking()
            .Where(slot => keys.Contains(slot.CarrierKey!) && slot.Order!.State == OrderState.Open && slot.State != SlotState.Destroyed)
            .Select(slot => new { Key = slot.CarrierKey!, slot.Order!.DeviceId }).ToListAsync(cancel)).ToLookup(claim => claim.Key, claim => claim.DeviceId);
        var newest = await db.Orders.AsNoTracking().Where(order => devices.Contains(order.DeviceId)).GroupBy(order => order.DeviceId)
            .Select(cycles => new { cycles.Key, Cycle = cycles.Max(order => order.Cycle) }).ToDictionaryAsync(row => row.Key, row => row.Cycle, cancel);
        return [.. orders.Select(order => new BenchOrder(
            Views.Line(order, new GateFacts([.. holds[order.DeviceId].Select(hold => hold.Say())], Elsewhere(order, claims), newest[order.DeviceId] > order.Cycle)),
            [.. holds[order.DeviceId].Select(hold => Views.Hold(hold, db.Now))],
            [.. order.Evidence.Select(Review)]))];
    }

    private static List<string> Elsewhere(WipeOrder order, ILookup<string, Guid> claims) =>
        [.. order.Slots.Select(slot => slot.CarrierKey).OfType<string>().Where(key => claims[key].Any(device => device != order.DeviceId)).Distinct()];

    internal static OpenReview Review(Evidence evidence) => new(
        evidence.Id, evidence.SlotName, evidence.Verification == Decision.Yes, evidence.Separation.ToString(), evidence.OperatorName, evidence.VerifiedByName, evidence.VerifiedAt ?? evidence.ReceivedAt);

    private async Task<IReadOnlyList<BenchStation>> Stations(CancellationToken cancel)
    {
        var stations = await db.Stations.AsNoTracking().OrderBy(station => station.Name).ToListAsync(cancel);
        var running = (await (from job in db.Jobs.AsNoTracking().Include(job => job.Order)
                              join progress in db.Progress.AsNoTracking() on job.Id equals progress.JobId
                              where job.State == JobState.Active
                              orderby job.ClaimedAt
                              select new { job, progress }).ToListAsync(cancel)).ToLookup(row => row.job.StationId);
        var heard = await (from job in db.Jobs.AsNoTracking()
                           join progress in db.Progress.AsNoTracking() on job.Id equals progress.JobId
                           group progress.HeardAt by job.StationId into beats
                           select new { beats.Key, At = beats.Max() }).ToDictionaryAsync(row => row.Key, row => row.At, cancel);
        return [.. stations.Where(station => station.RevokedAt is null || running.Contains(station.Id)).Select(station => new BenchStation(
            station.Id, station.Name, station.Machine, station.RevokedAt is not null, heard.TryGetValue(station.Id, out var at) ? at : null,
            [.. running[station.Id].Select(row => new BenchJob(
                row.job.OrderId, $"{row.job.Order!.Manufacturer} {row.job.Order.Model}", row.job.Order.Serial, row.job.SlotName, row.job.CarrierSerial, Views.Job(row.job, row.progress)))]))];
    }
}
