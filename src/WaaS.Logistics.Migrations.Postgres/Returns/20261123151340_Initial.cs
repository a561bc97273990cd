using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

#pragma warning disable CA1814 // Prefer jagged arrays over multidimensional

namespace WaaS.Logistics.Migrations.Postgres.Returns
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.EnsureSchema(
                name: "returns");

            migrationBuilder.CreateTable(
                name: "audit",
                schema: "returns",
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
                name: "contract_extensions",
                schema: "returns",
                columns: table => new
                {
                    contract_id = table.Column<Guid>(type: "uuid", nullable: false),
                    new_end = table.Column<DateOnly>(type: "date", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_contract_extensions", x => x.contract_id);
                });

            migrationBuilder.CreateTable(
                name: "fleet",
                schema: "returns",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    manufacturer = table.Column<string>(type: "text", nullable: false),
                    model = table.Column<string>(type: "text", nullable: false),
                    serial = table.Column<string>(type: "text", nullable: false),
                    maker_key = table.Column<string>(type: "text", nullable: false),
                    model_key = table.Column<string>(type: "text", nullable: false),
                    serial_key = table.Column<string>(type: "text", nullable: false),
                    carrier_slots = table.Column<int>(type: "integer", nullable: true),
                    protection_need = table.Column<string>(type: "text", nullable: false),
                    product_class = table.Column<string>(type: "text", nullable: true),
                    contract_id = table.Column<Guid>(type: "uuid", nullable: false),
                    contract_number = table.Column<string>(type: "text", nullable: false),
                    customer = table.Column<string>(type: "text", nullable: false),
                    ends_on = table.Column<DateOnly>(type: "date", nullable: false),
                    cycle = table.Column<int>(type: "integer", nullable: false),
                    stops_entered = table.Column<int>(type: "integer", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_fleet", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "inbox",
                schema: "returns",
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
                schema: "returns",
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
                schema: "returns",
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
                name: "orders",
                schema: "returns",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<string>(type: "text", nullable: false),
                    customer = table.Column<string>(type: "text", nullable: false),
                    contract_number = table.Column<string>(type: "text", nullable: true),
                    contract_id = table.Column<Guid>(type: "uuid", nullable: true),
                    due_on = table.Column<DateOnly>(type: "date", nullable: true),
                    owner = table.Column<string>(type: "text", nullable: false),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    opened_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    closed_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    sessions = table.Column<int>(type: "integer", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_orders", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "outbox",
                schema: "returns",
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
                name: "places",
                schema: "returns",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    code = table.Column<string>(type: "text", nullable: false),
                    code_key = table.Column<string>(type: "text", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_places", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "stops",
                schema: "returns",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    serial = table.Column<string>(type: "text", nullable: false),
                    serial_key = table.Column<string>(type: "text", nullable: false),
                    manufacturer = table.Column<string>(type: "text", nullable: true),
                    maker_key = table.Column<string>(type: "text", nullable: true),
                    why = table.Column<string>(type: "text", nullable: false),
                    entered_by = table.Column<string>(type: "text", nullable: false),
                    entered_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    lifted_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    lifted_by = table.Column<string>(type: "text", nullable: true),
                    lifted_because = table.Column<string>(type: "text", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_stops", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "discrepancies",
                schema: "returns",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    order_id = table.Column<Guid>(type: "uuid", nullable: false),
                    order_number = table.Column<string>(type: "text", nullable: false),
                    customer = table.Column<string>(type: "text", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    serial = table.Column<string>(type: "text", nullable: false),
                    device_id = table.Column<Guid>(type: "uuid", nullable: true),
                    reason = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    scan_id = table.Column<Guid>(type: "uuid", nullable: true),
                    owner = table.Column<string>(type: "text", nullable: false),
                    found_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    resolved_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    resolved_by = table.Column<string>(type: "text", nullable: true),
                    resolution = table.Column<string>(type: "text", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_discrepancies", x => x.id);
                    table.ForeignKey(
                        name: "FK_discrepancies_orders_order_id",
                        column: x => x.order_id,
                        principalSchema: "returns",
                        principalTable: "orders",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "expected_devices",
                schema: "returns",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    order_id = table.Column<Guid>(type: "uuid", nullable: false),
                    device_id = table.Column<Guid>(type: "uuid", nullable: false),
                    manufacturer = table.Column<string>(type: "text", nullable: false),
                    model = table.Column<string>(type: "text", nullable: false),
                    serial = table.Column<string>(type: "text", nullable: false),
                    maker_key = table.Column<string>(type: "text", nullable: false),
                    model_key = table.Column<string>(type: "text", nullable: false),
                    serial_key = table.Column<string>(type: "text", nullable: false),
                    contract_number = table.Column<string>(type: "text", nullable: false),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_expected_devices", x => x.id);
                    table.ForeignKey(
                        name: "FK_expected_devices_orders_order_id",
                        column: x => x.order_id,
                        principalSchema: "returns",
                        principalTable: "orders",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "shipments",
                schema: "returns",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    order_id = table.Column<Guid>(type: "uuid", nullable: false),
                    order_number = table.Column<string>(type: "text", nullable: false),
                    carrier = table.Column<string>(type: "text", nullable: true),
                    announced_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_shipments", x => x.id);
                    table.ForeignKey(
                        name: "FK_shipments_orders_order_id",
                        column: x => x.order_id,
                        principalSchema: "returns",
                        principalTable: "orders",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "sessions",
                schema: "returns",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<string>(type: "text", nullable: false),
                    order_id = table.Column<Guid>(type: "uuid", nullable: false),
                    station_key = table.Column<string>(type: "text", nullable: false),
                    station_name = table.Column<string>(type: "text", nullable: false),
                    opened_by = table.Column<string>(type: "text", nullable: false),
                    opened_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    place_id = table.Column<Guid>(type: "uuid", nullable: false),
                    quarantine_id = table.Column<Guid>(type: "uuid", nullable: false),
                    last_scan = table.Column<int>(type: "integer", nullable: false),
                    closed_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    closed_by = table.Column<string>(type: "text", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sessions", x => x.id);
                    table.ForeignKey(
                        name: "FK_sessions_orders_order_id",
                        column: x => x.order_id,
                        principalSchema: "returns",
                        principalTable: "orders",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_sessions_places_place_id",
                        column: x => x.place_id,
                        principalSchema: "returns",
                        principalTable: "places",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_sessions_places_quarantine_id",
                        column: x => x.quarantine_id,
                        principalSchema: "returns",
                        principalTable: "places",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "parcels",
                schema: "returns",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    shipment_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<string>(type: "text", nullable: false),
                    tracking = table.Column<string>(type: "text", nullable: true),
                    arrived_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    arrived_by = table.Column<string>(type: "text", nullable: true),
                    arrived_place = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_parcels", x => x.id);
                    table.ForeignKey(
                        name: "FK_parcels_shipments_shipment_id",
                        column: x => x.shipment_id,
                        principalSchema: "returns",
                        principalTable: "shipments",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "scans",
                schema: "returns",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    session_id = table.Column<Guid>(type: "uuid", nullable: false),
                    order_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    payload = table.Column<string>(type: "text", nullable: false),
                    serial = table.Column<string>(type: "text", nullable: false),
                    device_id = table.Column<Guid>(type: "uuid", nullable: true),
                    manufacturer = table.Column<string>(type: "text", nullable: true),
                    model = table.Column<string>(type: "text", nullable: true),
                    outcome = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    reason = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    place = table.Column<string>(type: "text", nullable: true),
                    actor = table.Column<string>(type: "text", nullable: false),
                    actor_name = table.Column<string>(type: "text", nullable: false),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_scans", x => x.id);
                    table.ForeignKey(
                        name: "FK_scans_sessions_session_id",
                        column: x => x.session_id,
                        principalSchema: "returns",
                        principalTable: "sessions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "corrections",
                schema: "returns",
                columns: table => new
                {
                    scan_id = table.Column<Guid>(type: "uuid", nullable: false),
                    actor = table.Column<string>(type: "text", nullable: false),
                    actor_name = table.Column<string>(type: "text", nullable: false),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_corrections", x => x.scan_id);
                    table.ForeignKey(
                        name: "FK_corrections_scans_scan_id",
                        column: x => x.scan_id,
                        principalSchema: "returns",
                        principalTable: "scans",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "quarantines",
                schema: "returns",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    scan_id = table.Column<Guid>(type: "uuid", nullable: false),
                    order_id = table.Column<Guid>(type: "uuid", nullable: false),
                    order_number = table.Column<string>(type: "text", nullable: false),
                    device_id = table.Column<Guid>(type: "uuid", nullable: true),
                    serial = table.Column<string>(type: "text", nullable: false),
                    serial_key = table.Column<string>(type: "text", nullable: false),
                    maker_key = table.Column<string>(type: "text", nullable: false),
                    is_placeholder = table.Column<bool>(type: "boolean", nullable: false),
                    manufacturer = table.Column<string>(type: "text", nullable: true),
                    model = table.Column<string>(type: "text", nullable: true),
                    outcome = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    reason = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    place_id = table.Column<Guid>(type: "uuid", nullable: false),
                    place = table.Column<string>(type: "text", nullable: false),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    settled_by = table.Column<Guid>(type: "uuid", nullable: true),
                    lifted_by = table.Column<string>(type: "text", nullable: true),
                    lifted_because = table.Column<string>(type: "text", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_quarantines", x => x.id);
                    table.ForeignKey(
                        name: "FK_quarantines_places_place_id",
                        column: x => x.place_id,
                        principalSchema: "returns",
                        principalTable: "places",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_quarantines_scans_scan_id",
                        column: x => x.scan_id,
                        principalSchema: "returns",
                        principalTable: "scans",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "receipts",
                schema: "returns",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    device_id = table.Column<Guid>(type: "uuid", nullable: false),
                    cycle = table.Column<int>(type: "integer", nullable: false),
                    serial = table.Column<string>(type: "text", nullable: false),
                    contract_id = table.Column<Guid>(type: "uuid", nullable: false),
                    order_id = table.Column<Guid>(type: "uuid", nullable: false),
                    order_number = table.Column<string>(type: "text", nullable: false),
                    scan_id = table.Column<Guid>(type: "uuid", nullable: false),
                    place_id = table.Column<Guid>(type: "uuid", nullable: false),
                    received_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    carriers_revision = table.Column<int>(type: "integer", nullable: false),
                    count_unknown = table.Column<bool>(type: "boolean", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_receipts", x => x.id);
                    table.ForeignKey(
                        name: "FK_receipts_fleet_device_id",
                        column: x => x.device_id,
                        principalSchema: "returns",
                        principalTable: "fleet",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_receipts_places_place_id",
                        column: x => x.place_id,
                        principalSchema: "returns",
                        principalTable: "places",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_receipts_scans_scan_id",
                        column: x => x.scan_id,
                        principalSchema: "returns",
                        principalTable: "scans",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "seen_carriers",
                schema: "returns",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    receipt_id = table.Column<Guid>(type: "uuid", nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false),
                    slot = table.Column<string>(type: "text", nullable: false),
                    is_empty = table.Column<bool>(type: "boolean", nullable: false),
                    carrier_serial = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_seen_carriers", x => x.id);
                    table.ForeignKey(
                        name: "FK_seen_carriers_receipts_receipt_id",
                        column: x => x.receipt_id,
                        principalSchema: "returns",
                        principalTable: "receipts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.InsertData(
                schema: "returns",
                table: "number_series",
                columns: new[] { "prefix", "last" },
                values: new object[,]
                {
                    { "PC", 0L },
                    { "RO", 0L },
                    { "RS", 0L }
                });

            migrationBuilder.CreateIndex(
                name: "IX_audit_subject_id",
                schema: "returns",
                table: "audit",
                column: "subject_id");

            migrationBuilder.CreateIndex(
                name: "IX_discrepancies_order_id",
                schema: "returns",
                table: "discrepancies",
                column: "order_id");

            migrationBuilder.CreateIndex(
                name: "IX_discrepancies_scan_id",
                schema: "returns",
                table: "discrepancies",
                column: "scan_id");

            migrationBuilder.CreateIndex(
                name: "IX_discrepancies_state_found_at",
                schema: "returns",
                table: "discrepancies",
                columns: new[] { "state", "found_at" });

            migrationBuilder.CreateIndex(
                name: "IX_expected_devices_order_id_device_id",
                schema: "returns",
                table: "expected_devices",
                columns: new[] { "order_id", "device_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_expected_devices_order_id_serial_key",
                schema: "returns",
                table: "expected_devices",
                columns: new[] { "order_id", "serial_key" });

            migrationBuilder.CreateIndex(
                name: "returns_one_open_expectation",
                schema: "returns",
                table: "expected_devices",
                column: "device_id",
                unique: true,
                filter: "state = 'Open'");

            migrationBuilder.CreateIndex(
                name: "IX_fleet_contract_id",
                schema: "returns",
                table: "fleet",
                column: "contract_id");

            migrationBuilder.CreateIndex(
                name: "IX_fleet_customer",
                schema: "returns",
                table: "fleet",
                column: "customer");

            migrationBuilder.CreateIndex(
                name: "IX_fleet_serial_key",
                schema: "returns",
                table: "fleet",
                column: "serial_key");

            migrationBuilder.CreateIndex(
                name: "IX_inbox_applied_at",
                schema: "returns",
                table: "inbox",
                column: "applied_at");

            migrationBuilder.CreateIndex(
                name: "returns_operation_once",
                schema: "returns",
                table: "operations",
                column: "op_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_orders_number",
                schema: "returns",
                table: "orders",
                column: "number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_orders_state_opened_at",
                schema: "returns",
                table: "orders",
                columns: new[] { "state", "opened_at" });

            migrationBuilder.CreateIndex(
                name: "returns_one_order_per_contract_end",
                schema: "returns",
                table: "orders",
                columns: new[] { "contract_id", "due_on" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_outbox_sent_at_not_before",
                schema: "returns",
                table: "outbox",
                columns: new[] { "sent_at", "not_before" });

            migrationBuilder.CreateIndex(
                name: "IX_parcels_number",
                schema: "returns",
                table: "parcels",
                column: "number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_parcels_shipment_id",
                schema: "returns",
                table: "parcels",
                column: "shipment_id");

            migrationBuilder.CreateIndex(
                name: "IX_parcels_tracking",
                schema: "returns",
                table: "parcels",
                column: "tracking");

            migrationBuilder.CreateIndex(
                name: "returns_one_place",
                schema: "returns",
                table: "places",
                column: "code_key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_quarantines_place_id",
                schema: "returns",
                table: "quarantines",
                column: "place_id");

            migrationBuilder.CreateIndex(
                name: "IX_quarantines_scan_id",
                schema: "returns",
                table: "quarantines",
                column: "scan_id");

            migrationBuilder.CreateIndex(
                name: "IX_quarantines_settled_by",
                schema: "returns",
                table: "quarantines",
                column: "settled_by");

            migrationBuilder.CreateIndex(
                name: "returns_one_quarantine",
                schema: "returns",
                table: "quarantines",
                column: "device_id",
                unique: true,
                filter: "state = 'Standing' AND device_id IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "returns_one_unknown_quarantine",
                schema: "returns",
                table: "quarantines",
                columns: new[] { "serial_key", "maker_key" },
                unique: true,
                filter: "state = 'Standing' AND device_id IS NULL AND NOT is_placeholder");

            migrationBuilder.CreateIndex(
                name: "IX_receipts_order_id",
                schema: "returns",
                table: "receipts",
                column: "order_id");

            migrationBuilder.CreateIndex(
                name: "IX_receipts_place_id",
                schema: "returns",
                table: "receipts",
                column: "place_id");

            migrationBuilder.CreateIndex(
                name: "IX_receipts_scan_id",
                schema: "returns",
                table: "receipts",
                column: "scan_id");

            migrationBuilder.CreateIndex(
                name: "returns_one_receipt_per_cycle",
                schema: "returns",
                table: "receipts",
                columns: new[] { "device_id", "cycle" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "returns_one_standing_receipt",
                schema: "returns",
                table: "receipts",
                column: "device_id",
                unique: true,
                filter: "state = 'Standing'");

            migrationBuilder.CreateIndex(
                name: "IX_scans_order_id",
                schema: "returns",
                table: "scans",
                column: "order_id");

            migrationBuilder.CreateIndex(
                name: "returns_one_scan_number",
                schema: "returns",
                table: "scans",
                columns: new[] { "session_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_seen_carriers_carrier_serial",
                schema: "returns",
                table: "seen_carriers",
                column: "carrier_serial");

            migrationBuilder.CreateIndex(
                name: "IX_seen_carriers_receipt_id",
                schema: "returns",
                table: "seen_carriers",
                column: "receipt_id");

            migrationBuilder.CreateIndex(
                name: "IX_sessions_order_id",
                schema: "returns",
                table: "sessions",
                column: "order_id");

            migrationBuilder.CreateIndex(
                name: "IX_sessions_place_id",
                schema: "returns",
                table: "sessions",
                column: "place_id");

            migrationBuilder.CreateIndex(
                name: "IX_sessions_quarantine_id",
                schema: "returns",
                table: "sessions",
                column: "quarantine_id");

            migrationBuilder.CreateIndex(
                name: "returns_one_session_per_station",
                schema: "returns",
                table: "sessions",
                column: "station_key",
                unique: true,
                filter: "closed_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_shipments_order_id",
                schema: "returns",
                table: "shipments",
                column: "order_id");

            migrationBuilder.CreateIndex(
                name: "IX_stops_serial_key",
                schema: "returns",
                table: "stops",
                column: "serial_key");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "audit",
                schema: "returns");

            migrationBuilder.DropTable(
                name: "contract_extensions",
                schema: "returns");

            migrationBuilder.DropTable(
                name: "corrections",
                schema: "returns");

            migrationBuilder.DropTable(
                name: "discrepancies",
                schema: "returns");

            migrationBuilder.DropTable(
                name: "expected_devices",
                schema: "returns");

            migrationBuilder.DropTable(
                name: "inbox",
                schema: "returns");

            migrationBuilder.DropTable(
                name: "number_series",
                schema: "returns");

            migrationBuilder.DropTable(
                name: "operations",
                schema: "returns");

            migrationBuilder.DropTable(
                name: "outbox",
                schema: "returns");

            migrationBuilder.DropTable(
                name: "parcels",
                schema: "returns");

            migrationBuilder.DropTable(
                name: "quarantines",
                schema: "returns");

            migrationBuilder.DropTable(
                name: "seen_carriers",
                schema: "returns");

            migrationBuilder.DropTable(
                name: "stops",
                schema: "returns");

            migrationBuilder.DropTable(
                name: "shipments",
                schema: "returns");

            migrationBuilder.DropTable(
                name: "receipts",
                schema: "returns");

            migrationBuilder.DropTable(
                name: "fleet",
                schema: "returns");

            migrationBuilder.DropTable(
                name: "scans",
                schema: "returns");

            migrationBuilder.DropTable(
                name: "sessions",
                schema: "returns");

            migrationBuilder.DropTable(
                name: "orders",
                schema: "returns");

            migrationBuilder.DropTable(
                name: "places",
                schema: "returns");
        }
    }
}
