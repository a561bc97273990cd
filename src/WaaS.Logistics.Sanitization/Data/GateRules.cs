using WaaS.Logistics.Platform.Data;

namespace WaaS.Logistics.Sanitization.Data;

/// <summary>The gate below the code: what the two databases refuse, whoever asks.</summary>
internal static class GateRules
{
    private const string ItsOrder = "{t}wipe_orders o WHERE o.id = NEW.order_id";
    private const string Proven = "('EvidenceAccepted', 'Destroyed', 'EmptyConfirmed')";

    // Destroying and wiping alike: what a hold in force forbids, at the moment the row itself names.
    private static string HeldAt(string moment) =>
        $"EXISTS (SELECT 1 FROM {{t}}holds h JOIN {{t}}wipe_orders o ON o.device_id = h.device_id WHERE o.id = NEW.order_id AND h.lifted_at IS NULL AND (h.ends_at IS NULL OR {moment} IS NULL OR h.ends_at > {moment}))";

    public static DatabaseRules All { get; } = RefusalRule.All("sanitization", Rules.Select(rule => rule with { Name = "gate_" + rule.Name }));

    private static IReadOnlyList<RefusalRule> Rules =>
    [
        new("order_never_born_cleared", "wipe_orders", "INSERT",
            "NEW.state = 'Cleared'", "gate: an order begins open"),
        new("order_cleared_needs_slots", "wipe_orders", "UPDATE",
            "NEW.state = 'Cleared' AND NOT EXISTS (SELECT 1 FROM {t}slots s WHERE s.order_id = NEW.id)", "gate: no slot is known, an empty list never clears"),
        new("order_cleared_needs_proof", "wipe_orders", "UPDATE",
            $"NEW.state = 'Cleared' AND EXISTS (SELECT 1 FROM {{t}}slots s WHERE s.order_id = NEW.id AND s.state NOT IN {Proven})", "gate: a slot is not proven"),
        new("order_cleared_needs_clearance", "wipe_orders", "UPDATE",
            "NEW.state = 'Cleared' AND NOT EXISTS (SELECT 1 FROM {t}clearances c WHERE c.id = NEW.clearance_id AND c.order_id = NEW.id AND c.revision = NEW.revision)", "gate: no clearance of this revision"),
        new("order_revision_rises", "wipe_orders", "UPDATE",
            "NEW.revision < OLD.revision OR (NEW.state <> OLD.state AND (NEW.state = 'Cleared' OR OLD.state = 'Cleared') AND NEW.revision <> OLD.revision + 1)", "gate: a revision rises by one with each clearing and re-opening"),
        new("order_withdrawn_is_final", "wipe_orders", "UPDATE",
            "OLD.state = 'Withdrawn' AND (NEW.state <> 'Withdrawn' OR NEW.withdrawn_reason <> OLD.withdrawn_reason)", "gate: a withdrawn order stays withdrawn"),
        new("order_stays", "wipe_orders", "DELETE", "TRUE", "gate: orders are kept"),

        new("slot_never_born_proven", "slots", "INSERT", $"NEW.state IN {Proven}", "gate: a slot begins unproven"),
        new("slot_added_only_while_open", "slots", "INSERT",
            "EXISTS (SELECT 1 FROM {t}wipe_orders o WHERE o.id = NEW.order_id AND o.state = 'Cleared')", "gate: the device is cleared, re-open it first", WaitsFor: ItsOrder),
        new("slot_doubted_only_while_open", "slots", "UPDATE",
            $"NEW.state NOT IN {Proven} AND EXISTS (SELECT 1 FROM {{t}}wipe_orders o WHERE o.id = NEW.order_id AND o.state = 'Cleared')", "gate: the device is cleared, re-open it first", WaitsFor: ItsOrder),
        new("slot_accepted_needs_evidence", "slots", "UPDATE",
            "NEW.state = 'EvidenceAccepted' AND NOT EXISTS (SELECT 1 FROM {t}evidence e WHERE e.id = NEW.accepted_evidence_id AND e.state = 'Accepted' AND e.order_id = NEW.order_id AND e.slot_id = NEW.id)", "gate: no accepted evidence for this slot"),
        new("slot_accepted_needs_certificate", "slots", "UPDATE",
            "NEW.state = 'EvidenceAccepted' AND NOT EXISTS (SELECT 1 FROM {t}issued_certificates c WHERE c.evidence_id = NEW.accepted_evidence_id AND c.number = NEW.record_number AND NOT EXISTS (SELECT 1 FROM {t}revocations r WHERE r.certificate_id = c.id))", "gate: no valid certificate for this slot"),
        new("slot_destroyed_needs_approval", "slots", "UPDATE",
            "NEW.state = 'Destroyed' AND NOT EXISTS (SELECT 1 FROM {t}destructions d WHERE d.id = NEW.destruction_id AND d.state = 'Confirmed' AND d.order_id = NEW.order_id AND d.slot_id = NEW.id)", "gate: no approved destruction for this slot"),
        new("slot_empty_needs_two_people", "slots", "UPDATE",
            "NEW.state = 'EmptyConfirmed' AND NOT EXISTS (SELECT 1 FROM {t}empty_records r WHERE r.id = NEW.empty_record_id AND r.state = 'Confirmed' AND r.order_id = NEW.order_id AND r.slot_id = NEW.id)", "gate: no record of two people for this slot"),
        new("slot_stays", "slots", "DELETE",
            "OLD.source <> 'Seen' OR OLD.state <> 'Open' OR OLD.reopening_id IS NOT NULL OR EXISTS (SELECT 1 FROM {t}wipe_orders o WHERE o.id = OLD.order_id AND o.state = 'Cleared')"
            + " OR EXISTS (SELECT 1 FROM {t}jobs j WHERE j.slot_id = OLD.id) OR EXISTS (SELECT 1 FROM {t}evidence e WHERE e.slot_id = OLD.id)"
            + " OR EXISTS (SELECT 1 FROM {t}empty_records r WHERE r.slot_id = OLD.id) OR EXISTS (SELECT 1 FROM {t}destructions d WHERE d.slot_id = OLD.id)",
            "gate: slots are kept once anything happened to them"),
        new("slot_keeps_its_order", "slots", "UPDATE", "NEW.order_id <> OLD.order_id", "gate: a slot stays in its device"),

        new("evidence_never_born_accepted_unjudged", "evidence", "INSERT", "NEW.state = 'Accepted' AND (NEW.verified_by IS NULL OR NEW.validated_by IS NULL)", "gate: evidence is accepted by two decisions"),
        new("evidence_facts_stay", "evidence", "UPDATE",
            "NEW.content_hash <> OLD.content_hash OR NEW.outcome <> OLD.outcome OR NEW.rules <> OLD.rules OR NEW.findings <> OLD.findings OR NEW.job_id <> OLD.job_id OR NEW.slot_id <> OLD.slot_id OR NEW.carrier_kind <> OLD.carrier_kind OR NEW.separation <> OLD.separation OR COALESCE(NEW.operator_id, '') <> COALESCE(OLD.operator_id, '')",
            "gate: evidence is not edited"),
        new("evidence_ends", "evidence", "UPDATE",
            "OLD.state IN ('Refused', 'Rejected', 'Superseded', 'Withdrawn') AND NEW.state <> OLD.state", "gate: refused, rejected, superseded and withdrawn are final"),
        new("evidence_decisions_stay", "evidence", "UPDATE",
            "(OLD.verification IS NOT NULL AND (NEW.verification IS NULL OR NEW.verification <> OLD.verification OR NEW.verified_by <> OLD.verified_by)) OR (OLD.validation IS NOT NULL AND (NEW.validation IS NULL OR NEW.validation <> OLD.validation OR NEW.validated_by <> OLD.validated_by))",
            "gate: a decision is not changed"),
        new("evidence_counts_while_cleared", "evidence", "UPDATE",
            "OLD.state = 'Accepted' AND NEW.state <> 'Accepted' AND EXISTS (SELECT 1 FROM {t}wipe_orders o WHERE o.id = NEW.order_id AND o.state = 'Cleared')", "gate: the device is cleared, re-open it first", WaitsFor: ItsOrder),
        new("evidence_stays", "evidence", "DELETE", "TRUE", "gate: evidence is kept"),

        new("certificate_needs_accepted_evidence", "issued_certificates", "INSERT",
            "NOT EXISTS (SELECT 1 FROM {t}evidence e WHERE e.id = NEW.evidence_id AND e.state = 'Accepted' AND e.order_id = NEW.order_id AND e.slot_id = NEW.slot_id)", "gate: no accepted evidence for this certificate"),
        new("certificate_not_after_withdrawal", "issued_certificates", "INSERT",
            "EXISTS (SELECT 1 FROM {t}wipe_orders o WHERE o.id = NEW.order_id AND o.state = 'Withdrawn')", "gate: the receipt of this device was taken back", WaitsFor: ItsOrder),
        new("job_only_while_open", "jobs", "INSERT",
            "EXISTS (SELECT 1 FROM {t}wipe_orders o WHERE o.id = NEW.order_id AND o.state <> 'Open')", "gate: nothing of this device is to be wiped", WaitsFor: ItsOrder),
        new("job_not_while_held", "jobs", "INSERT", HeldAt("NEW.claimed_at"), "gate: the device is held, nothing of it is wiped", WaitsFor: ItsOrder),
        new("destruction_not_recorded_while_held", "destructions", "INSERT", HeldAt("NEW.recorded_at"), "gate: the device is held, nothing of it is destroyed", WaitsFor: ItsOrder),
        new("destruction_not_witnessed_while_held", "destructions", "UPDATE",
            $"NEW.state = 'Witnessed' AND OLD.state <> 'Witnessed' AND {HeldAt("NEW.witnessed_at")}", "gate: the device is held, no destruction is witnessed", WaitsFor: ItsOrder),
        new("destruction_not_approved_while_held", "destructions", "UPDATE",
            $"NEW.state = 'Confirmed' AND OLD.state <> 'Confirmed' AND {HeldAt("NEW.approved_at")}", "gate: the device is held, no destruction is approved", WaitsFor: ItsOrder),
        new("certificate_is_final", "issued_certificates", "UPDATE", "TRUE", "gate: a certificate is never edited, only revoked"),
        new("certificate_stays", "issued_certificates", "DELETE", "TRUE", "gate: certificates are kept"),
        new("revocation_needs_open_order", "revocations", "INSERT",
            "EXISTS (SELECT 1 FROM {t}issued_certificates c JOIN {t}wipe_orders o ON o.id = c.order_id JOIN {t}slots s ON s.order_id = o.id AND s.accepted_evidence_id = c.evidence_id WHERE c.id = NEW.certificate_id AND o.state = 'Cleared')", "gate: the device is cleared by this certificate, re-open it first"),
        new("revocation_is_final", "revocations", "UPDATE", "TRUE", "gate: a revocation is final"),
        new("revocation_stays", "revocations", "DELETE", "TRUE", "gate: revocations are kept"),
        new("clearance_is_final", "clearances", "UPDATE", "TRUE", "gate: a clearance is not edited"),
        new("clearance_stays", "clearances", "DELETE", "TRUE", "gate: clearances are kept"),
        new("correction_is_final", "receipt_corrections", "UPDATE", "TRUE", "gate: a receipt taken back stays so"),
        new("correction_stays", "receipt_corrections", "DELETE", "TRUE", "gate: corrections are kept"),
        new("seen_revision_rises", "seen_accounts", "UPDATE", "NEW.revision <= OLD.revision", "gate: the highest revision of what was seen counts"),
        new("seen_stays", "seen_accounts", "DELETE", "TRUE", "gate: what was seen is kept"),
        new("step_is_final", "steps", "UPDATE", "TRUE", "gate: a step record is not edited"),
        new("step_stays", "steps", "DELETE", "TRUE", "gate: step records are kept"),
    ];
}
