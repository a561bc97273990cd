using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using WaaS.Logistics.Custody.Data;
using WaaS.Logistics.Custody.Resources;
using WaaS.Logistics.Custody.SearchFacts;
using WaaS.Logistics.Custody.Today;
using WaaS.Logistics.Custody.RecordFacts;
using WaaS.Logistics.Messages;
using WaaS.Logistics.Platform.Messaging;
using WaaS.Logistics.Platform.Security;
using WaaS.Logistics.Platform.Services;
using WaaS.Logistics.Platform.Web;

namespace WaaS.Logistics.Custody;

/// <summary>Listens to everything and answers "prove it".</summary>
public sealed class CustodyService : Service
{
    private static readonly Texts T = new();

    public override string Name => "custody";

    public override string? FindPath => "/custody";

    public override IReadOnlyList<NavigationEntry> Navigation => [new("/custody", T, "Nav", "search", Roles.House)];

    public override void Add(ServiceBuilder builder)
    {
        builder.UseDatabase<CustodyDb>(CustodyRules.All).UseTexts<Texts>();
        builder.Services.AddScoped<FindFacts>();
        builder.Services.AddScoped<ShowToday>();
        builder.ConsumeAll("record-fact", [.. EventTypes.Of(typeof(RentedDevice).Assembly).All.OrderBy(type => type.FullName, StringComparer.Ordinal)
            .Select(type => typeof(RecordFact<>).MakeGenericType(type))]);
    }

    public override void Map(IEndpointRouteBuilder routes)
    {
        CustodyApi.Map(routes);
        CustodyPages.Map(routes);
    }
}
