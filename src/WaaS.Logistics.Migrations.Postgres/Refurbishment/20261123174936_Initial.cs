using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace WaaS.Logistics.Migrations.Postgres.Refurbishment
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.EnsureSchema(
                name: "refurbishment");

            migrationBuilder.CreateTable(
                name: "audit",
                schema: "refurbishment",
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
                name: "devices",
                schema: "refurbishment",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    serial = table.Column<string>(type: "text", nullable: false),
                    serial_key = table.Column<string>(type: "text", nullable: false),
                    manufacturer = table.Column<string>(type: "text", nullable: false),
                    model = table.Column<string>(type: "text", nullable: false),
                    customer = table.Column<string>(type: "text", nullable: false),
                    product_class = table.Column<string>(type: "text", nullable: true),
                    cycle = table.Column<int>(type: "integer", nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false),
                    gate = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_devices", x => x.id);
                    table.CheckConstraint("ck_devices_heard", "cycle >= 1 AND revision >= 1");
                });

            migrationBuilder.CreateTable(
                name: "inbox",
                schema: "refurbishment",
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
                schema: "refurbishment",
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
                schema: "refurbishment",
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
                name: "inspections",
                schema: "refurbishment",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    device_id = table.Column<Guid>(type: "uuid", nullable: false),
                    cycle = table.Column<int>(type: "integer", nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    opened_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    state_since = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    started_by = table.Column<string>(type: "text", nullable: true),
                    place = table.Column<string>(type: "text", nullable: true),
                    grade = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    scrap_reason = table.Column<string>(type: "text", nullable: true),
                    seal_number = table.Column<string>(type: "text", nullable: true),
                    seal_key = table.Column<string>(type: "text", nullable: true),
                    ended_by = table.Column<string>(type: "text", nullable: true),
                    ended_because = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_inspections", x => x.id);
                    table.CheckConstraint("ck_inspections_clearance", "cycle >= 1 AND revision >= 1");
                    table.CheckConstraint("ck_inspections_grade", "grade IS NULL OR (grade IN ('A', 'B', 'C') AND state IN ('Graded', 'Withdrawn', 'SentBack'))");
                    table.CheckConstraint("ck_inspections_graded", "state <> 'Graded' OR (grade IS NOT NULL AND ended_by IS NOT NULL)");
                    table.CheckConstraint("ck_inspections_scrapped", "state <> 'Scrapped' OR (scrap_reason IS NOT NULL AND scrap_reason <> '' AND grade IS NULL)");
                    table.CheckConstraint("ck_inspections_seal", "seal_number IS NULL OR (grade IS NOT NULL AND seal_key IS NOT NULL)");
                    table.ForeignKey(
                        name: "FK_inspections_devices_device_id",
                        column: x => x.device_id,
                        principalSchema: "refurbishment",
                        principalTable: "devices",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "cleared_slots",
                schema: "refurbishment",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    inspection_id = table.Column<Guid>(type: "uuid", nullable: false),
                    slot = table.Column<string>(type: "text", nullable: false),
                    carrier_serial = table.Column<string>(type: "text", nullable: true),
                    record_kind = table.Column<string>(type: "text", nullable: false),
                    record_number = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_cleared_slots", x => x.id);
                    table.CheckConstraint("ck_cleared_slots_record", "record_kind IN ('certificate', 'destruction', 'no-carrier') AND record_number <> ''");
                    table.ForeignKey(
                        name: "FK_cleared_slots_inspections_inspection_id",
                        column: x => x.inspection_id,
                        principalSchema: "refurbishment",
                        principalTable: "inspections",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "given_answers",
                schema: "refurbishment",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    inspection_id = table.Column<Guid>(type: "uuid", nullable: false),
                    point = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    answer = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    note = table.Column<string>(type: "text", nullable: true),
                    by_name = table.Column<string>(type: "text", nullable: false),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_given_answers", x => x.id);
                    table.CheckConstraint("ck_given_answers_no_carrier_left", "point <> 'NoCarrierLeft' OR answer = 'Ok'");
                    table.CheckConstraint("ck_given_answers_note", "answer <> 'Fault' OR (note IS NOT NULL AND note <> '')");
                    table.ForeignKey(
                        name: "FK_given_answers_inspections_inspection_id",
                        column: x => x.inspection_id,
                        principalSchema: "refurbishment",
                        principalTable: "inspections",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "history",
                schema: "refurbishment",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    inspection_id = table.Column<Guid>(type: "uuid", nullable: false),
                    @event = table.Column<string>(name: "event", type: "character varying(40)", maxLength: 40, nullable: false),
                    point = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    answer = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    detail = table.Column<string>(type: "text", nullable: true),
                    actor = table.Column<string>(type: "text", nullable: false),
                    actor_name = table.Column<string>(type: "text", nullable: false),
                    station = table.Column<string>(type: "text", nullable: true),
                    place = table.Column<string>(type: "text", nullable: true),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_history", x => x.id);
                    table.ForeignKey(
                        name: "FK_history_inspections_inspection_id",
                        column: x => x.inspection_id,
                        principalSchema: "refurbishment",
                        principalTable: "inspections",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_audit_subject_id",
                schema: "refurbishment",
                table: "audit",
                column: "subject_id");

            migrationBuilder.CreateIndex(
                name: "IX_cleared_slots_record_number",
                schema: "refurbishment",
                table: "cleared_slots",
                column: "record_number");

            migrationBuilder.CreateIndex(
                name: "refurbishment_one_record_per_slot",
                schema: "refurbishment",
                table: "cleared_slots",
                columns: new[] { "inspection_id", "slot" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_devices_serial_key",
                schema: "refurbishment",
                table: "devices",
                column: "serial_key");

            migrationBuilder.CreateIndex(
                name: "refurbishment_one_answer_per_check",
                schema: "refurbishment",
                table: "given_answers",
                columns: new[] { "inspection_id", "point" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_history_inspection_id_at",
                schema: "refurbishment",
                table: "history",
                columns: new[] { "inspection_id", "at" });

            migrationBuilder.CreateIndex(
                name: "IX_inbox_applied_at",
                schema: "refurbishment",
                table: "inbox",
                column: "applied_at");

            migrationBuilder.CreateIndex(
                name: "IX_inspections_state_state_since",
                schema: "refurbishment",
                table: "inspections",
                columns: new[] { "state", "state_since" });

            migrationBuilder.CreateIndex(
                name: "refurbishment_one_inspection_per_clearance",
                schema: "refurbishment",
                table: "inspections",
                columns: new[] { "device_id", "cycle", "revision" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "refurbishment_one_open_inspection",
                schema: "refurbishment",
                table: "inspections",
                column: "device_id",
                unique: true,
                filter: "state IN ('Waiting', 'InInspection')");

            migrationBuilder.CreateIndex(
                name: "refurbishment_one_seal",
                schema: "refurbishment",
                table: "inspections",
                column: "seal_key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "refurbishment_operation_once",
                schema: "refurbishment",
                table: "operations",
                column: "op_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_outbox_sent_at_not_before",
                schema: "refurbishment",
                table: "outbox",
                columns: new[] { "sent_at", "not_before" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "audit",
                schema: "refurbishment");

            migrationBuilder.DropTable(
                name: "cleared_slots",
                schema: "refurbishment");

            migrationBuilder.DropTable(
                name: "given_answers",
                schema: "refurbishment");

            migrationBuilder.DropTable(
                name: "history",
                schema: "refurbishment");

            migrationBuilder.DropTable(
                name: "inbox",
                schema: "refurbishment");

            migrationBuilder.DropTable(
                name: "operations",
                schema: "refurbishment");

            migrationBuilder.DropTable(
                name: "outbox",
                schema: "refurbishment");

            migrationBuilder.DropTable(
                name: "inspections",
                schema: "refurbishment");

            migrationBuilder.DropTable(
                name: "devices",
                schema: "refurbishment");
        }
    }
}
