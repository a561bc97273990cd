using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace WaaS.Logistics.Migrations.Sqlite.Sanitization
{
    /// <inheritdoc />
    public partial class AddInDevice : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "boot_id",
                table: "sanitization_stations",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "boot_signature",
                table: "sanitization_stations",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "boot_statement",
                table: "sanitization_stations",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "device_id",
                table: "sanitization_stations",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "expires_at",
                table: "sanitization_stations",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "fleet_key_id",
                table: "sanitization_stations",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "fleet_signature",
                table: "sanitization_stations",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "boots",
                table: "sanitization_jobs",
                type: "INTEGER",
                nullable: false,
                defaultValue: 1);

            migrationBuilder.CreateTable(
                name: "sanitization_fleet_keys",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    key_id = table.Column<string>(type: "TEXT", nullable: false),
                    public_key_pem = table.Column<string>(type: "TEXT", nullable: false),
                    machine_limit = table.Column<int>(type: "INTEGER", nullable: false),
                    machines = table.Column<int>(type: "INTEGER", nullable: false),
                    boots = table.Column<int>(type: "INTEGER", nullable: false),
                    ends_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    created_by = table.Column<string>(type: "TEXT", nullable: false),
                    created_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    last_used_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    revoked_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    revoked_by = table.Column<string>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sanitization_fleet_keys", x => x.id);
                    table.CheckConstraint("ck_fleet_keys_limit", "machines <= machine_limit");
                });

            migrationBuilder.CreateTable(
                name: "sanitization_job_journal_pages",
                columns: table => new
                {
                    job_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    revision = table.Column<long>(type: "INTEGER", nullable: false),
                    hash = table.Column<string>(type: "TEXT", nullable: false),
                    @sealed = table.Column<string>(name: "sealed", type: "TEXT", nullable: false),
                    written_at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_job_journal_pages", x => x.job_id);
                });

            migrationBuilder.CreateTable(
                name: "sanitization_job_journals",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    job_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    device_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    opened_by = table.Column<string>(type: "TEXT", nullable: false),
                    opened_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    last_read_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    last_read_by = table.Column<string>(type: "TEXT", nullable: true),
                    erased_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sanitization_job_journals", x => x.id);
                    table.ForeignKey(
                        name: "FK_sanitization_job_journals_sanitization_jobs_job_id",
                        column: x => x.job_id,
                        principalTable: "sanitization_jobs",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_sanitization_stations_fleet_key_id_device_id",
                table: "sanitization_stations",
                columns: new[] { "fleet_key_id", "device_id" });

            migrationBuilder.AddCheckConstraint(
                name: "ck_stations_boot",
                table: "sanitization_stations",
                sql: "(fleet_key_id IS NULL AND device_id IS NULL AND boot_id IS NULL AND expires_at IS NULL AND boot_statement IS NULL) OR (fleet_key_id IS NOT NULL AND device_id IS NOT NULL AND boot_id IS NOT NULL AND expires_at IS NOT NULL AND boot_statement IS NOT NULL)");

            migrationBuilder.CreateIndex(
                name: "ix_sanitization_fleet_keys_key_id",
                table: "sanitization_fleet_keys",
                column: "key_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_sanitization_job_journals_job",
                table: "sanitization_job_journals",
                column: "job_id",
                unique: true);

            migrationBuilder.AddForeignKey(
                name: "FK_sanitization_stations_sanitization_fleet_keys_fleet_key_id",
                table: "sanitization_stations",
                column: "fleet_key_id",
                principalTable: "sanitization_fleet_keys",
                principalColumn: "id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_sanitization_stations_sanitization_fleet_keys_fleet_key_id",
                table: "sanitization_stations");

            migrationBuilder.DropTable(
                name: "sanitization_fleet_keys");

            migrationBuilder.DropTable(
                name: "sanitization_job_journal_pages");

            migrationBuilder.DropTable(
                name: "sanitization_job_journals");

            migrationBuilder.DropIndex(
                name: "IX_sanitization_stations_fleet_key_id_device_id",
                table: "sanitization_stations");

            migrationBuilder.DropCheckConstraint(
                name: "ck_stations_boot",
                table: "sanitization_stations");

            migrationBuilder.DropColumn(
                name: "boot_id",
                table: "sanitization_stations");

            migrationBuilder.DropColumn(
                name: "boot_signature",
                table: "sanitization_stations");

            migrationBuilder.DropColumn(
                name: "boot_statement",
                table: "sanitization_stations");

            migrationBuilder.DropColumn(
                name: "device_id",
                table: "sanitization_stations");

            migrationBuilder.DropColumn(
                name: "expires_at",
                table: "sanitization_stations");

            migrationBuilder.DropColumn(
                name: "fleet_key_id",
                table: "sanitization_stations");

            migrationBuilder.DropColumn(
                name: "fleet_signature",
                table: "sanitization_stations");

            migrationBuilder.DropColumn(
                name: "boots",
                table: "sanitization_jobs");
        }
    }
}
