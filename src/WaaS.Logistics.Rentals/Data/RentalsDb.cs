using Microsoft.EntityFrameworkCore;
using WaaS.Logistics.Platform.Data;
using WaaS.Logistics.Rentals.Contracts;
using WaaS.Logistics.Rentals.TrackReturns;

namespace WaaS.Logistics.Rentals.Data;

internal sealed class RentalsDb(DbContextOptions<RentalsDb> options, ServiceDbTools tools) : ServiceDb(options, tools)
{
    public static readonly RaceIndex OneRunningContract = new("rentals_one_running_contract", "rentals_contract_devices.device_id");
    public static readonly RaceIndex OneDevice = new("rentals_one_device", "rentals_devices.maker_key, rentals_devices.serial_key");
    public static readonly RaceIndex OneNumber = new("rentals_one_contract_number", "rentals_contracts.number");

    protected override string Service => "rentals";

    public DbSet<Contract> Contracts => Set<Contract>();

    public DbSet<Device> Devices => Set<Device>();

    public DbSet<ContractDevice> ContractDevices => Set<ContractDevice>();

    public DbSet<ReturnFact> ReturnFacts => Set<ReturnFact>();

    protected override void Describe(ModelBuilder model)
    {
        Operations.Describe(model, Service);
        model.Entity<Contract>(contract =>
        {
            contract.ToTable("contracts");
            contract.HasIndex(row => row.Number).IsUnique().HasDatabaseName(OneNumber.Name);
            contract.HasIndex(row => new { row.ReturnDueAnnouncedAt, row.EndsOn });
            contract.HasIndex(row => row.Customer);
            contract.HasMany(row => row.Devices).WithOne(line => line.Contract).HasForeignKey("ContractId").IsRequired();
            contract.Ignore(row => row.IsRunning);
        });
        model.Entity<Device>(device =>
        {
            device.ToTable("devices");
            device.HasIndex(row => new { row.MakerKey, row.SerialKey }).IsUnique().HasDatabaseName(OneDevice.Name);
            device.HasIndex(row => row.SerialKey);
        });
        model.Entity<ReturnFact>(fact =>
        {
            fact.ToTable("return_facts");
            fact.HasIndex(row => row.DeviceId);
        });
        model.Entity<ContractDevice>(line =>
        {
            line.ToTable("contract_devices");
            line.HasKey(row => row.Id);
            line.HasOne(row => row.Device).WithMany().HasForeignKey(row => row.DeviceId).OnDelete(DeleteBehavior.Restrict);
            line.HasIndex("ContractId", nameof(ContractDevice.DeviceId)).IsUnique().HasDatabaseName("rentals_one_line_per_device");
            line.Ignore(row => row.LastDay);
            line.HasIndex([nameof(ContractDevice.DeviceId)], "rentals_contracts_of_device");
            line.HasIndex(row => row.DeviceId).IsUnique().HasFilter("running").HasDatabaseName(OneRunningContract.Name);
        });
    }
}
