using Microsoft.AspNetCore.Routing;
using WaaS.Logistics.Platform.Data;

namespace WaaS.Logistics.Platform.Services;

/// <summary>What all services share, as a service of its own: people, stations, failed messages, operations. Present in every process.</summary>
internal sealed class PlatformService : Service
{
    public override string Name => PlatformDb.ServiceName;

    public override void Add(ServiceBuilder builder) => builder.UseDatabase<PlatformDb>();

    public override void Map(IEndpointRouteBuilder routes)
    {
    }
}
