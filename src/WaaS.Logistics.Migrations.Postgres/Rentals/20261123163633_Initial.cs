using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace WaaS.Logistics.Migrations.Postgres.Rentals
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.EnsureSchema(
                name: "rentals");

            migrationBuilder.CreateTable(
                name: "audit",
                schema: "rentals",
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
                name: "contracts",
                schema: "rentals",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<string>(type: "text", nullable: false),
                    customer = table.Column<string>(type: "text", nullable: false),
                    reseller = table.Column<string>(type: "text", nullable: true),
                    start = table.Column<DateOnly>(type: "date", nullable: false),
                    term_months = table.Column<int>(type: "integer", nullable: false),
                    ends_on = table.Column<DateOnly>(type: "date", nullable: false),
                    imported_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    ending_announced_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    return_due_announced_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    is_extended = table.Column<bool>(type: "boolean", nullable: false),
                    follow_on_number = table.Column<string>(type: "text", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_contracts", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "devices",
                schema: "rentals",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    manufacturer = table.Column<string>(type: "text", nullable: false),
                    model = table.Column<string>(type: "text", nullable: false),
                    serial = table.Column<string>(type: "text", nullable: false),
                    maker_key = table.Column<string>(type: "text", nullable: false),
                    serial_key = table.Column<string>(type: "text", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_devices", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "inbox",
                schema: "rentals",
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
                name: "operations",
                schema: "rentals",
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
                schema: "rentals",
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
                name: "return_facts",
                schema: "rentals",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    device_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    cycle = table.Column<int>(type: "integer", nullable: true),
                    contract_number = table.Column<string>(type: "text", nullable: true),
                    subject = table.Column<string>(type: "text", nullable: true),
                    detail = table.Column<string>(type: "text", nullable: true),
                    occurred_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_return_facts", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "contract_devices",
                schema: "rentals",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    contract_id = table.Column<Guid>(type: "uuid", nullable: false),
                    device_id = table.Column<Guid>(type: "uuid", nullable: false),
                    carrier_slots = table.Column<int>(type: "integer", nullable: true),
                    protection_need = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    product_class = table.Column<string>(type: "text", nullable: true),
                    running = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_contract_devices", x => x.id);
                    table.ForeignKey(
                        name: "FK_contract_devices_contracts_contract_id",
                        column: x => x.contract_id,
                        principalSchema: "rentals",
                        principalTable: "contracts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_contract_devices_devices_device_id",
                        column: x => x.device_id,
                        principalSchema: "rentals",
                        principalTable: "devices",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_audit_subject_id",
                schema: "rentals",
                table: "audit",
                column: "subject_id");

            migrationBuilder.CreateIndex(
                name: "rentals_one_line_per_device",
                schema: "rentals",
                table: "contract_devices",
                columns: new[] { "contract_id", "device_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "rentals_one_running_contract",
                schema: "rentals",
                table: "contract_devices",
                column: "device_id",
                unique: true,
                filter: "running");

            migrationBuilder.CreateIndex(
                name: "IX_contracts_customer",
                schema: "rentals",
                table: "contracts",
                column: "customer");

            migrationBuilder.CreateIndex(
                name: "IX_contracts_return_due_announced_at_ends_on",
                schema: "rentals",
                table: "contracts",
                columns: new[] { "return_due_announced_at", "ends_on" });

            migrationBuilder.CreateIndex(
                name: "rentals_one_contract_number",
                schema: "rentals",
                table: "contracts",
                column: "number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_devices_serial_key",
                schema: "rentals",
                table: "devices",
                column: "serial_key");

            migrationBuilder.CreateIndex(
                name: "rentals_one_device",
                schema: "rentals",
                table: "devices",
                columns: new[] { "maker_key", "serial_key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_inbox_applied_at",
                schema: "rentals",
                table: "inbox",
                column: "applied_at");

            migrationBuilder.CreateIndex(
                name: "rentals_operation_once",
                schema: "rentals",
                table: "operations",
                column: "op_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_outbox_sent_at_not_before",
                schema: "rentals",
                table: "outbox",
                columns: new[] { "sent_at", "not_before" });

            migrationBuilder.CreateIndex(
                name: "IX_return_facts_device_id",
                schema: "rentals",
                table: "return_facts",
                column: "device_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "audit",
                schema: "rentals");

            migrationBuilder.DropTable(
                name: "contract_devices",
                schema: "rentals");

            migrationBuilder.DropTable(
                name: "inbox",
                schema: "rentals");

            migrationBuilder.DropTable(
                name: "operations",
                schema: "rentals");

            migrationBuilder.DropTable(
                name: "outbox",
                schema: "rentals");

            migrationBuilder.DropTable(
                name: "return_facts",
                schema: "rentals");

            migrationBuilder.DropTable(
                name: "contracts",
                schema: "rentals");

            migrationBuilder.DropTable(
                name: "devices",
                schema: "rentals");
        }
    }
}
