using Microsoft.AspNetCore.Routing;
using WaaS.Logistics.Returns.Data;
using WaaS.Logistics.Platform.Services;

namespace WaaS.Logistics.Returns;

public sealed class ReturnsService : Service
{
    public override string Name => "returns";

    public override void Add(ServiceBuilder builder) => builder.UseDatabase<ReturnsDb>();

    public override void Map(IEndpointRouteBuilder routes)
    {
    }
}
