using Microsoft.EntityFrameworkCore;
using WaaS.Logistics.Returns.Fleet;
using WaaS.Logistics.Returns.Orders;
using WaaS.Logistics.Returns.Places;

namespace WaaS.Logistics.Returns.Data;

internal static class OrdersModel
{
    public static void Describe(ModelBuilder model)
    {
        model.Entity<FleetDevice>(device =>
        {
            device.ToTable("fleet");
            device.HasIndex(row => row.SerialKey);
            device.HasIndex(row => row.AskingKey);
            device.HasIndex(row => row.ContractId);
            device.HasIndex(row => row.Customer);
        });
        model.Entity<ContractExtension>(extension =>
        {
            extension.ToTable("contract_extensions");
            extension.HasKey(row => row.ContractId);
        });
        model.Entity<ReturnOrder>(order =>
        {
            order.ToTable("orders");
            order.HasIndex(row => row.Number).IsUnique();
            order.HasIndex(row => new { row.ContractId, row.DueOn }).IsUnique().HasDatabaseName("returns_one_order_per_contract_end");
            order.HasIndex(row => new { row.State, row.OpenedAt });
        });
        model.Entity<ExpectedDevice>(expected =>
        {
            expected.ToTable("expected_devices");
            expected.HasOne<ReturnOrder>().WithMany().HasForeignKey(row => row.OrderId).OnDelete(DeleteBehavior.Restrict);
            expected.HasIndex(row => new { row.OrderId, row.DeviceId }).IsUnique();
            expected.HasIndex(row => new { row.OrderId, row.SerialKey });
            expected.HasIndex(row => row.DeviceId).IsUnique().HasFilter("state = 'Open'").HasDatabaseName(ReturnsDb.OneOpenExpectation.Name);
        });
        model.Entity<Shipment>(shipment =>
        {
            shipment.ToTable("shipments");
            shipment.HasOne<ReturnOrder>().WithMany().HasForeignKey(row => row.OrderId).OnDelete(DeleteBehavior.Restrict);
            shipment.HasMany(row => row.Parcels).WithOne(parcel => parcel.Shipment).HasForeignKey("ShipmentId").IsRequired();
        });
        model.Entity<Parcel>(parcel =>
        {
            parcel.ToTable("parcels");
            parcel.HasKey(row => row.Id);
            parcel.HasIndex(row => row.Number).IsUnique();
            parcel.HasIndex(row => row.Tracking);
            parcel.Ignore(row => row.Label);
        });
        model.Entity<NumberSeries>(series =>
        {
            series.ToTable("number_series");
            series.HasKey(row => row.Prefix);
            series.Property(row => row.Last).IsConcurrencyToken();
            series.HasData(new { Prefix = NumberSeries.Orders, Last = 0L }, new { Prefix = NumberSeries.Parcels, Last = 0L }, new { Prefix = NumberSeries.Sessions, Last = 0L });
        });
        model.Entity<Place>(place =>
        {
            place.ToTable("places");
            place.HasIndex(row => row.CodeKey).IsUnique().HasDatabaseName(ReturnsDb.OnePlace.Name);
            place.Ignore(row => row.Label);
        });
        model.Entity<Discrepancy>(discrepancy =>
        {
            discrepancy.ToTable("discrepancies");
            discrepancy.HasOne<ReturnOrder>().WithMany().HasForeignKey(row => row.OrderId).OnDelete(DeleteBehavior.Restrict);
            discrepancy.HasIndex(row => new { row.State, row.FoundAt });
            discrepancy.HasIndex(row => row.ScanId);
        });
    }
}
