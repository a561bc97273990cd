using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace WaaS.Logistics.Migrations.Postgres.Sanitization
{
    /// <inheritdoc />
    public partial class AddStationBays : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "station_bays",
                schema: "sanitization",
                columns: table => new
                {
                    station_id = table.Column<Guid>(type: "uuid", nullable: false),
                    heard_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    looked_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    bays = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_station_bays", x => x.station_id);
                    table.ForeignKey(
                        name: "FK_station_bays_stations_station_id",
                        column: x => x.station_id,
                        principalSchema: "sanitization",
                        principalTable: "stations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "station_bays",
                schema: "sanitization");
        }
    }
}
