using WaaS.Logistics.Messages;
using WaaS.Logistics.Platform.Web;
using WaaS.Logistics.Sanitization.Data;
using WaaS.Logistics.Sanitization.Orders;

namespace WaaS.Logistics.Sanitization.RecordSlots;

internal sealed record SlotsRecorded(Guid OrderId, bool Settled, SlotCount SlotCount, OrderState State);

/// <summary>People say which slots a device has, and which carrier is in which.</summary>
internal sealed class SlotRecords(SanitizationDb db, OrderLookup orders, Once once)
{
    private const int Most = 64;

    /// <summary>A whole account of the device's slots; it counts when a second person gives the same.</summary>
    public Task<SlotsRecorded> RecordAll(Guid opId, Guid orderId, IReadOnlyList<CarrierSlot> slots, CancellationToken cancel) =>
        once.Run(opId, "record-slots", async () =>
        {
            if (slots.Count > Most || slots.Any(slot => slot is null || string.IsNullOrWhiteSpace(slot.Slot) || slot.Slot.Length > 60 || slot.CarrierSerial?.Length > 100))
                throw RefusedException.Invalid("slots", $"Name each slot with 1 to 60 characters, {Most} slots at most; a carrier's serial has at most 100.");
            var order = await orders.Load(orderId, cancel);
            var settled = order.RecordSlots(slots, Actor.Of(db.Origin), db.Now);
            await orders.TryClear(order, cancel);
            return new SlotsRecorded(order.Id, settled, order.SlotCount, order.State);
        }, cancel);

    /// <summary>The serial of a carrier whose label could not be read when it was received.</summary>
    public Task<SlotsRecorded> NameCarrier(Guid opId, Guid orderId, Guid slotId, string? serial, CancellationToken cancel) =>
        once.Run(opId, "name-carrier", async () =>
        {
            if (serial?.Length > 100 || Serials.Key(serial) is null)
                throw RefusedException.Invalid("carrierSerial", $"'{serial}' is no serial. Scan the carrier's label.", serial ?? "");
            var order = await orders.Load(orderId, cancel);
            order.NameCarrier(order.Slot(slotId), serial!);
            return new SlotsRecorded(order.Id, order.SlotCount != SlotCount.Unknown, order.SlotCount, order.State);
        }, cancel);

    /// <summary>A failed carrier may be wiped once more.</summary>
    public Task<SlotsRecorded> AllowAnotherWipe(Guid opId, Guid orderId, Guid slotId, string? reason, CancellationToken cancel) =>
        once.Run(opId, "allow-another-wipe", async () =>
        {
            if (string.IsNullOrWhiteSpace(reason) || reason.Length > 500)
                throw RefusedException.Invalid("reason", "The field reason says in 1 to 500 characters why another wipe may succeed.");
            var order = await orders.Load(orderId, cancel);
            order.AllowAnotherWipe(order.Slot(slotId));
            return new SlotsRecorded(order.Id, order.SlotCount != SlotCount.Unknown, order.SlotCount, order.State);
        }, cancel);
}
