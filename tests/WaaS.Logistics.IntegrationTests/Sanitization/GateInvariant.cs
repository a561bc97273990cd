using Microsoft.EntityFrameworkCore;
using WaaS.Logistics.Messages;
using WaaS.Logistics.Messages.Sanitization;
using WaaS.Logistics.Platform.Data;
using WaaS.Logistics.Platform.Messaging;
using WaaS.Logistics.Sanitization.Orders;
using Xunit;

namespace WaaS.Logistics.IntegrationTests.Sanitization;

/// <summary>What must hold whatever happened: never a clearance without an accepted record for every slot there was at that moment.</summary>
internal static class GateInvariant
{
    public static async Task Check(Workshop workshop, Chaos chaos)
    {
        var outbox = await workshop.Outbox();
        foreach (var device in chaos.Devices)
            foreach (var cycle in new[] { 1, 2 })
                await Check(workshop, outbox, device.DeviceId, cycle, chaos.Tidings);
    }

    public static async Task Check(Workshop workshop, Guid deviceId, int cycle, Tidings tidings) =>
        await Check(workshop, await workshop.Outbox(), deviceId, cycle, tidings);

    private static async Task Check(Workshop workshop, List<OutboxMessage> outbox, Guid deviceId, int cycle, Tidings tidings)
    {
        var order = await workshop.Read(db => db.WholeOrders.Include(o => o.Reopenings).AsNoTracking().SingleOrDefaultAsync(o => o.DeviceId == deviceId && o.Cycle == cycle));
        var said = outbox.Where(row => row.Body.Contains(deviceId.ToString())).ToList();
        var cleared = Of<DeviceCleared>(said).Where(c => c.Clearance.Cycle == cycle).ToList();
        if (order is null)
        {
            Assert.Empty(cleared);
            return;
        }
        await Revisions(workshop, order, cleared, [.. Of<DeviceReopened>(said).Where(r => r.Cycle == cycle)]);
        foreach (var row in said.Where(row => row.Type == typeof(DeviceCleared).FullName))
            if (Of<DeviceCleared>([row]).Single().Clearance is var clearance && clearance.Cycle == cycle)
                await EverySlotHadItsRecord(workshop, order, clearance, row.Id);
        TakenBackIsWithdrawn(order, tidings);
        await EverythingSeenIsASlot(workshop, order, tidings);
    }

    private static void TakenBackIsWithdrawn(WipeOrder order, Tidings tidings)
    {
        if (tidings.IsTakenBack(order.DeviceId, order.Cycle))
            Assert.Equal(OrderState.Withdrawn, order.State);
        if (order.State == OrderState.Withdrawn)
            Assert.DoesNotContain(order.Jobs, job => job is { State: JobState.Active, FirstWriteAt: null });
    }

    private static async Task EverythingSeenIsASlot(Workshop workshop, WipeOrder order, Tidings tidings)
    {
        var account = await workshop.Read(db => db.SeenAccounts.AsNoTracking().SingleOrDefaultAsync(seen => seen.DeviceId == order.DeviceId && seen.Cycle == order.Cycle));
        Assert.Equal(tidings.Seen(order.DeviceId, order.Cycle), account?.Revision ?? 0);
        if (account is null || order.State == OrderState.Withdrawn)
            return;
        Assert.Equal(account.Revision, order.SeenRevision);
        foreach (var look in account.ReadSlots())
            Assert.True(order.Slots.Any(slot => look.CarrierSerial is null ? slot.Name.StartsWith(look.Slot, StringComparison.OrdinalIgnoreCase) : Serials.Same(slot.CarrierSerial, look.CarrierSerial)),
                $"{look} is no slot of {string.Join(", ", order.Slots.Select(slot => $"{slot.Name} {slot.CarrierSerial} {slot.State}"))}");
        Assert.True(order.Slots.Count(slot => !slot.SeenEmpty) >= (order.ExpectedSlots ?? 0));
        if (order.State == OrderState.Cleared)
            Assert.True(!account.CountUnknown || order.SlotCount == SlotCount.ByTwoPersons);
    }

    private static async Task Revisions(Workshop workshop, WipeOrder order, List<DeviceCleared> cleared, List<DeviceReopened> reopened)
    {
        var revisions = cleared.Select(c => c.Clearance.Revision).Concat(reopened.Select(r => r.Revision)).Order().ToList();
        Assert.Equal(Enumerable.Range(1, order.Revision), revisions);
        Assert.Equal(order.State == OrderState.Cleared, order.Revision > 0 && cleared.Any(c => c.Clearance.Revision == order.Revision));
        var rows = await workshop.Read(db => db.Set<ClearanceRecord>().AsNoTracking().Where(row => row.OrderId == order.Id).Select(row => row.Revision).ToListAsync());
        Assert.Equal(cleared.Select(c => c.Clearance.Revision).Order(), rows.Order());
        if (order.State == OrderState.Cleared)
            Assert.All(order.Slots, slot => Assert.True(slot.IsProven));
    }

    private static async Task EverySlotHadItsRecord(Workshop workshop, WipeOrder order, Clearance clearance, Guid saidAs)
    {
        Assert.NotEmpty(clearance.Slots);
        bool Later(Guid? reopening) => order.Reopenings.Any(r => r.Id == reopening && r.Revision > clearance.Revision);
        foreach (var slot in order.Slots.Where(slot => clearance.Slots.All(record => record.Slot != slot.Name)))
            Assert.True(order.Revision > clearance.Revision && string.CompareOrdinal(Made(slot.Id), Made(saidAs)) >= 0, $"slot {slot.Name} is not in clearance {clearance.Revision}");
        foreach (var record in clearance.Slots)
            switch (record.RecordKind)
            {
                case "certificate":
                    var certificate = await workshop.Read(db => db.Certificates.AsNoTracking().SingleAsync(c => c.Number == record.RecordNumber));
                    var evidence = order.Evidence.Single(e => e.Id == certificate.EvidenceId);
                    Assert.True(evidence is { Rules: "", Outcome: "success", Verification: Decision.Yes, Validation: Decision.Yes });
                    Assert.True(evidence.State == EvidenceState.Accepted || evidence.State == EvidenceState.Withdrawn && Later(evidence.ReopeningId), $"{evidence.State}");
                    Assert.Equal(record.CarrierSerial, certificate.CarrierSerial);
                    break;
                case "destruction":
                    var destroyed = order.Destructions.Single(d => d.Number == record.RecordNumber);
                    Assert.Equal(3, new[] { destroyed.OperatorId, destroyed.WitnessId, destroyed.ApprovedBy }.Distinct().Count(id => id is not null));
                    Assert.True(destroyed.State == RecordState.Confirmed || destroyed.State == RecordState.Withdrawn && Later(destroyed.ReopeningId));
                    break;
                default:
                    Assert.Equal("no-carrier", record.RecordKind);
                    var empty = order.EmptyRecords.Single(e => e.Number == record.RecordNumber);
                    Assert.True(empty.SecondBy is not null && empty.SecondBy != empty.FirstBy);
                    Assert.True(empty.State == RecordState.Confirmed || empty.State == RecordState.Withdrawn && Later(empty.ReopeningId));
                    break;
            }
    }

    // Ids begin with the millisecond they were made in: a slot that is not in the clearance must have been made after it was said.
    private static string Made(Guid id) => id.ToString()[..13];

    private static List<T> Of<T>(IEnumerable<OutboxMessage> said) =>
        [.. said.Where(row => row.Type == typeof(T).FullName).Select(row => System.Text.Json.JsonSerializer.Deserialize<T>(row.Body, ServiceDb.EventJson)!)];
}
