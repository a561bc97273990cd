using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;
using WaaS.Logistics.Platform.Messaging;

namespace WaaS.Logistics.Platform.Telemetry;

/// <summary>Traces and metrics over OTLP, only where the standard setting names a collector.</summary>
internal static class Traces
{
    public const string Collector = "OTEL_EXPORTER_OTLP_ENDPOINT";

    public static void Add(WebApplicationBuilder builder)
    {
        if (string.IsNullOrEmpty(builder.Configuration[Collector]))
            return;
        builder.Services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService("waas", serviceVersion: typeof(Traces).Assembly.GetName().Version!.ToString(3)))
            .WithTracing(traces => traces
                .AddSource("MassTransit", RelayActivity.SourceName)
                .AddAspNetCoreInstrumentation(options => options.Filter = http => !http.Request.Path.StartsWithSegments("/health") && !http.Request.Path.StartsWithSegments("/assets"))
                .AddOtlpExporter())
            .WithMetrics(metrics => metrics
                .AddMeter("MassTransit", "Microsoft.EntityFrameworkCore", "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel")
                .AddOtlpExporter());
    }
}
