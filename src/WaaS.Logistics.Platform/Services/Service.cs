using Microsoft.AspNetCore.Routing;

namespace WaaS.Logistics.Platform.Services;

/// <summary>One self-contained slice of the product: its rules, tables, consumers, API and pages. The host only lists them.</summary>
public abstract class Service
{
    /// <summary>Schema on PostgreSQL, table prefix on SQLite, first part of its queue names, value of the <c>Services</c> setting.</summary>
    public abstract string Name { get; }

    public abstract void Add(ServiceBuilder builder);

    public abstract void Map(IEndpointRouteBuilder routes);
}
