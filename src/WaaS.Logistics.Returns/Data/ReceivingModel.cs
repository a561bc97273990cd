using Microsoft.EntityFrameworkCore;
using WaaS.Logistics.Returns.Fleet;
using WaaS.Logistics.Returns.Orders;
using WaaS.Logistics.Returns.Places;
using WaaS.Logistics.Returns.Receiving;

namespace WaaS.Logistics.Returns.Data;

internal static class ReceivingModel
{
    public static void Describe(ModelBuilder model)
    {
        model.Entity<ReceivingSession>(session =>
        {
            session.ToTable("sessions");
            session.HasOne<ReturnOrder>().WithMany().HasForeignKey(row => row.OrderId).OnDelete(DeleteBehavior.Restrict);
            session.HasOne<Place>().WithMany().HasForeignKey(row => row.PlaceId).OnDelete(DeleteBehavior.Restrict);
            session.HasOne<Place>().WithMany().HasForeignKey(row => row.QuarantineId).OnDelete(DeleteBehavior.Restrict);
            session.HasIndex(row => row.StationKey).IsUnique().HasFilter("closed_at IS NULL").HasDatabaseName(ReturnsDb.OneSessionPerStation.Name);
        });
        model.Entity<Scan>(scan =>
        {
            scan.ToTable("scans");
            scan.HasOne<ReceivingSession>().WithMany().HasForeignKey(row => row.SessionId).OnDelete(DeleteBehavior.Restrict);
            scan.HasIndex(row => new { row.SessionId, row.Number }).IsUnique().HasDatabaseName(ReturnsDb.OneScanNumber.Name);
            scan.HasIndex(row => row.OrderId);
            scan.HasOne(row => row.Correction).WithOne().HasForeignKey<Correction>(row => row.ScanId).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<KeptCode>(code =>
        {
            code.ToTable("kept_codes");
            code.HasOne<ReceivingSession>().WithMany().HasForeignKey(row => row.SessionId).OnDelete(DeleteBehavior.Restrict);
            code.HasOne<Scan>().WithMany().HasForeignKey(row => row.ScanId).OnDelete(DeleteBehavior.Restrict);
            code.Property(row => row.Value).HasMaxLength(KeptCode.MaxLength);
        });
        model.Entity<Correction>(correction =>
        {
            correction.ToTable("corrections");
            correction.HasKey(row => row.ScanId);
        });
        model.Entity<Photo>(photo =>
        {
            photo.ToTable("photos");
            photo.HasOne<Scan>().WithMany().HasForeignKey(row => row.ScanId).OnDelete(DeleteBehavior.Restrict);
            photo.HasIndex(row => new { row.ScanId, row.Sha256 }).IsUnique().HasDatabaseName(ReturnsDb.OnePhoto.Name);
            photo.HasOne(row => row.Check).WithOne().HasForeignKey<PhotoCheck>(row => row.PhotoId).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<PhotoCheck>(check =>
        {
            check.ToTable("photo_checks");
            check.HasKey(row => row.PhotoId);
        });
        model.Entity<Receipt>(receipt =>
        {
            receipt.ToTable("receipts");
            receipt.HasOne<FleetDevice>().WithMany().HasForeignKey(row => row.DeviceId).OnDelete(DeleteBehavior.Restrict);
            receipt.HasOne<Place>().WithMany().HasForeignKey(row => row.PlaceId).OnDelete(DeleteBehavior.Restrict);
            receipt.HasOne<Scan>().WithMany().HasForeignKey(row => row.ScanId).OnDelete(DeleteBehavior.Restrict);
            receipt.HasIndex(row => row.DeviceId).IsUnique().HasFilter("state = 'Standing'").HasDatabaseName(ReturnsDb.OneStandingReceipt.Name);
            receipt.HasIndex(row => new { row.DeviceId, row.Cycle }).IsUnique().HasDatabaseName(ReturnsDb.OneReceiptPerCycle.Name);
            receipt.HasIndex(row => row.OrderId);
            receipt.HasMany(row => row.Carriers).WithOne(carrier => carrier.Receipt).HasForeignKey("ReceiptId").IsRequired();
        });
        model.Entity<SeenCarrier>(carrier =>
        {
            carrier.ToTable("seen_carriers");
            carrier.HasKey(row => row.Id);
            carrier.HasIndex(row => row.CarrierSerial);
        });
        model.Entity<Quarantine>(quarantine =>
        {
            quarantine.ToTable("quarantines");
            quarantine.HasOne<Place>().WithMany().HasForeignKey(row => row.PlaceId).OnDelete(DeleteBehavior.Restrict);
            quarantine.HasOne<Scan>().WithMany().HasForeignKey(row => row.ScanId).OnDelete(DeleteBehavior.Restrict);
            quarantine.HasIndex(row => row.DeviceId).IsUnique().HasFilter("state = 'Standing' AND device_id IS NOT NULL").HasDatabaseName(ReturnsDb.OneQuarantine.Name);
            quarantine.HasIndex(row => new { row.SerialKey, row.MakerKey }).IsUnique().HasFilter("state = 'Standing' AND device_id IS NULL AND NOT is_placeholder").HasDatabaseName(ReturnsDb.OneUnknownQuarantine.Name);
            quarantine.HasIndex(row => row.SettledBy);
        });
        model.Entity<StopEntry>(stop =>
        {
            stop.ToTable("stops");
            stop.HasIndex(row => row.SerialKey);
        });
    }
}
