using WaaS.Logistics.Platform.Data;
using WaaS.Logistics.Resale.Units;

namespace WaaS.Logistics.Resale.Data;

/// <summary>The way to a buyer below the code: what the two databases refuse, whoever asks.</summary>
internal static class ResaleRules
{
    private static readonly string Moves = string.Join(", ", UnitTransitions.Table.Where(row => row.From != row.To).Select(row => $"'{row.From}>{row.To}'").Distinct());

    public static DatabaseRules All { get; } = RefusalRule.All("resale", Rules, postgresPrefix: "resale_");

    private static IReadOnlyList<RefusalRule> Rules =>
    [
        new("unit_begins_admitted", "units", "INSERT", "NEW.state NOT IN ('Admitted', 'Blocked')", "stock: a unit begins admitted or blocked"),
        new("unit_moves_by_table", "units", "UPDATE", $"NEW.state <> OLD.state AND (OLD.state || '>' || NEW.state) NOT IN ({Moves})", "stock: this move is not in the table"),
        new("unit_born_by_clearance", "units", "INSERT", $"NEW.state = 'Admitted' AND NOT {Cleared}", "stock: no clearance of this revision holds"),
        new("unit_moves_by_clearance", "units", "UPDATE", $"NEW.state IN ('Admitted', 'Stocked', 'Reserved', 'Picked', 'Sold') AND (OLD.state <> NEW.state OR OLD.place_id <> NEW.place_id OR OLD.clearance_revision <> NEW.clearance_revision) AND NOT {Cleared}", "stock: no clearance of this revision holds"),
        new("unit_clearance_rises", "units", "UPDATE", "NEW.device_id <> OLD.device_id OR NEW.cycle <> OLD.cycle OR NEW.clearance_revision < OLD.clearance_revision", "stock: a unit keeps its device and cycle, and its clearance only rises"),
        new("unit_lies_sellable", "units", "UPDATE", "NEW.place_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM {t}places p WHERE p.id = NEW.place_id AND p.kind = 'sellable')", "stock: a unit lies in a sellable bin"),
        new("unit_reserved_by_reservation", "units", "UPDATE", "NEW.state IN ('Reserved', 'Picked') AND NOT EXISTS (SELECT 1 FROM {t}reservations r WHERE r.id = NEW.reservation_id AND r.unit_id = NEW.id AND r.state = 'Open')", "stock: no open reservation for this unit"),
        new("unit_sold_by_reservation", "units", "UPDATE", "NEW.state = 'Sold' AND NOT EXISTS (SELECT 1 FROM {t}reservations r WHERE r.id = NEW.reservation_id AND r.unit_id = NEW.id AND r.state = 'Sold' AND r.price_minor = NEW.price_minor AND r.currency = NEW.currency)", "stock: not sold as it was reserved"),
        new("unit_never_to_tenant", "units", "UPDATE", "NEW.state IN ('Reserved', 'Picked', 'Sold') AND EXISTS (SELECT 1 FROM {t}reservations r WHERE r.id = NEW.reservation_id AND r.buyer_key = NEW.tenant_key)", "stock: never to the tenant who rented it"),
        new("unit_sale_stays", "units", "UPDATE", "OLD.state IN ('Sold', 'Returned') AND (NEW.reservation_id <> OLD.reservation_id OR NEW.price_minor <> OLD.price_minor OR NEW.currency <> OLD.currency OR NEW.sold_at <> OLD.sold_at OR NEW.clearance_revision <> OLD.clearance_revision)", "stock: a sale is not edited"),
        new("unit_stays", "units", "DELETE", "TRUE", "stock: units are kept"),

        new("reservation_begins_open", "reservations", "INSERT", "NEW.state <> 'Open'", "stock: a reservation begins open"),
        new("reservation_ends", "reservations", "UPDATE", "OLD.state <> 'Open' AND NEW.state <> OLD.state", "stock: an ended reservation stays ended"),
        new("reservation_facts_stay", "reservations", "UPDATE", "NEW.unit_id <> OLD.unit_id OR NEW.buyer <> OLD.buyer OR NEW.buyer_key <> OLD.buyer_key OR NEW.price_minor <> OLD.price_minor OR NEW.currency <> OLD.currency", "stock: a reservation is not edited"),
        new("reservation_stays", "reservations", "DELETE", "TRUE", "stock: reservations are kept"),

        new("gate_revision_rises", "device_gates", "UPDATE", "NEW.cycle < OLD.cycle OR (NEW.cycle = OLD.cycle AND NEW.revision < OLD.revision)", "stock: what is newer counts"),
        new("gate_opens_by_higher_revision", "device_gates", "UPDATE", "NEW.is_open AND NOT OLD.is_open AND NEW.cycle = OLD.cycle AND NEW.revision = OLD.revision", "stock: only a higher revision opens the gate"),
        new("gate_ended_stays_shut", "device_gates", "UPDATE", "NEW.is_open AND NEW.cycle <= NEW.ended_through OR NEW.ended_through < OLD.ended_through", "stock: an ended cycle stays ended"),
        new("gate_stays", "device_gates", "DELETE", "TRUE", "stock: gates are kept"),

        new("place_keeps_kind", "places", "UPDATE", "NEW.kind <> OLD.kind", "stock: the kind of a place never changes"),
        new("pick_line_stays", "pick_lines", "UPDATE", "TRUE", "stock: a line of a pick list is not edited"),
    ];

    private const string Cleared = "EXISTS (SELECT 1 FROM {t}device_gates g WHERE g.id = NEW.device_id AND g.is_open AND g.cycle = NEW.cycle AND g.revision = NEW.clearance_revision)";
}
