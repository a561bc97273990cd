using WaaS.Logistics.Messages.Sanitization;
using WaaS.Logistics.Platform.Web;
using WaaS.Logistics.Sanitization.Policies;
using WaaS.Logistics.Sayings;

namespace WaaS.Logistics.Sanitization.Orders;

/// <summary>Evidence comes in, is decided on by policy or people, and proves a slot or fails it.</summary>
internal sealed partial class WipeOrder
{
    private readonly List<Evidence> _evidence = [];

    public IReadOnlyList<Evidence> Evidence => _evidence;

    public Evidence EvidenceOf(Guid id) => _evidence.SingleOrDefault(evidence => evidence.Id == id) ?? throw RefusedException.NotFound("evidence", id.ToString());

    /// <summary>Keeps what a station handed in. It moves the slot only if no later job of the same slot does.</summary>
    public Evidence Receive(WipeJob job, EvidenceFacts facts, PolicyRule policy, DateTime now)
    {
        var slot = Slot(job.SlotId);
        var earlier = _evidence.Where(other => other.JobId == job.Id).ToList();
        if (State == OrderState.Withdrawn && !facts.Rules.Contains(OrderWithdrawn))
            facts = facts with { Rules = [.. facts.Rules, OrderWithdrawn] };
        var evidence = new Evidence(this, job, facts, policy.Separation, now);
        _evidence.Add(evidence);
        NameCarrier(slot, facts.CarrierSerial, now);
        if (earlier.Count > 0)
            Contradict(slot, evidence, earlier, now);
        else if (State == OrderState.Withdrawn)
            Observe(slot, evidence);
        else if (IsOvertaken(job, slot))
            evidence.Supersede();
        else
            Apply(slot, job, evidence, policy, now);
        if (job.State != JobState.Reported)
            job.End(JobState.Reported, now);
        return evidence;
    }

    private void Apply(WipeSlot slot, WipeJob job, Evidence evidence, PolicyRule policy, DateTime now)
    {
        foreach (var other in _jobs.Where(other => other.SlotId == slot.Id && other.Id != job.Id && other.State == JobState.Active))
            other.End(JobState.Superseded, now);
        if (evidence.Rules.Length > 0)
        {
            Fail(slot, SlotEvent.EvidenceRefused, evidence.Rules.Split(','));
            return;
        }
        evidence.Review();
        slot.Move(SlotEvent.EvidenceHolds);
        if (policy.VerificationBy == DecidedBy.Policy)
            evidence.Verify(Decision.Yes, Actor.Policy, null, now);
        if (policy.ValidationBy == DecidedBy.Policy && evidence.Verification == Decision.Yes)
            evidence.Validate(Decision.Yes, Actor.Policy, null, now);
    }

    // A job that began writing later, or evidence of a later job, says more about the carrier than this one.
    private bool IsOvertaken(WipeJob job, WipeSlot slot) =>
        slot.State is not (SlotState.Open or SlotState.Assigned or SlotState.Wiping)
        || _jobs.Any(other => other.SlotId == slot.Id && other.Number > job.Number && (other.FirstWriteAt is not null || other.State == JobState.Reported));

    // One job, one document. A second one that does not hold makes the first doubtful; one that holds adds nothing.
    private void Contradict(WipeSlot slot, Evidence second, List<Evidence> earlier, DateTime now)
    {
        if (second.Outcome == "success")
        {
            second.Supersede();
            return;
        }
        var doubtful = earlier.FirstOrDefault(first => first.State is EvidenceState.UnderReview or EvidenceState.Accepted && first.SlotId == slot.Id);
        if (doubtful is null)
            return;
        if (slot.AcceptedEvidenceId == doubtful.Id)
            Revoke(slot.Name, doubtful.Id, slot.RecordNumber!, ReopeningCause.EvidenceContradicted, Saying.Of(SaidWord.EvidenceContradicted), now);
        else
            doubtful.Supersede();
        Fail(slot, SlotEvent.EvidenceRefused, ["R19"]);
    }

    private void NameCarrier(WipeSlot slot, string? carrierSerial, DateTime now)
    {
        if (Serials.Key(carrierSerial) is null || Serials.Same(slot.CarrierSerial, carrierSerial) || SlotOfCarrier(carrierSerial) is not null)
            return;
        AddCarrier($"{slot.Name} (evidence)", carrierSerial, SlotSource.NamedByEvidence, ReopeningCause.CarrierFound, Saying.Of(SaidWord.CarrierInEvidence), now);
    }

    public void Verify(Evidence evidence, Decision decision, Actor by, string? note, DateTime now)
    {
        RequireNotWithdrawn();
        RequireUnderReview(evidence);
        if (evidence.Verification is not null)
            throw new RefusedException("verified-already", $"This evidence was verified by {evidence.VerifiedByName}.", arguments: [evidence.VerifiedByName!]);
        RequireOther(evidence, by, evidence.OperatorId);
        evidence.Verify(decision, by, note, now);
        if (decision == Decision.No)
            Fail(Slot(evidence.SlotId), SlotEvent.DecisionRejects, ["VERIFICATION"]);
    }

    public void Validate(Evidence evidence, Decision decision, Actor by, string? note, DateTime now)
    {
        RequireNotWithdrawn();
        RequireUnderReview(evidence);
        if (evidence.Verification != Decision.Yes)
            throw new RefusedException("not-verified", "Evidence is validated after it was verified: first whether it worked, then whether what remains is acceptable.");
        RequireOther(evidence, by, evidence.OperatorId);
        if (evidence.Separation == Separation.SixEyes)
            RequireOther(evidence, by, evidence.VerifiedBy);
        evidence.Validate(decision, by, note, now);
        if (decision == Decision.No)
            Fail(Slot(evidence.SlotId), SlotEvent.DecisionRejects, ["VALIDATION"]);
    }

    /// <summary>Both decisions stand: the carrier has its certificate and the slot its proof.</summary>
    public void Accept(Evidence evidence, string certificateNumber, string documentHash)
    {
        if (State != OrderState.Open || evidence.State != EvidenceState.UnderReview || !evidence.IsDecided || evidence.Rules.Length > 0)
            throw new InvalidOperationException($"Evidence {evidence.Id} is {evidence.State} in an order that is {State} and cannot be accepted.");
        var slot = Slot(evidence.SlotId);
        evidence.Accept();
        slot.ProveByEvidence(evidence.Id, certificateNumber);
        _events.Add(new CarrierSanitized(DeviceId, Cycle, slot.Name, slot.CarrierSerial!, evidence.Id, certificateNumber));
        _events.Add(new CertificateIssued(DeviceId, Cycle, slot.Name, slot.CarrierSerial!, certificateNumber, documentHash));
    }

    /// <summary>The certificate is no longer true. If it is what proves a slot, the slot is open again.</summary>
    public Reopening Revoke(string slotName, Guid evidenceId, string certificateNumber, ReopeningCause cause, string reason, DateTime now)
    {
        var reopening = Reopen(cause, reason, now, [.. _slots.Where(slot => slot.AcceptedEvidenceId == evidenceId)]);
        _events.Add(new CertificateRevoked(DeviceId, Cycle, slotName, certificateNumber, reason));
        return reopening;
    }

    private void Fail(WipeSlot slot, SlotEvent why, IReadOnlyList<string> rules)
    {
        slot.Fail(why, rules);
        _events.Add(new WipeFailed(DeviceId, Cycle, Serial, slot.Name, slot.CarrierSerial, rules));
    }

    private void RequireUnderReview(Evidence evidence)
    {
        if (evidence.State != EvidenceState.UnderReview || Slot(evidence.SlotId).State != SlotState.UnderReview)
            throw new RefusedException("evidence-state", $"This evidence is {evidence.State}; there is nothing to decide about it.", arguments: [evidence.State]);
    }

    private static void RequireOther(Evidence evidence, Actor by, string? other)
    {
        if (!by.IsPerson)
            throw new RefusedException("person-needed", "This decision is a person's. Sign in.");
        if (evidence.Separation != Separation.None && (other is null || by.Is(other)))
            throw new RefusedException("same-person", $"{by.Name} took part in this before, and the policy asks for somebody else.", arguments: [by.Name]);
    }
}
