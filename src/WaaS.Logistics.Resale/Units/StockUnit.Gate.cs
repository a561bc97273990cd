using WaaS.Logistics.Messages.Refurbishment;
using WaaS.Logistics.Messages.Resale;
using WaaS.Logistics.Platform.Web;
using WaaS.Logistics.Sayings;

namespace WaaS.Logistics.Resale.Units;

/// <summary>What closes the way to a buyer, at any moment of a unit's life, and what opens it again.</summary>
internal sealed partial class StockUnit
{
    /// <summary>Why a sold unit should not have been; a person finds out and settles it.</summary>
    public string? Doubt { get; private set; }
    public DateTime? DoubtedAt { get; private set; }
    public string? DoubtOutcome { get; private set; }
    public string? DoubtSettledBy { get; private set; }
    public DateTime? DoubtSettledAt { get; private set; }

    public void Block(string reason, string by, DateTime now)
    {
        var wasOut = State == UnitState.Picked;
        End(ReleaseCause.Blocked, reason, by, now);
        Move(UnitEvent.Blocked, now);
        Reason = reason;
        _events.Add(new UnitBlocked(Id, DeviceId, Cycle, Serial, wasOut ? null : Bin, reason));
    }

    /// <summary>A higher clearance was graded. Whatever lay in a bin was taken out of it for that.</summary>
    public void GradeAgain(DeviceGraded graded, string by, DateTime now)
    {
        Learn(graded);
        End(ReleaseCause.GradedAgain, Saying.Of(SaidWord.GradedAgain, $"{graded.ClearanceRevision}"), by, now);
        Move(UnitEvent.GradedAgain, now);
        (PlaceId, Bin, Reason) = (null, null, null);
        _events.Add(new UnitAdmitted(Id, DeviceId, Cycle, Serial, Grade));
    }

    public void Withdraw(string reason, string by, DateTime now)
    {
        End(ReleaseCause.Withdrawn, reason, by, now);
        Move(UnitEvent.Withdrawn, now);
        Reason = reason;
        _events.Add(new UnitWithdrawn(Id, DeviceId, Cycle, Serial, reason));
    }

    /// <summary>It has left the house, and now its clearance does not hold: nothing can be stopped any more, and nobody may overlook it.</summary>
    public void DoubtSale(string reason, DateTime now)
    {
        if (State != UnitState.Sold)
            throw new InvalidOperationException($"{Name} is {State}: only a sold unit is doubted, any other is blocked.");
        (Doubt, DoubtedAt, DoubtOutcome, DoubtSettledBy, DoubtSettledAt) = (reason, now, null, null, null);
        _events.Add(new SoldUnitDoubted(Id, DeviceId, Cycle, Serial, Reserved!.Buyer, reason));
    }

    public void SettleDoubt(string outcome, string by, DateTime now)
    {
        if (DoubtedAt is null)
            throw new RefusedException("no-doubt", $"Nothing is in doubt about {Name}.", arguments: [Name]);
        if (DoubtSettledAt is not null)
            throw new RefusedException("doubt-settled", $"{DoubtSettledBy} has settled this already: {DoubtOutcome}", arguments: [DoubtSettledBy!, DoubtOutcome!]);
        (DoubtOutcome, DoubtSettledBy, DoubtSettledAt) = (outcome, by, now);
        _events.Add(new SaleDoubtSettled(Id, DeviceId, Cycle, Serial, outcome));
    }

    private void End(ReleaseCause cause, string reason, string by, DateTime now)
    {
        if (State is not (UnitState.Reserved or UnitState.Picked) || Reserved is not { } reservation)
            return;
        reservation.Release(cause, reason, by, now);
        ReservationId = null;
        var putAwayAgain = State == UnitState.Picked && cause == ReleaseCause.Person;
        _events.Add(new ReservationReleased(Id, DeviceId, Cycle, Serial, reservation.Id, reservation.Buyer, reason, putAwayAgain));
    }

    private void Move(UnitEvent happened, DateTime now)
    {
        State = UnitTransitions.Find(State, happened) ?? throw Refuse(happened.ToString());
        WaitingSince = now;
    }

    /// <summary>Says why the unit's state does not allow what was wanted, and what to do instead.</summary>
    public RefusedException Refuse(string wanted) => State switch
    {
        UnitState.Blocked => new("unit-blocked", $"{Name} is blocked: {Reason}. Bring it back to sanitization.", arguments: [Name, Saying.InWords(Reason)]),
        UnitState.Admitted => new("not-stocked", $"{Name} lies in no bin yet. Put it away first.", arguments: [Name]),
        UnitState.Stocked => new("not-reserved", $"{Name} is reserved for nobody. Reserve it first.", arguments: [Name]),
        UnitState.Reserved when wanted is "reserve" or "price" => new("already-reserved", $"{Name} is reserved for {Reserved!.Buyer}. Take another unit, or release it.", arguments: [Name, Reserved!.Buyer]),
        UnitState.Reserved => new("not-picked", $"{Name} has not been picked yet. Pick it from {Bin}.", arguments: [Name, Bin ?? ""]),
        UnitState.Picked when wanted is "reserve" or "price" => new("already-reserved", $"{Name} is reserved for {Reserved!.Buyer}. Take another unit, or release it.", arguments: [Name, Reserved!.Buyer]),
        UnitState.Picked => new("already-picked", $"{Name} has been picked already.", arguments: [Name]),
        _ => new("unit-gone", $"{Name} is not in stock any more ({State}).", arguments: [Name, State]),
    };
}
