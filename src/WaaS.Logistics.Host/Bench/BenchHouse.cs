using Microsoft.EntityFrameworkCore;
using WaaS.Logistics.Platform.Data;

namespace WaaS.Logistics.Host.Bench;

/// <summary>The real house around the bench's own service, on a stack nobody else uses: its own folder, and on servers its own database.</summary>
internal sealed class BenchHouse : IAsyncDisposable
{
    private readonly ProductHost _host;

    private BenchHouse(ProductHost host) => _host = host;

    public IServiceProvider Services => _host.App.Services;

    public Storage Storage => Services.GetRequiredService<Storage>();

    public static async Task<BenchHouse> Start(WebApplicationBuilder builder, CancellationToken cancel)
    {
        builder.Configuration["Waas:Services"] = null;
        builder.Configuration["Waas:Bus"] = null;
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var host = ProductHost.Build(builder, [new BenchService()], BenchService.EventTypes);
        try
        {
            await CreateTables(host.App.Services, cancel);
            return new BenchHouse(await ProductHost.Start(host, cancel));
        }
        catch
        {
            await host.DisposeAsync();
            throw;
        }
    }

    public async Task<T> In<T>(Func<BenchDb, Task<T>> work)
    {
        await using var scope = Services.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<BenchDb>());
    }

    // The bench is no part of the product's schema, so it has no migration.
    private static async Task CreateTables(IServiceProvider services, CancellationToken cancel)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<BenchDb>();
        var script = db.Database.GenerateCreateScript();
        var storage = services.GetRequiredService<Storage>();
        if (storage.Kind == StorageKind.Postgres)
            await db.Database.ExecuteSqlRawAsync(script, cancel);
        else
            await storage.Writer.RunAsync(turn => turn.Command(script).ExecuteNonQuery(), cancel);
    }

    public ValueTask DisposeAsync() => _host.DisposeAsync();
}
