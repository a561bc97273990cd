using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using WaaS.Logistics.Host;
using WaaS.Logistics.Platform.Data;
using WaaS.Logistics.Platform.Messaging;
using WaaS.Logistics.Testbed;
using Xunit;

namespace WaaS.Logistics.IntegrationTests.Messaging;

/// <summary>The house with the probe in it, in this process, on one of the two stacks.</summary>
public sealed class ProbeHost<TStack> : IAsyncLifetime where TStack : IStack, new()
{
    private readonly TStack _stack = new();
    private readonly string _folder = Directory.CreateTempSubdirectory("waas-probe-").FullName;
    private ProductHost? _host;

    internal IServiceProvider Services => _host!.App.Services;

    internal IStack Stack => _stack;

    public async ValueTask InitializeAsync()
    {
        if (_stack is IAsyncLifetime servers)
            await servers.InitializeAsync();
        var host = Build(_stack, _folder);
        await CreateTables(host.App.Services);
        _host = await ProductHost.Start(host);
    }

    /// <param name="events">What another version of the program knows.</param>
    internal async Task Restart(EventTypes? events = null)
    {
        await _host!.DisposeAsync();
        _host = await ProductHost.Start(Build(_stack, _folder, events));
    }

    internal async Task<T> In<T>(Func<ProbeDb, Task<T>> work)
    {
        await using var scope = Services.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<ProbeDb>());
    }

    internal async Task<T> InPlatform<T>(Func<PlatformDb, Task<T>> work)
    {
        await using var scope = Services.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<PlatformDb>());
    }

    internal Task Say(params object[] events) => In(async db =>
    {
        foreach (var happened in events)
            db.AddToOutbox(happened);
        return await db.SaveChangesAsync();
    });

    internal static ProductHost Build(IStack stack, string folder, EventTypes? events = null)
    {
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        builder.Configuration.AddInMemoryCollection(stack.Settings.ToDictionary(pair => pair.Key, pair => (string?)pair.Value));
        builder.Configuration["Waas:Data"] = folder;
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        return ProductHost.Build(builder, [new ProbeService()], events ?? ProbeService.EventTypes);
    }

    internal static async Task CreateTables(IServiceProvider services)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ProbeDb>();
        var script = db.Database.GenerateCreateScript();
        var storage = services.GetRequiredService<Storage>();
        if (storage.Kind == StorageKind.Sqlite)
            await storage.Writer.RunAsync(turn =>
            {
                using var command = turn.Command(script);
                command.ExecuteNonQuery();
            });
        else
            await db.Database.ExecuteSqlRawAsync(script);
    }

    public async ValueTask DisposeAsync()
    {
        if (_host is not null)
            await _host.DisposeAsync();
        if (_stack is IAsyncLifetime servers)
            await servers.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
