using Microsoft.AspNetCore.Routing;
using WaaS.Logistics.Resale.Data;
using WaaS.Logistics.Platform.Services;

namespace WaaS.Logistics.Resale;

public sealed class ResaleService : Service
{
    public override string Name => "resale";

    public override void Add(ServiceBuilder builder) => builder.UseDatabase<ResaleDb>();

    public override void Map(IEndpointRouteBuilder routes)
    {
    }
}
