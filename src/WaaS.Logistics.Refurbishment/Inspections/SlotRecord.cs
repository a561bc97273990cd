using WaaS.Logistics.Messages;
using WaaS.Logistics.Platform.Data;

namespace WaaS.Logistics.Refurbishment.Inspections;

/// <summary>What proved one slot, as the clearance said: this service's own copy, never changed.</summary>
internal sealed class SlotRecord : IPart
{
    public const string Certificate = "certificate";
    private static readonly string[] Kinds = [Certificate, "destruction", "no-carrier"];

    private SlotRecord()
    {
    }

    internal SlotRecord(Inspection inspection, ClearedSlot slot)
    {
        if (string.IsNullOrWhiteSpace(slot.Slot) || string.IsNullOrWhiteSpace(slot.RecordNumber) || !Kinds.Contains(slot.RecordKind))
            throw new ArgumentException($"Slot '{slot.Slot}' is cleared by '{slot.RecordKind}' number '{slot.RecordNumber}': that is no record.");
        (Inspection, InspectionId, Slot, CarrierSerial, RecordKind, RecordNumber) = (inspection, inspection.Id, slot.Slot, slot.CarrierSerial, slot.RecordKind, slot.RecordNumber);
    }

    public Guid Id { get; private set; } = Guid.CreateVersion7();
    public Guid InspectionId { get; private set; }
    public Inspection? Inspection { get; private set; }
    public string Slot { get; private set; } = "";
    public string? CarrierSerial { get; private set; }
    public string RecordKind { get; private set; } = "";
    public string RecordNumber { get; private set; } = "";

    Root? IPart.Owner => Inspection?.Device;
}
