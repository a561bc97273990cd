using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace WaaS.Logistics.Migrations.Postgres.Resale
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.EnsureSchema(
                name: "resale");

            migrationBuilder.CreateTable(
                name: "audit",
                schema: "resale",
                columns: table => new
                {
                    sequence = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    subject = table.Column<string>(type: "text", nullable: false),
                    subject_id = table.Column<Guid>(type: "uuid", nullable: false),
                    change = table.Column<string>(type: "text", nullable: false),
                    fields = table.Column<string>(type: "text", nullable: false),
                    actor = table.Column<string>(type: "text", nullable: false),
                    actor_name = table.Column<string>(type: "text", nullable: false),
                    station = table.Column<string>(type: "text", nullable: true),
                    place = table.Column<string>(type: "text", nullable: true),
                    recorded_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_audit", x => x.sequence);
                });

            migrationBuilder.CreateTable(
                name: "device_gates",
                schema: "resale",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    cycle = table.Column<int>(type: "integer", nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false),
                    is_open = table.Column<bool>(type: "boolean", nullable: false),
                    reason = table.Column<string>(type: "text", nullable: true),
                    ended_through = table.Column<int>(type: "integer", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_device_gates", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "hands",
                schema: "resale",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    key = table.Column<string>(type: "text", nullable: false),
                    place_id = table.Column<Guid>(type: "uuid", nullable: true),
                    bin = table.Column<string>(type: "text", nullable: true),
                    unit_id = table.Column<Guid>(type: "uuid", nullable: true),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_hands", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "inbox",
                schema: "resale",
                columns: table => new
                {
                    message_id = table.Column<Guid>(type: "uuid", nullable: false),
                    consumer = table.Column<string>(type: "text", nullable: false),
                    applied_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_inbox", x => new { x.message_id, x.consumer });
                });

            migrationBuilder.CreateTable(
                name: "number_series",
                schema: "resale",
                columns: table => new
                {
                    prefix = table.Column<string>(type: "text", nullable: false),
                    last = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_number_series", x => x.prefix);
                });

            migrationBuilder.CreateTable(
                name: "operations",
                schema: "resale",
                columns: table => new
                {
                    sequence = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    op_id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    request = table.Column<string>(type: "text", nullable: false),
                    answer = table.Column<string>(type: "text", nullable: false),
                    recorded_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_operations", x => x.sequence);
                });

            migrationBuilder.CreateTable(
                name: "outbox",
                schema: "resale",
                columns: table => new
                {
                    sequence = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    type = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    body = table.Column<string>(type: "text", nullable: false),
                    destination = table.Column<string>(type: "text", nullable: true),
                    not_before = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    trace_parent = table.Column<string>(type: "text", nullable: true),
                    actor = table.Column<string>(type: "text", nullable: false),
                    actor_name = table.Column<string>(type: "text", nullable: false),
                    station = table.Column<string>(type: "text", nullable: true),
                    place = table.Column<string>(type: "text", nullable: true),
                    occurred_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    recorded_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    sent_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_outbox", x => x.sequence);
                });

            migrationBuilder.CreateTable(
                name: "pick_lists",
                schema: "resale",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<string>(type: "text", nullable: false),
                    buyer = table.Column<string>(type: "text", nullable: false),
                    created_by = table.Column<string>(type: "text", nullable: false),
                    created_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    sold_by = table.Column<string>(type: "text", nullable: true),
                    sold_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_pick_lists", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "places",
                schema: "resale",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    code = table.Column<string>(type: "text", nullable: false),
                    code_key = table.Column<string>(type: "text", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_places", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "units",
                schema: "resale",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    device_id = table.Column<Guid>(type: "uuid", nullable: false),
                    cycle = table.Column<int>(type: "integer", nullable: false),
                    clearance_revision = table.Column<int>(type: "integer", nullable: false),
                    customer = table.Column<string>(type: "text", nullable: false),
                    tenant_key = table.Column<string>(type: "text", nullable: false),
                    manufacturer = table.Column<string>(type: "text", nullable: false),
                    model = table.Column<string>(type: "text", nullable: false),
                    model_key = table.Column<string>(type: "text", nullable: false),
                    serial = table.Column<string>(type: "text", nullable: false),
                    serial_key = table.Column<string>(type: "text", nullable: false),
                    product_class = table.Column<string>(type: "text", nullable: true),
                    grade = table.Column<string>(type: "text", nullable: false),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    place_id = table.Column<Guid>(type: "uuid", nullable: true),
                    bin = table.Column<string>(type: "text", nullable: true),
                    price_minor = table.Column<long>(type: "bigint", nullable: true),
                    currency = table.Column<string>(type: "character varying(3)", maxLength: 3, nullable: true),
                    reservation_id = table.Column<Guid>(type: "uuid", nullable: true),
                    reason = table.Column<string>(type: "text", nullable: true),
                    admitted_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    waiting_since = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    sold_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    doubt = table.Column<string>(type: "text", nullable: true),
                    doubted_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    doubt_outcome = table.Column<string>(type: "text", nullable: true),
                    doubt_settled_by = table.Column<string>(type: "text", nullable: true),
                    doubt_settled_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_units", x => x.id);
                    table.CheckConstraint("ck_units_bin", "state NOT IN ('Stocked', 'Reserved') OR (place_id IS NOT NULL AND bin IS NOT NULL)");
                    table.CheckConstraint("ck_units_clearance", "cycle >= 1 AND clearance_revision >= 1");
                    table.CheckConstraint("ck_units_out_of_bin", "state NOT IN ('Admitted', 'Picked', 'Sold') OR place_id IS NULL");
                    table.CheckConstraint("ck_units_price", "(price_minor IS NULL) = (currency IS NULL) AND (price_minor IS NULL OR (price_minor > 0 AND length(currency) = 3))");
                    table.CheckConstraint("ck_units_reservation", "(state IN ('Reserved', 'Picked', 'Sold', 'Returned')) = (reservation_id IS NOT NULL)");
                    table.CheckConstraint("ck_units_sold", "state NOT IN ('Sold', 'Returned') OR (sold_at IS NOT NULL AND price_minor IS NOT NULL)");
                    table.CheckConstraint("ck_units_tenant", "length(tenant_key) > 0");
                    table.ForeignKey(
                        name: "FK_units_places_place_id",
                        column: x => x.place_id,
                        principalSchema: "resale",
                        principalTable: "places",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "reservations",
                schema: "resale",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    unit_id = table.Column<Guid>(type: "uuid", nullable: false),
                    buyer = table.Column<string>(type: "text", nullable: false),
                    buyer_key = table.Column<string>(type: "text", nullable: false),
                    price_minor = table.Column<long>(type: "bigint", nullable: false),
                    currency = table.Column<string>(type: "text", nullable: false),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    reserved_by = table.Column<string>(type: "text", nullable: false),
                    reserved_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    picked_from = table.Column<string>(type: "text", nullable: true),
                    picked_by = table.Column<string>(type: "text", nullable: true),
                    picked_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    release_cause = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    release_reason = table.Column<string>(type: "text", nullable: true),
                    ended_by = table.Column<string>(type: "text", nullable: true),
                    ended_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_reservations", x => x.id);
                    table.CheckConstraint("ck_reservations_ended", "(state = 'Open') = (ended_at IS NULL)");
                    table.CheckConstraint("ck_reservations_price", "price_minor > 0 AND length(currency) = 3");
                    table.CheckConstraint("ck_reservations_reason", "(state = 'Released') = (release_reason IS NOT NULL)");
                    table.ForeignKey(
                        name: "FK_reservations_units_unit_id",
                        column: x => x.unit_id,
                        principalSchema: "resale",
                        principalTable: "units",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "pick_lines",
                schema: "resale",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    pick_list_id = table.Column<Guid>(type: "uuid", nullable: false),
                    reservation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    unit_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_pick_lines", x => x.id);
                    table.ForeignKey(
                        name: "FK_pick_lines_pick_lists_pick_list_id",
                        column: x => x.pick_list_id,
                        principalSchema: "resale",
                        principalTable: "pick_lists",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_pick_lines_reservations_reservation_id",
                        column: x => x.reservation_id,
                        principalSchema: "resale",
                        principalTable: "reservations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.InsertData(
                schema: "resale",
                table: "number_series",
                columns: new[] { "prefix", "last" },
                values: new object[] { "PL", 0L });

            migrationBuilder.CreateIndex(
                name: "IX_audit_subject_id",
                schema: "resale",
                table: "audit",
                column: "subject_id");

            migrationBuilder.CreateIndex(
                name: "resale_one_hand",
                schema: "resale",
                table: "hands",
                column: "key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_inbox_applied_at",
                schema: "resale",
                table: "inbox",
                column: "applied_at");

            migrationBuilder.CreateIndex(
                name: "resale_operation_once",
                schema: "resale",
                table: "operations",
                column: "op_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_outbox_sent_at_not_before",
                schema: "resale",
                table: "outbox",
                columns: new[] { "sent_at", "not_before" });

            migrationBuilder.CreateIndex(
                name: "IX_pick_lines_pick_list_id",
                schema: "resale",
                table: "pick_lines",
                column: "pick_list_id");

            migrationBuilder.CreateIndex(
                name: "resale_one_list_per_reservation",
                schema: "resale",
                table: "pick_lines",
                column: "reservation_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_pick_lists_number",
                schema: "resale",
                table: "pick_lists",
                column: "number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_pick_lists_sold_at_created_at",
                schema: "resale",
                table: "pick_lists",
                columns: new[] { "sold_at", "created_at" });

            migrationBuilder.CreateIndex(
                name: "IX_places_code_key",
                schema: "resale",
                table: "places",
                column: "code_key");

            migrationBuilder.CreateIndex(
                name: "IX_reservations_state_buyer_key",
                schema: "resale",
                table: "reservations",
                columns: new[] { "state", "buyer_key" });

            migrationBuilder.CreateIndex(
                name: "resale_one_open_reservation",
                schema: "resale",
                table: "reservations",
                column: "unit_id",
                unique: true,
                filter: "state = 'Open'");

            migrationBuilder.CreateIndex(
                name: "IX_units_place_id",
                schema: "resale",
                table: "units",
                column: "place_id");

            migrationBuilder.CreateIndex(
                name: "IX_units_serial_key",
                schema: "resale",
                table: "units",
                column: "serial_key");

            migrationBuilder.CreateIndex(
                name: "IX_units_state_model_key_grade",
                schema: "resale",
                table: "units",
                columns: new[] { "state", "model_key", "grade" });

            migrationBuilder.CreateIndex(
                name: "resale_one_living_unit",
                schema: "resale",
                table: "units",
                column: "device_id",
                unique: true,
                filter: "state NOT IN ('Sold', 'Returned', 'Withdrawn')");

            migrationBuilder.CreateIndex(
                name: "resale_one_unit_per_clearance",
                schema: "resale",
                table: "units",
                columns: new[] { "device_id", "cycle", "clearance_revision" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "audit",
                schema: "resale");

            migrationBuilder.DropTable(
                name: "device_gates",
                schema: "resale");

            migrationBuilder.DropTable(
                name: "hands",
                schema: "resale");

            migrationBuilder.DropTable(
                name: "inbox",
                schema: "resale");

            migrationBuilder.DropTable(
                name: "number_series",
                schema: "resale");

            migrationBuilder.DropTable(
                name: "operations",
                schema: "resale");

            migrationBuilder.DropTable(
                name: "outbox",
                schema: "resale");

            migrationBuilder.DropTable(
                name: "pick_lines",
                schema: "resale");

            migrationBuilder.DropTable(
                name: "pick_lists",
                schema: "resale");

            migrationBuilder.DropTable(
                name: "reservations",
                schema: "resale");

            migrationBuilder.DropTable(
                name: "units",
                schema: "resale");

            migrationBuilder.DropTable(
                name: "places",
                schema: "resale");
        }
    }
}
