using Microsoft.AspNetCore.Routing;
using WaaS.Logistics.Custody.Data;
using WaaS.Logistics.Platform.Services;

namespace WaaS.Logistics.Custody;

public sealed class CustodyService : Service
{
    public override string Name => "custody";

    public override void Add(ServiceBuilder builder) => builder.UseDatabase<CustodyDb>();

    public override void Map(IEndpointRouteBuilder routes)
    {
    }
}
