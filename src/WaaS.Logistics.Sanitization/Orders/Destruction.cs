using WaaS.Logistics.Platform.Data;

namespace WaaS.Logistics.Sanitization.Orders;

/// <summary>A carrier was destroyed: by one person, seen by a second, approved by a third.</summary>
internal sealed class Destruction : IPart
{
    private Destruction()
    {
    }

    internal Destruction(WipeOrder order, WipeSlot slot, DestructionFacts facts, Actor by, DateTime now)
    {
        Order = order;
        OrderId = order.Id;
        SlotId = slot.Id;
        Number = RecordNumber.New("D");
        CarrierSerial = slot.CarrierSerial;
        Level = facts.Level;
        Machine = facts.Machine;
        Place = facts.Place;
        ProofHash = facts.ProofHash;
        Reason = facts.Reason;
        (OperatorId, OperatorName, RecordedAt) = (by.Id, by.Name, now);
    }

    public Guid Id { get; private set; } = Guid.CreateVersion7();
    public Guid OrderId { get; private set; }
    public WipeOrder? Order { get; private set; }
    public Guid SlotId { get; private set; }
    public string Number { get; private set; } = "";
    public string? CarrierSerial { get; private set; }

    /// <summary>Category and security level, such as <c>H-4</c> (DIN 66399, ISO/IEC 21964).</summary>
    public string Level { get; private set; } = "";
    public string Machine { get; private set; } = "";
    public string Place { get; private set; } = "";

    /// <summary>SHA-256 of the photo or video.</summary>
    public string ProofHash { get; private set; } = "";
    public string Reason { get; private set; } = "";
    public RecordState State { get; private set; } = RecordState.First;
    public string OperatorId { get; private set; } = "";
    public string OperatorName { get; private set; } = "";
    public DateTime RecordedAt { get; private set; }
    public string? WitnessId { get; private set; }
    public string? WitnessName { get; private set; }
    public DateTime? WitnessedAt { get; private set; }
    public string? ApprovedBy { get; private set; }
    public string? ApprovedByName { get; private set; }
    public DateTime? ApprovedAt { get; private set; }
    public Guid? ReopeningId { get; private set; }

    Root? IPart.Owner => Order;

    internal void Witness(Actor witness, DateTime now) => (State, WitnessId, WitnessName, WitnessedAt) = (RecordState.Witnessed, witness.Id, witness.Name, now);

    internal void Approve(Actor by, DateTime now) => (State, ApprovedBy, ApprovedByName, ApprovedAt) = (RecordState.Confirmed, by.Id, by.Name, now);

    internal void Reject(Actor by, DateTime now) => (State, ApprovedBy, ApprovedByName, ApprovedAt) = (RecordState.Rejected, by.Id, by.Name, now);

    internal void Withdraw(Guid? reopeningId) => (State, ReopeningId) = (RecordState.Withdrawn, reopeningId);
}

internal sealed record DestructionFacts(string Level, string Machine, string Place, string ProofHash, string Reason);
