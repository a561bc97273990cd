using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using WaaS.Logistics.Platform.Data;
using WaaS.Logistics.Platform.Messaging;
using WaaS.Logistics.Platform.Resources;
using WaaS.Logistics.Platform.Security;
using WaaS.Logistics.Platform.Security.FirstRun;
using WaaS.Logistics.Platform.Security.People;
using WaaS.Logistics.Platform.Security.SignIn;
using WaaS.Logistics.Platform.Security.Stations;
using WaaS.Logistics.Platform.Web;
using WaaS.Logistics.Platform.Web.Admin;
using WaaS.Logistics.Platform.Web.ApiDescription;
using WaaS.Logistics.Platform.Web.AuditTrail;
using WaaS.Logistics.Platform.Web.FailedMessages;
using WaaS.Logistics.Platform.Web.SystemState;

namespace WaaS.Logistics.Platform.Services;

/// <summary>What all services share, as a service of its own: people, stations, failed messages, operations. Present in every process.</summary>
internal sealed class PlatformService : Service
{
    private static readonly Texts T = new();

    public override string Name => PlatformDb.ServiceName;

    public override IReadOnlyList<NavigationEntry> Navigation => [new("/admin", T, "Admin_Title", "settings", Roles.Admin, Roles.Supervisor, Roles.Auditor)];

    public override void Add(ServiceBuilder builder)
    {
        builder.UseDatabase<PlatformDb>();
        builder.Services.AddSingleton<BusState>();
        builder.Services.AddScoped<DecideFailedMessage>();
        builder.Services.AddScoped<SystemReporter>();
        builder.Services.AddScoped<QueueReporter>();
        builder.Services.AddScoped<UnreadableEventReporter>();
        builder.Services.AddSingleton<PublicAddress>();
    }

    public override void Map(IEndpointRouteBuilder routes)
    {
        SignInPages.Map(routes);
        FirstRunPages.Map(routes);
        AccountPages.Map(routes);
        AdminPages.Map(routes);
        PeoplePages.Map(routes);
        StationPages.Map(routes);
        FailedMessagePages.Map(routes);
        AuditPages.Map(routes);
        ApiDocument.Map(routes);
        HealthEndpoints.Map(routes);
    }
}
