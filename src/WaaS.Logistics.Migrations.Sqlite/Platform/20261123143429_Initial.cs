using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

#pragma warning disable CA1814 // Prefer jagged arrays over multidimensional

namespace WaaS.Logistics.Migrations.Sqlite.Platform
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "platform_audit",
                columns: table => new
                {
                    sequence = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    subject = table.Column<string>(type: "TEXT", nullable: false),
                    subject_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    change = table.Column<string>(type: "TEXT", nullable: false),
                    fields = table.Column<string>(type: "TEXT", nullable: false),
                    actor = table.Column<string>(type: "TEXT", nullable: false),
                    actor_name = table.Column<string>(type: "TEXT", nullable: false),
                    station = table.Column<string>(type: "TEXT", nullable: true),
                    place = table.Column<string>(type: "TEXT", nullable: true),
                    recorded_at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_platform_audit", x => x.sequence);
                });

            migrationBuilder.CreateTable(
                name: "platform_data_protection_keys",
                columns: table => new
                {
                    id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    friendly_name = table.Column<string>(type: "TEXT", nullable: true),
                    xml = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_platform_data_protection_keys", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "platform_failed_messages",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    message_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    queue = table.Column<string>(type: "TEXT", nullable: false),
                    type = table.Column<string>(type: "TEXT", nullable: true),
                    body = table.Column<string>(type: "TEXT", nullable: false),
                    device = table.Column<string>(type: "TEXT", nullable: true),
                    fault = table.Column<string>(type: "TEXT", nullable: false),
                    detail = table.Column<string>(type: "TEXT", nullable: false),
                    actor = table.Column<string>(type: "TEXT", nullable: false),
                    actor_name = table.Column<string>(type: "TEXT", nullable: false),
                    station = table.Column<string>(type: "TEXT", nullable: true),
                    place = table.Column<string>(type: "TEXT", nullable: true),
                    occurred_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    recorded_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    failures = table.Column<int>(type: "INTEGER", nullable: false),
                    first_failed_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    last_failed_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    reason = table.Column<string>(type: "TEXT", nullable: true),
                    decided_by = table.Column<string>(type: "TEXT", nullable: true),
                    decided_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_platform_failed_messages", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "platform_first_run_tokens",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    process = table.Column<string>(type: "TEXT", nullable: false),
                    hash = table.Column<string>(type: "TEXT", nullable: false),
                    created_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_platform_first_run_tokens", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "platform_inbox",
                columns: table => new
                {
                    message_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    consumer = table.Column<string>(type: "TEXT", nullable: false),
                    applied_at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_inbox", x => new { x.message_id, x.consumer });
                });

            migrationBuilder.CreateTable(
                name: "platform_outbox",
                columns: table => new
                {
                    sequence = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    type = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    body = table.Column<string>(type: "TEXT", nullable: false),
                    destination = table.Column<string>(type: "TEXT", nullable: true),
                    not_before = table.Column<DateTime>(type: "TEXT", nullable: true),
                    trace_parent = table.Column<string>(type: "TEXT", nullable: true),
                    actor = table.Column<string>(type: "TEXT", nullable: false),
                    actor_name = table.Column<string>(type: "TEXT", nullable: false),
                    station = table.Column<string>(type: "TEXT", nullable: true),
                    place = table.Column<string>(type: "TEXT", nullable: true),
                    occurred_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    recorded_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    sent_at = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_platform_outbox", x => x.sequence);
                });

            migrationBuilder.CreateTable(
                name: "platform_people",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    display_name = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    language = table.Column<string>(type: "TEXT", maxLength: 2, nullable: true),
                    badge_hash = table.Column<string>(type: "TEXT", nullable: true),
                    pin_hash = table.Column<string>(type: "TEXT", nullable: true),
                    is_locked = table.Column<bool>(type: "INTEGER", nullable: false),
                    user_name = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    normalized_user_name = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    email = table.Column<string>(type: "TEXT", nullable: true),
                    normalized_email = table.Column<string>(type: "TEXT", nullable: true),
                    email_confirmed = table.Column<bool>(type: "INTEGER", nullable: false),
                    password_hash = table.Column<string>(type: "TEXT", nullable: true),
                    security_stamp = table.Column<string>(type: "TEXT", nullable: true),
                    concurrency_stamp = table.Column<string>(type: "TEXT", nullable: true),
                    phone_number = table.Column<string>(type: "TEXT", nullable: true),
                    phone_number_confirmed = table.Column<bool>(type: "INTEGER", nullable: false),
                    two_factor_enabled = table.Column<bool>(type: "INTEGER", nullable: false),
                    lockout_end = table.Column<DateTime>(type: "TEXT", nullable: true),
                    lockout_enabled = table.Column<bool>(type: "INTEGER", nullable: false),
                    access_failed_count = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_platform_people", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "platform_roles",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: true),
                    normalized_name = table.Column<string>(type: "TEXT", nullable: true),
                    concurrency_stamp = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_platform_roles", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "platform_sign_in_attempts",
                columns: table => new
                {
                    key = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    failures = table.Column<int>(type: "INTEGER", nullable: false),
                    first_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    locked_until = table.Column<DateTime>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_platform_sign_in_attempts", x => x.key);
                });

            migrationBuilder.CreateTable(
                name: "platform_stations",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    place = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    enrolled_by = table.Column<string>(type: "TEXT", nullable: false),
                    enrolled_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    withdrawn_by = table.Column<string>(type: "TEXT", nullable: true),
                    withdrawn_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_platform_stations", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "platform_people_claims",
                columns: table => new
                {
                    id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    user_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    claim_type = table.Column<string>(type: "TEXT", nullable: true),
                    claim_value = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_platform_people_claims", x => x.id);
                    table.ForeignKey(
                        name: "FK_platform_people_claims_platform_people_user_id",
                        column: x => x.user_id,
                        principalTable: "platform_people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "platform_people_logins",
                columns: table => new
                {
                    login_provider = table.Column<string>(type: "TEXT", nullable: false),
                    provider_key = table.Column<string>(type: "TEXT", nullable: false),
                    provider_display_name = table.Column<string>(type: "TEXT", nullable: true),
                    user_id = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_platform_people_logins", x => new { x.login_provider, x.provider_key });
                    table.ForeignKey(
                        name: "FK_platform_people_logins_platform_people_user_id",
                        column: x => x.user_id,
                        principalTable: "platform_people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "platform_people_tokens",
                columns: table => new
                {
                    user_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    login_provider = table.Column<string>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    value = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_platform_people_tokens", x => new { x.user_id, x.login_provider, x.name });
                    table.ForeignKey(
                        name: "FK_platform_people_tokens_platform_people_user_id",
                        column: x => x.user_id,
                        principalTable: "platform_people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "platform_people_roles",
                columns: table => new
                {
                    user_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    role_id = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_platform_people_roles", x => new { x.user_id, x.role_id });
                    table.ForeignKey(
                        name: "FK_platform_people_roles_platform_people_user_id",
                        column: x => x.user_id,
                        principalTable: "platform_people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_platform_people_roles_platform_roles_role_id",
                        column: x => x.role_id,
                        principalTable: "platform_roles",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "platform_roles_claims",
                columns: table => new
                {
                    id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    role_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    claim_type = table.Column<string>(type: "TEXT", nullable: true),
                    claim_value = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_platform_roles_claims", x => x.id);
                    table.ForeignKey(
                        name: "FK_platform_roles_claims_platform_roles_role_id",
                        column: x => x.role_id,
                        principalTable: "platform_roles",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.InsertData(
                table: "platform_roles",
                columns: new[] { "id", "concurrency_stamp", "name", "normalized_name" },
                values: new object[,]
                {
                    { new Guid("0d34f9ed-f89c-6ae5-de8e-6ef58c0fc3e7"), "0d34f9ed-f89c-6ae5-de8e-6ef58c0fc3e7", "reseller", "RESELLER" },
                    { new Guid("2d5d94d3-9b9e-407e-73e5-afa301bc0558"), "2d5d94d3-9b9e-407e-73e5-afa301bc0558", "customer", "CUSTOMER" },
                    { new Guid("3d12dc1a-6187-e9c9-e095-8fb550be989e"), "3d12dc1a-6187-e9c9-e095-8fb550be989e", "refurbishment", "REFURBISHMENT" },
                    { new Guid("3dd0c3bd-b09f-7b0b-a606-f68d59d2163f"), "3dd0c3bd-b09f-7b0b-a606-f68d59d2163f", "auditor", "AUDITOR" },
                    { new Guid("42061f54-42e2-262e-3e75-232b3c660624"), "42061f54-42e2-262e-3e75-232b3c660624", "verifier", "VERIFIER" },
                    { new Guid("61fc9266-3ef0-8f87-347b-358c28444e58"), "61fc9266-3ef0-8f87-347b-358c28444e58", "supervisor", "SUPERVISOR" },
                    { new Guid("78a3cfd0-e39f-8cf8-cf50-6e3b4f371015"), "78a3cfd0-e39f-8cf8-cf50-6e3b4f371015", "wipe-operator", "WIPE-OPERATOR" },
                    { new Guid("7ecb0b42-b431-201f-5dc1-f5cddd0683ec"), "7ecb0b42-b431-201f-5dc1-f5cddd0683ec", "receiving", "RECEIVING" },
                    { new Guid("a3485246-caa7-9fb1-61d6-2bb1bcedd9cc"), "a3485246-caa7-9fb1-61d6-2bb1bcedd9cc", "admin", "ADMIN" },
                    { new Guid("a509b5d3-1048-830b-54c1-1d04d50cb801"), "a509b5d3-1048-830b-54c1-1d04d50cb801", "resale", "RESALE" },
                    { new Guid("a60eeb44-91cd-445a-9ec7-632dba7fc8f8"), "a60eeb44-91cd-445a-9ec7-632dba7fc8f8", "office", "OFFICE" },
                    { new Guid("f57ed69e-7580-54af-4095-0b64d7509427"), "f57ed69e-7580-54af-4095-0b64d7509427", "releaser", "RELEASER" }
                });

            migrationBuilder.CreateIndex(
                name: "IX_platform_audit_subject_id",
                table: "platform_audit",
                column: "subject_id");

            migrationBuilder.CreateIndex(
                name: "IX_platform_failed_messages_message_id_queue",
                table: "platform_failed_messages",
                columns: new[] { "message_id", "queue" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_platform_failed_messages_state_last_failed_at",
                table: "platform_failed_messages",
                columns: new[] { "state", "last_failed_at" });

            migrationBuilder.CreateIndex(
                name: "IX_platform_first_run_tokens_process",
                table: "platform_first_run_tokens",
                column: "process",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_platform_inbox_applied_at",
                table: "platform_inbox",
                column: "applied_at");

            migrationBuilder.CreateIndex(
                name: "IX_platform_outbox_sent_at_not_before",
                table: "platform_outbox",
                columns: new[] { "sent_at", "not_before" });

            migrationBuilder.CreateIndex(
                name: "ix_platform_people_badge",
                table: "platform_people",
                column: "badge_hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_platform_people_name",
                table: "platform_people",
                column: "normalized_user_name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_platform_people_claims_user_id",
                table: "platform_people_claims",
                column: "user_id");

            migrationBuilder.CreateIndex(
                name: "IX_platform_people_logins_user_id",
                table: "platform_people_logins",
                column: "user_id");

            migrationBuilder.CreateIndex(
                name: "IX_platform_people_roles_role_id",
                table: "platform_people_roles",
                column: "role_id");

            migrationBuilder.CreateIndex(
                name: "IX_platform_roles_normalized_name",
                table: "platform_roles",
                column: "normalized_name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_platform_roles_claims_role_id",
                table: "platform_roles_claims",
                column: "role_id");

            migrationBuilder.CreateIndex(
                name: "IX_platform_sign_in_attempts_first_at",
                table: "platform_sign_in_attempts",
                column: "first_at");

            migrationBuilder.CreateIndex(
                name: "ix_platform_stations_open",
                table: "platform_stations",
                column: "name",
                unique: true,
                filter: "withdrawn_at IS NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "platform_audit");

            migrationBuilder.DropTable(
                name: "platform_data_protection_keys");

            migrationBuilder.DropTable(
                name: "platform_failed_messages");

            migrationBuilder.DropTable(
                name: "platform_first_run_tokens");

            migrationBuilder.DropTable(
                name: "platform_inbox");

            migrationBuilder.DropTable(
                name: "platform_outbox");

            migrationBuilder.DropTable(
                name: "platform_people_claims");

            migrationBuilder.DropTable(
                name: "platform_people_logins");

            migrationBuilder.DropTable(
                name: "platform_people_roles");

            migrationBuilder.DropTable(
                name: "platform_people_tokens");

            migrationBuilder.DropTable(
                name: "platform_roles_claims");

            migrationBuilder.DropTable(
                name: "platform_sign_in_attempts");

            migrationBuilder.DropTable(
                name: "platform_stations");

            migrationBuilder.DropTable(
                name: "platform_people");

            migrationBuilder.DropTable(
                name: "platform_roles");
        }
    }
}
