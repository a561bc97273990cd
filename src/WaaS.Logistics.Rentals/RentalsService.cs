using Microsoft.AspNetCore.Routing;
using WaaS.Logistics.Rentals.Data;
using WaaS.Logistics.Platform.Services;

namespace WaaS.Logistics.Rentals;

public sealed class RentalsService : Service
{
    public override string Name => "rentals";

    public override void Add(ServiceBuilder builder) => builder.UseDatabase<RentalsDb>();

    public override void Map(IEndpointRouteBuilder routes)
    {
    }
}
