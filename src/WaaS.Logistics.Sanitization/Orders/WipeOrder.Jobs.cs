using WaaS.Logistics.Platform.Web;
using WaaS.Logistics.Sayings;

namespace WaaS.Logistics.Sanitization.Orders;

/// <summary>Handing carriers to stations, and taking them back.</summary>
internal sealed partial class WipeOrder
{
    private readonly List<WipeJob> _jobs = [];

    public IReadOnlyList<WipeJob> Jobs => _jobs;

    public WipeJob Job(Guid id) => _jobs.SingleOrDefault(job => job.Id == id) ?? throw RefusedException.NotFound("job", id.ToString());

    public WipeJob HandOut(WipeSlot slot, JobTerms terms, GateFacts facts, DateTime now)
    {
        RequireWipeable(slot, facts);
        slot.Move(SlotEvent.JobHandedOut);
        var job = new WipeJob(this, slot, terms, now);
        _jobs.Add(job);
        return job;
    }

    /// <summary>A machine that wipes itself was cut off and started again: the same job goes to its new boot.</summary>
    public void GoOn(WipeSlot slot, WipeJob job, JobTerms terms, GateFacts facts)
    {
        RequireWipeable(slot, facts);
        if (_jobs.Any(other => other.SlotId == slot.Id && other.Number > job.Number))
            throw new RefusedException("job-ended", "A later job of this carrier was handed out since. Scan again for a new one.").Worded("job-followed");
        if (slot.State == SlotState.Open)
            slot.Move(SlotEvent.JobHandedOut);
        else if (slot.State is not (SlotState.Assigned or SlotState.Wiping))
            throw new RefusedException("nothing-open", $"Device {Serial} has no carrier to wipe now ({slot.Name}: {slot.State}).", arguments: [Serial, new[] { slot }.InWords()]);
        job.GoOn(terms);
    }

    private void RequireWipeable(WipeSlot slot, GateFacts facts)
    {
        RequireNotWithdrawn();
        if (State == OrderState.Cleared)
            throw new RefusedException("device-cleared", $"Device {Serial} is cleared; nothing of it is to be wiped.", arguments: [Serial]).Worded("device-needs-no-wipe");
        if (facts.HasNewerCycle)
            throw new RefusedException("newer-cycle", $"Device {Serial} has come back once more since; its newest wipe order counts. Scan again.", arguments: [Serial]);
        if (!OwnerIsSettled)
            throw new RefusedException("owner-unsettled", $"It is not settled whose device {Serial} is. The office clears that first.", arguments: [Serial]);
        if (facts.Holds.Count > 0)
            throw Held(HeldBy(facts));
        if (slot.CarrierKey is null)
            throw new RefusedException("carrier-unknown", $"The carrier in slot {slot.Name} of {Serial} has no known serial. Record it from its label first.", arguments: [Saying.Slot(slot.Name), Serial]);
        if (facts.CarriersElsewhere.Contains(slot.CarrierKey) || _slots.Count(other => other.CarrierKey == slot.CarrierKey) > 1)
            throw new RefusedException("carrier-twice", $"Carrier {slot.CarrierSerial} stands in two slots. Look at both devices and record what is really there.", arguments: [slot.CarrierSerial!]);
    }

    /// <summary>Says that it must not be wiped now, and why.</summary>
    public RefusedException Held(WriteStop why) => new RefusedException("hold", $"Device {Serial} must not be wiped now: {why.InWords()}.", arguments: [Serial, why.InWords()]);

    /// <summary>The station asks just before it writes. Yes only while the job is its own and nothing stands against it.</summary>
    /// <returns>Why not; null when it may write.</returns>
    public WriteStop? MayWrite(WipeJob job, GateFacts facts, DateTime now)
    {
        if (State == OrderState.Withdrawn)
            return WhyWithdrawn;
        if (facts.HasNewerCycle)
            return new(StopCause.NewerCycle);
        if (job.State != JobState.Active)
            return new(StopCause.JobOver, job.State);
        if (State == OrderState.Cleared)
            return new(StopCause.Cleared);
        if (!OwnerIsSettled)
            return new(StopCause.OwnerUnsettled);
        if (facts.Holds.Count > 0)
            return HeldBy(facts);
        var slot = Slot(job.SlotId);
        if (slot.State is not (SlotState.Assigned or SlotState.Wiping))
            return new(StopCause.SlotMoved, Saying.Slot(slot.Name), slot.State);
        if (!Serials.Same(slot.CarrierSerial, job.CarrierSerial))
            return new(StopCause.OtherCarrier, Saying.Slot(slot.Name));
        job.CheckHold(now);
        return null;
    }

    /// <summary>Asked with every sign of life of a job that may be writing.</summary>
    /// <returns>Why the station stops; null when it goes on.</returns>
    public WriteStop? WhyStop(WipeJob job, GateFacts? facts = null) =>
        State == OrderState.Withdrawn ? WhyWithdrawn
        : job.State != JobState.Active ? new(StopCause.JobOver, job.State)
        : facts?.Holds.Count > 0 ? HeldBy(facts)
        : null;

    private static WriteStop HeldBy(GateFacts facts) => new(StopCause.Held, string.Join("; ", facts.Holds));

    public void NoteFirstWrite(WipeJob job, DateTime now)
    {
        job.NoteFirstWrite(now);
        var slot = Slot(job.SlotId);
        if (job.State == JobState.Active && slot.State == SlotState.Assigned)
            slot.Move(SlotEvent.FirstWrite);
    }

    /// <summary>The station went silent: the carrier is free for another one. What it may still send is judged all the same.</summary>
    public void ReturnJob(WipeJob job, DateTime now)
    {
        if (job.State != JobState.Active)
            return;
        job.End(JobState.Expired, now);
        Slot(job.SlotId).Move(SlotEvent.LeaseEnded);
    }

    /// <summary>A person lets a failed carrier be wiped once more.</summary>
    public void AllowAnotherWipe(WipeSlot slot)
    {
        RequireNotWithdrawn();
        slot.Move(SlotEvent.WipeAgainAllowed);
    }
}
