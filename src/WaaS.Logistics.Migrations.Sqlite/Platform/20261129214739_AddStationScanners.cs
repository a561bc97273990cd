using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace WaaS.Logistics.Migrations.Sqlite.Platform
{
    /// <inheritdoc />
    public partial class AddStationScanners : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTime>(
                name: "calibrated_at",
                table: "platform_stations",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "calibrated_by",
                table: "platform_stations",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "fault",
                table: "platform_stations",
                type: "TEXT",
                maxLength: 20,
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "fault_since",
                table: "platform_stations",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "is_case_inverted",
                table: "platform_stations",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "layout",
                table: "platform_stations",
                type: "TEXT",
                maxLength: 20,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "separator",
                table: "platform_stations",
                type: "TEXT",
                maxLength: 60,
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "calibrated_at",
                table: "platform_stations");

            migrationBuilder.DropColumn(
                name: "calibrated_by",
                table: "platform_stations");

            migrationBuilder.DropColumn(
                name: "fault",
                table: "platform_stations");

            migrationBuilder.DropColumn(
                name: "fault_since",
                table: "platform_stations");

            migrationBuilder.DropColumn(
                name: "is_case_inverted",
                table: "platform_stations");

            migrationBuilder.DropColumn(
                name: "layout",
                table: "platform_stations");

            migrationBuilder.DropColumn(
                name: "separator",
                table: "platform_stations");
        }
    }
}
