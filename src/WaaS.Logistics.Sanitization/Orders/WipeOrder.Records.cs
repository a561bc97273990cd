using WaaS.Logistics.Messages;
using WaaS.Logistics.Messages.Sanitization;
using WaaS.Logistics.Platform.Web;
using WaaS.Logistics.Sayings;

namespace WaaS.Logistics.Sanitization.Orders;

/// <summary>What people record: the slots there are, slots without a carrier, carriers destroyed.</summary>
internal sealed partial class WipeOrder
{
    private readonly List<EmptyRecord> _emptyRecords = [];
    private readonly List<Destruction> _destructions = [];
    private readonly List<Inventory> _inventories = [];
    private readonly List<Reopening> _reopenings = [];

    public IReadOnlyList<EmptyRecord> EmptyRecords => _emptyRecords;

    public IReadOnlyList<Destruction> Destructions => _destructions;

    public IReadOnlyList<Inventory> Inventories => _inventories;

    public IReadOnlyList<Reopening> Reopenings => _reopenings;

    /// <summary>The label of a carrier that could not be read at receiving has been read now.</summary>
    public void NameCarrier(WipeSlot slot, string serial)
    {
        RequireNotWithdrawn();
        RequireOpen(slot);
        if (slot.CarrierIsKnown && !Serials.Same(slot.CarrierSerial, serial))
            throw new RefusedException("other-carrier", $"Slot {slot.Name} is known to hold {slot.CarrierSerial}. If it holds another carrier, two people record the slots anew.", arguments: [slot.Name, slot.CarrierSerial!]);
        slot.CarryAsRecorded(serial);
    }

    /// <summary>The first account waits for a second person's; an equal one settles the slots, another one leaves both standing as rejected.</summary>
    /// <returns>Whether the slots are settled now.</returns>
    public bool RecordSlots(IReadOnlyList<CarrierSlot> slots, Actor by, DateTime now)
    {
        RequirePerson(by);
        RequireNotWithdrawn();
        if (State == OrderState.Cleared)
            throw new RefusedException("device-cleared", $"Device {Serial} is cleared. Report a carrier that was found instead.", arguments: [Serial]);
        var first = _inventories.SingleOrDefault(account => account.State == RecordState.First);
        if (first is null || by.Is(first.RecordedBy))
        {
            first?.Withdraw();
            _inventories.Add(new Inventory(this, slots, by, now));
            return false;
        }
        if (!SameAccount(first.ReadSlots(), slots))
        {
            first.Reject(by, now);
            _inventories.Add(new Inventory(this, slots, by, now));
            return false;
        }
        first.Confirm(by, now);
        foreach (var seen in slots)
            Settle(seen);
        CountedByTwo();
        return true;
    }

    private static bool SameAccount(IReadOnlyList<CarrierSlot> one, IReadOnlyList<CarrierSlot> other) =>
        one.Select(Signature).Order(StringComparer.Ordinal).SequenceEqual(other.Select(Signature).Order(StringComparer.Ordinal));

    private static string Signature(CarrierSlot slot) => $"{slot.Slot.Trim().ToUpperInvariant()}\n{Serials.Key(slot.CarrierSerial)}";

    private void Settle(CarrierSlot seen)
    {
        if (SlotOfCarrier(seen.CarrierSerial) is not null)
            return;
        var named = _slots.FirstOrDefault(slot => string.Equals(slot.Name, seen.Slot.Trim(), StringComparison.OrdinalIgnoreCase));
        if (named is not null && !named.CarrierIsKnown && !named.IsProven)
            named.CarryAsRecorded(seen.CarrierSerial);
        else if (named is null && Serials.Key(seen.CarrierSerial) is not null && FreePlaceholder() is { } expected)
            expected.Fill(FreeName(seen.Slot), seen.CarrierSerial, SlotSource.Recorded);
        else if (named is null || Serials.Key(seen.CarrierSerial) is not null)
            LearnSlot(seen.Slot, seen.CarrierSerial, SlotSource.Recorded);
    }

    /// <summary>The first of two people saw no carrier. Without a slot it is the whole device that has none.</summary>
    public EmptyRecord SeeNoCarrier(WipeSlot? slot, Actor by, string note, DateTime now)
    {
        RequirePerson(by);
        RequireNotWithdrawn();
        if (slot is null && _slots.Count > 0)
            throw new RefusedException("slot-needed", $"Device {Serial} has {_slots.Count} known slots. Say which one is empty.", arguments: [Serial, _slots.Count]);
        if (State == OrderState.Cleared)
            throw new RefusedException("device-cleared", $"Device {Serial} is cleared.", arguments: [Serial]);
        slot ??= LearnSlot("device", null, SlotSource.NoCarrierRecord);
        RequireOpen(slot);
        if (_emptyRecords.Any(other => other.SlotId == slot.Id && other.State == RecordState.First))
            throw new RefusedException("no-carrier-recorded", $"Somebody recorded already that slot {slot.Name} is empty; a second person confirms it.", arguments: [slot.Name]);
        var record = new EmptyRecord(this, slot, by, note, now);
        _emptyRecords.Add(record);
        return record;
    }

    public void ConfirmNoCarrier(EmptyRecord record, Decision decision, Actor by, DateTime now)
    {
        RequirePerson(by);
        RequireNotWithdrawn();
        if (record.State != RecordState.First)
            throw new RefusedException("record-state", $"Record {record.Number} is {record.State}.", arguments: [record.Number, record.State]);
        if (by.Is(record.FirstBy))
            throw new RefusedException("same-person", $"{by.Name} took part in this before, and a second person must look.", arguments: [by.Name]);
        if (decision == Decision.No)
        {
            record.Reject(by, now);
            return;
        }
        record.Confirm(by, now);
        Slot(record.SlotId).ProveEmpty(record.Id, record.Number);
    }

    public Destruction RecordDestruction(WipeSlot slot, DestructionFacts facts, GateFacts gate, Actor by, DateTime now)
    {
        RequirePerson(by);
        RequireNotWithdrawn();
        RequireNotHeld(gate);
        if (slot.State is not (SlotState.Open or SlotState.Failed))
            throw new RefusedException("slot-state", $"Slot {slot.Name} is {slot.State}; a carrier is destroyed from open or failed.", arguments: [Saying.Slot(slot.Name), slot.State]);
        if (!slot.CarrierIsKnown)
            throw new RefusedException("carrier-unknown", $"The carrier in slot {slot.Name} of {Serial} has no known serial. Record it from its label first.", arguments: [slot.Name, Serial]);
        if (_destructions.Any(other => other.SlotId == slot.Id && other.State is RecordState.First or RecordState.Witnessed))
            throw new RefusedException("destruction-recorded", $"A destruction of the carrier in slot {slot.Name} waits for its witness or approval.", arguments: [slot.Name]);
        var record = new Destruction(this, slot, facts, by, now);
        _destructions.Add(record);
        return record;
    }

    public void WitnessDestruction(Destruction record, GateFacts gate, Actor by, DateTime now)
    {
        RequirePerson(by);
        RequireNotWithdrawn();
        RequireNotHeld(gate);
        RequireState(record, RecordState.First);
        RequireNot(by, record.OperatorId);
        record.Witness(by, now);
    }

    public void DecideDestruction(Destruction record, Decision decision, GateFacts gate, Actor by, DateTime now)
    {
        RequirePerson(by);
        RequireNotWithdrawn();
        RequireState(record, RecordState.Witnessed);
        RequireNot(by, record.OperatorId);
        RequireNot(by, record.WitnessId);
        if (decision == Decision.No)
        {
            record.Reject(by, now);
            return;
        }
        RequireNotHeld(gate);
        var slot = Slot(record.SlotId);
        record.Approve(by, now);
        slot.ProveByDestruction(record.Id, record.Number);
        _events.Add(new CarrierDestroyed(DeviceId, Cycle, slot.Name, slot.CarrierSerial, record.Number));
    }

    public EmptyRecord EmptyRecordOf(Guid id) => _emptyRecords.SingleOrDefault(record => record.Id == id) ?? throw RefusedException.NotFound("no-carrier record", id.ToString());

    public Destruction DestructionOf(Guid id) => _destructions.SingleOrDefault(record => record.Id == id) ?? throw RefusedException.NotFound("destruction record", id.ToString());

    private void Withdraw(WipeSlot slot, Reopening reopening)
    {
        foreach (var evidence in _evidence.Where(evidence => evidence.SlotId == slot.Id && evidence.State is EvidenceState.Accepted or EvidenceState.UnderReview))
            evidence.Withdraw(reopening.Id);
        foreach (var record in _emptyRecords.Where(record => record.SlotId == slot.Id && record.State is (RecordState.First or RecordState.Confirmed)))
            record.Withdraw(reopening.Id);
        foreach (var record in _destructions.Where(record => record.SlotId == slot.Id && record.State is (RecordState.First or RecordState.Witnessed or RecordState.Confirmed)))
            record.Withdraw(reopening.Id);
    }

    private static void RequireOpen(WipeSlot slot)
    {
        if (slot.State != SlotState.Open)
            throw new RefusedException("slot-state", $"Slot {slot.Name} is {slot.State}; this is possible only while it is open.", arguments: [Saying.Slot(slot.Name), slot.State]);
    }

    private static void RequireState(Destruction record, RecordState state)
    {
        if (record.State != state)
            throw new RefusedException("record-state", $"Record {record.Number} is {record.State}.", arguments: [record.Number, record.State]);
    }

    // Asked at each of the three steps: the hold may have come after the one before.
    private void RequireNotHeld(GateFacts gate)
    {
        if (gate.Holds.Count > 0)
            throw new RefusedException("hold-destruction",
                $"Device {Serial} is held: {string.Join("; ", gate.Holds)}. What must not be wiped must not be destroyed either: keep the carrier as it is until the hold has ended or a releaser lifts it, or reject the record.",
                arguments: [Serial, string.Join("; ", gate.Holds)]);
    }

    private static void RequirePerson(Actor by)
    {
        if (!by.IsPerson)
            throw new RefusedException("person-needed", "This is a person's to do. Sign in.");
    }

    private static void RequireNot(Actor by, string? other)
    {
        if (other is null || by.Is(other))
            throw new RefusedException("same-person", $"{by.Name} took part in this before, and somebody else is needed.", arguments: [by.Name]);
    }
}
