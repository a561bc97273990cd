using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace WaaS.Logistics.Migrations.Postgres.Sanitization
{
    /// <inheritdoc />
    public partial class AddInDevice : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "boot_id",
                schema: "sanitization",
                table: "stations",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "boot_signature",
                schema: "sanitization",
                table: "stations",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "boot_statement",
                schema: "sanitization",
                table: "stations",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "device_id",
                schema: "sanitization",
                table: "stations",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "expires_at",
                schema: "sanitization",
                table: "stations",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "fleet_key_id",
                schema: "sanitization",
                table: "stations",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "fleet_signature",
                schema: "sanitization",
                table: "stations",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "boots",
                schema: "sanitization",
                table: "jobs",
                type: "integer",
                nullable: false,
                defaultValue: 1);

            migrationBuilder.CreateTable(
                name: "fleet_keys",
                schema: "sanitization",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    key_id = table.Column<string>(type: "text", nullable: false),
                    public_key_pem = table.Column<string>(type: "text", nullable: false),
                    machine_limit = table.Column<int>(type: "integer", nullable: false),
                    machines = table.Column<int>(type: "integer", nullable: false),
                    boots = table.Column<int>(type: "integer", nullable: false),
                    ends_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    created_by = table.Column<string>(type: "text", nullable: false),
                    created_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    last_used_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    revoked_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    revoked_by = table.Column<string>(type: "text", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_fleet_keys", x => x.id);
                    table.CheckConstraint("ck_fleet_keys_limit", "machines <= machine_limit");
                });

            migrationBuilder.CreateTable(
                name: "job_journal_pages",
                schema: "sanitization",
                columns: table => new
                {
                    job_id = table.Column<Guid>(type: "uuid", nullable: false),
                    revision = table.Column<long>(type: "bigint", nullable: false),
                    hash = table.Column<string>(type: "text", nullable: false),
                    @sealed = table.Column<string>(name: "sealed", type: "text", nullable: false),
                    written_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_job_journal_pages", x => x.job_id);
                });

            migrationBuilder.CreateTable(
                name: "job_journals",
                schema: "sanitization",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    job_id = table.Column<Guid>(type: "uuid", nullable: false),
                    device_id = table.Column<Guid>(type: "uuid", nullable: false),
                    opened_by = table.Column<string>(type: "text", nullable: false),
                    opened_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    last_read_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    last_read_by = table.Column<string>(type: "text", nullable: true),
                    erased_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_job_journals", x => x.id);
                    table.ForeignKey(
                        name: "FK_job_journals_jobs_job_id",
                        column: x => x.job_id,
                        principalSchema: "sanitization",
                        principalTable: "jobs",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_stations_fleet_key_id_device_id",
                schema: "sanitization",
                table: "stations",
                columns: new[] { "fleet_key_id", "device_id" });

            migrationBuilder.AddCheckConstraint(
                name: "ck_stations_boot",
                schema: "sanitization",
                table: "stations",
                sql: "(fleet_key_id IS NULL AND device_id IS NULL AND boot_id IS NULL AND expires_at IS NULL AND boot_statement IS NULL) OR (fleet_key_id IS NOT NULL AND device_id IS NOT NULL AND boot_id IS NOT NULL AND expires_at IS NOT NULL AND boot_statement IS NOT NULL)");

            migrationBuilder.CreateIndex(
                name: "ix_sanitization_fleet_keys_key_id",
                schema: "sanitization",
                table: "fleet_keys",
                column: "key_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_sanitization_job_journals_job",
                schema: "sanitization",
                table: "job_journals",
                column: "job_id",
                unique: true);

            migrationBuilder.AddForeignKey(
                name: "FK_stations_fleet_keys_fleet_key_id",
                schema: "sanitization",
                table: "stations",
                column: "fleet_key_id",
                principalSchema: "sanitization",
                principalTable: "fleet_keys",
                principalColumn: "id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_stations_fleet_keys_fleet_key_id",
                schema: "sanitization",
                table: "stations");

            migrationBuilder.DropTable(
                name: "fleet_keys",
                schema: "sanitization");

            migrationBuilder.DropTable(
                name: "job_journal_pages",
                schema: "sanitization");

            migrationBuilder.DropTable(
                name: "job_journals",
                schema: "sanitization");

            migrationBuilder.DropIndex(
                name: "IX_stations_fleet_key_id_device_id",
                schema: "sanitization",
                table: "stations");

            migrationBuilder.DropCheckConstraint(
                name: "ck_stations_boot",
                schema: "sanitization",
                table: "stations");

            migrationBuilder.DropColumn(
                name: "boot_id",
                schema: "sanitization",
                table: "stations");

            migrationBuilder.DropColumn(
                name: "boot_signature",
                schema: "sanitization",
                table: "stations");

            migrationBuilder.DropColumn(
                name: "boot_statement",
                schema: "sanitization",
                table: "stations");

            migrationBuilder.DropColumn(
                name: "device_id",
                schema: "sanitization",
                table: "stations");

            migrationBuilder.DropColumn(
                name: "expires_at",
                schema: "sanitization",
                table: "stations");

            migrationBuilder.DropColumn(
                name: "fleet_key_id",
                schema: "sanitization",
                table: "stations");

            migrationBuilder.DropColumn(
                name: "fleet_signature",
                schema: "sanitization",
                table: "stations");

            migrationBuilder.DropColumn(
                name: "boots",
                schema: "sanitization",
                table: "jobs");
        }
    }
}
