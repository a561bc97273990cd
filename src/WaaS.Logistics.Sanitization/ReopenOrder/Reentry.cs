using WaaS.Logistics.Sanitization.Orders;

namespace WaaS.Logistics.Sanitization.ReopenOrder;

/// <summary>Something that closes the gate for a device whose order is not known yet. It waits, and is applied before anything else when the order opens.</summary>
internal sealed class Reentry
{
    /// <summary>The message's id.</summary>
    public required Guid Id { get; init; }
    public required Guid DeviceId { get; init; }

    /// <summary>Absent where the sender knows none.</summary>
    public int? Cycle { get; init; }
    public required ReopeningCause Cause { get; init; }
    public string? Slot { get; init; }
    public string? CarrierSerial { get; init; }
    public required string Reason { get; init; }
    public required DateTime ReceivedAt { get; init; }
    public Guid? AppliedTo { get; private set; }

    public void ApplyTo(WipeOrder order, DateTime now)
    {
        AppliedTo = order.Id;
        if (Cause == ReopeningCause.CarrierFound)
            order.FindCarrier(Slot ?? "found", CarrierSerial, Cause, Reason, now);
        else
            order.DoubtEverything(Cause, Reason, now);
    }
}
