using Microsoft.EntityFrameworkCore;
using WaaS.Logistics.Platform.Data;
using WaaS.Logistics.Resale.PickLists;
using WaaS.Logistics.Resale.Places;
using WaaS.Logistics.Resale.TakeScan;
using WaaS.Logistics.Resale.Units;

namespace WaaS.Logistics.Resale.Data;

internal sealed class ResaleDb(DbContextOptions<ResaleDb> options, ServiceDbTools tools) : ServiceDb(options, tools)
{
    public static readonly RaceIndex OneOpenReservation = new("resale_one_open_reservation", "resale_reservations.unit_id");
    public static readonly RaceIndex OneListPerReservation = new("resale_one_list_per_reservation", "resale_pick_lines.reservation_id");
    public static readonly RaceIndex OneHand = new("resale_one_hand", "resale_hands.key");
    public static readonly RaceIndex OneLivingUnit = new("resale_one_living_unit", "resale_units.device_id");
    public static readonly RaceIndex OneUnitPerClearance = new("resale_one_unit_per_clearance", "resale_units.device_id, resale_units.cycle, resale_units.clearance_revision");

    protected override string Service => "resale";

    public DbSet<StockUnit> Units => Set<StockUnit>();

    public DbSet<Reservation> Reservations => Set<Reservation>();

    public DbSet<DeviceGate> Gates => Set<DeviceGate>();

    public DbSet<Place> Places => Set<Place>();

    public DbSet<PickList> PickLists => Set<PickList>();

    public DbSet<Hand> Hands => Set<Hand>();

    public DbSet<NumberSeries> Numbers => Set<NumberSeries>();

    /// <summary>Units with everything their decisions depend on.</summary>
    public IQueryable<StockUnit> WholeUnits => Units.Include(unit => unit.Reservations);

    /// <summary>The device's gate; shut from the beginning where nothing has been heard of it.</summary>
    public async Task<DeviceGate> Gate(Guid deviceId, CancellationToken cancel)
    {
        if (await Gates.SingleOrDefaultAsync(gate => gate.Id == deviceId, cancel) is { } known)
            return known;
        var first = new DeviceGate(deviceId);
        Gates.Add(first);
        return first;
    }

    public override Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        foreach (var unit in ChangeTracker.Entries<StockUnit>().Select(entry => entry.Entity).ToList())
            foreach (var happened in unit.TakeEvents())
                AddToOutbox(happened);
        return base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
    }

    protected override void Describe(ModelBuilder model)
    {
        Operations.Describe(model, Service);
        ResaleModel.Describe(model);
    }
}
