using Microsoft.EntityFrameworkCore;
using WaaS.Logistics.Sanitization.Data;
using WaaS.Logistics.Sanitization.HoldDevice;
using WaaS.Logistics.Sanitization.Orders;
using WaaS.Logistics.Sanitization.ShowOrders;

namespace WaaS.Logistics.Sanitization.ShowBench;

/// <summary>Reads the whole bench in a few queries, since every screen asks for it every few seconds.</summary>
internal sealed class ReadBench(SanitizationDb db, ReadStations stations)
{
    private const int Most = 300;

    public async Task<BenchView> Handle(CancellationToken cancel)
    {
        var orders = await db.Orders.AsNoTracking().AsSplitQuery().Include(order => order.Slots)
            .Include(order => order.Evidence.Where(evidence => evidence.State == EvidenceState.UnderReview))
            .Where(order => order.State == OrderState.Open).OrderBy(order => order.WaitingSince).Take(Most).ToListAsync(cancel);
        var total = orders.Count < Most ? orders.Count : await db.Orders.CountAsync(order => order.State == OrderState.Open, cancel);
        var reports = await db.StationBays.AsNoTracking().ToListAsync(cancel);
        return new BenchView(db.Now, await stations.Handle(reports, await Owners(ReadStations.Carriers(reports), cancel), cancel), await Waiting(orders, cancel), total);
    }

    private async Task<ILookup<string, BenchOrder>> Owners(IReadOnlyList<string> carriers, CancellationToken cancel)
    {
        var orders = carriers.Count == 0 ? [] : await db.Orders.AsNoTracking().AsSplitQuery().Include(order => order.Slots)
            .Include(order => order.Evidence.Where(evidence => evidence.State == EvidenceState.UnderReview))
            .Where(order => order.State != OrderState.Withdrawn && order.Slots.Any(slot => carriers.Contains(slot.CarrierKey!)))
            .Where(order => !db.Orders.Any(later => later.DeviceId == order.DeviceId && later.Cycle > order.Cycle)).ToListAsync(cancel);
        var views = (await Waiting(orders, cancel)).ToDictionary(view => view.Order.Id);
        return orders.SelectMany(order => order.Slots.Where(slot => slot.CarrierKey is not null).Select(slot => (Key: slot.CarrierKey!, Order: views[order.Id])))
            .ToLookup(row => row.Key, row => row.Order);
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
}
