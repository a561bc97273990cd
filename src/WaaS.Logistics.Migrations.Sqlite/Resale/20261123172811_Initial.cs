using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace WaaS.Logistics.Migrations.Sqlite.Resale
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "resale_audit",
                columns: table => new
                {
                    sequence = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    subject = table.Column<string>(type: "TEXT", nullable: false),
                    subject_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    change = table.Column<string>(type: "TEXT", nullable: false),
                    fields = table.Column<string>(type: "TEXT", nullable: false),
                    actor = table.Column<string>(type: "TEXT", nullable: false),
                    actor_name = table.Column<string>(type: "TEXT", nullable: false),
                    station = table.Column<string>(type: "TEXT", nullable: true),
                    place = table.Column<string>(type: "TEXT", nullable: true),
                    recorded_at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_resale_audit", x => x.sequence);
                });

            migrationBuilder.CreateTable(
                name: "resale_device_gates",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    cycle = table.Column<int>(type: "INTEGER", nullable: false),
                    revision = table.Column<int>(type: "INTEGER", nullable: false),
                    is_open = table.Column<bool>(type: "INTEGER", nullable: false),
                    reason = table.Column<string>(type: "TEXT", nullable: true),
                    ended_through = table.Column<int>(type: "INTEGER", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_resale_device_gates", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "resale_hands",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    key = table.Column<string>(type: "TEXT", nullable: false),
                    place_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    bin = table.Column<string>(type: "TEXT", nullable: true),
                    unit_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_resale_hands", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "resale_inbox",
                columns: table => new
                {
                    message_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    consumer = table.Column<string>(type: "TEXT", nullable: false),
                    applied_at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_inbox", x => new { x.message_id, x.consumer });
                });

            migrationBuilder.CreateTable(
                name: "resale_number_series",
                columns: table => new
                {
                    prefix = table.Column<string>(type: "TEXT", nullable: false),
                    last = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_resale_number_series", x => x.prefix);
                });

            migrationBuilder.CreateTable(
                name: "resale_operations",
                columns: table => new
                {
                    sequence = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    op_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    request = table.Column<string>(type: "TEXT", nullable: false),
                    answer = table.Column<string>(type: "TEXT", nullable: false),
                    recorded_at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_resale_operations", x => x.sequence);
                });

            migrationBuilder.CreateTable(
                name: "resale_outbox",
                columns: table => new
                {
                    sequence = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    type = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    body = table.Column<string>(type: "TEXT", nullable: false),
                    destination = table.Column<string>(type: "TEXT", nullable: true),
                    not_before = table.Column<DateTime>(type: "TEXT", nullable: true),
                    trace_parent = table.Column<string>(type: "TEXT", nullable: true),
                    actor = table.Column<string>(type: "TEXT", nullable: false),
                    actor_name = table.Column<string>(type: "TEXT", nullable: false),
                    station = table.Column<string>(type: "TEXT", nullable: true),
                    place = table.Column<string>(type: "TEXT", nullable: true),
                    occurred_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    recorded_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    sent_at = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_resale_outbox", x => x.sequence);
                });

            migrationBuilder.CreateTable(
                name: "resale_pick_lists",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    number = table.Column<string>(type: "TEXT", nullable: false),
                    buyer = table.Column<string>(type: "TEXT", nullable: false),
                    created_by = table.Column<string>(type: "TEXT", nullable: false),
                    created_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    sold_by = table.Column<string>(type: "TEXT", nullable: true),
                    sold_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_resale_pick_lists", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "resale_places",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    code = table.Column<string>(type: "TEXT", nullable: false),
                    code_key = table.Column<string>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_resale_places", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "resale_units",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    device_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    cycle = table.Column<int>(type: "INTEGER", nullable: false),
                    clearance_revision = table.Column<int>(type: "INTEGER", nullable: false),
                    customer = table.Column<string>(type: "TEXT", nullable: false),
                    tenant_key = table.Column<string>(type: "TEXT", nullable: false),
                    manufacturer = table.Column<string>(type: "TEXT", nullable: false),
                    model = table.Column<string>(type: "TEXT", nullable: false),
                    model_key = table.Column<string>(type: "TEXT", nullable: false),
                    serial = table.Column<string>(type: "TEXT", nullable: false),
                    serial_key = table.Column<string>(type: "TEXT", nullable: false),
                    product_class = table.Column<string>(type: "TEXT", nullable: true),
                    grade = table.Column<string>(type: "TEXT", nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    place_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    bin = table.Column<string>(type: "TEXT", nullable: true),
                    price_minor = table.Column<long>(type: "INTEGER", nullable: true),
                    currency = table.Column<string>(type: "TEXT", maxLength: 3, nullable: true),
                    reservation_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    reason = table.Column<string>(type: "TEXT", nullable: true),
                    admitted_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    waiting_since = table.Column<DateTime>(type: "TEXT", nullable: false),
                    sold_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    doubt = table.Column<string>(type: "TEXT", nullable: true),
                    doubted_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    doubt_outcome = table.Column<string>(type: "TEXT", nullable: true),
                    doubt_settled_by = table.Column<string>(type: "TEXT", nullable: true),
                    doubt_settled_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_resale_units", x => x.id);
                    table.CheckConstraint("ck_units_bin", "state NOT IN ('Stocked', 'Reserved') OR (place_id IS NOT NULL AND bin IS NOT NULL)");
                    table.CheckConstraint("ck_units_clearance", "cycle >= 1 AND clearance_revision >= 1");
                    table.CheckConstraint("ck_units_out_of_bin", "state NOT IN ('Admitted', 'Picked', 'Sold') OR place_id IS NULL");
                    table.CheckConstraint("ck_units_price", "(price_minor IS NULL) = (currency IS NULL) AND (price_minor IS NULL OR (price_minor > 0 AND length(currency) = 3))");
                    table.CheckConstraint("ck_units_reservation", "(state IN ('Reserved', 'Picked', 'Sold', 'Returned')) = (reservation_id IS NOT NULL)");
                    table.CheckConstraint("ck_units_sold", "state NOT IN ('Sold', 'Returned') OR (sold_at IS NOT NULL AND price_minor IS NOT NULL)");
                    table.CheckConstraint("ck_units_tenant", "length(tenant_key) > 0");
                    table.ForeignKey(
                        name: "FK_resale_units_resale_places_place_id",
                        column: x => x.place_id,
                        principalTable: "resale_places",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "resale_reservations",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    unit_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    buyer = table.Column<string>(type: "TEXT", nullable: false),
                    buyer_key = table.Column<string>(type: "TEXT", nullable: false),
                    price_minor = table.Column<long>(type: "INTEGER", nullable: false),
                    currency = table.Column<string>(type: "TEXT", nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    reserved_by = table.Column<string>(type: "TEXT", nullable: false),
                    reserved_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    picked_from = table.Column<string>(type: "TEXT", nullable: true),
                    picked_by = table.Column<string>(type: "TEXT", nullable: true),
                    picked_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    release_cause = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    release_reason = table.Column<string>(type: "TEXT", nullable: true),
                    ended_by = table.Column<string>(type: "TEXT", nullable: true),
                    ended_at = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_resale_reservations", x => x.id);
                    table.CheckConstraint("ck_reservations_ended", "(state = 'Open') = (ended_at IS NULL)");
                    table.CheckConstraint("ck_reservations_price", "price_minor > 0 AND length(currency) = 3");
                    table.CheckConstraint("ck_reservations_reason", "(state = 'Released') = (release_reason IS NOT NULL)");
                    table.ForeignKey(
                        name: "FK_resale_reservations_resale_units_unit_id",
                        column: x => x.unit_id,
                        principalTable: "resale_units",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "resale_pick_lines",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    pick_list_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    reservation_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    unit_id = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_resale_pick_lines", x => x.id);
                    table.ForeignKey(
                        name: "FK_resale_pick_lines_resale_pick_lists_pick_list_id",
                        column: x => x.pick_list_id,
                        principalTable: "resale_pick_lists",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_resale_pick_lines_resale_reservations_reservation_id",
                        column: x => x.reservation_id,
                        principalTable: "resale_reservations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.InsertData(
                table: "resale_number_series",
                columns: new[] { "prefix", "last" },
                values: new object[] { "PL", 0L });

            migrationBuilder.CreateIndex(
                name: "IX_resale_audit_subject_id",
                table: "resale_audit",
                column: "subject_id");

            migrationBuilder.CreateIndex(
                name: "resale_one_hand",
                table: "resale_hands",
                column: "key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_resale_inbox_applied_at",
                table: "resale_inbox",
                column: "applied_at");

            migrationBuilder.CreateIndex(
                name: "resale_operation_once",
                table: "resale_operations",
                column: "op_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_resale_outbox_sent_at_not_before",
                table: "resale_outbox",
                columns: new[] { "sent_at", "not_before" });

            migrationBuilder.CreateIndex(
                name: "IX_resale_pick_lines_pick_list_id",
                table: "resale_pick_lines",
                column: "pick_list_id");

            migrationBuilder.CreateIndex(
                name: "resale_one_list_per_reservation",
                table: "resale_pick_lines",
                column: "reservation_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_resale_pick_lists_number",
                table: "resale_pick_lists",
                column: "number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_resale_pick_lists_sold_at_created_at",
                table: "resale_pick_lists",
                columns: new[] { "sold_at", "created_at" });

            migrationBuilder.CreateIndex(
                name: "IX_resale_places_code_key",
                table: "resale_places",
                column: "code_key");

            migrationBuilder.CreateIndex(
                name: "IX_resale_reservations_state_buyer_key",
                table: "resale_reservations",
                columns: new[] { "state", "buyer_key" });

            migrationBuilder.CreateIndex(
                name: "resale_one_open_reservation",
                table: "resale_reservations",
                column: "unit_id",
                unique: true,
                filter: "state = 'Open'");

            migrationBuilder.CreateIndex(
                name: "IX_resale_units_place_id",
                table: "resale_units",
                column: "place_id");

            migrationBuilder.CreateIndex(
                name: "IX_resale_units_serial_key",
                table: "resale_units",
                column: "serial_key");

            migrationBuilder.CreateIndex(
                name: "IX_resale_units_state_model_key_grade",
                table: "resale_units",
                columns: new[] { "state", "model_key", "grade" });

            migrationBuilder.CreateIndex(
                name: "resale_one_living_unit",
                table: "resale_units",
                column: "device_id",
                unique: true,
                filter: "state NOT IN ('Sold', 'Returned', 'Withdrawn')");

            migrationBuilder.CreateIndex(
                name: "resale_one_unit_per_clearance",
                table: "resale_units",
                columns: new[] { "device_id", "cycle", "clearance_revision" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "resale_audit");

            migrationBuilder.DropTable(
                name: "resale_device_gates");

            migrationBuilder.DropTable(
                name: "resale_hands");

            migrationBuilder.DropTable(
                name: "resale_inbox");

            migrationBuilder.DropTable(
                name: "resale_number_series");

            migrationBuilder.DropTable(
                name: "resale_operations");

            migrationBuilder.DropTable(
                name: "resale_outbox");

            migrationBuilder.DropTable(
                name: "resale_pick_lines");

            migrationBuilder.DropTable(
                name: "resale_pick_lists");

            migrationBuilder.DropTable(
                name: "resale_reservations");

            migrationBuilder.DropTable(
                name: "resale_units");

            migrationBuilder.DropTable(
                name: "resale_places");
        }
    }
}
