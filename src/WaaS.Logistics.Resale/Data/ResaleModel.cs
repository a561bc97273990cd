using Microsoft.EntityFrameworkCore;
using WaaS.Logistics.Resale.PickLists;
using WaaS.Logistics.Resale.Places;
using WaaS.Logistics.Resale.TakeScan;
using WaaS.Logistics.Resale.Units;

namespace WaaS.Logistics.Resale.Data;

/// <summary>
/// Tables and checks. The triggers of <see cref="ResaleRules"/> see rows in the order EF writes them, by foreign keys to new rows and then by table name:
/// device_gates, reservations, units.
/// </summary>
internal static class ResaleModel
{
    public static void Describe(ModelBuilder model)
    {
        model.Entity<DeviceGate>(gate => gate.ToTable("device_gates"));
        model.Entity<StockUnit>(unit =>
        {
            unit.ToTable("units", table =>
            {
                table.HasCheckConstraint("ck_units_clearance", "cycle >= 1 AND clearance_revision >= 1");
                table.HasCheckConstraint("ck_units_bin", "state NOT IN ('Stocked', 'Reserved') OR (place_id IS NOT NULL AND bin IS NOT NULL)");
                table.HasCheckConstraint("ck_units_out_of_bin", "state NOT IN ('Admitted', 'Picked', 'Sold') OR place_id IS NULL");
                table.HasCheckConstraint("ck_units_reservation", "(state IN ('Reserved', 'Picked', 'Sold', 'Returned')) = (reservation_id IS NOT NULL)");
                table.HasCheckConstraint("ck_units_price", "(price_minor IS NULL) = (currency IS NULL) AND (price_minor IS NULL OR (price_minor > 0 AND length(currency) = 3))");
                table.HasCheckConstraint("ck_units_sold", "state NOT IN ('Sold', 'Returned') OR (sold_at IS NOT NULL AND price_minor IS NOT NULL)");
                table.HasCheckConstraint("ck_units_tenant", "length(tenant_key) > 0");
            });
            unit.HasOne<Place>().WithMany().HasForeignKey(row => row.PlaceId).OnDelete(DeleteBehavior.Restrict);
            unit.HasMany(row => row.Reservations).WithOne(row => row.Unit).HasForeignKey(row => row.UnitId).OnDelete(DeleteBehavior.Restrict);
            unit.HasIndex(row => row.DeviceId).IsUnique().HasFilter("state NOT IN ('Sold', 'Returned', 'Withdrawn')").HasDatabaseName(ResaleDb.OneLivingUnit.Name);
            unit.HasIndex(row => new { row.DeviceId, row.Cycle, row.ClearanceRevision }).IsUnique().HasDatabaseName(ResaleDb.OneUnitPerClearance.Name);
            unit.HasIndex(row => row.SerialKey);
            unit.HasIndex(row => new { row.State, row.ModelKey, row.Grade });
            unit.HasIndex(row => row.PlaceId);
            unit.Property(row => row.Currency).HasMaxLength(3);
            unit.Ignore(row => row.Price);
            unit.Ignore(row => row.Reserved);
        });
        model.Entity<Reservation>(reservation =>
        {
            reservation.ToTable("reservations", table =>
            {
                table.HasCheckConstraint("ck_reservations_price", "price_minor > 0 AND length(currency) = 3");
                table.HasCheckConstraint("ck_reservations_ended", "(state = 'Open') = (ended_at IS NULL)");
                table.HasCheckConstraint("ck_reservations_reason", "(state = 'Released') = (release_reason IS NOT NULL)");
            });
            // Written before its unit: without this a late writer would meet a trigger instead of the collision.
            reservation.Property(row => row.State).IsConcurrencyToken();
            reservation.HasIndex(row => row.UnitId).IsUnique().HasFilter("state = 'Open'").HasDatabaseName(ResaleDb.OneOpenReservation.Name);
            reservation.HasIndex(row => new { row.State, row.BuyerKey });
        });
        model.Entity<Place>(place =>
        {
            place.ToTable("places");
            place.HasIndex(row => row.CodeKey);
            place.Ignore(row => row.Label);
        });
        model.Entity<PickList>(list =>
        {
            list.ToTable("pick_lists");
            list.HasIndex(row => row.Number).IsUnique();
            list.HasIndex(row => new { row.SoldAt, row.CreatedAt });
            list.HasMany(row => row.Lines).WithOne(line => line.List).HasForeignKey(line => line.PickListId).IsRequired();
        });
        model.Entity<PickLine>(line =>
        {
            line.ToTable("pick_lines");
            line.HasOne<Reservation>().WithMany().HasForeignKey(row => row.ReservationId).OnDelete(DeleteBehavior.Restrict);
            line.HasIndex(row => row.ReservationId).IsUnique().HasDatabaseName(ResaleDb.OneListPerReservation.Name);
        });
        model.Entity<Hand>(hand =>
        {
            hand.ToTable("hands");
            hand.HasIndex(row => row.Key).IsUnique().HasDatabaseName(ResaleDb.OneHand.Name);
        });
        model.Entity<NumberSeries>(series =>
        {
            series.ToTable("number_series");
            series.HasKey(row => row.Prefix);
            series.Property(row => row.Last).IsConcurrencyToken();
            series.HasData(new { Prefix = NumberSeries.PickLists, Last = 0L });
        });
    }
}
