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

    protected override void Describe(ModelBuilder model)
    {
        Operations.Describe(model, Service);
        RefurbishmentModel.Describe(model);
    }
}
