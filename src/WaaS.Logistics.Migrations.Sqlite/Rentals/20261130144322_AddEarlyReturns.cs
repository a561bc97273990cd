using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace WaaS.Logistics.Migrations.Sqlite.Rentals
{
    /// <inheritdoc />
    public partial class AddEarlyReturns : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateOnly>(
                name: "returned_on",
                table: "rentals_contract_devices",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "rentals_contracts_of_device",
                table: "rentals_contract_devices",
                column: "device_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "rentals_contracts_of_device",
                table: "rentals_contract_devices");

            migrationBuilder.DropColumn(
                name: "returned_on",
                table: "rentals_contract_devices");
        }
    }
}
