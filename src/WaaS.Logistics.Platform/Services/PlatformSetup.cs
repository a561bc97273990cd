using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using WaaS.Logistics.Platform.Data;
using WaaS.Logistics.Platform.Data.Backup;
using WaaS.Logistics.Platform.Messaging;
using WaaS.Logistics.Platform.Security;
using WaaS.Logistics.Platform.Security.SignIn;
using WaaS.Logistics.Platform.Security.Stations;
using WaaS.Logistics.Platform.Telemetry;
using WaaS.Logistics.Platform.Web;
using WaaS.Logistics.Platform.Web.Pipeline;

namespace WaaS.Logistics.Platform.Services;

/// <summary>Puts the enabled services on one storage, one bus and one web pipeline.</summary>
public static class PlatformSetup
{
    public static void AddPlatform(this WebApplicationBuilder builder, PlatformSettings settings, IReadOnlyList<Service> catalogue, EventTypes events)
    {
        var services = builder.Services;
        var storage = new Storage(settings.Storage);
        services.AddSingleton(settings);
        services.AddSingleton(settings.Storage);
        // By factory, so that the container closes the writer after everything that writes has stopped.
        services.AddSingleton(_ => storage);
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(events);
        services.AddScoped<OriginContext>();
        services.AddSingleton<ServiceDbTools>();
        services.AddSingleton<Migrator>();
        services.AddSingleton<Startup>();
        services.AddSingleton<DataFolderRoom>();
        services.AddSingleton<IReadOnlyList<BlobUse>>([.. catalogue.SelectMany(service => service.Blobs)]);
        services.AddSingleton<BackupTaker>();
        services.AddHostedService<ControlSocket>();

        var consumers = new List<ConsumerRegistration>();
        var enabled = catalogue.Where(service => settings.Services.Contains(service.Name)).ToList();
        foreach (var service in enabled.Prepend(new PlatformService()))
        {
            var description = new ServiceBuilder(service.Name, services, builder.Configuration);
            service.Add(description);
            consumers.AddRange(description.Consumers);
            services.AddSingleton(service);
        }
        services.AddSingleton<IReadOnlyList<ConsumerRegistration>>(consumers);
        BusSetup.Add(services, storage, consumers, events);
        services.AddSingleton<FactLog>();
        Logs.Add(builder, settings.Storage);
        Traces.Add(builder);
        SecuritySetup.Add(services, settings);
        WebSetup.Add(services, catalogue);
    }

    public static void MapPlatform(this WebApplication app)
    {
        WebSetup.Use(app);
        var routes = InputGuard.GuardingForms(app.MapGroup("")).KnowingScanners().KnowingBadges();
        foreach (var service in app.Services.GetServices<Service>())
            service.Map(routes);
    }
}
