using WaaS.Logistics.Platform.Web;
using WaaS.Logistics.Sanitization.Certificates;
using WaaS.Logistics.Sanitization.Data;
using WaaS.Logistics.Sanitization.Orders;

namespace WaaS.Logistics.Sanitization.DecideOnEvidence;

internal sealed record EvidenceDecided(Guid EvidenceId, EvidenceState State, OrderState OrderState, int Revision, string? CertificateNumber);

/// <summary>Verification: did it work? Validation: is what remains acceptable? Two decisions, and by policy two people.</summary>
internal sealed class EvidenceDecisions(SanitizationDb db, OrderLookup orders, CertificateOffice certificates, Once once)
{
    public Task<EvidenceDecided> Verify(Guid opId, Guid orderId, Guid evidenceId, Decision decision, string? note, CancellationToken cancel) =>
        once.Run(opId, "verify-evidence", () => Decide(orderId, evidenceId, decision, note, (order, evidence, by) => order.Verify(evidence, decision, by, note, db.Now), cancel), cancel);

    public Task<EvidenceDecided> Validate(Guid opId, Guid orderId, Guid evidenceId, Decision decision, string? note, CancellationToken cancel) =>
        once.Run(opId, "validate-evidence", () => Decide(orderId, evidenceId, decision, note, (order, evidence, by) => order.Validate(evidence, decision, by, note, db.Now), cancel), cancel);

    private async Task<EvidenceDecided> Decide(Guid orderId, Guid evidenceId, Decision decision, string? note, Action<WipeOrder, Evidence, Actor> decide, CancellationToken cancel)
    {
        if (note?.Length > 500 || decision == Decision.No && string.IsNullOrWhiteSpace(note))
            throw RefusedException.Invalid("note", "The field note has at most 500 characters, and a refusal needs one: say why.");
        var order = await orders.Load(orderId, cancel);
        var evidence = order.EvidenceOf(evidenceId);
        decide(order, evidence, Actor.Of(db.Origin));
        if (evidence.State == EvidenceState.UnderReview && evidence.IsDecided)
            await certificates.Issue(order, evidence, cancel);
        await orders.TryClear(order, cancel);
        return new EvidenceDecided(evidence.Id, evidence.State, order.State, order.Revision, order.Slot(evidence.SlotId).RecordNumber);
    }
}
