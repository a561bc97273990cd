using System.Text.Json;
using WaaS.Logistics.Messages;
using WaaS.Logistics.Platform.Data;
using WaaS.Logistics.Platform.Web;

namespace WaaS.Logistics.Sanitization.Orders;

/// <summary>
/// The clearance of one revision, with the record of every slot. It can only be made from an order whose every slot is proven; there is no
/// other way to a <see cref="Clearance"/>.
/// </summary>
internal sealed class ClearanceRecord
{
    private ClearanceRecord()
    {
    }

    internal ClearanceRecord(WipeOrder order, int revision, DateTime now)
    {
        if (order.Slots.Count == 0)
            throw new RefusedException("no-slots", "A device without any known slot is never cleared. Two people record the slots, or that there is no carrier.");
        OrderId = order.Id;
        Revision = revision;
        ClearedAt = now;
        Clearance = new Clearance(order.Cycle, revision, [.. order.Slots.OrderBy(slot => slot.Name, StringComparer.Ordinal).Select(Prove)]);
        Slots = JsonSerializer.Serialize(Clearance.Slots, ServiceDb.EventJson);
    }

    public Guid Id { get; private set; } = Guid.CreateVersion7();
    public Guid OrderId { get; private set; }
    public int Revision { get; private set; }
    public DateTime ClearedAt { get; private set; }

    /// <summary>JSON: what proved each slot at that moment.</summary>
    public string Slots { get; private set; } = "[]";

    internal Clearance? Clearance { get; }

    private static ClearedSlot Prove(WipeSlot slot)
    {
        var kind = slot.State switch
        {
            SlotState.EvidenceAccepted when slot.AcceptedEvidenceId is not null => "certificate",
            SlotState.Destroyed when slot.DestructionId is not null => "destruction",
            SlotState.EmptyConfirmed when slot.EmptyRecordId is not null => "no-carrier",
            _ => throw new RefusedException("slot-open", $"Slot {slot.Name} is {slot.State} and has no accepted record.", arguments: [slot.Name, slot.State.ToString()]),
        };
        return new ClearedSlot(slot.Name, slot.CarrierSerial, kind, slot.RecordNumber ?? throw new InvalidOperationException($"Slot {slot.Name} is proven without a record number."));
    }
}
