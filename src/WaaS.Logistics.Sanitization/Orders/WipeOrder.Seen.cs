using WaaS.Logistics.Messages;
using WaaS.Logistics.Sayings;

namespace WaaS.Logistics.Sanitization.Orders;

/// <summary>
/// What eyes saw when the device was received. Together with what the contract expects and what tools name it is the list of slots that need proof: a newer look
/// replaces an older one, but only where nothing has happened to the slot yet.
/// </summary>
internal sealed partial class WipeOrder
{
    /// <summary>The look that counts: the highest revision heard of.</summary>
    public int SeenRevision { get; private set; }

    /// <summary>Whoever looked could not see how many carriers there are.</summary>
    public bool SeenCountUnknown { get; private set; }

    /// <summary>Somebody may have changed what is in the device; only two people's count says again how many there are.</summary>
    public bool CountDoubted { get; private set; }

    public void See(int revision, bool countUnknown, IReadOnlyList<SeenSlot> seen, DateTime now)
    {
        if (State == OrderState.Withdrawn || revision <= SeenRevision)
            return;
        SeenRevision = revision;
        var found = new HashSet<WipeSlot>();
        var rest = new List<SeenSlot>();
        foreach (var look in seen)
            if (IsEmpty(look) || SlotOfCarrier(look.CarrierSerial) is not { } known || !found.Add(known))
                rest.Add(look);
        foreach (var look in rest)
            found.Add(Find(look, found) is { } slot ? Match(slot, look, now) : Admit(look, now));
        foreach (var slot in _slots.Where(slot => slot.Source == SlotSource.Seen && !found.Contains(slot) && IsUntouched(slot)).ToList())
        {
            slot.Leave(this);
            _slots.Remove(slot);
        }
        ExpectTheRest(Saying.Of(SaidWord.FewerSeen), now);
        SeeCount(countUnknown, now);
    }

    private WipeSlot? Find(SeenSlot look, HashSet<WipeSlot> found) =>
        _slots.FirstOrDefault(slot => !found.Contains(slot) && string.Equals(slot.Name, look.Slot.Trim(), StringComparison.OrdinalIgnoreCase));

    private WipeSlot Match(WipeSlot slot, SeenSlot look, DateTime now)
    {
        var other = slot.CarrierIsKnown && Serials.Key(look.CarrierSerial) is { } key && key != slot.CarrierKey;
        switch (slot.State)
        {
            case SlotState.EmptyConfirmed when !IsEmpty(look):
                Reopen(ReopeningCause.CarrierFound, Saying.Of(SaidWord.CarrierInEmptySlot, slot.Name), now, [slot]);
                slot.SeeCarrier();
                slot.Carry(look.CarrierSerial);
                return slot;
            case SlotState.Open when IsUntouched(slot):
                slot.Fill(slot.Name, look.CarrierSerial, SlotSource.Seen, IsEmpty(look));
                return slot;
            case SlotState.Open when !slot.CarrierIsKnown && !IsEmpty(look):
                slot.SeeCarrier();
                slot.Carry(look.CarrierSerial);
                return slot;
            default:
                return other ? Admit(look, now) : slot;
        }
    }

    private WipeSlot Admit(SeenSlot look, DateTime now)
    {
        if (!IsEmpty(look) && FreePlaceholder() is { } expected)
        {
            expected.Fill(FreeName(look.Slot), look.CarrierSerial, SlotSource.Seen);
            return expected;
        }
        var slot = AddCarrier(look.Slot, look.CarrierSerial, SlotSource.Seen, ReopeningCause.CarrierFound, Saying.Of(SaidWord.SlotUnproven, look.Slot), now);
        if (IsEmpty(look))
            slot.Fill(slot.Name, null, SlotSource.Seen, empty: true);
        return slot;
    }

    // Whatever is not plainly empty may hold a carrier.
    private static bool IsEmpty(SeenSlot look) => look.State == "empty" && Serials.Key(look.CarrierSerial) is null;

    // By name, because a database gives rows in any order and the same facts must end the same.
    private WipeSlot? FreePlaceholder() => _slots.Where(slot => slot.Source == SlotSource.Expected && !slot.CarrierIsKnown && IsUntouched(slot))
        .OrderBy(slot => slot.Name.Length).ThenBy(slot => slot.Name, StringComparer.Ordinal).FirstOrDefault();

    private bool IsUntouched(WipeSlot slot) =>
        slot is { State: SlotState.Open, ReopeningId: null, Source: SlotSource.Seen or SlotSource.Expected }
        && _jobs.All(job => job.SlotId != slot.Id) && _evidence.All(evidence => evidence.SlotId != slot.Id)
        && _emptyRecords.All(record => record.SlotId != slot.Id) && _destructions.All(record => record.SlotId != slot.Id);

    private void SeeCount(bool unknown, DateTime now)
    {
        if (unknown && State == OrderState.Cleared)
            Reopen(ReopeningCause.CarrierFound, Saying.Of(SaidWord.CarriersUncounted), now, []);
        SeenCountUnknown = unknown;
        CountAgain();
    }

    private void DoubtCount()
    {
        CountDoubted = true;
        CountAgain();
    }

    private void CountedByTwo()
    {
        (SeenCountUnknown, CountDoubted, SlotCount) = (false, false, SlotCount.ByTwoPersons);
    }

    private void CountAgain() => SlotCount =
        SeenCountUnknown || CountDoubted ? SlotCount.Unknown
        : SlotCount == SlotCount.ByTwoPersons ? SlotCount.ByTwoPersons
        : ExpectedSlots is >= 0 ? SlotCount.ByContract
        : SlotCount.Unknown;
}
