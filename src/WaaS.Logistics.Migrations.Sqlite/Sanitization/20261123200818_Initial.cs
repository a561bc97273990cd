using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace WaaS.Logistics.Migrations.Sqlite.Sanitization
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "sanitization_audit",
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
                    table.PrimaryKey("PK_sanitization_audit", x => x.sequence);
                });

            migrationBuilder.CreateTable(
                name: "sanitization_clearances",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    order_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    revision = table.Column<int>(type: "INTEGER", nullable: false),
                    cleared_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    slots = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sanitization_clearances", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "sanitization_device_turns",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    taken_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    turns = table.Column<int>(type: "INTEGER", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sanitization_device_turns", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "sanitization_enrolment_codes",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    code_hash = table.Column<string>(type: "TEXT", nullable: false),
                    created_by = table.Column<string>(type: "TEXT", nullable: false),
                    created_by_name = table.Column<string>(type: "TEXT", nullable: false),
                    created_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    expires_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    used_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    station_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sanitization_enrolment_codes", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "sanitization_holds",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    device_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    reason = table.Column<string>(type: "TEXT", nullable: false),
                    ends_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    ends_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    placed_by = table.Column<string>(type: "TEXT", nullable: false),
                    placed_by_name = table.Column<string>(type: "TEXT", nullable: false),
                    placed_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    lifted_by = table.Column<string>(type: "TEXT", nullable: true),
                    lifted_by_name = table.Column<string>(type: "TEXT", nullable: true),
                    lifted_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    lift_reason = table.Column<string>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sanitization_holds", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "sanitization_inbox",
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
                name: "sanitization_job_progress",
                columns: table => new
                {
                    job_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    lease_until = table.Column<DateTime>(type: "TEXT", nullable: false),
                    heard_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    phase = table.Column<string>(type: "TEXT", nullable: false),
                    bytes_done = table.Column<long>(type: "INTEGER", nullable: false),
                    bytes_total = table.Column<long>(type: "INTEGER", nullable: false),
                    speed = table.Column<double>(type: "REAL", nullable: false),
                    temperature = table.Column<double>(type: "REAL", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sanitization_job_progress", x => x.job_id);
                });

            migrationBuilder.CreateTable(
                name: "sanitization_nonces",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    key_id = table.Column<string>(type: "TEXT", nullable: false),
                    nonce = table.Column<string>(type: "TEXT", nullable: false),
                    seen_at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sanitization_nonces", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "sanitization_operations",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    op_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    command = table.Column<string>(type: "TEXT", nullable: false),
                    answer = table.Column<string>(type: "TEXT", nullable: false),
                    done_at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sanitization_operations", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "sanitization_outbox",
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
                    table.PrimaryKey("PK_sanitization_outbox", x => x.sequence);
                });

            migrationBuilder.CreateTable(
                name: "sanitization_receipt_corrections",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    device_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    cycle = table.Column<int>(type: "INTEGER", nullable: false),
                    reason = table.Column<string>(type: "TEXT", nullable: false),
                    received_at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sanitization_receipt_corrections", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "sanitization_reentries",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    device_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    cycle = table.Column<int>(type: "INTEGER", nullable: true),
                    cause = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    slot = table.Column<string>(type: "TEXT", nullable: true),
                    carrier_serial = table.Column<string>(type: "TEXT", nullable: true),
                    reason = table.Column<string>(type: "TEXT", nullable: false),
                    received_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    applied_to = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sanitization_reentries", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "sanitization_seen_accounts",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    device_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    cycle = table.Column<int>(type: "INTEGER", nullable: false),
                    revision = table.Column<int>(type: "INTEGER", nullable: false),
                    count_unknown = table.Column<bool>(type: "INTEGER", nullable: false),
                    slots = table.Column<string>(type: "TEXT", nullable: false),
                    received_at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sanitization_seen_accounts", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "sanitization_stations",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    key_id = table.Column<string>(type: "TEXT", nullable: false),
                    public_key_pem = table.Column<string>(type: "TEXT", nullable: false),
                    machine = table.Column<string>(type: "TEXT", nullable: false),
                    enrolled_with = table.Column<Guid>(type: "TEXT", nullable: false),
                    enrolled_by = table.Column<string>(type: "TEXT", nullable: false),
                    enrolled_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    revoked_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    revoked_by = table.Column<string>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sanitization_stations", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "sanitization_steps",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    job_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    sequence = table.Column<long>(type: "INTEGER", nullable: false),
                    hash = table.Column<string>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", nullable: false),
                    record = table.Column<string>(type: "TEXT", nullable: false),
                    received_at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sanitization_steps", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "sanitization_wipe_orders",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    device_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    cycle = table.Column<int>(type: "INTEGER", nullable: false),
                    return_order_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    order_number = table.Column<string>(type: "TEXT", nullable: false),
                    contract_number = table.Column<string>(type: "TEXT", nullable: true),
                    customer = table.Column<string>(type: "TEXT", nullable: false),
                    manufacturer = table.Column<string>(type: "TEXT", nullable: false),
                    model = table.Column<string>(type: "TEXT", nullable: false),
                    serial = table.Column<string>(type: "TEXT", nullable: false),
                    device_key = table.Column<string>(type: "TEXT", nullable: false),
                    protection_need = table.Column<string>(type: "TEXT", nullable: false),
                    product_class = table.Column<string>(type: "TEXT", nullable: true),
                    expected_slots = table.Column<int>(type: "INTEGER", nullable: true),
                    slot_count = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    place = table.Column<string>(type: "TEXT", nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    revision = table.Column<int>(type: "INTEGER", nullable: false),
                    clearance_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    opened_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    waiting_since = table.Column<DateTime>(type: "TEXT", nullable: false),
                    facts_changed_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    seen_revision = table.Column<int>(type: "INTEGER", nullable: false),
                    seen_count_unknown = table.Column<bool>(type: "INTEGER", nullable: false),
                    count_doubted = table.Column<bool>(type: "INTEGER", nullable: false),
                    withdrawn_reason = table.Column<string>(type: "TEXT", nullable: true),
                    withdrawn_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sanitization_wipe_orders", x => x.id);
                    table.CheckConstraint("ck_wipe_orders_cleared", "state <> 'Cleared' OR (clearance_id IS NOT NULL AND slot_count <> 'Unknown' AND customer <> '' AND revision > 0)");
                    table.CheckConstraint("ck_wipe_orders_open", "state = 'Cleared' OR clearance_id IS NULL");
                    table.CheckConstraint("ck_wipe_orders_withdrawn", "(state = 'Withdrawn' AND withdrawn_reason IS NOT NULL AND withdrawn_at IS NOT NULL) OR (state <> 'Withdrawn' AND withdrawn_reason IS NULL AND withdrawn_at IS NULL)");
                    table.ForeignKey(
                        name: "FK_sanitization_wipe_orders_sanitization_clearances_clearance_id",
                        column: x => x.clearance_id,
                        principalTable: "sanitization_clearances",
                        principalColumn: "id");
                });

            migrationBuilder.CreateTable(
                name: "sanitization_inventories",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    order_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    slots = table.Column<string>(type: "TEXT", nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    recorded_by = table.Column<string>(type: "TEXT", nullable: false),
                    recorded_by_name = table.Column<string>(type: "TEXT", nullable: false),
                    recorded_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    confirmed_by = table.Column<string>(type: "TEXT", nullable: true),
                    confirmed_by_name = table.Column<string>(type: "TEXT", nullable: true),
                    confirmed_at = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sanitization_inventories", x => x.id);
                    table.CheckConstraint("ck_inventories_two_people", "confirmed_by IS NULL OR confirmed_by <> recorded_by");
                    table.ForeignKey(
                        name: "FK_sanitization_inventories_sanitization_wipe_orders_order_id",
                        column: x => x.order_id,
                        principalTable: "sanitization_wipe_orders",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "sanitization_jobs",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    order_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    slot_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    slot_name = table.Column<string>(type: "TEXT", nullable: false),
                    carrier_serial = table.Column<string>(type: "TEXT", nullable: false),
                    op_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    station_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    station_name = table.Column<string>(type: "TEXT", nullable: false),
                    operator_id = table.Column<string>(type: "TEXT", nullable: true),
                    operator_name = table.Column<string>(type: "TEXT", nullable: true),
                    protection_need = table.Column<string>(type: "TEXT", nullable: false),
                    policy_id = table.Column<string>(type: "TEXT", nullable: false),
                    policy_version = table.Column<int>(type: "INTEGER", nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    claimed_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    hold_checked_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    first_write_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ended_at = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sanitization_jobs", x => x.id);
                    table.ForeignKey(
                        name: "FK_sanitization_jobs_sanitization_wipe_orders_order_id",
                        column: x => x.order_id,
                        principalTable: "sanitization_wipe_orders",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "sanitization_reopenings",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    order_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    cause = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    reason = table.Column<string>(type: "TEXT", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    revision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sanitization_reopenings", x => x.id);
                    table.ForeignKey(
                        name: "FK_sanitization_reopenings_sanitization_wipe_orders_order_id",
                        column: x => x.order_id,
                        principalTable: "sanitization_wipe_orders",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "sanitization_destructions",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    order_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    slot_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    number = table.Column<string>(type: "TEXT", nullable: false),
                    carrier_serial = table.Column<string>(type: "TEXT", nullable: true),
                    level = table.Column<string>(type: "TEXT", nullable: false),
                    machine = table.Column<string>(type: "TEXT", nullable: false),
                    place = table.Column<string>(type: "TEXT", nullable: false),
                    proof_hash = table.Column<string>(type: "TEXT", nullable: false),
                    reason = table.Column<string>(type: "TEXT", nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    operator_id = table.Column<string>(type: "TEXT", nullable: false),
                    operator_name = table.Column<string>(type: "TEXT", nullable: false),
                    recorded_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    witness_id = table.Column<string>(type: "TEXT", nullable: true),
                    witness_name = table.Column<string>(type: "TEXT", nullable: true),
                    witnessed_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    approved_by = table.Column<string>(type: "TEXT", nullable: true),
                    approved_by_name = table.Column<string>(type: "TEXT", nullable: true),
                    approved_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    reopening_id = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sanitization_destructions", x => x.id);
                    table.CheckConstraint("ck_destructions_approval", "approved_by IS NULL OR (witness_id IS NOT NULL AND approved_by <> operator_id AND approved_by <> witness_id)");
                    table.CheckConstraint("ck_destructions_confirmed", "state <> 'Confirmed' OR (witness_id IS NOT NULL AND approved_by IS NOT NULL)");
                    table.CheckConstraint("ck_destructions_witness", "witness_id IS NULL OR witness_id <> operator_id");
                    table.ForeignKey(
                        name: "FK_sanitization_destructions_sanitization_reopenings_reopening_id",
                        column: x => x.reopening_id,
                        principalTable: "sanitization_reopenings",
                        principalColumn: "id");
                    table.ForeignKey(
                        name: "FK_sanitization_destructions_sanitization_wipe_orders_order_id",
                        column: x => x.order_id,
                        principalTable: "sanitization_wipe_orders",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "sanitization_empty_records",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    order_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    slot_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    number = table.Column<string>(type: "TEXT", nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    note = table.Column<string>(type: "TEXT", nullable: false),
                    first_by = table.Column<string>(type: "TEXT", nullable: false),
                    first_by_name = table.Column<string>(type: "TEXT", nullable: false),
                    first_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    second_by = table.Column<string>(type: "TEXT", nullable: true),
                    second_by_name = table.Column<string>(type: "TEXT", nullable: true),
                    second_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    reopening_id = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sanitization_empty_records", x => x.id);
                    table.CheckConstraint("ck_empty_records_confirmed", "state <> 'Confirmed' OR second_by IS NOT NULL");
                    table.CheckConstraint("ck_empty_records_two_people", "second_by IS NULL OR second_by <> first_by");
                    table.ForeignKey(
                        name: "FK_sanitization_empty_records_sanitization_reopenings_reopening_id",
                        column: x => x.reopening_id,
                        principalTable: "sanitization_reopenings",
                        principalColumn: "id");
                    table.ForeignKey(
                        name: "FK_sanitization_empty_records_sanitization_wipe_orders_order_id",
                        column: x => x.order_id,
                        principalTable: "sanitization_wipe_orders",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "sanitization_evidence",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    order_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    job_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    slot_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    slot_name = table.Column<string>(type: "TEXT", nullable: false),
                    station_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    station_name = table.Column<string>(type: "TEXT", nullable: false),
                    operator_id = table.Column<string>(type: "TEXT", nullable: true),
                    operator_name = table.Column<string>(type: "TEXT", nullable: true),
                    policy_id = table.Column<string>(type: "TEXT", nullable: false),
                    policy_version = table.Column<int>(type: "INTEGER", nullable: false),
                    separation = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    content_hash = table.Column<string>(type: "TEXT", nullable: false),
                    document_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    size_bytes = table.Column<int>(type: "INTEGER", nullable: false),
                    signature = table.Column<string>(type: "TEXT", nullable: false),
                    chain_head = table.Column<string>(type: "TEXT", nullable: false),
                    carrier_kind = table.Column<string>(type: "TEXT", nullable: false),
                    carrier_serial = table.Column<string>(type: "TEXT", nullable: true),
                    carrier_key = table.Column<string>(type: "TEXT", nullable: true),
                    work_began = table.Column<DateTime>(type: "TEXT", nullable: true),
                    work_ended = table.Column<DateTime>(type: "TEXT", nullable: true),
                    outcome = table.Column<string>(type: "TEXT", nullable: false),
                    rules = table.Column<string>(type: "TEXT", nullable: false),
                    findings = table.Column<string>(type: "TEXT", nullable: false),
                    received_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    verification = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    verified_by = table.Column<string>(type: "TEXT", nullable: true),
                    verified_by_name = table.Column<string>(type: "TEXT", nullable: true),
                    verified_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    validation = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    validated_by = table.Column<string>(type: "TEXT", nullable: true),
                    validated_by_name = table.Column<string>(type: "TEXT", nullable: true),
                    validated_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    note = table.Column<string>(type: "TEXT", nullable: true),
                    reopening_id = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sanitization_evidence", x => x.id);
                    table.CheckConstraint("ck_evidence_accepted", "state <> 'Accepted' OR (outcome = 'success' AND rules = '' AND carrier_kind IN ('file', 'loop') AND COALESCE(verification, '') = 'Yes' AND COALESCE(validation, '') = 'Yes' AND document_id IS NOT NULL)");
                    table.CheckConstraint("ck_evidence_decided_by", "(verification IS NULL OR verified_by IS NOT NULL) AND (validation IS NULL OR (validated_by IS NOT NULL AND COALESCE(verification, '') = 'Yes'))");
                    table.CheckConstraint("ck_evidence_four_eyes", "separation = 'None' OR ((verified_by IS NULL OR (operator_id IS NOT NULL AND verified_by <> operator_id)) AND (validated_by IS NULL OR (operator_id IS NOT NULL AND validated_by <> operator_id)))");
                    table.CheckConstraint("ck_evidence_six_eyes", "separation <> 'SixEyes' OR validated_by IS NULL OR (verified_by IS NOT NULL AND validated_by <> verified_by)");
                    table.ForeignKey(
                        name: "FK_sanitization_evidence_sanitization_reopenings_reopening_id",
                        column: x => x.reopening_id,
                        principalTable: "sanitization_reopenings",
                        principalColumn: "id");
                    table.ForeignKey(
                        name: "FK_sanitization_evidence_sanitization_wipe_orders_order_id",
                        column: x => x.order_id,
                        principalTable: "sanitization_wipe_orders",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "sanitization_issued_certificates",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    number = table.Column<string>(type: "TEXT", nullable: false),
                    order_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    slot_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    evidence_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    carrier_serial = table.Column<string>(type: "TEXT", nullable: false),
                    device_serial = table.Column<string>(type: "TEXT", nullable: false),
                    document_hash = table.Column<string>(type: "TEXT", nullable: false),
                    pdf_german_hash = table.Column<string>(type: "TEXT", nullable: false),
                    pdf_english_hash = table.Column<string>(type: "TEXT", nullable: false),
                    key_id = table.Column<string>(type: "TEXT", nullable: false),
                    issued_at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sanitization_issued_certificates", x => x.id);
                    table.ForeignKey(
                        name: "FK_sanitization_issued_certificates_sanitization_evidence_evidence_id",
                        column: x => x.evidence_id,
                        principalTable: "sanitization_evidence",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "sanitization_slots",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    order_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    source = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    carrier_serial = table.Column<string>(type: "TEXT", nullable: true),
                    carrier_key = table.Column<string>(type: "TEXT", nullable: true),
                    seen_empty = table.Column<bool>(type: "INTEGER", nullable: false),
                    accepted_evidence_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    destruction_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    empty_record_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    record_number = table.Column<string>(type: "TEXT", nullable: true),
                    failed_rules = table.Column<string>(type: "TEXT", nullable: true),
                    reopening_id = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sanitization_slots", x => x.id);
                    table.CheckConstraint("ck_slots_accepted", "state <> 'EvidenceAccepted' OR (accepted_evidence_id IS NOT NULL AND record_number IS NOT NULL AND carrier_key IS NOT NULL)");
                    table.CheckConstraint("ck_slots_destroyed", "state <> 'Destroyed' OR (destruction_id IS NOT NULL AND record_number IS NOT NULL)");
                    table.CheckConstraint("ck_slots_empty", "state <> 'EmptyConfirmed' OR (empty_record_id IS NOT NULL AND record_number IS NOT NULL)");
                    table.CheckConstraint("ck_slots_seen_empty", "NOT seen_empty OR carrier_key IS NULL");
                    table.ForeignKey(
                        name: "FK_sanitization_slots_sanitization_destructions_destruction_id",
                        column: x => x.destruction_id,
                        principalTable: "sanitization_destructions",
                        principalColumn: "id");
                    table.ForeignKey(
                        name: "FK_sanitization_slots_sanitization_empty_records_empty_record_id",
                        column: x => x.empty_record_id,
                        principalTable: "sanitization_empty_records",
                        principalColumn: "id");
                    table.ForeignKey(
                        name: "FK_sanitization_slots_sanitization_evidence_accepted_evidence_id",
                        column: x => x.accepted_evidence_id,
                        principalTable: "sanitization_evidence",
                        principalColumn: "id");
                    table.ForeignKey(
                        name: "FK_sanitization_slots_sanitization_reopenings_reopening_id",
                        column: x => x.reopening_id,
                        principalTable: "sanitization_reopenings",
                        principalColumn: "id");
                    table.ForeignKey(
                        name: "FK_sanitization_slots_sanitization_wipe_orders_order_id",
                        column: x => x.order_id,
                        principalTable: "sanitization_wipe_orders",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "sanitization_revocations",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    certificate_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    certificate_number = table.Column<string>(type: "TEXT", nullable: false),
                    reopening_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    reason = table.Column<string>(type: "TEXT", nullable: false),
                    revoked_by = table.Column<string>(type: "TEXT", nullable: false),
                    revoked_by_name = table.Column<string>(type: "TEXT", nullable: false),
                    revoked_at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sanitization_revocations", x => x.id);
                    table.ForeignKey(
                        name: "FK_sanitization_revocations_sanitization_issued_certificates_certificate_id",
                        column: x => x.certificate_id,
                        principalTable: "sanitization_issued_certificates",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_sanitization_revocations_sanitization_reopenings_reopening_id",
                        column: x => x.reopening_id,
                        principalTable: "sanitization_reopenings",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_sanitization_audit_subject_id",
                table: "sanitization_audit",
                column: "subject_id");

            migrationBuilder.CreateIndex(
                name: "ix_sanitization_clearances_order_revision",
                table: "sanitization_clearances",
                columns: new[] { "order_id", "revision" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_sanitization_destructions_number",
                table: "sanitization_destructions",
                column: "number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_sanitization_destructions_order_id",
                table: "sanitization_destructions",
                column: "order_id");

            migrationBuilder.CreateIndex(
                name: "IX_sanitization_destructions_reopening_id",
                table: "sanitization_destructions",
                column: "reopening_id");

            migrationBuilder.CreateIndex(
                name: "IX_sanitization_empty_records_number",
                table: "sanitization_empty_records",
                column: "number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_sanitization_empty_records_order_id",
                table: "sanitization_empty_records",
                column: "order_id");

            migrationBuilder.CreateIndex(
                name: "IX_sanitization_empty_records_reopening_id",
                table: "sanitization_empty_records",
                column: "reopening_id");

            migrationBuilder.CreateIndex(
                name: "IX_sanitization_enrolment_codes_code_hash",
                table: "sanitization_enrolment_codes",
                column: "code_hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_sanitization_evidence_carrier_key",
                table: "sanitization_evidence",
                column: "carrier_key");

            migrationBuilder.CreateIndex(
                name: "ix_sanitization_evidence_content_hash",
                table: "sanitization_evidence",
                column: "content_hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_sanitization_evidence_document_id",
                table: "sanitization_evidence",
                column: "document_id");

            migrationBuilder.CreateIndex(
                name: "IX_sanitization_evidence_job_id",
                table: "sanitization_evidence",
                column: "job_id");

            migrationBuilder.CreateIndex(
                name: "IX_sanitization_evidence_order_id",
                table: "sanitization_evidence",
                column: "order_id");

            migrationBuilder.CreateIndex(
                name: "IX_sanitization_evidence_reopening_id",
                table: "sanitization_evidence",
                column: "reopening_id");

            migrationBuilder.CreateIndex(
                name: "IX_sanitization_holds_device_id",
                table: "sanitization_holds",
                column: "device_id");

            migrationBuilder.CreateIndex(
                name: "IX_sanitization_inbox_applied_at",
                table: "sanitization_inbox",
                column: "applied_at");

            migrationBuilder.CreateIndex(
                name: "IX_sanitization_inventories_order_id",
                table: "sanitization_inventories",
                column: "order_id");

            migrationBuilder.CreateIndex(
                name: "ix_sanitization_certificates_evidence",
                table: "sanitization_issued_certificates",
                column: "evidence_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_sanitization_certificates_number",
                table: "sanitization_issued_certificates",
                column: "number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_sanitization_issued_certificates_order_id",
                table: "sanitization_issued_certificates",
                column: "order_id");

            migrationBuilder.CreateIndex(
                name: "ix_sanitization_jobs_active_slot",
                table: "sanitization_jobs",
                column: "slot_id",
                unique: true,
                filter: "state = 'Active'");

            migrationBuilder.CreateIndex(
                name: "ix_sanitization_jobs_op_id",
                table: "sanitization_jobs",
                columns: new[] { "station_id", "op_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_sanitization_jobs_order_number",
                table: "sanitization_jobs",
                columns: new[] { "order_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_sanitization_nonces_key_nonce",
                table: "sanitization_nonces",
                columns: new[] { "key_id", "nonce" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_sanitization_nonces_seen_at",
                table: "sanitization_nonces",
                column: "seen_at");

            migrationBuilder.CreateIndex(
                name: "ix_sanitization_operations_op_id",
                table: "sanitization_operations",
                column: "op_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_sanitization_outbox_sent_at_not_before",
                table: "sanitization_outbox",
                columns: new[] { "sent_at", "not_before" });

            migrationBuilder.CreateIndex(
                name: "ix_sanitization_receipt_corrections_device_cycle",
                table: "sanitization_receipt_corrections",
                columns: new[] { "device_id", "cycle" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_sanitization_reentries_device_id",
                table: "sanitization_reentries",
                column: "device_id");

            migrationBuilder.CreateIndex(
                name: "IX_sanitization_reopenings_order_id",
                table: "sanitization_reopenings",
                column: "order_id");

            migrationBuilder.CreateIndex(
                name: "ix_sanitization_revocations_certificate",
                table: "sanitization_revocations",
                column: "certificate_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_sanitization_revocations_reopening_id",
                table: "sanitization_revocations",
                column: "reopening_id");

            migrationBuilder.CreateIndex(
                name: "ix_sanitization_seen_accounts_device_cycle",
                table: "sanitization_seen_accounts",
                columns: new[] { "device_id", "cycle" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_sanitization_slots_accepted_evidence",
                table: "sanitization_slots",
                column: "accepted_evidence_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_sanitization_slots_carrier_key",
                table: "sanitization_slots",
                column: "carrier_key");

            migrationBuilder.CreateIndex(
                name: "IX_sanitization_slots_destruction_id",
                table: "sanitization_slots",
                column: "destruction_id");

            migrationBuilder.CreateIndex(
                name: "IX_sanitization_slots_empty_record_id",
                table: "sanitization_slots",
                column: "empty_record_id");

            migrationBuilder.CreateIndex(
                name: "ix_sanitization_slots_order_name",
                table: "sanitization_slots",
                columns: new[] { "order_id", "name" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_sanitization_slots_reopening_id",
                table: "sanitization_slots",
                column: "reopening_id");

            migrationBuilder.CreateIndex(
                name: "ix_sanitization_stations_key_id",
                table: "sanitization_stations",
                column: "key_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_sanitization_steps_job_sequence",
                table: "sanitization_steps",
                columns: new[] { "job_id", "sequence" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_sanitization_wipe_orders_clearance_id",
                table: "sanitization_wipe_orders",
                column: "clearance_id");

            migrationBuilder.CreateIndex(
                name: "ix_sanitization_wipe_orders_device_cycle",
                table: "sanitization_wipe_orders",
                columns: new[] { "device_id", "cycle" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_sanitization_wipe_orders_device_key",
                table: "sanitization_wipe_orders",
                column: "device_key");

            migrationBuilder.CreateIndex(
                name: "IX_sanitization_wipe_orders_state_waiting_since",
                table: "sanitization_wipe_orders",
                columns: new[] { "state", "waiting_since" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "sanitization_audit");

            migrationBuilder.DropTable(
                name: "sanitization_device_turns");

            migrationBuilder.DropTable(
                name: "sanitization_enrolment_codes");

            migrationBuilder.DropTable(
                name: "sanitization_holds");

            migrationBuilder.DropTable(
                name: "sanitization_inbox");

            migrationBuilder.DropTable(
                name: "sanitization_inventories");

            migrationBuilder.DropTable(
                name: "sanitization_job_progress");

            migrationBuilder.DropTable(
                name: "sanitization_jobs");

            migrationBuilder.DropTable(
                name: "sanitization_nonces");

            migrationBuilder.DropTable(
                name: "sanitization_operations");

            migrationBuilder.DropTable(
                name: "sanitization_outbox");

            migrationBuilder.DropTable(
                name: "sanitization_receipt_corrections");

            migrationBuilder.DropTable(
                name: "sanitization_reentries");

            migrationBuilder.DropTable(
                name: "sanitization_revocations");

            migrationBuilder.DropTable(
                name: "sanitization_seen_accounts");

            migrationBuilder.DropTable(
                name: "sanitization_slots");

            migrationBuilder.DropTable(
                name: "sanitization_stations");

            migrationBuilder.DropTable(
                name: "sanitization_steps");

            migrationBuilder.DropTable(
                name: "sanitization_issued_certificates");

            migrationBuilder.DropTable(
                name: "sanitization_destructions");

            migrationBuilder.DropTable(
                name: "sanitization_empty_records");

            migrationBuilder.DropTable(
                name: "sanitization_evidence");

            migrationBuilder.DropTable(
                name: "sanitization_reopenings");

            migrationBuilder.DropTable(
                name: "sanitization_wipe_orders");

            migrationBuilder.DropTable(
                name: "sanitization_clearances");
        }
    }
}
