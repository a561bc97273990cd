using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using WaaS.Logistics.Host;
using WaaS.Logistics.Platform.Services;
using WaaS.Logistics.Testbed;

namespace WaaS.Logistics.IntegrationTests.Platform;

/// <summary>
/// The product as it is wired, on one of the two databases, with nothing started that moves by itself: tests call handlers and deliver events one by one, in the order they
/// choose, and the outbox stays to be read.
/// </summary>
internal sealed class StillProduct : IAsyncDisposable
{
    private readonly ProductHost _host;
    private readonly TempFolder _folder;

    private StillProduct(ProductHost host, TempFolder folder, FakeTimeProvider clock) => (_host, _folder, Clock) = (host, folder, clock);

    public FakeTimeProvider Clock { get; }

    public string DataFolder => _folder.Path;

    public IServiceProvider Services => _host.App.Services;

    public static async Task<StillProduct> Open(IStack stack, Action<IServiceCollection>? change = null)
    {
        var folder = new TempFolder();
        if (stack is EmbeddedStack)
            await EmptyTables.OnSqlite(folder.Path);
        return await Open(stack, folder, change);
    }

    /// <summary>On the empty folder and the empty database of a first start.</summary>
    internal static Task<StillProduct> OpenFirst(IStack stack) => Open(stack, new TempFolder(), null);

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        _folder.Dispose();
    }

    private static async Task<StillProduct> Open(IStack stack, TempFolder folder, Action<IServiceCollection>? change)
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 11, 2, 8, 0, 0, TimeSpan.Zero));
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = "Production", ContentRootPath = folder.Path });
        foreach (var (key, value) in stack.Settings)
            builder.Configuration[key] = value;
        builder.Configuration["Waas:Data"] = folder.Path;
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton<TimeProvider>(clock);
        change?.Invoke(builder.Services);
        var host = ProductHost.Build(builder);
        await host.App.Services.GetRequiredService<Startup>().Prepare();
        return new StillProduct(host, folder, clock);
    }
}
