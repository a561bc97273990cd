using WaaS.Logistics.Messages;
using WaaS.Logistics.Messages.Returns;
using WaaS.Logistics.Platform.Data;
using WaaS.Logistics.Platform.Web;
using WaaS.Logistics.Returns.Fleet;
using WaaS.Logistics.Returns.Orders;
using WaaS.Logistics.Returns.Places;

namespace WaaS.Logistics.Returns.Receiving;

internal enum ReceiptState
{
    /// <summary>The device is in the house by this receipt. One per device, by a unique index.</summary>
    Standing,

    /// <summary>The scan was taken back.</summary>
    Undone,

    /// <summary>Something says stop: the device is in quarantine.</summary>
    Stopped,

    /// <summary>The device has been rented out again.</summary>
    Ended,
}

/// <summary>A device has come back and everything about it is settled.</summary>
internal sealed class Receipt : Root
{
    private Receipt()
    {
    }

    public Receipt(FleetDevice device, ReturnOrder order, Scan scan, Place place)
    {
        place.RequireUnwipedAllowed();
        (DeviceId, Cycle, ContractId, Serial) = (device.Id, device.NextCycle(), device.ContractId, device.Serial);
        (OrderId, OrderNumber, ScanId) = (order.Id, order.Number, scan.Id);
        (PlaceId, ReceivedAt) = (place.Id, scan.At);
    }

    public Guid DeviceId { get; private set; }
    public int Cycle { get; private set; }
    public string Serial { get; private set; } = "";
    public Guid ContractId { get; private set; }
    public Guid OrderId { get; private set; }
    public string OrderNumber { get; private set; } = "";
    public Guid ScanId { get; private set; }
    public Guid PlaceId { get; private set; }
    public DateTime ReceivedAt { get; private set; }
    public ReceiptState State { get; private set; }
    public int CarriersRevision { get; private set; }
    public bool CountUnknown { get; private set; }

    /// <summary>Of every revision: what was noted first stays a fact.</summary>
    public List<SeenCarrier> Carriers { get; } = [];

    /// <returns>Nothing where a stop has said so already.</returns>
    public ReceiptCorrected? Undo()
    {
        if (State != ReceiptState.Stopped)
            return Leave(ReceiptState.Undone, "undone");
        State = ReceiptState.Undone;
        return null;
    }

    public ReceiptCorrected Stop(string reason) => Leave(ReceiptState.Stopped, reason);

    public void End()
    {
        if (State == ReceiptState.Standing)
            State = ReceiptState.Ended;
    }

    /// <summary>Counts instead of what was noted before: the person looks at the whole device again.</summary>
    public CarriersSeen Note(IReadOnlyList<SeenSlot> slots, bool countUnknown)
    {
        RequireStanding("have its carriers noted");
        (CountUnknown, CarriersRevision) = (countUnknown, CarriersRevision + 1);
        Carriers.AddRange(slots.Select(slot => new SeenCarrier(this, slot)));
        return new CarriersSeen(DeviceId, Cycle, CarriersRevision, Serial, countUnknown, slots);
    }

    private ReceiptCorrected Leave(ReceiptState state, string reason)
    {
        RequireStanding(state == ReceiptState.Undone ? "be taken back" : "be stopped");
        State = state;
        return new ReceiptCorrected(DeviceId, Cycle, OrderId, OrderNumber, Serial, reason);
    }

    private void RequireStanding(string what)
    {
        if (State != ReceiptState.Standing)
            throw new RefusedException("receipt-state", $"The receipt of {Serial} is {State.ToString().ToLowerInvariant()}; it cannot {what}.", 409, null, Serial, State.ToString());
    }
}

/// <summary>One slot of a received device, as somebody saw it.</summary>
internal sealed class SeenCarrier : IPart
{
    private SeenCarrier()
    {
    }

    public SeenCarrier(Receipt receipt, SeenSlot seen) => (Receipt, Revision, Slot, IsEmpty, CarrierSerial) = (receipt, receipt.CarriersRevision, seen.Slot, seen.State == "empty", seen.CarrierSerial);

    public Guid Id { get; private set; } = Guid.CreateVersion7();
    public Receipt Receipt { get; private set; } = null!;
    public int Revision { get; private set; }
    public string Slot { get; private set; } = "";
    public bool IsEmpty { get; private set; }
    public string? CarrierSerial { get; private set; }

    Root? IPart.Owner => Receipt;
}
