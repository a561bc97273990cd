using WaaS.Logistics.Platform.Data;
using WaaS.Logistics.Refurbishment.Inspections;

namespace WaaS.Logistics.Refurbishment.Data;

/// <summary>What the two databases refuse, whoever asks: nothing is inspected, graded or scrapped without a clearance and its records.</summary>
internal static class GateRules
{
    private const string Worked = "NEW.state IN ('InInspection', 'Graded', 'Scrapped') AND NEW.state <> OLD.state";

    public static DatabaseRules All { get; } = RefusalRule.All("refurbishment", Rules);

    private static IReadOnlyList<RefusalRule> Rules =>
    [
        new("gate_only_rises", "devices", "UPDATE",
            "NEW.cycle < OLD.cycle OR (NEW.cycle = OLD.cycle AND NEW.revision < OLD.revision) OR (NEW.cycle = OLD.cycle AND NEW.revision = OLD.revision AND OLD.gate = 'Reopened' AND NEW.gate = 'Cleared')", "gate: an older word never beats a newer one"),
        new("device_stays", "devices", "DELETE", "TRUE", "gate: devices are kept"),

        new("inspection_begins_waiting", "inspections", "INSERT", "NEW.state <> 'Waiting'", "gate: an inspection begins waiting"),
        new("inspection_needs_clearance", "inspections", "INSERT",
            "NOT EXISTS (SELECT 1 FROM {t}devices d WHERE d.id = NEW.device_id AND d.cycle = NEW.cycle AND d.revision = NEW.revision AND d.gate = 'Cleared')", "gate: no clearance of this revision"),
        new("inspection_keeps_clearance", "inspections", "UPDATE",
            "NEW.device_id <> OLD.device_id OR NEW.cycle <> OLD.cycle OR NEW.revision <> OLD.revision", "gate: an inspection stays with its clearance"),
        new("inspection_moves_by_table", "inspections", "UPDATE",
            $"NEW.state <> OLD.state AND (OLD.state || '>' || NEW.state) NOT IN ({Moves()})", "gate: no such move of an inspection"),
        new("inspection_needs_records", "inspections", "UPDATE",
            $"{Worked} AND NOT EXISTS (SELECT 1 FROM {{t}}cleared_slots s WHERE s.inspection_id = NEW.id)", "gate: no record of any slot, an empty list clears nothing"),
        new("inspection_needs_open_gate", "inspections", "UPDATE",
            $"{Worked} AND NOT EXISTS (SELECT 1 FROM {{t}}devices d WHERE d.id = NEW.device_id AND d.cycle = NEW.cycle AND d.revision = NEW.revision AND d.gate = 'Cleared')", "gate: the clearance no longer counts"),
        new("graded_needs_every_check", "inspections", "UPDATE",
            $"{Worked} AND NEW.state = 'Graded' AND (SELECT COUNT(*) FROM {{t}}given_answers a WHERE a.inspection_id = NEW.id) < {Checklist.Points.Count}", "gate: a check has no answer"),
        new("graded_is_not_locked", "inspections", "UPDATE",
            $"{Worked} AND NEW.state = 'Graded' AND EXISTS (SELECT 1 FROM {{t}}given_answers a WHERE a.inspection_id = NEW.id AND a.point = 'Locks' AND a.answer = 'Fault')", "gate: the device is locked"),
        new("grade_a_has_no_fault", "inspections", "UPDATE",
            $"{Worked} AND NEW.grade = 'A' AND EXISTS (SELECT 1 FROM {{t}}given_answers a WHERE a.inspection_id = NEW.id AND a.answer = 'Fault')", "gate: grade A has no fault"),
        new("grade_stays", "inspections", "UPDATE",
            "OLD.grade IS NOT NULL AND (NEW.grade IS NULL OR NEW.grade <> OLD.grade)", "gate: a grade is not changed"),
        new("inspection_stays", "inspections", "DELETE", "TRUE", "gate: inspections are kept"),

        new("record_comes_with_clearance", "cleared_slots", "INSERT",
            "NOT EXISTS (SELECT 1 FROM {t}inspections i WHERE i.id = NEW.inspection_id AND i.state = 'Waiting')", "gate: records come with the clearance"),
        new("record_is_final", "cleared_slots", "UPDATE", "TRUE", "gate: a record is not edited"),
        new("record_stays", "cleared_slots", "DELETE", "TRUE", "gate: records are kept"),

        new("answer_given_in_inspection", "given_answers", "INSERT",
            "NOT EXISTS (SELECT 1 FROM {t}inspections i WHERE i.id = NEW.inspection_id AND i.state = 'InInspection')", "gate: checks are answered during the inspection"),
        new("answer_changed_in_inspection", "given_answers", "UPDATE",
            "NEW.inspection_id <> OLD.inspection_id OR NEW.point <> OLD.point OR NOT EXISTS (SELECT 1 FROM {t}inspections i WHERE i.id = NEW.inspection_id AND i.state = 'InInspection')", "gate: checks are changed during the inspection"),
        new("answer_stays", "given_answers", "DELETE", "TRUE", "gate: answers are kept"),

        new("history_is_final", "history", "UPDATE", "TRUE", "gate: history is not edited"),
        new("history_stays", "history", "DELETE", "TRUE", "gate: history is kept"),
    ];

    private static string Moves() => string.Join(", ", Transitions.Table.Where(row => row.From != row.To).Select(row => $"'{row.From}>{row.To}'").Distinct());
}
