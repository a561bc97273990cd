using WaaS.Logistics.Platform.Web;
using WaaS.Logistics.Sayings;

namespace WaaS.Logistics.Sanitization.Orders;

/// <summary>The receipt that opened the order is taken back: nothing of it may be wiped, cleared or certified any more.</summary>
internal sealed partial class WipeOrder
{
    /// <summary>What evidence of a withdrawn order is refused by: it is kept as an observed fact.</summary>
    public const string OrderWithdrawn = "WITHDRAWN";

    /// <summary>As Returns says it: <c>undone</c>, <c>damaged</c>, <c>battery</c>, <c>stop-list</c>.</summary>
    public string? WithdrawnReason { get; private set; }
    public DateTime? WithdrawnAt { get; private set; }

    /// <summary>For the station and for people, once it is withdrawn.</summary>
    private WriteStop WhyWithdrawn => new(StopCause.ReceiptTakenBack, Serial, Saying.InWords(WithdrawnReason));

    /// <summary>A job that has written goes on as what was observed: its steps and evidence are kept, and prove nothing. A job that has not ends here.</summary>
    public void Withdraw(string reason, DateTime now)
    {
        if (State == OrderState.Withdrawn)
            return;
        if (State == OrderState.Cleared)
            Reopen(ReopeningCause.ReceiptWithdrawn, Saying.Of(SaidWord.ReceiptTakenBack, reason), now, []);
        (State, WithdrawnReason, WithdrawnAt) = (OrderState.Withdrawn, reason, now);
        foreach (var job in _jobs.Where(job => job is { State: JobState.Active, FirstWriteAt: null }))
        {
            job.End(JobState.Withdrawn, now);
            Slot(job.SlotId).Move(SlotEvent.LeaseEnded);
        }
    }

    private void Observe(WipeSlot slot, Evidence evidence)
    {
        if (slot.State is SlotState.Open or SlotState.Assigned or SlotState.Wiping)
            slot.Fail(SlotEvent.EvidenceRefused, evidence.Rules.Split(','));
    }

    public void RequireNotWithdrawn()
    {
        if (State == OrderState.Withdrawn)
            throw new RefusedException("order-withdrawn", $"The receipt of device {Serial} was taken back ({WithdrawnReason}): nothing of it is to be wiped or recorded. Receive the device again if it is there.", arguments: [Serial, Saying.InWords(WithdrawnReason)]);
    }
}
