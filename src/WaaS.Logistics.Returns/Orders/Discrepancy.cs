using WaaS.Logistics.Messages.Returns;
using WaaS.Logistics.Platform.Data;
using WaaS.Logistics.Platform.Web;
using WaaS.Logistics.Returns.Receiving;

namespace WaaS.Logistics.Returns.Orders;

public enum DiscrepancyKind
{
    Missing,
    Extra,
    Swapped,
    Foreign,
    Unknown,
    Stop,
    Damaged,
}

public enum DiscrepancyState
{
    Open,
    Resolved,

    /// <summary>The scan that found it has been taken back.</summary>
    Withdrawn,
}

/// <summary>What came is not what was announced, and who finds out why.</summary>
internal sealed class Discrepancy : Root
{
    private Discrepancy()
    {
    }

    public Discrepancy(ReturnOrder order, DiscrepancyKind kind, string serial, Guid? deviceId, ScanReason reason, Guid? scanId, DateTime now)
    {
        (OrderId, OrderNumber, Customer, Owner) = (order.Id, order.Number, order.Customer, order.Owner);
        (Kind, Serial, DeviceId, Reason, ScanId, FoundAt) = (kind, serial, deviceId, reason, scanId, now);
    }

    public Guid OrderId { get; private set; }
    public string OrderNumber { get; private set; } = "";
    public string Customer { get; private set; } = "";
    public DiscrepancyKind Kind { get; private set; }
    public string Serial { get; private set; } = "";
    public Guid? DeviceId { get; private set; }
    public ScanReason Reason { get; private set; }

    /// <summary>Absent where nothing was scanned, because it is missing.</summary>
    public Guid? ScanId { get; private set; }

    public string Owner { get; private set; } = "";
    public DateTime FoundAt { get; private set; }
    public DiscrepancyState State { get; private set; }
    public DateTime? ResolvedAt { get; private set; }
    public string? ResolvedBy { get; private set; }
    public string? Resolution { get; private set; }

    public DiscrepancyFound ToMessage() => new(Id, OrderId, OrderNumber, DeviceId, Serial, Kind.ToString(), Owner);

    public void Assign(string owner)
    {
        RequireOpen();
        if (string.IsNullOrWhiteSpace(owner) || owner.Length > 100)
            throw RefusedException.Invalid("owner", "Name who finds out, in at most 100 characters.");
        Owner = owner.Trim();
    }

    public DiscrepancySettled Resolve(string resolution, string by, DateTime now)
    {
        RequireOpen();
        if (string.IsNullOrWhiteSpace(resolution) || resolution.Length > 1000)
            throw RefusedException.Invalid("resolution", "Write what was found out, in at most 1000 characters.");
        (State, Resolution, ResolvedBy, ResolvedAt) = (DiscrepancyState.Resolved, resolution.Trim(), by, now);
        return Settled();
    }

    public DiscrepancySettled Withdraw(string by, DateTime now)
    {
        RequireOpen();
        (State, ResolvedBy, ResolvedAt) = (DiscrepancyState.Withdrawn, by, now);
        return Settled();
    }

    private DiscrepancySettled Settled() => new(Id, OrderId, OrderNumber, DeviceId, Serial, Kind.ToString(), State.ToString(), Resolution);

    private void RequireOpen()
    {
        if (State != DiscrepancyState.Open)
            throw new RefusedException("discrepancy-state", $"The discrepancy of {Serial} is {State.ToString().ToLowerInvariant()} already.", 409, null, Serial, State);
    }
}
