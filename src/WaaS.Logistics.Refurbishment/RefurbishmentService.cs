using Microsoft.AspNetCore.Routing;
using WaaS.Logistics.Refurbishment.Data;
using WaaS.Logistics.Platform.Services;

namespace WaaS.Logistics.Refurbishment;

public sealed class RefurbishmentService : Service
{
    public override string Name => "refurbishment";

    public override void Add(ServiceBuilder builder) => builder.UseDatabase<RefurbishmentDb>();

    public override void Map(IEndpointRouteBuilder routes)
    {
    }
}
