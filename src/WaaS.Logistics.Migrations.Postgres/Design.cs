#nullable enable
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using WaaS.Logistics.Custody.Data;
using WaaS.Logistics.Platform.Data;
using WaaS.Logistics.Refurbishment.Data;
using WaaS.Logistics.Rentals.Data;
using WaaS.Logistics.Resale.Data;
using WaaS.Logistics.Returns.Data;
using WaaS.Logistics.Sanitization.Data;

namespace WaaS.Logistics.Migrations.Postgres;

// For 'dotnet ef' alone; see docs/testing.md for the command.
internal static class Design
{
    private static readonly Storage Storage = new(new StorageOptions
    {
        Kind = StorageKind.Postgres,
        DataFolder = Path.GetTempPath(),
        Postgres = "Host=localhost;Database=design",
    });

    public static TDb Create<TDb>(string service) where TDb : ServiceDb
    {
        var options = new DbContextOptionsBuilder<TDb>();
        Storage.ConfigureProvider(options, service);
        return (TDb)Activator.CreateInstance(typeof(TDb), options.Options, new ServiceDbTools(Storage, TimeProvider.System, NoServices.Instance))!;
    }

    private sealed class NoServices : IServiceProvider
    {
        public static readonly NoServices Instance = new();

        public object? GetService(Type serviceType) => null;
    }
}

internal sealed class PlatformDesign : IDesignTimeDbContextFactory<PlatformDb>
{
    public PlatformDb CreateDbContext(string[] args) => Design.Create<PlatformDb>("platform");
}

internal sealed class RentalsDesign : IDesignTimeDbContextFactory<RentalsDb>
{
    public RentalsDb CreateDbContext(string[] args) => Design.Create<RentalsDb>("rentals");
}

internal sealed class ReturnsDesign : IDesignTimeDbContextFactory<ReturnsDb>
{
    public ReturnsDb CreateDbContext(string[] args) => Design.Create<ReturnsDb>("returns");
}

internal sealed class SanitizationDesign : IDesignTimeDbContextFactory<SanitizationDb>
{
    public SanitizationDb CreateDbContext(string[] args) => Design.Create<SanitizationDb>("sanitization");
}

internal sealed class RefurbishmentDesign : IDesignTimeDbContextFactory<RefurbishmentDb>
{
    public RefurbishmentDb CreateDbContext(string[] args) => Design.Create<RefurbishmentDb>("refurbishment");
}

internal sealed class ResaleDesign : IDesignTimeDbContextFactory<ResaleDb>
{
    public ResaleDb CreateDbContext(string[] args) => Design.Create<ResaleDb>("resale");
}

internal sealed class CustodyDesign : IDesignTimeDbContextFactory<CustodyDb>
{
    public CustodyDb CreateDbContext(string[] args) => Design.Create<CustodyDb>("custody");
}

