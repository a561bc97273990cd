using Microsoft.AspNetCore.Routing;
using WaaS.Logistics.Sanitization.Data;
using WaaS.Logistics.Platform.Services;

namespace WaaS.Logistics.Sanitization;

public sealed class SanitizationService : Service
{
    public override string Name => "sanitization";

    public override void Add(ServiceBuilder builder) => builder.UseDatabase<SanitizationDb>();

    public override void Map(IEndpointRouteBuilder routes)
    {
    }
}
