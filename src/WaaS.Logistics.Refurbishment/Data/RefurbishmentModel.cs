using Microsoft.EntityFrameworkCore;
using WaaS.Logistics.Refurbishment.Inspections;

namespace WaaS.Logistics.Refurbishment.Data;

/// <summary>
/// Tables and checks. EF writes by table name, and the version of the device must be counted before any trigger speaks of what a faster one wrote: hence
/// no table with a trigger sorts before devices. A comparison with NULL is neither yes nor no, and a check lets that pass: hence IS NOT NULL.
/// </summary>
internal static class RefurbishmentModel
{
    public static void Describe(ModelBuilder model)
    {
        model.Entity<Device>(device =>
        {
            device.ToTable("devices", table => table.HasCheckConstraint("ck_devices_heard", "cycle >= 1 AND revision >= 1"));
            device.HasIndex(row => row.SerialKey);
            device.Ignore(row => row.Latest);
            device.HasMany(row => row.Inspections).WithOne(inspection => inspection.Device).HasForeignKey(row => row.DeviceId).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<Inspection>(inspection =>
        {
            inspection.ToTable("inspections", table =>
            {
                table.HasCheckConstraint("ck_inspections_clearance", "cycle >= 1 AND revision >= 1");
                table.HasCheckConstraint("ck_inspections_graded", "state <> 'Graded' OR (grade IS NOT NULL AND ended_by IS NOT NULL)");
                table.HasCheckConstraint("ck_inspections_grade", "grade IS NULL OR (grade IN ('A', 'B', 'C') AND state IN ('Graded', 'Withdrawn', 'SentBack'))");
                table.HasCheckConstraint("ck_inspections_scrapped", "state <> 'Scrapped' OR (scrap_reason IS NOT NULL AND scrap_reason <> '' AND grade IS NULL)");
                table.HasCheckConstraint("ck_inspections_seal", "seal_number IS NULL OR (grade IS NOT NULL AND seal_key IS NOT NULL)");
            });
            inspection.Ignore(row => row.Clearance);
            inspection.HasIndex(row => new { row.DeviceId, row.Cycle, row.Revision }).IsUnique().HasDatabaseName("refurbishment_one_inspection_per_clearance");
            inspection.HasIndex(row => row.DeviceId).IsUnique().HasFilter("state IN ('Waiting', 'InInspection')").HasDatabaseName("refurbishment_one_open_inspection");
            inspection.HasIndex(row => row.SealKey).IsUnique().HasDatabaseName(RefurbishmentDb.OneSeal.Name);
            inspection.HasIndex(row => new { row.State, row.StateSince });
            inspection.HasMany(row => row.Slots).WithOne(slot => slot.Inspection!).HasForeignKey(row => row.InspectionId).OnDelete(DeleteBehavior.Restrict);
            inspection.HasMany(row => row.Checks).WithOne(check => check.Inspection!).HasForeignKey(row => row.InspectionId).OnDelete(DeleteBehavior.Restrict);
            inspection.HasMany(row => row.History).WithOne(line => line.Inspection!).HasForeignKey(row => row.InspectionId).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<SlotRecord>(slot =>
        {
            slot.ToTable("cleared_slots", table => table.HasCheckConstraint("ck_cleared_slots_record", "record_kind IN ('certificate', 'destruction', 'no-carrier') AND record_number <> ''"));
            slot.HasIndex(row => new { row.InspectionId, row.Slot }).IsUnique().HasDatabaseName("refurbishment_one_record_per_slot");
            slot.HasIndex(row => row.RecordNumber);
        });
        model.Entity<AnsweredCheck>(check =>
        {
            check.ToTable("given_answers", table =>
            {
                table.HasCheckConstraint("ck_given_answers_note", "answer <> 'Fault' OR (note IS NOT NULL AND note <> '')");
                table.HasCheckConstraint("ck_given_answers_no_carrier_left", "point <> 'NoCarrierLeft' OR answer = 'Ok'");
            });
            check.HasIndex(row => new { row.InspectionId, row.Point }).IsUnique().HasDatabaseName("refurbishment_one_answer_per_check");
        });
        model.Entity<HistoryLine>(line =>
        {
            line.ToTable("history");
            line.HasIndex(row => new { row.InspectionId, row.At });
        });
    }
}
