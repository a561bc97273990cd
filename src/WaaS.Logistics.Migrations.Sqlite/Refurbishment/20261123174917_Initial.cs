using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace WaaS.Logistics.Migrations.Sqlite.Refurbishment
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "refurbishment_audit",
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
                    table.PrimaryKey("PK_refurbishment_audit", x => x.sequence);
                });

            migrationBuilder.CreateTable(
                name: "refurbishment_devices",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    serial = table.Column<string>(type: "TEXT", nullable: false),
                    serial_key = table.Column<string>(type: "TEXT", nullable: false),
                    manufacturer = table.Column<string>(type: "TEXT", nullable: false),
                    model = table.Column<string>(type: "TEXT", nullable: false),
                    customer = table.Column<string>(type: "TEXT", nullable: false),
                    product_class = table.Column<string>(type: "TEXT", nullable: true),
                    cycle = table.Column<int>(type: "INTEGER", nullable: false),
                    revision = table.Column<int>(type: "INTEGER", nullable: false),
                    gate = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_refurbishment_devices", x => x.id);
                    table.CheckConstraint("ck_devices_heard", "cycle >= 1 AND revision >= 1");
                });

            migrationBuilder.CreateTable(
                name: "refurbishment_inbox",
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
                name: "refurbishment_operations",
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
                    table.PrimaryKey("PK_refurbishment_operations", x => x.sequence);
                });

            migrationBuilder.CreateTable(
                name: "refurbishment_outbox",
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
                    table.PrimaryKey("PK_refurbishment_outbox", x => x.sequence);
                });

            migrationBuilder.CreateTable(
                name: "refurbishment_inspections",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    device_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    cycle = table.Column<int>(type: "INTEGER", nullable: false),
                    revision = table.Column<int>(type: "INTEGER", nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    opened_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    state_since = table.Column<DateTime>(type: "TEXT", nullable: false),
                    started_by = table.Column<string>(type: "TEXT", nullable: true),
                    place = table.Column<string>(type: "TEXT", nullable: true),
                    grade = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    scrap_reason = table.Column<string>(type: "TEXT", nullable: true),
                    seal_number = table.Column<string>(type: "TEXT", nullable: true),
                    seal_key = table.Column<string>(type: "TEXT", nullable: true),
                    ended_by = table.Column<string>(type: "TEXT", nullable: true),
                    ended_because = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_refurbishment_inspections", x => x.id);
                    table.CheckConstraint("ck_inspections_clearance", "cycle >= 1 AND revision >= 1");
                    table.CheckConstraint("ck_inspections_grade", "grade IS NULL OR (grade IN ('A', 'B', 'C') AND state IN ('Graded', 'Withdrawn', 'SentBack'))");
                    table.CheckConstraint("ck_inspections_graded", "state <> 'Graded' OR (grade IS NOT NULL AND ended_by IS NOT NULL)");
                    table.CheckConstraint("ck_inspections_scrapped", "state <> 'Scrapped' OR (scrap_reason IS NOT NULL AND scrap_reason <> '' AND grade IS NULL)");
                    table.CheckConstraint("ck_inspections_seal", "seal_number IS NULL OR (grade IS NOT NULL AND seal_key IS NOT NULL)");
                    table.ForeignKey(
                        name: "FK_refurbishment_inspections_refurbishment_devices_device_id",
                        column: x => x.device_id,
                        principalTable: "refurbishment_devices",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "refurbishment_cleared_slots",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    inspection_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    slot = table.Column<string>(type: "TEXT", nullable: false),
                    carrier_serial = table.Column<string>(type: "TEXT", nullable: true),
                    record_kind = table.Column<string>(type: "TEXT", nullable: false),
                    record_number = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_refurbishment_cleared_slots", x => x.id);
                    table.CheckConstraint("ck_cleared_slots_record", "record_kind IN ('certificate', 'destruction', 'no-carrier') AND record_number <> ''");
                    table.ForeignKey(
                        name: "FK_refurbishment_cleared_slots_refurbishment_inspections_inspection_id",
                        column: x => x.inspection_id,
                        principalTable: "refurbishment_inspections",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "refurbishment_given_answers",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    inspection_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    point = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    answer = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    note = table.Column<string>(type: "TEXT", nullable: true),
                    by_name = table.Column<string>(type: "TEXT", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_refurbishment_given_answers", x => x.id);
                    table.CheckConstraint("ck_given_answers_no_carrier_left", "point <> 'NoCarrierLeft' OR answer = 'Ok'");
                    table.CheckConstraint("ck_given_answers_note", "answer <> 'Fault' OR (note IS NOT NULL AND note <> '')");
                    table.ForeignKey(
                        name: "FK_refurbishment_given_answers_refurbishment_inspections_inspection_id",
                        column: x => x.inspection_id,
                        principalTable: "refurbishment_inspections",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "refurbishment_history",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    inspection_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    @event = table.Column<string>(name: "event", type: "TEXT", maxLength: 40, nullable: false),
                    point = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    answer = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    detail = table.Column<string>(type: "TEXT", nullable: true),
                    actor = table.Column<string>(type: "TEXT", nullable: false),
                    actor_name = table.Column<string>(type: "TEXT", nullable: false),
                    station = table.Column<string>(type: "TEXT", nullable: true),
                    place = table.Column<string>(type: "TEXT", nullable: true),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_refurbishment_history", x => x.id);
                    table.ForeignKey(
                        name: "FK_refurbishment_history_refurbishment_inspections_inspection_id",
                        column: x => x.inspection_id,
                        principalTable: "refurbishment_inspections",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_refurbishment_audit_subject_id",
                table: "refurbishment_audit",
                column: "subject_id");

            migrationBuilder.CreateIndex(
                name: "IX_refurbishment_cleared_slots_record_number",
                table: "refurbishment_cleared_slots",
                column: "record_number");

            migrationBuilder.CreateIndex(
                name: "refurbishment_one_record_per_slot",
                table: "refurbishment_cleared_slots",
                columns: new[] { "inspection_id", "slot" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_refurbishment_devices_serial_key",
                table: "refurbishment_devices",
                column: "serial_key");

            migrationBuilder.CreateIndex(
                name: "refurbishment_one_answer_per_check",
                table: "refurbishment_given_answers",
                columns: new[] { "inspection_id", "point" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_refurbishment_history_inspection_id_at",
                table: "refurbishment_history",
                columns: new[] { "inspection_id", "at" });

            migrationBuilder.CreateIndex(
                name: "IX_refurbishment_inbox_applied_at",
                table: "refurbishment_inbox",
                column: "applied_at");

            migrationBuilder.CreateIndex(
                name: "IX_refurbishment_inspections_state_state_since",
                table: "refurbishment_inspections",
                columns: new[] { "state", "state_since" });

            migrationBuilder.CreateIndex(
                name: "refurbishment_one_inspection_per_clearance",
                table: "refurbishment_inspections",
                columns: new[] { "device_id", "cycle", "revision" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "refurbishment_one_open_inspection",
                table: "refurbishment_inspections",
                column: "device_id",
                unique: true,
                filter: "state IN ('Waiting', 'InInspection')");

            migrationBuilder.CreateIndex(
                name: "refurbishment_one_seal",
                table: "refurbishment_inspections",
                column: "seal_key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "refurbishment_operation_once",
                table: "refurbishment_operations",
                column: "op_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_refurbishment_outbox_sent_at_not_before",
                table: "refurbishment_outbox",
                columns: new[] { "sent_at", "not_before" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "refurbishment_audit");

            migrationBuilder.DropTable(
                name: "refurbishment_cleared_slots");

            migrationBuilder.DropTable(
                name: "refurbishment_given_answers");

            migrationBuilder.DropTable(
                name: "refurbishment_history");

            migrationBuilder.DropTable(
                name: "refurbishment_inbox");

            migrationBuilder.DropTable(
                name: "refurbishment_operations");

            migrationBuilder.DropTable(
                name: "refurbishment_outbox");

            migrationBuilder.DropTable(
                name: "refurbishment_inspections");

            migrationBuilder.DropTable(
                name: "refurbishment_devices");
        }
    }
}
