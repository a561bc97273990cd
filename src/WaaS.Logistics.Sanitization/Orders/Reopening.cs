using WaaS.Logistics.Platform.Data;

namespace WaaS.Logistics.Sanitization.Orders;

internal enum ReopeningCause
{
    CertificateRevoked,
    CarrierFound,
    SealBroken,
    UnitReturned,
    ReceivedAgain,
    EvidenceContradicted,
    ReceiptWithdrawn,
}

/// <summary>That proof stopped counting, and why. What it took away points to it.</summary>
internal sealed class Reopening : IPart
{
    private Reopening()
    {
    }

    internal Reopening(WipeOrder order, ReopeningCause cause, string reason, DateTime now) =>
        (Order, OrderId, Cause, Reason, At, Revision) = (order, order.Id, cause, reason, now, order.Revision);

    public Guid Id { get; private set; } = Guid.CreateVersion7();
    public Guid OrderId { get; private set; }
    public WipeOrder? Order { get; private set; }
    public ReopeningCause Cause { get; private set; }
    public string Reason { get; private set; } = "";
    public DateTime At { get; private set; }

    /// <summary>The order's revision afterwards.</summary>
    public int Revision { get; private set; }

    Root? IPart.Owner => Order;
}
