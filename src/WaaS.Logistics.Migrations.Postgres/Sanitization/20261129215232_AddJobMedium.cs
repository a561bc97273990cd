using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace WaaS.Logistics.Migrations.Postgres.Sanitization
{
    /// <inheritdoc />
    public partial class AddJobMedium : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropCheckConstraint(
                name: "ck_evidence_accepted",
                schema: "sanitization",
                table: "evidence");

            migrationBuilder.AddColumn<string>(
                name: "medium",
                schema: "sanitization",
                table: "jobs",
                type: "character varying(40)",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddCheckConstraint(
                name: "ck_evidence_accepted",
                schema: "sanitization",
                table: "evidence",
                sql: "state <> 'Accepted' OR (outcome = 'success' AND rules = '' AND carrier_kind IN ('file', 'loop', 'block') AND COALESCE(verification, '') = 'Yes' AND COALESCE(validation, '') = 'Yes' AND document_id IS NOT NULL)");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropCheckConstraint(
                name: "ck_evidence_accepted",
                schema: "sanitization",
                table: "evidence");

            migrationBuilder.DropColumn(
                name: "medium",
                schema: "sanitization",
                table: "jobs");

            migrationBuilder.AddCheckConstraint(
                name: "ck_evidence_accepted",
                schema: "sanitization",
                table: "evidence",
                sql: "state <> 'Accepted' OR (outcome = 'success' AND rules = '' AND carrier_kind IN ('file', 'loop') AND COALESCE(verification, '') = 'Yes' AND COALESCE(validation, '') = 'Yes' AND document_id IS NOT NULL)");
        }
    }
}
