using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

#pragma warning disable CA1814 // Prefer jagged arrays over multidimensional

namespace WaaS.Logistics.Migrations.Sqlite.Returns
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "returns_audit",
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
                    table.PrimaryKey("PK_returns_audit", x => x.sequence);
                });

            migrationBuilder.CreateTable(
                name: "returns_contract_extensions",
                columns: table => new
                {
                    contract_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    new_end = table.Column<DateOnly>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_returns_contract_extensions", x => x.contract_id);
                });

            migrationBuilder.CreateTable(
                name: "returns_fleet",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    manufacturer = table.Column<string>(type: "TEXT", nullable: false),
                    model = table.Column<string>(type: "TEXT", nullable: false),
                    serial = table.Column<string>(type: "TEXT", nullable: false),
                    maker_key = table.Column<string>(type: "TEXT", nullable: false),
                    model_key = table.Column<string>(type: "TEXT", nullable: false),
                    serial_key = table.Column<string>(type: "TEXT", nullable: false),
                    carrier_slots = table.Column<int>(type: "INTEGER", nullable: true),
                    protection_need = table.Column<string>(type: "TEXT", nullable: false),
                    product_class = table.Column<string>(type: "TEXT", nullable: true),
                    contract_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    contract_number = table.Column<string>(type: "TEXT", nullable: false),
                    customer = table.Column<string>(type: "TEXT", nullable: false),
                    ends_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    cycle = table.Column<int>(type: "INTEGER", nullable: false),
                    stops_entered = table.Column<int>(type: "INTEGER", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_returns_fleet", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "returns_inbox",
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
                name: "returns_number_series",
                columns: table => new
                {
                    prefix = table.Column<string>(type: "TEXT", nullable: false),
                    last = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_returns_number_series", x => x.prefix);
                });

            migrationBuilder.CreateTable(
                name: "returns_operations",
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
                    table.PrimaryKey("PK_returns_operations", x => x.sequence);
                });

            migrationBuilder.CreateTable(
                name: "returns_orders",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    number = table.Column<string>(type: "TEXT", nullable: false),
                    customer = table.Column<string>(type: "TEXT", nullable: false),
                    contract_number = table.Column<string>(type: "TEXT", nullable: true),
                    contract_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    due_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    owner = table.Column<string>(type: "TEXT", nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    opened_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    closed_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    sessions = table.Column<int>(type: "INTEGER", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_returns_orders", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "returns_outbox",
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
                    table.PrimaryKey("PK_returns_outbox", x => x.sequence);
                });

            migrationBuilder.CreateTable(
                name: "returns_places",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    code = table.Column<string>(type: "TEXT", nullable: false),
                    code_key = table.Column<string>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_returns_places", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "returns_stops",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    serial = table.Column<string>(type: "TEXT", nullable: false),
                    serial_key = table.Column<string>(type: "TEXT", nullable: false),
                    manufacturer = table.Column<string>(type: "TEXT", nullable: true),
                    maker_key = table.Column<string>(type: "TEXT", nullable: true),
                    why = table.Column<string>(type: "TEXT", nullable: false),
                    entered_by = table.Column<string>(type: "TEXT", nullable: false),
                    entered_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    lifted_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    lifted_by = table.Column<string>(type: "TEXT", nullable: true),
                    lifted_because = table.Column<string>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_returns_stops", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "returns_discrepancies",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    order_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    order_number = table.Column<string>(type: "TEXT", nullable: false),
                    customer = table.Column<string>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    serial = table.Column<string>(type: "TEXT", nullable: false),
                    device_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    reason = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    scan_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    owner = table.Column<string>(type: "TEXT", nullable: false),
                    found_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    resolved_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    resolved_by = table.Column<string>(type: "TEXT", nullable: true),
                    resolution = table.Column<string>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_returns_discrepancies", x => x.id);
                    table.ForeignKey(
                        name: "FK_returns_discrepancies_returns_orders_order_id",
                        column: x => x.order_id,
                        principalTable: "returns_orders",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "returns_expected_devices",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    order_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    device_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    manufacturer = table.Column<string>(type: "TEXT", nullable: false),
                    model = table.Column<string>(type: "TEXT", nullable: false),
                    serial = table.Column<string>(type: "TEXT", nullable: false),
                    maker_key = table.Column<string>(type: "TEXT", nullable: false),
                    model_key = table.Column<string>(type: "TEXT", nullable: false),
                    serial_key = table.Column<string>(type: "TEXT", nullable: false),
                    contract_number = table.Column<string>(type: "TEXT", nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_returns_expected_devices", x => x.id);
                    table.ForeignKey(
                        name: "FK_returns_expected_devices_returns_orders_order_id",
                        column: x => x.order_id,
                        principalTable: "returns_orders",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "returns_shipments",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    order_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    order_number = table.Column<string>(type: "TEXT", nullable: false),
                    carrier = table.Column<string>(type: "TEXT", nullable: true),
                    announced_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_returns_shipments", x => x.id);
                    table.ForeignKey(
                        name: "FK_returns_shipments_returns_orders_order_id",
                        column: x => x.order_id,
                        principalTable: "returns_orders",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "returns_sessions",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    number = table.Column<string>(type: "TEXT", nullable: false),
                    order_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    station_key = table.Column<string>(type: "TEXT", nullable: false),
                    station_name = table.Column<string>(type: "TEXT", nullable: false),
                    opened_by = table.Column<string>(type: "TEXT", nullable: false),
                    opened_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    place_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    quarantine_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    last_scan = table.Column<int>(type: "INTEGER", nullable: false),
                    closed_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    closed_by = table.Column<string>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_returns_sessions", x => x.id);
                    table.ForeignKey(
                        name: "FK_returns_sessions_returns_orders_order_id",
                        column: x => x.order_id,
                        principalTable: "returns_orders",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_returns_sessions_returns_places_place_id",
                        column: x => x.place_id,
                        principalTable: "returns_places",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_returns_sessions_returns_places_quarantine_id",
                        column: x => x.quarantine_id,
                        principalTable: "returns_places",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "returns_parcels",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    shipment_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    number = table.Column<string>(type: "TEXT", nullable: false),
                    tracking = table.Column<string>(type: "TEXT", nullable: true),
                    arrived_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    arrived_by = table.Column<string>(type: "TEXT", nullable: true),
                    arrived_place = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_returns_parcels", x => x.id);
                    table.ForeignKey(
                        name: "FK_returns_parcels_returns_shipments_shipment_id",
                        column: x => x.shipment_id,
                        principalTable: "returns_shipments",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "returns_scans",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    session_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    order_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    payload = table.Column<string>(type: "TEXT", nullable: false),
                    serial = table.Column<string>(type: "TEXT", nullable: false),
                    device_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    manufacturer = table.Column<string>(type: "TEXT", nullable: true),
                    model = table.Column<string>(type: "TEXT", nullable: true),
                    outcome = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    reason = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    place = table.Column<string>(type: "TEXT", nullable: true),
                    actor = table.Column<string>(type: "TEXT", nullable: false),
                    actor_name = table.Column<string>(type: "TEXT", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_returns_scans", x => x.id);
                    table.ForeignKey(
                        name: "FK_returns_scans_returns_sessions_session_id",
                        column: x => x.session_id,
                        principalTable: "returns_sessions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "returns_corrections",
                columns: table => new
                {
                    scan_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    actor = table.Column<string>(type: "TEXT", nullable: false),
                    actor_name = table.Column<string>(type: "TEXT", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_returns_corrections", x => x.scan_id);
                    table.ForeignKey(
                        name: "FK_returns_corrections_returns_scans_scan_id",
                        column: x => x.scan_id,
                        principalTable: "returns_scans",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "returns_quarantines",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    scan_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    order_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    order_number = table.Column<string>(type: "TEXT", nullable: false),
                    device_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    serial = table.Column<string>(type: "TEXT", nullable: false),
                    serial_key = table.Column<string>(type: "TEXT", nullable: false),
                    maker_key = table.Column<string>(type: "TEXT", nullable: false),
                    is_placeholder = table.Column<bool>(type: "INTEGER", nullable: false),
                    manufacturer = table.Column<string>(type: "TEXT", nullable: true),
                    model = table.Column<string>(type: "TEXT", nullable: true),
                    outcome = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    reason = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    place_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    place = table.Column<string>(type: "TEXT", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    settled_by = table.Column<Guid>(type: "TEXT", nullable: true),
                    lifted_by = table.Column<string>(type: "TEXT", nullable: true),
                    lifted_because = table.Column<string>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_returns_quarantines", x => x.id);
                    table.ForeignKey(
                        name: "FK_returns_quarantines_returns_places_place_id",
                        column: x => x.place_id,
                        principalTable: "returns_places",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_returns_quarantines_returns_scans_scan_id",
                        column: x => x.scan_id,
                        principalTable: "returns_scans",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "returns_receipts",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    device_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    cycle = table.Column<int>(type: "INTEGER", nullable: false),
                    serial = table.Column<string>(type: "TEXT", nullable: false),
                    contract_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    order_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    order_number = table.Column<string>(type: "TEXT", nullable: false),
                    scan_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    place_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    received_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    carriers_revision = table.Column<int>(type: "INTEGER", nullable: false),
                    count_unknown = table.Column<bool>(type: "INTEGER", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_returns_receipts", x => x.id);
                    table.ForeignKey(
                        name: "FK_returns_receipts_returns_fleet_device_id",
                        column: x => x.device_id,
                        principalTable: "returns_fleet",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_returns_receipts_returns_places_place_id",
                        column: x => x.place_id,
                        principalTable: "returns_places",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_returns_receipts_returns_scans_scan_id",
                        column: x => x.scan_id,
                        principalTable: "returns_scans",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "returns_seen_carriers",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    receipt_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    revision = table.Column<int>(type: "INTEGER", nullable: false),
                    slot = table.Column<string>(type: "TEXT", nullable: false),
                    is_empty = table.Column<bool>(type: "INTEGER", nullable: false),
                    carrier_serial = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_returns_seen_carriers", x => x.id);
                    table.ForeignKey(
                        name: "FK_returns_seen_carriers_returns_receipts_receipt_id",
                        column: x => x.receipt_id,
                        principalTable: "returns_receipts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.InsertData(
                table: "returns_number_series",
                columns: new[] { "prefix", "last" },
                values: new object[,]
                {
                    { "PC", 0L },
                    { "RO", 0L },
                    { "RS", 0L }
                });

            migrationBuilder.CreateIndex(
                name: "IX_returns_audit_subject_id",
                table: "returns_audit",
                column: "subject_id");

            migrationBuilder.CreateIndex(
                name: "IX_returns_discrepancies_order_id",
                table: "returns_discrepancies",
                column: "order_id");

            migrationBuilder.CreateIndex(
                name: "IX_returns_discrepancies_scan_id",
                table: "returns_discrepancies",
                column: "scan_id");

            migrationBuilder.CreateIndex(
                name: "IX_returns_discrepancies_state_found_at",
                table: "returns_discrepancies",
                columns: new[] { "state", "found_at" });

            migrationBuilder.CreateIndex(
                name: "IX_returns_expected_devices_order_id_device_id",
                table: "returns_expected_devices",
                columns: new[] { "order_id", "device_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_returns_expected_devices_order_id_serial_key",
                table: "returns_expected_devices",
                columns: new[] { "order_id", "serial_key" });

            migrationBuilder.CreateIndex(
                name: "returns_one_open_expectation",
                table: "returns_expected_devices",
                column: "device_id",
                unique: true,
                filter: "state = 'Open'");

            migrationBuilder.CreateIndex(
                name: "IX_returns_fleet_contract_id",
                table: "returns_fleet",
                column: "contract_id");

            migrationBuilder.CreateIndex(
                name: "IX_returns_fleet_customer",
                table: "returns_fleet",
                column: "customer");

            migrationBuilder.CreateIndex(
                name: "IX_returns_fleet_serial_key",
                table: "returns_fleet",
                column: "serial_key");

            migrationBuilder.CreateIndex(
                name: "IX_returns_inbox_applied_at",
                table: "returns_inbox",
                column: "applied_at");

            migrationBuilder.CreateIndex(
                name: "returns_operation_once",
                table: "returns_operations",
                column: "op_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_returns_orders_number",
                table: "returns_orders",
                column: "number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_returns_orders_state_opened_at",
                table: "returns_orders",
                columns: new[] { "state", "opened_at" });

            migrationBuilder.CreateIndex(
                name: "returns_one_order_per_contract_end",
                table: "returns_orders",
                columns: new[] { "contract_id", "due_on" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_returns_outbox_sent_at_not_before",
                table: "returns_outbox",
                columns: new[] { "sent_at", "not_before" });

            migrationBuilder.CreateIndex(
                name: "IX_returns_parcels_number",
                table: "returns_parcels",
                column: "number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_returns_parcels_shipment_id",
                table: "returns_parcels",
                column: "shipment_id");

            migrationBuilder.CreateIndex(
                name: "IX_returns_parcels_tracking",
                table: "returns_parcels",
                column: "tracking");

            migrationBuilder.CreateIndex(
                name: "returns_one_place",
                table: "returns_places",
                column: "code_key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_returns_quarantines_place_id",
                table: "returns_quarantines",
                column: "place_id");

            migrationBuilder.CreateIndex(
                name: "IX_returns_quarantines_scan_id",
                table: "returns_quarantines",
                column: "scan_id");

            migrationBuilder.CreateIndex(
                name: "IX_returns_quarantines_settled_by",
                table: "returns_quarantines",
                column: "settled_by");

            migrationBuilder.CreateIndex(
                name: "returns_one_quarantine",
                table: "returns_quarantines",
                column: "device_id",
                unique: true,
                filter: "state = 'Standing' AND device_id IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "returns_one_unknown_quarantine",
                table: "returns_quarantines",
                columns: new[] { "serial_key", "maker_key" },
                unique: true,
                filter: "state = 'Standing' AND device_id IS NULL AND NOT is_placeholder");

            migrationBuilder.CreateIndex(
                name: "IX_returns_receipts_order_id",
                table: "returns_receipts",
                column: "order_id");

            migrationBuilder.CreateIndex(
                name: "IX_returns_receipts_place_id",
                table: "returns_receipts",
                column: "place_id");

            migrationBuilder.CreateIndex(
                name: "IX_returns_receipts_scan_id",
                table: "returns_receipts",
                column: "scan_id");

            migrationBuilder.CreateIndex(
                name: "returns_one_receipt_per_cycle",
                table: "returns_receipts",
                columns: new[] { "device_id", "cycle" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "returns_one_standing_receipt",
                table: "returns_receipts",
                column: "device_id",
                unique: true,
                filter: "state = 'Standing'");

            migrationBuilder.CreateIndex(
                name: "IX_returns_scans_order_id",
                table: "returns_scans",
                column: "order_id");

            migrationBuilder.CreateIndex(
                name: "returns_one_scan_number",
                table: "returns_scans",
                columns: new[] { "session_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_returns_seen_carriers_carrier_serial",
                table: "returns_seen_carriers",
                column: "carrier_serial");

            migrationBuilder.CreateIndex(
                name: "IX_returns_seen_carriers_receipt_id",
                table: "returns_seen_carriers",
                column: "receipt_id");

            migrationBuilder.CreateIndex(
                name: "IX_returns_sessions_order_id",
                table: "returns_sessions",
                column: "order_id");

            migrationBuilder.CreateIndex(
                name: "IX_returns_sessions_place_id",
                table: "returns_sessions",
                column: "place_id");

            migrationBuilder.CreateIndex(
                name: "IX_returns_sessions_quarantine_id",
                table: "returns_sessions",
                column: "quarantine_id");

            migrationBuilder.CreateIndex(
                name: "returns_one_session_per_station",
                table: "returns_sessions",
                column: "station_key",
                unique: true,
                filter: "closed_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_returns_shipments_order_id",
                table: "returns_shipments",
                column: "order_id");

            migrationBuilder.CreateIndex(
                name: "IX_returns_stops_serial_key",
                table: "returns_stops",
                column: "serial_key");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "returns_audit");

            migrationBuilder.DropTable(
                name: "returns_contract_extensions");

            migrationBuilder.DropTable(
                name: "returns_corrections");

            migrationBuilder.DropTable(
                name: "returns_discrepancies");

            migrationBuilder.DropTable(
                name: "returns_expected_devices");

            migrationBuilder.DropTable(
                name: "returns_inbox");

            migrationBuilder.DropTable(
                name: "returns_number_series");

            migrationBuilder.DropTable(
                name: "returns_operations");

            migrationBuilder.DropTable(
                name: "returns_outbox");

            migrationBuilder.DropTable(
                name: "returns_parcels");

            migrationBuilder.DropTable(
                name: "returns_quarantines");

            migrationBuilder.DropTable(
                name: "returns_seen_carriers");

            migrationBuilder.DropTable(
                name: "returns_stops");

            migrationBuilder.DropTable(
                name: "returns_shipments");

            migrationBuilder.DropTable(
                name: "returns_receipts");

            migrationBuilder.DropTable(
                name: "returns_fleet");

            migrationBuilder.DropTable(
                name: "returns_scans");

            migrationBuilder.DropTable(
                name: "returns_sessions");

            migrationBuilder.DropTable(
                name: "returns_orders");

            migrationBuilder.DropTable(
                name: "returns_places");
        }
    }
}
