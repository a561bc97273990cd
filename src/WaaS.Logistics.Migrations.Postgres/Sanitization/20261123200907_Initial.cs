using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace WaaS.Logistics.Migrations.Postgres.Sanitization
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.EnsureSchema(
                name: "sanitization");

            migrationBuilder.CreateTable(
                name: "audit",
                schema: "sanitization",
                columns: table => new
                {
                    sequence = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    subject = table.Column<string>(type: "text", nullable: false),
                    subject_id = table.Column<Guid>(type: "uuid", nullable: false),
                    change = table.Column<string>(type: "text", nullable: false),
                    fields = table.Column<string>(type: "text", nullable: false),
                    actor = table.Column<string>(type: "text", nullable: false),
                    actor_name = table.Column<string>(type: "text", nullable: false),
                    station = table.Column<string>(type: "text", nullable: true),
                    place = table.Column<string>(type: "text", nullable: true),
                    recorded_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_audit", x => x.sequence);
                });

            migrationBuilder.CreateTable(
                name: "clearances",
                schema: "sanitization",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    order_id = table.Column<Guid>(type: "uuid", nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false),
                    cleared_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    slots = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_clearances", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "device_turns",
                schema: "sanitization",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    taken_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    turns = table.Column<int>(type: "integer", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_device_turns", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "enrolment_codes",
                schema: "sanitization",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    code_hash = table.Column<string>(type: "text", nullable: false),
                    created_by = table.Column<string>(type: "text", nullable: false),
                    created_by_name = table.Column<string>(type: "text", nullable: false),
                    created_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    expires_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    used_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    station_id = table.Column<Guid>(type: "uuid", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_enrolment_codes", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "holds",
                schema: "sanitization",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    device_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    reason = table.Column<string>(type: "text", nullable: false),
                    ends_on = table.Column<DateOnly>(type: "date", nullable: true),
                    ends_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    placed_by = table.Column<string>(type: "text", nullable: false),
                    placed_by_name = table.Column<string>(type: "text", nullable: false),
                    placed_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    lifted_by = table.Column<string>(type: "text", nullable: true),
                    lifted_by_name = table.Column<string>(type: "text", nullable: true),
                    lifted_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    lift_reason = table.Column<string>(type: "text", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_holds", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "inbox",
                schema: "sanitization",
                columns: table => new
                {
                    message_id = table.Column<Guid>(type: "uuid", nullable: false),
                    consumer = table.Column<string>(type: "text", nullable: false),
                    applied_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_inbox", x => new { x.message_id, x.consumer });
                });

            migrationBuilder.CreateTable(
                name: "job_progress",
                schema: "sanitization",
                columns: table => new
                {
                    job_id = table.Column<Guid>(type: "uuid", nullable: false),
                    lease_until = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    heard_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    phase = table.Column<string>(type: "text", nullable: false),
                    bytes_done = table.Column<long>(type: "bigint", nullable: false),
                    bytes_total = table.Column<long>(type: "bigint", nullable: false),
                    speed = table.Column<double>(type: "double precision", nullable: false),
                    temperature = table.Column<double>(type: "double precision", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_job_progress", x => x.job_id);
                });

            migrationBuilder.CreateTable(
                name: "nonces",
                schema: "sanitization",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    key_id = table.Column<string>(type: "text", nullable: false),
                    nonce = table.Column<string>(type: "text", nullable: false),
                    seen_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_nonces", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "operations",
                schema: "sanitization",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    op_id = table.Column<Guid>(type: "uuid", nullable: false),
                    command = table.Column<string>(type: "text", nullable: false),
                    answer = table.Column<string>(type: "text", nullable: false),
                    done_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_operations", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "outbox",
                schema: "sanitization",
                columns: table => new
                {
                    sequence = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    type = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    body = table.Column<string>(type: "text", nullable: false),
                    destination = table.Column<string>(type: "text", nullable: true),
                    not_before = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    trace_parent = table.Column<string>(type: "text", nullable: true),
                    actor = table.Column<string>(type: "text", nullable: false),
                    actor_name = table.Column<string>(type: "text", nullable: false),
                    station = table.Column<string>(type: "text", nullable: true),
                    place = table.Column<string>(type: "text", nullable: true),
                    occurred_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    recorded_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    sent_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_outbox", x => x.sequence);
                });

            migrationBuilder.CreateTable(
                name: "receipt_corrections",
                schema: "sanitization",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    device_id = table.Column<Guid>(type: "uuid", nullable: false),
                    cycle = table.Column<int>(type: "integer", nullable: false),
                    reason = table.Column<string>(type: "text", nullable: false),
                    received_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_receipt_corrections", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "reentries",
                schema: "sanitization",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    device_id = table.Column<Guid>(type: "uuid", nullable: false),
                    cycle = table.Column<int>(type: "integer", nullable: true),
                    cause = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    slot = table.Column<string>(type: "text", nullable: true),
                    carrier_serial = table.Column<string>(type: "text", nullable: true),
                    reason = table.Column<string>(type: "text", nullable: false),
                    received_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    applied_to = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_reentries", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "seen_accounts",
                schema: "sanitization",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    device_id = table.Column<Guid>(type: "uuid", nullable: false),
                    cycle = table.Column<int>(type: "integer", nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false),
                    count_unknown = table.Column<bool>(type: "boolean", nullable: false),
                    slots = table.Column<string>(type: "text", nullable: false),
                    received_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_seen_accounts", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "stations",
                schema: "sanitization",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    key_id = table.Column<string>(type: "text", nullable: false),
                    public_key_pem = table.Column<string>(type: "text", nullable: false),
                    machine = table.Column<string>(type: "text", nullable: false),
                    enrolled_with = table.Column<Guid>(type: "uuid", nullable: false),
                    enrolled_by = table.Column<string>(type: "text", nullable: false),
                    enrolled_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    revoked_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    revoked_by = table.Column<string>(type: "text", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_stations", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "steps",
                schema: "sanitization",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    job_id = table.Column<Guid>(type: "uuid", nullable: false),
                    sequence = table.Column<long>(type: "bigint", nullable: false),
                    hash = table.Column<string>(type: "text", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    record = table.Column<string>(type: "text", nullable: false),
                    received_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_steps", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "wipe_orders",
                schema: "sanitization",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    device_id = table.Column<Guid>(type: "uuid", nullable: false),
                    cycle = table.Column<int>(type: "integer", nullable: false),
                    return_order_id = table.Column<Guid>(type: "uuid", nullable: false),
                    order_number = table.Column<string>(type: "text", nullable: false),
                    contract_number = table.Column<string>(type: "text", nullable: true),
                    customer = table.Column<string>(type: "text", nullable: false),
                    manufacturer = table.Column<string>(type: "text", nullable: false),
                    model = table.Column<string>(type: "text", nullable: false),
                    serial = table.Column<string>(type: "text", nullable: false),
                    device_key = table.Column<string>(type: "text", nullable: false),
                    protection_need = table.Column<string>(type: "text", nullable: false),
                    product_class = table.Column<string>(type: "text", nullable: true),
                    expected_slots = table.Column<int>(type: "integer", nullable: true),
                    slot_count = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    place = table.Column<string>(type: "text", nullable: false),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false),
                    clearance_id = table.Column<Guid>(type: "uuid", nullable: true),
                    opened_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    waiting_since = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    facts_changed_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    seen_revision = table.Column<int>(type: "integer", nullable: false),
                    seen_count_unknown = table.Column<bool>(type: "boolean", nullable: false),
                    count_doubted = table.Column<bool>(type: "boolean", nullable: false),
                    withdrawn_reason = table.Column<string>(type: "text", nullable: true),
                    withdrawn_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_wipe_orders", x => x.id);
                    table.CheckConstraint("ck_wipe_orders_cleared", "state <> 'Cleared' OR (clearance_id IS NOT NULL AND slot_count <> 'Unknown' AND customer <> '' AND revision > 0)");
                    table.CheckConstraint("ck_wipe_orders_open", "state = 'Cleared' OR clearance_id IS NULL");
                    table.CheckConstraint("ck_wipe_orders_withdrawn", "(state = 'Withdrawn' AND withdrawn_reason IS NOT NULL AND withdrawn_at IS NOT NULL) OR (state <> 'Withdrawn' AND withdrawn_reason IS NULL AND withdrawn_at IS NULL)");
                    table.ForeignKey(
                        name: "FK_wipe_orders_clearances_clearance_id",
                        column: x => x.clearance_id,
                        principalSchema: "sanitization",
                        principalTable: "clearances",
                        principalColumn: "id");
                });

            migrationBuilder.CreateTable(
                name: "inventories",
                schema: "sanitization",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    order_id = table.Column<Guid>(type: "uuid", nullable: false),
                    slots = table.Column<string>(type: "text", nullable: false),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    recorded_by = table.Column<string>(type: "text", nullable: false),
                    recorded_by_name = table.Column<string>(type: "text", nullable: false),
                    recorded_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    confirmed_by = table.Column<string>(type: "text", nullable: true),
                    confirmed_by_name = table.Column<string>(type: "text", nullable: true),
                    confirmed_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_inventories", x => x.id);
                    table.CheckConstraint("ck_inventories_two_people", "confirmed_by IS NULL OR confirmed_by <> recorded_by");
                    table.ForeignKey(
                        name: "FK_inventories_wipe_orders_order_id",
                        column: x => x.order_id,
                        principalSchema: "sanitization",
                        principalTable: "wipe_orders",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "jobs",
                schema: "sanitization",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    order_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    slot_id = table.Column<Guid>(type: "uuid", nullable: false),
                    slot_name = table.Column<string>(type: "text", nullable: false),
                    carrier_serial = table.Column<string>(type: "text", nullable: false),
                    op_id = table.Column<Guid>(type: "uuid", nullable: false),
                    station_id = table.Column<Guid>(type: "uuid", nullable: false),
                    station_name = table.Column<string>(type: "text", nullable: false),
                    operator_id = table.Column<string>(type: "text", nullable: true),
                    operator_name = table.Column<string>(type: "text", nullable: true),
                    protection_need = table.Column<string>(type: "text", nullable: false),
                    policy_id = table.Column<string>(type: "text", nullable: false),
                    policy_version = table.Column<int>(type: "integer", nullable: false),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    claimed_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    hold_checked_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    first_write_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    ended_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_jobs", x => x.id);
                    table.ForeignKey(
                        name: "FK_jobs_wipe_orders_order_id",
                        column: x => x.order_id,
                        principalSchema: "sanitization",
                        principalTable: "wipe_orders",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "reopenings",
                schema: "sanitization",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    order_id = table.Column<Guid>(type: "uuid", nullable: false),
                    cause = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    reason = table.Column<string>(type: "text", nullable: false),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_reopenings", x => x.id);
                    table.ForeignKey(
                        name: "FK_reopenings_wipe_orders_order_id",
                        column: x => x.order_id,
                        principalSchema: "sanitization",
                        principalTable: "wipe_orders",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "destructions",
                schema: "sanitization",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    order_id = table.Column<Guid>(type: "uuid", nullable: false),
                    slot_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<string>(type: "text", nullable: false),
                    carrier_serial = table.Column<string>(type: "text", nullable: true),
                    level = table.Column<string>(type: "text", nullable: false),
                    machine = table.Column<string>(type: "text", nullable: false),
                    place = table.Column<string>(type: "text", nullable: false),
                    proof_hash = table.Column<string>(type: "text", nullable: false),
                    reason = table.Column<string>(type: "text", nullable: false),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    operator_id = table.Column<string>(type: "text", nullable: false),
                    operator_name = table.Column<string>(type: "text", nullable: false),
                    recorded_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    witness_id = table.Column<string>(type: "text", nullable: true),
                    witness_name = table.Column<string>(type: "text", nullable: true),
                    witnessed_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    approved_by = table.Column<string>(type: "text", nullable: true),
                    approved_by_name = table.Column<string>(type: "text", nullable: true),
                    approved_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    reopening_id = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_destructions", x => x.id);
                    table.CheckConstraint("ck_destructions_approval", "approved_by IS NULL OR (witness_id IS NOT NULL AND approved_by <> operator_id AND approved_by <> witness_id)");
                    table.CheckConstraint("ck_destructions_confirmed", "state <> 'Confirmed' OR (witness_id IS NOT NULL AND approved_by IS NOT NULL)");
                    table.CheckConstraint("ck_destructions_witness", "witness_id IS NULL OR witness_id <> operator_id");
                    table.ForeignKey(
                        name: "FK_destructions_reopenings_reopening_id",
                        column: x => x.reopening_id,
                        principalSchema: "sanitization",
                        principalTable: "reopenings",
                        principalColumn: "id");
                    table.ForeignKey(
                        name: "FK_destructions_wipe_orders_order_id",
                        column: x => x.order_id,
                        principalSchema: "sanitization",
                        principalTable: "wipe_orders",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "empty_records",
                schema: "sanitization",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    order_id = table.Column<Guid>(type: "uuid", nullable: false),
                    slot_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<string>(type: "text", nullable: false),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    note = table.Column<string>(type: "text", nullable: false),
                    first_by = table.Column<string>(type: "text", nullable: false),
                    first_by_name = table.Column<string>(type: "text", nullable: false),
                    first_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    second_by = table.Column<string>(type: "text", nullable: true),
                    second_by_name = table.Column<string>(type: "text", nullable: true),
                    second_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    reopening_id = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_empty_records", x => x.id);
                    table.CheckConstraint("ck_empty_records_confirmed", "state <> 'Confirmed' OR second_by IS NOT NULL");
                    table.CheckConstraint("ck_empty_records_two_people", "second_by IS NULL OR second_by <> first_by");
                    table.ForeignKey(
                        name: "FK_empty_records_reopenings_reopening_id",
                        column: x => x.reopening_id,
                        principalSchema: "sanitization",
                        principalTable: "reopenings",
                        principalColumn: "id");
                    table.ForeignKey(
                        name: "FK_empty_records_wipe_orders_order_id",
                        column: x => x.order_id,
                        principalSchema: "sanitization",
                        principalTable: "wipe_orders",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "evidence",
                schema: "sanitization",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    order_id = table.Column<Guid>(type: "uuid", nullable: false),
                    job_id = table.Column<Guid>(type: "uuid", nullable: false),
                    slot_id = table.Column<Guid>(type: "uuid", nullable: false),
                    slot_name = table.Column<string>(type: "text", nullable: false),
                    station_id = table.Column<Guid>(type: "uuid", nullable: false),
                    station_name = table.Column<string>(type: "text", nullable: false),
                    operator_id = table.Column<string>(type: "text", nullable: true),
                    operator_name = table.Column<string>(type: "text", nullable: true),
                    policy_id = table.Column<string>(type: "text", nullable: false),
                    policy_version = table.Column<int>(type: "integer", nullable: false),
                    separation = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    content_hash = table.Column<string>(type: "text", nullable: false),
                    document_id = table.Column<Guid>(type: "uuid", nullable: true),
                    size_bytes = table.Column<int>(type: "integer", nullable: false),
                    signature = table.Column<string>(type: "text", nullable: false),
                    chain_head = table.Column<string>(type: "text", nullable: false),
                    carrier_kind = table.Column<string>(type: "text", nullable: false),
                    carrier_serial = table.Column<string>(type: "text", nullable: true),
                    carrier_key = table.Column<string>(type: "text", nullable: true),
                    work_began = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    work_ended = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    outcome = table.Column<string>(type: "text", nullable: false),
                    rules = table.Column<string>(type: "text", nullable: false),
                    findings = table.Column<string>(type: "text", nullable: false),
                    received_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    verification = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    verified_by = table.Column<string>(type: "text", nullable: true),
                    verified_by_name = table.Column<string>(type: "text", nullable: true),
                    verified_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    validation = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    validated_by = table.Column<string>(type: "text", nullable: true),
                    validated_by_name = table.Column<string>(type: "text", nullable: true),
                    validated_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    note = table.Column<string>(type: "text", nullable: true),
                    reopening_id = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_evidence", x => x.id);
                    table.CheckConstraint("ck_evidence_accepted", "state <> 'Accepted' OR (outcome = 'success' AND rules = '' AND carrier_kind IN ('file', 'loop') AND COALESCE(verification, '') = 'Yes' AND COALESCE(validation, '') = 'Yes' AND document_id IS NOT NULL)");
                    table.CheckConstraint("ck_evidence_decided_by", "(verification IS NULL OR verified_by IS NOT NULL) AND (validation IS NULL OR (validated_by IS NOT NULL AND COALESCE(verification, '') = 'Yes'))");
                    table.CheckConstraint("ck_evidence_four_eyes", "separation = 'None' OR ((verified_by IS NULL OR (operator_id IS NOT NULL AND verified_by <> operator_id)) AND (validated_by IS NULL OR (operator_id IS NOT NULL AND validated_by <> operator_id)))");
                    table.CheckConstraint("ck_evidence_six_eyes", "separation <> 'SixEyes' OR validated_by IS NULL OR (verified_by IS NOT NULL AND validated_by <> verified_by)");
                    table.ForeignKey(
                        name: "FK_evidence_reopenings_reopening_id",
                        column: x => x.reopening_id,
                        principalSchema: "sanitization",
                        principalTable: "reopenings",
                        principalColumn: "id");
                    table.ForeignKey(
                        name: "FK_evidence_wipe_orders_order_id",
                        column: x => x.order_id,
                        principalSchema: "sanitization",
                        principalTable: "wipe_orders",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "issued_certificates",
                schema: "sanitization",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<string>(type: "text", nullable: false),
                    order_id = table.Column<Guid>(type: "uuid", nullable: false),
                    slot_id = table.Column<Guid>(type: "uuid", nullable: false),
                    evidence_id = table.Column<Guid>(type: "uuid", nullable: false),
                    carrier_serial = table.Column<string>(type: "text", nullable: false),
                    device_serial = table.Column<string>(type: "text", nullable: false),
                    document_hash = table.Column<string>(type: "text", nullable: false),
                    pdf_german_hash = table.Column<string>(type: "text", nullable: false),
                    pdf_english_hash = table.Column<string>(type: "text", nullable: false),
                    key_id = table.Column<string>(type: "text", nullable: false),
                    issued_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_issued_certificates", x => x.id);
                    table.ForeignKey(
                        name: "FK_issued_certificates_evidence_evidence_id",
                        column: x => x.evidence_id,
                        principalSchema: "sanitization",
                        principalTable: "evidence",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "slots",
                schema: "sanitization",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    order_id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    source = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    carrier_serial = table.Column<string>(type: "text", nullable: true),
                    carrier_key = table.Column<string>(type: "text", nullable: true),
                    seen_empty = table.Column<bool>(type: "boolean", nullable: false),
                    accepted_evidence_id = table.Column<Guid>(type: "uuid", nullable: true),
                    destruction_id = table.Column<Guid>(type: "uuid", nullable: true),
                    empty_record_id = table.Column<Guid>(type: "uuid", nullable: true),
                    record_number = table.Column<string>(type: "text", nullable: true),
                    failed_rules = table.Column<string>(type: "text", nullable: true),
                    reopening_id = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_slots", x => x.id);
                    table.CheckConstraint("ck_slots_accepted", "state <> 'EvidenceAccepted' OR (accepted_evidence_id IS NOT NULL AND record_number IS NOT NULL AND carrier_key IS NOT NULL)");
                    table.CheckConstraint("ck_slots_destroyed", "state <> 'Destroyed' OR (destruction_id IS NOT NULL AND record_number IS NOT NULL)");
                    table.CheckConstraint("ck_slots_empty", "state <> 'EmptyConfirmed' OR (empty_record_id IS NOT NULL AND record_number IS NOT NULL)");
                    table.CheckConstraint("ck_slots_seen_empty", "NOT seen_empty OR carrier_key IS NULL");
                    table.ForeignKey(
                        name: "FK_slots_destructions_destruction_id",
                        column: x => x.destruction_id,
                        principalSchema: "sanitization",
                        principalTable: "destructions",
                        principalColumn: "id");
                    table.ForeignKey(
                        name: "FK_slots_empty_records_empty_record_id",
                        column: x => x.empty_record_id,
                        principalSchema: "sanitization",
                        principalTable: "empty_records",
                        principalColumn: "id");
                    table.ForeignKey(
                        name: "FK_slots_evidence_accepted_evidence_id",
                        column: x => x.accepted_evidence_id,
                        principalSchema: "sanitization",
                        principalTable: "evidence",
                        principalColumn: "id");
                    table.ForeignKey(
                        name: "FK_slots_reopenings_reopening_id",
                        column: x => x.reopening_id,
                        principalSchema: "sanitization",
                        principalTable: "reopenings",
                        principalColumn: "id");
                    table.ForeignKey(
                        name: "FK_slots_wipe_orders_order_id",
                        column: x => x.order_id,
                        principalSchema: "sanitization",
                        principalTable: "wipe_orders",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "revocations",
                schema: "sanitization",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    certificate_id = table.Column<Guid>(type: "uuid", nullable: false),
                    certificate_number = table.Column<string>(type: "text", nullable: false),
                    reopening_id = table.Column<Guid>(type: "uuid", nullable: false),
                    reason = table.Column<string>(type: "text", nullable: false),
                    revoked_by = table.Column<string>(type: "text", nullable: false),
                    revoked_by_name = table.Column<string>(type: "text", nullable: false),
                    revoked_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_revocations", x => x.id);
                    table.ForeignKey(
                        name: "FK_revocations_issued_certificates_certificate_id",
                        column: x => x.certificate_id,
                        principalSchema: "sanitization",
                        principalTable: "issued_certificates",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_revocations_reopenings_reopening_id",
                        column: x => x.reopening_id,
                        principalSchema: "sanitization",
                        principalTable: "reopenings",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_audit_subject_id",
                schema: "sanitization",
                table: "audit",
                column: "subject_id");

            migrationBuilder.CreateIndex(
                name: "ix_sanitization_clearances_order_revision",
                schema: "sanitization",
                table: "clearances",
                columns: new[] { "order_id", "revision" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_destructions_number",
                schema: "sanitization",
                table: "destructions",
                column: "number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_destructions_order_id",
                schema: "sanitization",
                table: "destructions",
                column: "order_id");

            migrationBuilder.CreateIndex(
                name: "IX_destructions_reopening_id",
                schema: "sanitization",
                table: "destructions",
                column: "reopening_id");

            migrationBuilder.CreateIndex(
                name: "IX_empty_records_number",
                schema: "sanitization",
                table: "empty_records",
                column: "number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_empty_records_order_id",
                schema: "sanitization",
                table: "empty_records",
                column: "order_id");

            migrationBuilder.CreateIndex(
                name: "IX_empty_records_reopening_id",
                schema: "sanitization",
                table: "empty_records",
                column: "reopening_id");

            migrationBuilder.CreateIndex(
                name: "IX_enrolment_codes_code_hash",
                schema: "sanitization",
                table: "enrolment_codes",
                column: "code_hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_evidence_carrier_key",
                schema: "sanitization",
                table: "evidence",
                column: "carrier_key");

            migrationBuilder.CreateIndex(
                name: "IX_evidence_document_id",
                schema: "sanitization",
                table: "evidence",
                column: "document_id");

            migrationBuilder.CreateIndex(
                name: "IX_evidence_job_id",
                schema: "sanitization",
                table: "evidence",
                column: "job_id");

            migrationBuilder.CreateIndex(
                name: "IX_evidence_order_id",
                schema: "sanitization",
                table: "evidence",
                column: "order_id");

            migrationBuilder.CreateIndex(
                name: "IX_evidence_reopening_id",
                schema: "sanitization",
                table: "evidence",
                column: "reopening_id");

            migrationBuilder.CreateIndex(
                name: "ix_sanitization_evidence_content_hash",
                schema: "sanitization",
                table: "evidence",
                column: "content_hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_holds_device_id",
                schema: "sanitization",
                table: "holds",
                column: "device_id");

            migrationBuilder.CreateIndex(
                name: "IX_inbox_applied_at",
                schema: "sanitization",
                table: "inbox",
                column: "applied_at");

            migrationBuilder.CreateIndex(
                name: "IX_inventories_order_id",
                schema: "sanitization",
                table: "inventories",
                column: "order_id");

            migrationBuilder.CreateIndex(
                name: "IX_issued_certificates_order_id",
                schema: "sanitization",
                table: "issued_certificates",
                column: "order_id");

            migrationBuilder.CreateIndex(
                name: "ix_sanitization_certificates_evidence",
                schema: "sanitization",
                table: "issued_certificates",
                column: "evidence_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_sanitization_certificates_number",
                schema: "sanitization",
                table: "issued_certificates",
                column: "number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_sanitization_jobs_active_slot",
                schema: "sanitization",
                table: "jobs",
                column: "slot_id",
                unique: true,
                filter: "state = 'Active'");

            migrationBuilder.CreateIndex(
                name: "ix_sanitization_jobs_op_id",
                schema: "sanitization",
                table: "jobs",
                columns: new[] { "station_id", "op_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_sanitization_jobs_order_number",
                schema: "sanitization",
                table: "jobs",
                columns: new[] { "order_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_nonces_seen_at",
                schema: "sanitization",
                table: "nonces",
                column: "seen_at");

            migrationBuilder.CreateIndex(
                name: "ix_sanitization_nonces_key_nonce",
                schema: "sanitization",
                table: "nonces",
                columns: new[] { "key_id", "nonce" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_sanitization_operations_op_id",
                schema: "sanitization",
                table: "operations",
                column: "op_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_outbox_sent_at_not_before",
                schema: "sanitization",
                table: "outbox",
                columns: new[] { "sent_at", "not_before" });

            migrationBuilder.CreateIndex(
                name: "ix_sanitization_receipt_corrections_device_cycle",
                schema: "sanitization",
                table: "receipt_corrections",
                columns: new[] { "device_id", "cycle" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_reentries_device_id",
                schema: "sanitization",
                table: "reentries",
                column: "device_id");

            migrationBuilder.CreateIndex(
                name: "IX_reopenings_order_id",
                schema: "sanitization",
                table: "reopenings",
                column: "order_id");

            migrationBuilder.CreateIndex(
                name: "IX_revocations_reopening_id",
                schema: "sanitization",
                table: "revocations",
                column: "reopening_id");

            migrationBuilder.CreateIndex(
                name: "ix_sanitization_revocations_certificate",
                schema: "sanitization",
                table: "revocations",
                column: "certificate_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_sanitization_seen_accounts_device_cycle",
                schema: "sanitization",
                table: "seen_accounts",
                columns: new[] { "device_id", "cycle" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_sanitization_slots_accepted_evidence",
                schema: "sanitization",
                table: "slots",
                column: "accepted_evidence_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_sanitization_slots_order_name",
                schema: "sanitization",
                table: "slots",
                columns: new[] { "order_id", "name" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_slots_carrier_key",
                schema: "sanitization",
                table: "slots",
                column: "carrier_key");

            migrationBuilder.CreateIndex(
                name: "IX_slots_destruction_id",
                schema: "sanitization",
                table: "slots",
                column: "destruction_id");

            migrationBuilder.CreateIndex(
                name: "IX_slots_empty_record_id",
                schema: "sanitization",
                table: "slots",
                column: "empty_record_id");

            migrationBuilder.CreateIndex(
                name: "IX_slots_reopening_id",
                schema: "sanitization",
                table: "slots",
                column: "reopening_id");

            migrationBuilder.CreateIndex(
                name: "ix_sanitization_stations_key_id",
                schema: "sanitization",
                table: "stations",
                column: "key_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_sanitization_steps_job_sequence",
                schema: "sanitization",
                table: "steps",
                columns: new[] { "job_id", "sequence" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_sanitization_wipe_orders_device_cycle",
                schema: "sanitization",
                table: "wipe_orders",
                columns: new[] { "device_id", "cycle" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_wipe_orders_clearance_id",
                schema: "sanitization",
                table: "wipe_orders",
                column: "clearance_id");

            migrationBuilder.CreateIndex(
                name: "IX_wipe_orders_device_key",
                schema: "sanitization",
                table: "wipe_orders",
                column: "device_key");

            migrationBuilder.CreateIndex(
                name: "IX_wipe_orders_state_waiting_since",
                schema: "sanitization",
                table: "wipe_orders",
                columns: new[] { "state", "waiting_since" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "audit",
                schema: "sanitization");

            migrationBuilder.DropTable(
                name: "device_turns",
                schema: "sanitization");

            migrationBuilder.DropTable(
                name: "enrolment_codes",
                schema: "sanitization");

            migrationBuilder.DropTable(
                name: "holds",
                schema: "sanitization");

            migrationBuilder.DropTable(
                name: "inbox",
                schema: "sanitization");

            migrationBuilder.DropTable(
                name: "inventories",
                schema: "sanitization");

            migrationBuilder.DropTable(
                name: "job_progress",
                schema: "sanitization");

            migrationBuilder.DropTable(
                name: "jobs",
                schema: "sanitization");

            migrationBuilder.DropTable(
                name: "nonces",
                schema: "sanitization");

            migrationBuilder.DropTable(
                name: "operations",
                schema: "sanitization");

            migrationBuilder.DropTable(
                name: "outbox",
                schema: "sanitization");

            migrationBuilder.DropTable(
                name: "receipt_corrections",
                schema: "sanitization");

            migrationBuilder.DropTable(
                name: "reentries",
                schema: "sanitization");

            migrationBuilder.DropTable(
                name: "revocations",
                schema: "sanitization");

            migrationBuilder.DropTable(
                name: "seen_accounts",
                schema: "sanitization");

            migrationBuilder.DropTable(
                name: "slots",
                schema: "sanitization");

            migrationBuilder.DropTable(
                name: "stations",
                schema: "sanitization");

            migrationBuilder.DropTable(
                name: "steps",
                schema: "sanitization");

            migrationBuilder.DropTable(
                name: "issued_certificates",
                schema: "sanitization");

            migrationBuilder.DropTable(
                name: "destructions",
                schema: "sanitization");

            migrationBuilder.DropTable(
                name: "empty_records",
                schema: "sanitization");

            migrationBuilder.DropTable(
                name: "evidence",
                schema: "sanitization");

            migrationBuilder.DropTable(
                name: "reopenings",
                schema: "sanitization");

            migrationBuilder.DropTable(
                name: "wipe_orders",
                schema: "sanitization");

            migrationBuilder.DropTable(
                name: "clearances",
                schema: "sanitization");
        }
    }
}
