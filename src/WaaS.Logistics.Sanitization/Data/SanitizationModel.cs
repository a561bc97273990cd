using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using WaaS.Logistics.Sanitization.Certificates;
using WaaS.Logistics.Sanitization.HoldDevice;
using WaaS.Logistics.Sanitization.Orders;
using WaaS.Logistics.Sanitization.RecordSteps;
using WaaS.Logistics.Sanitization.ReopenOrder;
using WaaS.Logistics.Sanitization.Stations;

namespace WaaS.Logistics.Sanitization.Data;

/// <summary>
/// Tables and checks. The triggers of <see cref="GateRules"/> see rows in the order EF writes them: by foreign keys to new rows, then by table name. Hence the
/// names evidence, issued_certificates, slots, wipe_orders, and the references from what a re-opening takes away to its new row.
/// </summary>
internal static class SanitizationModel
{
    public static void Describe(ModelBuilder model)
    {
        model.Entity<WipeOrder>(Order);
        model.Entity<WipeSlot>(Slot);
        model.Entity<WipeJob>(Job);
        model.Entity<JobProgress>(progress => progress.ToTable("job_progress").HasKey(row => row.JobId));
        model.Entity<JobProgress>().Property(row => row.LeaseUntil).IsConcurrencyToken();
        model.Entity<Evidence>(EvidenceRow);
        model.Entity<StepRow>(step =>
        {
            step.ToTable("steps");
            step.HasIndex(row => new { row.JobId, row.Sequence }).IsUnique().HasDatabaseName("ix_sanitization_steps_job_sequence");
        });
        model.Entity<EmptyRecord>(record =>
        {
            record.ToTable("empty_records", table =>
            {
                table.HasCheckConstraint("ck_empty_records_two_people", "second_by IS NULL OR second_by <> first_by");
                table.HasCheckConstraint("ck_empty_records_confirmed", "state <> 'Confirmed' OR second_by IS NOT NULL");
            });
            record.HasIndex(row => row.Number).IsUnique();
            record.HasOne<Reopening>().WithMany().HasForeignKey(row => row.ReopeningId);
        });
        model.Entity<Destruction>(record =>
        {
            record.ToTable("destructions", table =>
            {
                table.HasCheckConstraint("ck_destructions_witness", "witness_id IS NULL OR witness_id <> operator_id");
                table.HasCheckConstraint("ck_destructions_approval", "approved_by IS NULL OR (witness_id IS NOT NULL AND approved_by <> operator_id AND approved_by <> witness_id)");
                table.HasCheckConstraint("ck_destructions_confirmed", "state <> 'Confirmed' OR (witness_id IS NOT NULL AND approved_by IS NOT NULL)");
            });
            record.HasIndex(row => row.Number).IsUnique();
            record.HasOne<Reopening>().WithMany().HasForeignKey(row => row.ReopeningId);
        });
        model.Entity<Inventory>(inventory => inventory.ToTable("inventories", table =>
            table.HasCheckConstraint("ck_inventories_two_people", "confirmed_by IS NULL OR confirmed_by <> recorded_by")));
        model.Entity<Reopening>(reopening => reopening.ToTable("reopenings"));
        model.Entity<ClearanceRecord>(clearance =>
        {
            clearance.ToTable("clearances");
            clearance.Ignore(row => row.Clearance);
            clearance.HasIndex(row => new { row.OrderId, row.Revision }).IsUnique().HasDatabaseName("ix_sanitization_clearances_order_revision");
        });
        Certificates(model);
        Rest(model);
    }

    private static void Order(EntityTypeBuilder<WipeOrder> order)
    {
        order.ToTable("wipe_orders", table =>
        {
            table.HasCheckConstraint("ck_wipe_orders_cleared", "state <> 'Cleared' OR (clearance_id IS NOT NULL AND slot_count <> 'Unknown' AND customer <> '' AND revision > 0)");
            table.HasCheckConstraint("ck_wipe_orders_open", "state = 'Cleared' OR clearance_id IS NULL");
            table.HasCheckConstraint("ck_wipe_orders_withdrawn", "(state = 'Withdrawn' AND withdrawn_reason IS NOT NULL AND withdrawn_at IS NOT NULL) OR (state <> 'Withdrawn' AND withdrawn_reason IS NULL AND withdrawn_at IS NULL)");
        });
        order.HasIndex(row => new { row.DeviceId, row.Cycle }).IsUnique().HasDatabaseName("ix_sanitization_wipe_orders_device_cycle");
        order.HasIndex(row => row.DeviceKey);
        order.HasIndex(row => new { row.State, row.WaitingSince });
        order.HasMany(row => row.Slots).WithOne(slot => slot.Order!).HasForeignKey(slot => slot.OrderId);
        order.HasMany(row => row.Jobs).WithOne(job => job.Order!).HasForeignKey(job => job.OrderId);
        order.HasMany(row => row.Evidence).WithOne(evidence => evidence.Order!).HasForeignKey(evidence => evidence.OrderId);
        order.HasMany(row => row.EmptyRecords).WithOne(record => record.Order!).HasForeignKey(record => record.OrderId);
        order.HasMany(row => row.Destructions).WithOne(record => record.Order!).HasForeignKey(record => record.OrderId);
        order.HasMany(row => row.Inventories).WithOne(record => record.Order!).HasForeignKey(record => record.OrderId);
        order.HasMany(row => row.Reopenings).WithOne(record => record.Order!).HasForeignKey(record => record.OrderId);
        order.HasOne(row => row.Clearance).WithMany().HasForeignKey(row => row.ClearanceId);
    }

    private static void Slot(EntityTypeBuilder<WipeSlot> slot)
    {
        slot.ToTable("slots", table =>
        {
            table.HasCheckConstraint("ck_slots_seen_empty", "NOT seen_empty OR carrier_key IS NULL");
            table.HasCheckConstraint("ck_slots_accepted", "state <> 'EvidenceAccepted' OR (accepted_evidence_id IS NOT NULL AND record_number IS NOT NULL AND carrier_key IS NOT NULL)");
            table.HasCheckConstraint("ck_slots_destroyed", "state <> 'Destroyed' OR (destruction_id IS NOT NULL AND record_number IS NOT NULL)");
            table.HasCheckConstraint("ck_slots_empty", "state <> 'EmptyConfirmed' OR (empty_record_id IS NOT NULL AND record_number IS NOT NULL)");
        });
        slot.HasIndex(row => new { row.OrderId, row.Name }).IsUnique().HasDatabaseName("ix_sanitization_slots_order_name");
        slot.HasIndex(row => row.CarrierKey);
        slot.HasIndex(row => row.AcceptedEvidenceId).IsUnique().HasDatabaseName("ix_sanitization_slots_accepted_evidence");
        slot.HasOne<Evidence>().WithMany().HasForeignKey(row => row.AcceptedEvidenceId);
        slot.HasOne<Destruction>().WithMany().HasForeignKey(row => row.DestructionId);
        slot.HasOne<EmptyRecord>().WithMany().HasForeignKey(row => row.EmptyRecordId);
        slot.HasOne<Reopening>().WithMany().HasForeignKey(row => row.ReopeningId);
    }

    private static void Job(EntityTypeBuilder<WipeJob> job)
    {
        job.ToTable("jobs");
        job.Property(row => row.Boots).HasDefaultValue(1);
        job.HasIndex(row => row.SlotId).IsUnique().HasFilter("state = 'Active'").HasDatabaseName("ix_sanitization_jobs_active_slot");
        job.HasIndex(row => new { row.OrderId, row.Number }).IsUnique().HasDatabaseName("ix_sanitization_jobs_order_number");
        job.HasIndex(row => new { row.StationId, row.OpId }).IsUnique().HasDatabaseName("ix_sanitization_jobs_op_id");
    }

    private static void EvidenceRow(EntityTypeBuilder<Evidence> evidence)
    {
        evidence.ToTable("evidence", table =>
        {
            // A comparison with NULL is neither yes nor no, and a check lets that pass: what may be absent is coalesced.
            table.HasCheckConstraint("ck_evidence_accepted",
                "state <> 'Accepted' OR (outcome = 'success' AND rules = '' AND carrier_kind IN ('file', 'loop', 'block') AND COALESCE(verification, '') = 'Yes' AND COALESCE(validation, '') = 'Yes' AND document_id IS NOT NULL)");
            table.HasCheckConstraint("ck_evidence_decided_by", "(verification IS NULL OR verified_by IS NOT NULL) AND (validation IS NULL OR (validated_by IS NOT NULL AND COALESCE(verification, '') = 'Yes'))");
            table.HasCheckConstraint("ck_evidence_four_eyes",
                "separation = 'None' OR ((verified_by IS NULL OR (operator_id IS NOT NULL AND verified_by <> operator_id)) AND (validated_by IS NULL OR (operator_id IS NOT NULL AND validated_by <> operator_id)))");
            table.HasCheckConstraint("ck_evidence_six_eyes", "separation <> 'SixEyes' OR validated_by IS NULL OR (verified_by IS NOT NULL AND validated_by <> verified_by)");
        });
        evidence.HasIndex(row => row.ContentHash).IsUnique().HasDatabaseName("ix_sanitization_evidence_content_hash");
        evidence.HasIndex(row => row.DocumentId);
        evidence.HasIndex(row => row.JobId);
        evidence.HasIndex(row => row.CarrierKey);
        evidence.HasOne<Reopening>().WithMany().HasForeignKey(row => row.ReopeningId);
    }

    private static void Certificates(ModelBuilder model)
    {
        model.Entity<Certificate>(certificate =>
        {
            certificate.ToTable("issued_certificates");
            certificate.HasIndex(row => row.Number).IsUnique().HasDatabaseName("ix_sanitization_certificates_number");
            certificate.HasIndex(row => row.EvidenceId).IsUnique().HasDatabaseName("ix_sanitization_certificates_evidence");
            certificate.HasIndex(row => row.OrderId);
            certificate.HasOne<Evidence>().WithMany().HasForeignKey(row => row.EvidenceId);
        });
        model.Entity<Revocation>(revocation =>
        {
            revocation.ToTable("revocations");
            revocation.HasIndex(row => row.CertificateId).IsUnique().HasDatabaseName("ix_sanitization_revocations_certificate");
            revocation.HasOne<Certificate>().WithMany().HasForeignKey(row => row.CertificateId);
            revocation.HasOne<Reopening>().WithMany().HasForeignKey(row => row.ReopeningId);
        });
    }

    private static void Rest(ModelBuilder model)
    {
        model.Entity<OpenOrder.DeviceTurn>(turn => turn.ToTable("device_turns"));
        model.Entity<WipeHold>(hold => hold.ToTable("holds").HasIndex(row => row.DeviceId));
        model.Entity<WithdrawOrder.ReceiptCorrection>(correction =>
        {
            correction.ToTable("receipt_corrections");
            correction.HasIndex(row => new { row.DeviceId, row.Cycle }).IsUnique().HasDatabaseName("ix_sanitization_receipt_corrections_device_cycle");
        });
        model.Entity<SeeCarriers.SeenAccount>(seen =>
        {
            seen.ToTable("seen_accounts");
            seen.HasIndex(row => new { row.DeviceId, row.Cycle }).IsUnique().HasDatabaseName("ix_sanitization_seen_accounts_device_cycle");
        });
        model.Entity<Reentry>(reentry => reentry.ToTable("reentries").HasIndex(row => row.DeviceId));
        model.Entity<Station>(station =>
        {
            station.ToTable("stations", table => table.HasCheckConstraint("ck_stations_boot",
                "(fleet_key_id IS NULL AND device_id IS NULL AND boot_id IS NULL AND expires_at IS NULL AND boot_statement IS NULL) OR (fleet_key_id IS NOT NULL AND device_id IS NOT NULL AND boot_id IS NOT NULL AND expires_at IS NOT NULL AND boot_statement IS NOT NULL)"));
            station.HasIndex(row => row.KeyId).IsUnique().HasDatabaseName("ix_sanitization_stations_key_id");
            station.HasIndex(row => new { row.FleetKeyId, row.DeviceId });
            station.HasOne<InDevice.FleetKey>().WithMany().HasForeignKey(row => row.FleetKeyId);
        });
        model.Entity<InDevice.FleetKey>(key =>
        {
            key.ToTable("fleet_keys", table => table.HasCheckConstraint("ck_fleet_keys_limit", "machines <= machine_limit"));
            key.HasIndex(row => row.KeyId).IsUnique().HasDatabaseName("ix_sanitization_fleet_keys_key_id");
        });
        model.Entity<KeepJournal.JobJournal>(journal =>
        {
            journal.ToTable("job_journals");
            journal.HasIndex(row => row.JobId).IsUnique().HasDatabaseName("ix_sanitization_job_journals_job");
            journal.HasOne<WipeJob>().WithMany().HasForeignKey(row => row.JobId);
        });
        model.Entity<KeepJournal.JournalPage>(page =>
        {
            page.ToTable("job_journal_pages").HasKey(row => row.JobId).HasName("pk_job_journal_pages");
            page.Property(row => row.Revision).IsConcurrencyToken();
        });
        model.Entity<ReportBays.StationBays>(bays =>
        {
            bays.ToTable("station_bays").HasKey(row => row.StationId).HasName("pk_station_bays");
            bays.HasOne<Station>().WithMany().HasForeignKey(row => row.StationId);
        });
        model.Entity<EnrolmentCode>(code =>
        {
            code.ToTable("enrolment_codes");
            code.HasIndex(row => row.CodeHash).IsUnique();
        });
        model.Entity<UsedNonce>(nonce =>
        {
            nonce.ToTable("nonces");
            nonce.HasIndex(row => new { row.KeyId, row.Nonce }).IsUnique().HasDatabaseName("ix_sanitization_nonces_key_nonce");
            nonce.HasIndex(row => row.SeenAt);
        });
        model.Entity<Operation>(operation =>
        {
            operation.ToTable("operations");
            operation.HasIndex(row => row.OpId).IsUnique().HasDatabaseName("ix_sanitization_operations_op_id");
        });
    }
}
