using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace WaaS.Logistics.Migrations.Sqlite.Rentals
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "rentals_audit",
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
                    table.PrimaryKey("PK_rentals_audit", x => x.sequence);
                });

            migrationBuilder.CreateTable(
                name: "rentals_contracts",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    number = table.Column<string>(type: "TEXT", nullable: false),
                    customer = table.Column<string>(type: "TEXT", nullable: false),
                    reseller = table.Column<string>(type: "TEXT", nullable: true),
                    start = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    term_months = table.Column<int>(type: "INTEGER", nullable: false),
                    ends_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    imported_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ending_announced_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    return_due_announced_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    is_extended = table.Column<bool>(type: "INTEGER", nullable: false),
                    follow_on_number = table.Column<string>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_rentals_contracts", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "rentals_devices",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    manufacturer = table.Column<string>(type: "TEXT", nullable: false),
                    model = table.Column<string>(type: "TEXT", nullable: false),
                    serial = table.Column<string>(type: "TEXT", nullable: false),
                    maker_key = table.Column<string>(type: "TEXT", nullable: false),
                    serial_key = table.Column<string>(type: "TEXT", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_rentals_devices", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "rentals_inbox",
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
                name: "rentals_operations",
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
                    table.PrimaryKey("PK_rentals_operations", x => x.sequence);
                });

            migrationBuilder.CreateTable(
                name: "rentals_outbox",
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
                    table.PrimaryKey("PK_rentals_outbox", x => x.sequence);
                });

            migrationBuilder.CreateTable(
                name: "rentals_return_facts",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    device_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    cycle = table.Column<int>(type: "INTEGER", nullable: true),
                    contract_number = table.Column<string>(type: "TEXT", nullable: true),
                    subject = table.Column<string>(type: "TEXT", nullable: true),
                    detail = table.Column<string>(type: "TEXT", nullable: true),
                    occurred_at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_rentals_return_facts", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "rentals_contract_devices",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    contract_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    device_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    carrier_slots = table.Column<int>(type: "INTEGER", nullable: true),
                    protection_need = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    product_class = table.Column<string>(type: "TEXT", nullable: true),
                    running = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_rentals_contract_devices", x => x.id);
                    table.ForeignKey(
                        name: "FK_rentals_contract_devices_rentals_contracts_contract_id",
                        column: x => x.contract_id,
                        principalTable: "rentals_contracts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_rentals_contract_devices_rentals_devices_device_id",
                        column: x => x.device_id,
                        principalTable: "rentals_devices",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_rentals_audit_subject_id",
                table: "rentals_audit",
                column: "subject_id");

            migrationBuilder.CreateIndex(
                name: "rentals_one_line_per_device",
                table: "rentals_contract_devices",
                columns: new[] { "contract_id", "device_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "rentals_one_running_contract",
                table: "rentals_contract_devices",
                column: "device_id",
                unique: true,
                filter: "running");

            migrationBuilder.CreateIndex(
                name: "IX_rentals_contracts_customer",
                table: "rentals_contracts",
                column: "customer");

            migrationBuilder.CreateIndex(
                name: "IX_rentals_contracts_return_due_announced_at_ends_on",
                table: "rentals_contracts",
                columns: new[] { "return_due_announced_at", "ends_on" });

            migrationBuilder.CreateIndex(
                name: "rentals_one_contract_number",
                table: "rentals_contracts",
                column: "number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_rentals_devices_serial_key",
                table: "rentals_devices",
                column: "serial_key");

            migrationBuilder.CreateIndex(
                name: "rentals_one_device",
                table: "rentals_devices",
                columns: new[] { "maker_key", "serial_key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_rentals_inbox_applied_at",
                table: "rentals_inbox",
                column: "applied_at");

            migrationBuilder.CreateIndex(
                name: "rentals_operation_once",
                table: "rentals_operations",
                column: "op_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_rentals_outbox_sent_at_not_before",
                table: "rentals_outbox",
                columns: new[] { "sent_at", "not_before" });

            migrationBuilder.CreateIndex(
                name: "IX_rentals_return_facts_device_id",
                table: "rentals_return_facts",
                column: "device_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "rentals_audit");

            migrationBuilder.DropTable(
                name: "rentals_contract_devices");

            migrationBuilder.DropTable(
                name: "rentals_inbox");

            migrationBuilder.DropTable(
                name: "rentals_operations");

            migrationBuilder.DropTable(
                name: "rentals_outbox");

            migrationBuilder.DropTable(
                name: "rentals_return_facts");

            migrationBuilder.DropTable(
                name: "rentals_contracts");

            migrationBuilder.DropTable(
                name: "rentals_devices");
        }
    }
}
