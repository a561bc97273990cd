using Microsoft.AspNetCore.Routing;
using WaaS.Logistics.Platform.Data.Backup;
using WaaS.Logistics.Platform.Web;

namespace WaaS.Logistics.Platform.Services;

/// <summary>One self-contained slice of the product: its rules, tables, consumers, API and pages. The host only lists them.</summary>
public abstract class Service
{
    /// <summary>Schema on PostgreSQL, table prefix on SQLite, first part of its queue names, value of the <c>Services</c> setting.</summary>
    public abstract string Name { get; }

    /// <summary>Its places in the header, shown in every process whether or not the service runs there.</summary>
    public virtual IReadOnlyList<NavigationEntry> Navigation => [];

    /// <summary>Where the header's scan field leads, with <c>?q=</c>, if this service answers it.</summary>
    public virtual string? FindPath => null;

    /// <summary>Keys of its own an installation may set; see <see cref="PlatformSettings"/> for those of all services.</summary>
    public virtual IReadOnlyList<Setting> Settings => [];

    /// <summary>Where its rows name blobs.</summary>
    public virtual IReadOnlyList<BlobUse> Blobs => [];

    public abstract void Add(ServiceBuilder builder);

    public abstract void Map(IEndpointRouteBuilder routes);
}
