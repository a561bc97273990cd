using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http.Timeouts;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using WaaS.Logistics.Platform.Resources;
using WaaS.Logistics.Platform.Services;
using WaaS.Logistics.Platform.Telemetry;
using WaaS.Logistics.Platform.Web.ApiDescription;
using WaaS.Logistics.Platform.Web.Assets;
using WaaS.Logistics.Platform.Web.Pipeline;

namespace WaaS.Logistics.Platform.Web;

/// <summary>The web side of every service: pages without a circuit, two languages, forms that cannot be forged, errors that say what to do.</summary>
internal static class WebSetup
{
    public static void Add(IServiceCollection services, IReadOnlyList<Service> catalogue)
    {
        services.AddRazorComponents();
        services.AddAntiforgery(options => options.Cookie.Name = "waas-form");
        services.AddHttpContextAccessor();
        services.AddScoped<Visit>();
        services.AddTexts<Texts>();
        services.AddSingleton<Refusals>();
        services.AddSingleton<AuditTrail.AuditWords>();
        services.AddSingleton(Describe(catalogue));
        services.AddSingleton(provider => new StaticAssets(catalogue.Select(service => new AssetSource(service.Name, service.GetType().Assembly)).Prepend(new AssetSource("platform", typeof(WebSetup).Assembly)).Concat(provider.GetServices<AssetSource>())));
        services.Configure<RequestLocalizationOptions>(Languages.Configure);
        services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = true);
        services.Configure<KestrelServerOptions>(options =>
        {
            options.AddServerHeader = false;
            options.Limits.MaxRequestBodySize = BodyLimit.Largest;
        });
        services.AddRequestTimeouts(options => options.DefaultPolicy = new RequestTimeoutPolicy { Timeout = TimeSpan.FromSeconds(60) });
        services.ConfigureHttpJsonOptions(options => Strict(options.SerializerOptions));
        RequestLimits.Add(services);
        ApiDocument.Add(services);
    }

    /// <summary>Registers a service's words, for its pages and for the wording of its refusals.</summary>
    public static IServiceCollection AddTexts<TTexts>(this IServiceCollection services) where TTexts : LocalTexts, new()
    {
        var texts = new TTexts();
        return services.AddSingleton(texts).AddSingleton<LocalTexts>(texts);
    }

    // What is absent or null where the record asks for a value is a bad request, never a default.
    private static void Strict(JsonSerializerOptions json)
    {
        json.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false));
        json.Converters.Add(new InputGuard.JsonText());
        json.TypeInfoResolver = (json.TypeInfoResolver ?? new DefaultJsonTypeInfoResolver()).WithAddedModifier(ListGuard.Ask);
        json.RespectNullableAnnotations = true;
        json.RespectRequiredConstructorParameters = true;
    }

    private static Navigation Describe(IReadOnlyList<Service> catalogue) => new(
        [.. catalogue.Append(new PlatformService()).SelectMany(service => service.Navigation)],
        catalogue.Select(service => service.FindPath).FirstOrDefault(path => path is not null));

    public static void Use(WebApplication app)
    {
        Logs.UseRequestLines(app);
        SecurityHeaders.Use(app);
        app.UseRequestLocalization();
        app.UseMiddleware<Failures>();
        app.UseMiddleware<InputGuard>();
        app.UseRouting();
        app.UseRequestTimeouts();
        app.UseRateLimiter();
        app.UseAuthentication();
        app.UseMiddleware<VisitMiddleware>();
        app.UseAuthorization();
        app.UseMiddleware<BodyLimit>();
        app.UseAntiforgery();
        app.UseMiddleware<ForgeryGuard>();
        app.Services.GetRequiredService<StaticAssets>().Map(app);
    }
}
