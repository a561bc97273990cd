using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace WaaS.Logistics.Migrations.Sqlite.Returns
{
    /// <inheritdoc />
    public partial class AddKeptCodes : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTime>(
                name: "occurred_at",
                table: "returns_scans",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "asking_key",
                table: "returns_fleet",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.CreateTable(
                name: "returns_kept_codes",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    session_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    scan_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    kind = table.Column<string>(type: "TEXT", nullable: false),
                    value = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    actor = table.Column<string>(type: "TEXT", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_returns_kept_codes", x => x.id);
                    table.ForeignKey(
                        name: "FK_returns_kept_codes_returns_scans_scan_id",
                        column: x => x.scan_id,
                        principalTable: "returns_scans",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_returns_kept_codes_returns_sessions_session_id",
                        column: x => x.session_id,
                        principalTable: "returns_sessions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            // As FuzzySerialKey makes it, for devices that are known already; SQLite has no expression for "letters and digits alone".
            var key = "replace(replace(upper(serial), 'O', '0'), 'I', '1')";
            foreach (var sign in " !\"#$%&()*+,-./:;<=>?@[\\]^_`{|}~")
                key = $"replace({key}, '{sign}', '')";
            migrationBuilder.Sql($"UPDATE returns_fleet SET asking_key = replace({key}, '''', '')");

            migrationBuilder.CreateIndex(
                name: "IX_returns_fleet_asking_key",
                table: "returns_fleet",
                column: "asking_key");

            migrationBuilder.CreateIndex(
                name: "IX_returns_kept_codes_scan_id",
                table: "returns_kept_codes",
                column: "scan_id");

            migrationBuilder.CreateIndex(
                name: "IX_returns_kept_codes_session_id",
                table: "returns_kept_codes",
                column: "session_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "returns_kept_codes");

            migrationBuilder.DropIndex(
                name: "IX_returns_fleet_asking_key",
                table: "returns_fleet");

            migrationBuilder.DropColumn(
                name: "occurred_at",
                table: "returns_scans");

            migrationBuilder.DropColumn(
                name: "asking_key",
                table: "returns_fleet");
        }
    }
}
