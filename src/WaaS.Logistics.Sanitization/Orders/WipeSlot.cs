using WaaS.Logistics.Platform.Data;
using WaaS.Logistics.Platform.Web;

namespace WaaS.Logistics.Sanitization.Orders;

/// <summary>How a slot came to be known. A slot nobody can explain is still a slot.</summary>
internal enum SlotSource
{
    Expected,
    Seen,
    Recorded,
    NamedByEvidence,
    FoundLater,
    NoCarrierRecord,
}

/// <summary>One place for a data carrier in one device.</summary>
internal sealed class WipeSlot : IPart
{
    private WipeOrder? _left;

    private WipeSlot()
    {
    }

    internal WipeSlot(WipeOrder order, string name, string? carrierSerial, SlotSource source)
    {
        Order = order;
        OrderId = order.Id;
        Name = name;
        Source = source;
        CarryNothing();
        Carry(carrierSerial);
    }

    public Guid Id { get; private set; } = Guid.CreateVersion7();
    public Guid OrderId { get; private set; }
    public WipeOrder? Order { get; private set; }
    public string Name { get; private set; } = "";
    public SlotSource Source { get; private set; }
    public SlotState State { get; private set; } = SlotState.Open;

    /// <summary>As scanned from the label; absent where none could be read.</summary>
    public string? CarrierSerial { get; private set; }
    public string? CarrierKey { get; private set; }

    /// <summary>Somebody looked when the device was received and saw no carrier in it. One person's look proves nothing.</summary>
    public bool SeenEmpty { get; private set; }

    public Guid? AcceptedEvidenceId { get; private set; }
    public Guid? DestructionId { get; private set; }
    public Guid? EmptyRecordId { get; private set; }

    /// <summary>Number of the certificate, destruction or no-carrier record that proves the slot.</summary>
    public string? RecordNumber { get; private set; }

    /// <summary>Ids of the rules that refused, comma separated; only while the slot has failed.</summary>
    public string? FailedRules { get; private set; }

    /// <summary>The re-opening that took the proof away last.</summary>
    public Guid? ReopeningId { get; private set; }

    Root? IPart.Owner => Order ?? _left;

    public bool IsProven => SlotTransitions.IsProven(State);

    public bool CarrierIsKnown => CarrierKey is not null;

    internal void Carry(string? serial)
    {
        if (Serials.Key(serial) is not { } key)
            return;
        CarrierSerial = serial!.Trim();
        CarrierKey = key;
        SeenEmpty = false;
    }

    internal void CameWith(Guid reopeningId) => ReopeningId = reopeningId;

    internal void CarryNothing() => (CarrierSerial, CarrierKey) = (null, null);

    /// <summary>A person at the bench read the label: what was seen at receiving no longer decides which carrier it is.</summary>
    internal void CarryAsRecorded(string? serial)
    {
        if (Serials.Key(serial) is null)
            return;
        Carry(serial);
        Source = SlotSource.Recorded;
    }

    /// <summary>Somebody says what is in a slot that nothing has happened to yet.</summary>
    internal void Fill(string name, string? carrierSerial, SlotSource source, bool empty = false)
    {
        (Name, Source, SeenEmpty) = (name, source, empty);
        if (empty || Serials.Key(carrierSerial) is not null)
            CarryNothing();
        if (!empty)
            Carry(carrierSerial);
    }

    internal void SeeCarrier() => SeenEmpty = false;

    /// <summary>A newer look does not know it, and nothing had happened to it.</summary>
    internal void Leave(WipeOrder order) => _left = order;

    internal void Move(SlotEvent happened)
    {
        State = SlotTransitions.Find(State, happened)
            ?? throw new RefusedException("slot-state", $"Slot {Name} is {State}; {happened} is not possible from there. Load the page again to see what changed.", arguments: [Name, State.ToString()]);
        if (State != SlotState.Failed)
            FailedRules = null;
    }

    internal void Fail(SlotEvent why, IEnumerable<string> rules)
    {
        Move(why);
        FailedRules = string.Join(',', rules.Distinct());
    }

    internal void ProveByEvidence(Guid evidenceId, string certificateNumber)
    {
        Move(SlotEvent.DecisionsAccept);
        (AcceptedEvidenceId, RecordNumber) = (evidenceId, certificateNumber);
    }

    internal void ProveByDestruction(Guid destructionId, string number)
    {
        Move(SlotEvent.DestructionApproved);
        (DestructionId, RecordNumber) = (destructionId, number);
    }

    internal void ProveEmpty(Guid emptyRecordId, string number)
    {
        Move(SlotEvent.FoundEmpty);
        (EmptyRecordId, RecordNumber) = (emptyRecordId, number);
    }

    internal void Reopen(Guid reopeningId)
    {
        // What took the destroyed carrier's place, or fills the empty slot, is another carrier.
        if (State is SlotState.Destroyed or SlotState.EmptyConfirmed)
            CarryNothing();
        Move(SlotEvent.Reopened);
        (AcceptedEvidenceId, DestructionId, EmptyRecordId, RecordNumber) = (null, null, null, null);
        ReopeningId = reopeningId;
    }
}
