using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace WaaS.Logistics.Migrations.Postgres.Platform
{
    /// <inheritdoc />
    public partial class AddStationScanners : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTime>(
                name: "calibrated_at",
                schema: "platform",
                table: "stations",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "calibrated_by",
                schema: "platform",
                table: "stations",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "fault",
                schema: "platform",
                table: "stations",
                type: "character varying(20)",
                maxLength: 20,
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "fault_since",
                schema: "platform",
                table: "stations",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "is_case_inverted",
                schema: "platform",
                table: "stations",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "layout",
                schema: "platform",
                table: "stations",
                type: "character varying(20)",
                maxLength: 20,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "separator",
                schema: "platform",
                table: "stations",
                type: "character varying(60)",
                maxLength: 60,
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "calibrated_at",
                schema: "platform",
                table: "stations");

            migrationBuilder.DropColumn(
                name: "calibrated_by",
                schema: "platform",
                table: "stations");

            migrationBuilder.DropColumn(
                name: "fault",
                schema: "platform",
                table: "stations");

            migrationBuilder.DropColumn(
                name: "fault_since",
                schema: "platform",
                table: "stations");

            migrationBuilder.DropColumn(
                name: "is_case_inverted",
                schema: "platform",
                table: "stations");

            migrationBuilder.DropColumn(
                name: "layout",
                schema: "platform",
                table: "stations");

            migrationBuilder.DropColumn(
                name: "separator",
                schema: "platform",
                table: "stations");
        }
    }
}
