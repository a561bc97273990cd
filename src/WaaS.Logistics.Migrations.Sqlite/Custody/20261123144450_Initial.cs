using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace WaaS.Logistics.Migrations.Sqlite.Custody
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "custody_audit",
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
                    table.PrimaryKey("PK_custody_audit", x => x.sequence);
                });

            migrationBuilder.CreateTable(
                name: "custody_facts",
                columns: table => new
                {
                    sequence = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    message_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    @event = table.Column<string>(name: "event", type: "TEXT", nullable: false),
                    body = table.Column<string>(type: "TEXT", nullable: false),
                    actor = table.Column<string>(type: "TEXT", nullable: false),
                    actor_name = table.Column<string>(type: "TEXT", nullable: false),
                    station = table.Column<string>(type: "TEXT", nullable: true),
                    place = table.Column<string>(type: "TEXT", nullable: true),
                    occurred_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    recorded_at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_custody_facts", x => x.sequence);
                });

            migrationBuilder.CreateTable(
                name: "custody_inbox",
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
                name: "custody_matters",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    key = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    device_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    detail = table.Column<string>(type: "TEXT", nullable: false),
                    opened_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    closed_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    is_open = table.Column<bool>(type: "INTEGER", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_custody_matters", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "custody_outbox",
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
                    table.PrimaryKey("PK_custody_outbox", x => x.sequence);
                });

            migrationBuilder.CreateTable(
                name: "custody_subjects",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    fact_sequence = table.Column<long>(type: "INTEGER", nullable: false),
                    kind = table.Column<string>(type: "TEXT", nullable: false),
                    value = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_custody_subjects", x => x.id);
                    table.ForeignKey(
                        name: "FK_custody_subjects_custody_facts_fact_sequence",
                        column: x => x.fact_sequence,
                        principalTable: "custody_facts",
                        principalColumn: "sequence",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_custody_audit_subject_id",
                table: "custody_audit",
                column: "subject_id");

            migrationBuilder.CreateIndex(
                name: "IX_custody_facts_message_id",
                table: "custody_facts",
                column: "message_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_custody_facts_recorded_at",
                table: "custody_facts",
                column: "recorded_at");

            migrationBuilder.CreateIndex(
                name: "IX_custody_inbox_applied_at",
                table: "custody_inbox",
                column: "applied_at");

            migrationBuilder.CreateIndex(
                name: "IX_custody_matters_is_open_opened_at",
                table: "custody_matters",
                columns: new[] { "is_open", "opened_at" });

            migrationBuilder.CreateIndex(
                name: "IX_custody_matters_kind_key",
                table: "custody_matters",
                columns: new[] { "kind", "key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_custody_outbox_sent_at_not_before",
                table: "custody_outbox",
                columns: new[] { "sent_at", "not_before" });

            migrationBuilder.CreateIndex(
                name: "IX_custody_subjects_fact_sequence",
                table: "custody_subjects",
                column: "fact_sequence");

            migrationBuilder.CreateIndex(
                name: "IX_custody_subjects_value_kind",
                table: "custody_subjects",
                columns: new[] { "value", "kind" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "custody_audit");

            migrationBuilder.DropTable(
                name: "custody_inbox");

            migrationBuilder.DropTable(
                name: "custody_matters");

            migrationBuilder.DropTable(
                name: "custody_outbox");

            migrationBuilder.DropTable(
                name: "custody_subjects");

            migrationBuilder.DropTable(
                name: "custody_facts");
        }
    }
}
