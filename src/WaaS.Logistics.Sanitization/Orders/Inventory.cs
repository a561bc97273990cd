using System.Text.Json;
using WaaS.Logistics.Messages;
using WaaS.Logistics.Platform.Data;

namespace WaaS.Logistics.Sanitization.Orders;

/// <summary>One person's account of every slot in a device. A second person's equal account makes it known.</summary>
internal sealed class Inventory : IPart
{
    private Inventory()
    {
    }

    internal Inventory(WipeOrder order, IReadOnlyList<CarrierSlot> slots, Actor by, DateTime now)
    {
        (Order, OrderId, RecordedBy, RecordedByName, RecordedAt) = (order, order.Id, by.Id, by.Name, now);
        Slots = JsonSerializer.Serialize(slots, ServiceDb.EventJson);
    }

    public Guid Id { get; private set; } = Guid.CreateVersion7();
    public Guid OrderId { get; private set; }
    public WipeOrder? Order { get; private set; }
    public string Slots { get; private set; } = "[]";
    public RecordState State { get; private set; } = RecordState.First;
    public string RecordedBy { get; private set; } = "";
    public string RecordedByName { get; private set; } = "";
    public DateTime RecordedAt { get; private set; }
    public string? ConfirmedBy { get; private set; }
    public string? ConfirmedByName { get; private set; }
    public DateTime? ConfirmedAt { get; private set; }

    Root? IPart.Owner => Order;

    public IReadOnlyList<CarrierSlot> ReadSlots() => JsonSerializer.Deserialize<CarrierSlot[]>(Slots, ServiceDb.EventJson)!;

    internal void Confirm(Actor second, DateTime now) => (State, ConfirmedBy, ConfirmedByName, ConfirmedAt) = (RecordState.Confirmed, second.Id, second.Name, now);

    internal void Reject(Actor second, DateTime now) => (State, ConfirmedBy, ConfirmedByName, ConfirmedAt) = (RecordState.Rejected, second.Id, second.Name, now);

    internal void Withdraw() => State = RecordState.Withdrawn;
}
