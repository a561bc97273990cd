using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace WaaS.Logistics.Migrations.Postgres.Returns
{
    /// <inheritdoc />
    public partial class AddKeptCodes : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTime>(
                name: "occurred_at",
                schema: "returns",
                table: "scans",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "asking_key",
                schema: "returns",
                table: "fleet",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.CreateTable(
                name: "kept_codes",
                schema: "returns",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    session_id = table.Column<Guid>(type: "uuid", nullable: false),
                    scan_id = table.Column<Guid>(type: "uuid", nullable: true),
                    kind = table.Column<string>(type: "text", nullable: false),
                    value = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    actor = table.Column<string>(type: "text", nullable: false),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_kept_codes", x => x.id);
                    table.ForeignKey(
                        name: "FK_kept_codes_scans_scan_id",
                        column: x => x.scan_id,
                        principalSchema: "returns",
                        principalTable: "scans",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_kept_codes_sessions_session_id",
                        column: x => x.session_id,
                        principalSchema: "returns",
                        principalTable: "sessions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            // As FuzzySerialKey makes it, for devices that are known already.
            migrationBuilder.Sql("UPDATE returns.fleet SET asking_key = translate(regexp_replace(upper(serial), '[^A-Z0-9]', '', 'g'), 'OI', '01')");

            migrationBuilder.CreateIndex(
                name: "IX_fleet_asking_key",
                schema: "returns",
                table: "fleet",
                column: "asking_key");

            migrationBuilder.CreateIndex(
                name: "IX_kept_codes_scan_id",
                schema: "returns",
                table: "kept_codes",
                column: "scan_id");

            migrationBuilder.CreateIndex(
                name: "IX_kept_codes_session_id",
                schema: "returns",
                table: "kept_codes",
                column: "session_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "kept_codes",
                schema: "returns");

            migrationBuilder.DropIndex(
                name: "IX_fleet_asking_key",
                schema: "returns",
                table: "fleet");

            migrationBuilder.DropColumn(
                name: "occurred_at",
                schema: "returns",
                table: "scans");

            migrationBuilder.DropColumn(
                name: "asking_key",
                schema: "returns",
                table: "fleet");
        }
    }
}
