using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using WaaS.Logistics.Custody.Data;
using WaaS.Logistics.Custody.SearchFacts;
using WaaS.Logistics.Custody.RecordFacts;
using WaaS.Logistics.Messages;
using WaaS.Logistics.Platform.Messaging;
using WaaS.Logistics.Platform.Services;

namespace WaaS.Logistics.Custody;

/// <summary>Listens to everything and answers "prove it".</summary>
public sealed class CustodyService : Service
{
    public override string Name => "custody";

    public override void Add(ServiceBuilder builder)
    {
        builder.UseDatabase<CustodyDb>(CustodyRules.All);
        builder.Services.AddScoped<FindFacts>();
        builder.ConsumeAll("record-fact", [.. EventTypes.Of(typeof(RentedDevice).Assembly).All.OrderBy(type => type.FullName, StringComparer.Ordinal)
            .Select(type => typeof(RecordFact<>).MakeGenericType(type))]);
    }

    public override void Map(IEndpointRouteBuilder routes) => CustodyApi.Map(routes);
}
