using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace WaaS.Logistics.Migrations.Sqlite.Sanitization
{
    /// <inheritdoc />
    public partial class AddJobMedium : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropCheckConstraint(
                name: "ck_evidence_accepted",
                table: "sanitization_evidence");

            migrationBuilder.AddColumn<string>(
                name: "medium",
                table: "sanitization_jobs",
                type: "TEXT",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddCheckConstraint(
                name: "ck_evidence_accepted",
                table: "sanitization_evidence",
                sql: "state <> 'Accepted' OR (outcome = 'success' AND rules = '' AND carrier_kind IN ('file', 'loop', 'block') AND COALESCE(verification, '') = 'Yes' AND COALESCE(validation, '') = 'Yes' AND document_id IS NOT NULL)");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropCheckConstraint(
                name: "ck_evidence_accepted",
                table: "sanitization_evidence");

            migrationBuilder.DropColumn(
                name: "medium",
                table: "sanitization_jobs");

            migrationBuilder.AddCheckConstraint(
                name: "ck_evidence_accepted",
                table: "sanitization_evidence",
                sql: "state <> 'Accepted' OR (outcome = 'success' AND rules = '' AND carrier_kind IN ('file', 'loop') AND COALESCE(verification, '') = 'Yes' AND COALESCE(validation, '') = 'Yes' AND document_id IS NOT NULL)");
        }
    }
}
