using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace WaaS.Logistics.Migrations.Sqlite.Sanitization
{
    /// <inheritdoc />
    public partial class AddStationBays : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "sanitization_station_bays",
                columns: table => new
                {
                    station_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    heard_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    looked_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    bays = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_station_bays", x => x.station_id);
                    table.ForeignKey(
                        name: "FK_sanitization_station_bays_sanitization_stations_station_id",
                        column: x => x.station_id,
                        principalTable: "sanitization_stations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "sanitization_station_bays");
        }
    }
}
