using WaaS.Logistics.Platform.Data;

namespace WaaS.Logistics.Sanitization.Orders;

internal enum RecordState
{
    /// <summary>Somebody said so; another person has not yet.</summary>
    First,
    Witnessed,
    Confirmed,
    Rejected,
    Withdrawn,
}

/// <summary>Two people looked into a slot and saw no carrier.</summary>
internal sealed class EmptyRecord : IPart
{
    private EmptyRecord()
    {
    }

    internal EmptyRecord(WipeOrder order, WipeSlot slot, Actor first, string note, DateTime now) =>
        (Order, OrderId, SlotId, Number, FirstBy, FirstByName, FirstAt, Note) = (order, order.Id, slot.Id, RecordNumber.New("N"), first.Id, first.Name, now, note);

    public Guid Id { get; private set; } = Guid.CreateVersion7();
    public Guid OrderId { get; private set; }
    public WipeOrder? Order { get; private set; }
    public Guid SlotId { get; private set; }
    public string Number { get; private set; } = "";
    public RecordState State { get; private set; } = RecordState.First;
    public string Note { get; private set; } = "";
    public string FirstBy { get; private set; } = "";
    public string FirstByName { get; private set; } = "";
    public DateTime FirstAt { get; private set; }
    public string? SecondBy { get; private set; }
    public string? SecondByName { get; private set; }
    public DateTime? SecondAt { get; private set; }
    public Guid? ReopeningId { get; private set; }

    Root? IPart.Owner => Order;

    internal void Confirm(Actor second, DateTime now) => (State, SecondBy, SecondByName, SecondAt) = (RecordState.Confirmed, second.Id, second.Name, now);

    internal void Reject(Actor second, DateTime now) => (State, SecondBy, SecondByName, SecondAt) = (RecordState.Rejected, second.Id, second.Name, now);

    internal void Withdraw(Guid? reopeningId) => (State, ReopeningId) = (RecordState.Withdrawn, reopeningId);
}
