using WaaS.Logistics.Platform.Web;
using WaaS.Logistics.Sanitization.Data;
using WaaS.Logistics.Sanitization.Orders;

namespace WaaS.Logistics.Sanitization.ConfirmNoCarrier;

internal sealed record NoCarrierRecorded(Guid RecordId, string Number, RecordState State, OrderState OrderState);

/// <summary>Two people look into a slot and see no carrier.</summary>
internal sealed class NoCarrierRecords(SanitizationDb db, OrderLookup orders, Once once)
{
    public Task<NoCarrierRecorded> First(Guid opId, Guid orderId, Guid? slotId, string? note, CancellationToken cancel) =>
        once.Run(opId, "see-no-carrier", async () =>
        {
            if (string.IsNullOrWhiteSpace(note) || note.Length > 500)
                throw RefusedException.Invalid("note", "The field note says in 1 to 500 characters where you looked.");
            var order = await orders.Load(orderId, cancel);
            var record = order.SeeNoCarrier(slotId is { } id ? order.Slot(id) : null, Actor.Of(db.Origin), note.Trim(), db.Now);
            return new NoCarrierRecorded(record.Id, record.Number, record.State, order.State);
        }, cancel);

    public Task<NoCarrierRecorded> Second(Guid opId, Guid orderId, Guid recordId, Decision decision, CancellationToken cancel) =>
        once.Run(opId, "confirm-no-carrier", async () =>
        {
            var order = await orders.Load(orderId, cancel);
            var record = order.EmptyRecordOf(recordId);
            order.ConfirmNoCarrier(record, decision, Actor.Of(db.Origin), db.Now);
            await orders.TryClear(order, cancel);
            return new NoCarrierRecorded(record.Id, record.Number, record.State, order.State);
        }, cancel);
}
