using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Serilog;
using Serilog.Events;
using Serilog.Formatting.Compact;
using WaaS.Logistics.Platform.Data;
using WaaS.Logistics.Platform.Messaging;

namespace WaaS.Logistics.Platform.Telemetry;

/// <summary>Short lines for people on the console, the same with all properties as JSON in <c>DATA/logs</c>.</summary>
internal static class Logs
{
    private const long LargestFile = 100 * 1024 * 1024;
    private const int KeptFiles = 31;

    public static void Add(WebApplicationBuilder builder, StorageOptions storage)
    {
        AddSerilog(builder, storage);
        var serilog = builder.Services.Last(service => service.ServiceType == typeof(ILoggerFactory)).ImplementationFactory!;
        builder.Services.Replace(ServiceDescriptor.Singleton<ILoggerFactory>(services => new KeptLoggers((ILoggerFactory)serilog(services))));
    }

    private static void AddSerilog(WebApplicationBuilder builder, StorageOptions storage) => builder.Services.AddSerilog((_, logs) => logs
        .MinimumLevel.Information()
        .MinimumLevel.Override("Microsoft", LogEventLevel.Warning)
        .MinimumLevel.Override("System", LogEventLevel.Warning)
        .MinimumLevel.Override("MassTransit", LogEventLevel.Warning)
        // The keys lie in the same database as everything they protect; encrypting them with a key beside them would add nothing.
        .MinimumLevel.Override("Microsoft.AspNetCore.DataProtection.KeyManagement.XmlKeyManager", LogEventLevel.Error)
        // What the database refuses is told once, by whoever decides what it means: a lost race is no error.
        .MinimumLevel.Override("Microsoft.EntityFrameworkCore", LogEventLevel.Fatal)
        // Nor is a message that met another at the same aggregate and is tried again at once.
        .Filter.ByExcluding(line => line.Level < LogEventLevel.Error && line.Exception is { } met && line.MessageTemplate.Text.StartsWith(Retries.LogMark, StringComparison.Ordinal) && Retries.IsContention(met))
        // The command line says it: in a sentence where a person can mend it, else with its stack.
        .Filter.ByExcluding(line => line.MessageTemplate.Text == "Hosting failed to start")
        .Enrich.FromLogContext()
        .ReadFrom.Configuration(builder.Configuration)
        .WriteTo.Console(new ConsoleLines())
        .WriteTo.File(new CompactJsonFormatter(), Path.Combine(storage.DataFolder, "logs", "waas-.log"),
            rollingInterval: RollingInterval.Day, rollOnFileSizeLimit: true, fileSizeLimitBytes: LargestFile, retainedFileCountLimit: KeptFiles));

    /// <summary>Requests that went well say nothing; what failed or took a second says one line.</summary>
    public static void UseRequestLines(WebApplication app) => app.UseSerilogRequestLogging(options =>
    {
        options.MessageTemplate = "{RequestMethod} {RequestPath} answered {StatusCode} in {Elapsed:0} ms";
        options.GetLevel = (http, elapsed, fault) => fault is not null || http.Response.StatusCode >= StatusCodes.Status500InternalServerError || elapsed > 1000 && !IsStream(http.Response)
            ? LogEventLevel.Warning
            : LogEventLevel.Debug;
    });

    // A stream of events is meant to last.
    private static bool IsStream(HttpResponse response) => response.ContentType?.StartsWith("text/event-stream", StringComparison.Ordinal) == true;
}
