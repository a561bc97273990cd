using WaaS.Logistics.Messages.Sanitization;

namespace WaaS.Logistics.Sanitization.Orders;

/// <summary>The gate: what blocks, how it opens, and what closes it again.</summary>
internal sealed partial class WipeOrder
{
    private readonly List<object> _events = [];

    public ClearanceRecord? Clearance { get; private set; }

    /// <summary>What happened since the last save; said by the outbox in the same save.</summary>
    internal IReadOnlyList<object> TakeEvents()
    {
        object[] events = [.. _events];
        _events.Clear();
        return events;
    }

    public IReadOnlyList<Blocker> Blockers(GateFacts facts)
    {
        if (State == OrderState.Withdrawn)
            return [new("receipt-withdrawn", Detail: WithdrawnReason)];
        var blockers = new List<Blocker>();
        if (facts.HasNewerCycle)
            blockers.Add(new("newer-cycle"));
        if (!OwnerIsSettled)
            blockers.Add(new("owner-unsettled"));
        if (SlotCount == SlotCount.Unknown)
            blockers.Add(new("slots-unknown"));
        if (_slots.Count == 0)
            blockers.Add(new("no-slots"));
        blockers.AddRange(facts.Holds.Select(reason => new Blocker("hold", Detail: reason)));
        blockers.AddRange(_slots.Where(slot => !slot.IsProven).Select(BlockerOf));
        blockers.AddRange(_slots.Where(slot => slot.CarrierKey is not null && facts.CarriersElsewhere.Contains(slot.CarrierKey))
            .Select(slot => new Blocker("carrier-twice", slot.Name, slot.CarrierSerial)));
        return blockers;
    }

    private static Blocker BlockerOf(WipeSlot slot) => slot.State switch
    {
        SlotState.Open when slot.SeenEmpty => new("slot-seen-empty", slot.Name),
        SlotState.Open when !slot.CarrierIsKnown => new("carrier-unknown", slot.Name),
        SlotState.Open => new("slot-open", slot.Name, slot.CarrierSerial),
        SlotState.Assigned or SlotState.Wiping => new("slot-working", slot.Name, slot.CarrierSerial),
        SlotState.UnderReview => new("slot-under-review", slot.Name, slot.CarrierSerial),
        SlotState.Failed => new("slot-failed", slot.Name, slot.FailedRules),
        _ => new("slot-open", slot.Name, slot.State.ToString()),
    };

    /// <summary>Clears the device when nothing blocks; says so once per revision.</summary>
    /// <returns>Whether it is cleared now by this call.</returns>
    public bool TryClear(GateFacts facts, DateTime now)
    {
        if (State != OrderState.Open || Blockers(facts).Count > 0)
            return false;
        var record = new ClearanceRecord(this, Revision + 1, now);
        Revision = record.Revision;
        State = OrderState.Cleared;
        Clearance = record;
        _events.Add(new DeviceCleared(DeviceId, ReturnOrderId, Customer, Manufacturer, Model, Serial, ProductClass, record.Clearance!));
        return true;
    }

    /// <summary>A carrier nobody knew of: it needs proof of its own.</summary>
    public void FindCarrier(string slotName, string? serial, ReopeningCause cause, string reason, DateTime now)
    {
        if (SlotOfCarrier(serial) is { } known)
            Reopen(cause, reason, now, [known]);
        else if (_slots.FirstOrDefault(slot => slot.Name == slotName && !slot.CarrierIsKnown) is { } unnamed)
        {
            Reopen(cause, reason, now, [unnamed]);
            unnamed.SeeCarrier();
            unnamed.Carry(serial);
        }
        else
            AddCarrier(slotName, serial, SlotSource.FoundLater, cause, reason, now);
    }

    /// <summary>Whoever opened the device may have put anything in: every proof lapses, and two people look into every slot again.</summary>
    public void DoubtEverything(ReopeningCause cause, string reason, DateTime now)
    {
        Reopen(cause, reason, now, _slots);
        DoubtCount();
    }

    /// <summary>A re-opening came before the arrival: whatever clearance of this cycle may still travel is older than this.</summary>
    public void OutrunOlderClearance(string reason)
    {
        Revision++;
        _events.Add(new DeviceReopened(DeviceId, Serial, Cycle, Revision, reason));
    }

    internal WipeSlot AddCarrier(string slotName, string? serial, SlotSource source, ReopeningCause cause, string reason, DateTime now)
    {
        var reopening = State == OrderState.Cleared ? Reopen(cause, reason, now, []) : null;
        var slot = LearnSlot(slotName, serial, source);
        if (reopening is not null)
            slot.CameWith(reopening.Id);
        return slot;
    }

    private Reopening Reopen(ReopeningCause cause, string reason, DateTime now, IReadOnlyList<WipeSlot> slots)
    {
        if (State == OrderState.Cleared)
        {
            State = OrderState.Open;
            (Clearance, ClearanceId) = (null, null);
            Revision++;
            WaitingSince = now;
            _events.Add(new DeviceReopened(DeviceId, Serial, Cycle, Revision, reason));
        }
        var reopening = new Reopening(this, cause, reason, now);
        _reopenings.Add(reopening);
        foreach (var slot in slots.Where(slot => SlotTransitions.Find(slot.State, SlotEvent.Reopened) is not null))
        {
            Withdraw(slot, reopening);
            slot.Reopen(reopening.Id);
        }
        return reopening;
    }
}
