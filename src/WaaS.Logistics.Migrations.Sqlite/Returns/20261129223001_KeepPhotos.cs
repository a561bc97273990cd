using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace WaaS.Logistics.Migrations.Sqlite.Returns
{
    /// <inheritdoc />
    public partial class KeepPhotos : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "returns_photos",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    scan_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    sha256 = table.Column<string>(type: "TEXT", nullable: false),
                    content_type = table.Column<string>(type: "TEXT", nullable: false),
                    bytes = table.Column<int>(type: "INTEGER", nullable: false),
                    width = table.Column<int>(type: "INTEGER", nullable: false),
                    height = table.Column<int>(type: "INTEGER", nullable: false),
                    codes = table.Column<string>(type: "TEXT", nullable: false),
                    actor = table.Column<string>(type: "TEXT", nullable: false),
                    actor_name = table.Column<string>(type: "TEXT", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_returns_photos", x => x.id);
                    table.ForeignKey(
                        name: "FK_returns_photos_returns_scans_scan_id",
                        column: x => x.scan_id,
                        principalTable: "returns_scans",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "returns_photo_checks",
                columns: table => new
                {
                    photo_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    outcome = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    codes = table.Column<string>(type: "TEXT", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_returns_photo_checks", x => x.photo_id);
                    table.ForeignKey(
                        name: "FK_returns_photo_checks_returns_photos_photo_id",
                        column: x => x.photo_id,
                        principalTable: "returns_photos",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "returns_one_photo",
                table: "returns_photos",
                columns: new[] { "scan_id", "sha256" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "returns_photo_checks");

            migrationBuilder.DropTable(
                name: "returns_photos");
        }
    }
}
