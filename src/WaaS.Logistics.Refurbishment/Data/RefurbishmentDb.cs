using Microsoft.EntityFrameworkCore;
using WaaS.Logistics.Platform.Data;
using WaaS.Logistics.Platform.Web;
using WaaS.Logistics.Refurbishment.Inspections;

namespace WaaS.Logistics.Refurbishment.Data;

internal sealed class RefurbishmentDb(DbContextOptions<RefurbishmentDb> options, ServiceDbTools tools) : ServiceDb(options, tools)
{
    public static readonly RaceIndex OneSeal = new("refurbishment_one_seal", "refurbishment_inspections.seal_key");

    protected override string Service => "refurbishment";

    public DbSet<Device> Devices => Set<Device>();

    public DbSet<Inspection> Inspections => Set<Inspection>();

    /// <summary>A device with everything its decisions depend on; what happened before is only added to.</summary>
    public async Task<Device?> FindDevice(Guid id, CancellationToken cancel) => await Devices.AsSplitQuery()
        .Include(device => device.Inspections).ThenInclude(inspection => inspection.Slots)
        .Include(device => device.Inspections).ThenInclude(inspection => inspection.Checks)
        .SingleOrDefaultAsync(device => device.Id == id, cancel);

    public async Task<Device> Device(Guid id, CancellationToken cancel) =>
        await FindDevice(id, cancel) is { Latest: not null } device ? device : throw RefusedException.NotFound("device", id.ToString());

    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        try
        {
            return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        }
        catch (DbUpdateException e) when (e is not DbUpdateConcurrencyException && !Violations.IsOfInbox(e))
        {
            // PostgreSQL runs a whole batch: a trigger or an index may speak of what somebody else wrote before the stale version is counted.
            if (await SomebodyWasFaster(cancellationToken))
                throw new DbUpdateConcurrencyException(e.Message, e.InnerException!);
            throw;
        }
    }

    private async Task<bool> SomebodyWasFaster(CancellationToken cancel)
    {
        foreach (var entry in ChangeTracker.Entries<Device>().Where(entry => entry.State is EntityState.Added or EntityState.Modified).ToList())
        {
            var known = entry.State == EntityState.Added ? (int?)null : entry.Property(device => device.Version).OriginalValue;
            var id = entry.Entity.Id;
            if (await Devices.Where(device => device.Id == id).Select(device => (int?)device.Version).SingleOrDefaultAsync(cancel) != known)
                return true;
        }
        return false;
    }

    protected override void Describe(ModelBuilder model)
    {
        Operations.Describe(model, Service);
        RefurbishmentModel.Describe(model);
    }
}
