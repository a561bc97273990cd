using WaaS.Logistics.Host.Print;
using WaaS.Logistics.Host.Scan;
using WaaS.Logistics.Messages;
using WaaS.Logistics.Pictures;
using WaaS.Logistics.Platform.Data;
using WaaS.Logistics.Platform.Messaging;
using WaaS.Logistics.Platform.Photos;
using WaaS.Logistics.Platform.Security;
using WaaS.Logistics.Platform.Security.Stations;
using WaaS.Logistics.Platform.Services;
using WaaS.Logistics.Platform.Web.Assets;

namespace WaaS.Logistics.Host;

/// <summary>The running product: used by the run command, by the demo and by the tests alike.</summary>
internal sealed class ProductHost : IAsyncDisposable
{
    private readonly DataFolderLock? _lock;

    private ProductHost(WebApplication app, DataFolderLock? folder) => (App, _lock) = (app, folder);

    public WebApplication App { get; }

    /// <summary>Where a browser on this machine, or at the configured public address, finds the pages. Known once started.</summary>
    public string Address => App.Services.GetRequiredService<PlatformSettings>().PublicUrl ?? Reachable(App.Urls.First());

    // An address that means "all of them" is none a browser can open.
    internal static string Reachable(string url) => url.TrimEnd('/').Replace("://0.0.0.0", "://localhost").Replace("://[::]", "://localhost").Replace("://*", "://localhost").Replace("://+", "://localhost");

    public static Task<ProductHost> Start(WebApplicationBuilder builder, CancellationToken cancel = default) =>
        Start(Build(builder), cancel);

    public static async Task<ProductHost> Start(ProductHost host, CancellationToken cancel = default)
    {
        try
        {
            await host.App.Services.GetRequiredService<Startup>().Prepare(cancel);
            await host.App.StartAsync(cancel);
            return host;
        }
        catch
        {
            await host.DisposeAsync();
            throw;
        }
    }

    /// <summary>Everything wired and the data folder held, nothing started yet.</summary>
    public static ProductHost Build(WebApplicationBuilder builder) =>
        Build(builder, Catalogue.Services, EventTypes.Of(typeof(RentedDevice).Assembly));

    /// <summary>The same house with other services in it: for the bench and the tests of the house itself.</summary>
    public static ProductHost Build(WebApplicationBuilder builder, IReadOnlyList<Service> catalogue, EventTypes events)
    {
        var settings = PlatformSettings.Read(builder.Configuration, [.. catalogue.Select(service => service.Name)]);
        var folder = TakeFolder(settings.Storage);
        try
        {
            builder.Services.AddSingleton<IScannerReader, ScannerReader>();
            builder.AddPlatform(settings, catalogue, events);
            builder.Services.AddSingleton<IReadPhotos>(_ => new ReadPhotosApart(new ReaderLimits()));
            builder.Services.AddSingleton(new AssetSource("pictures", typeof(PictureReader).Assembly));
            builder.Services.AddSingleton<IPrintBadge, PrintBadge>();
            var app = builder.Build();
            app.MapPlatform();
            return new ProductHost(app, folder);
        }
        catch
        {
            folder?.Dispose();
            throw;
        }
    }

    // With PostgreSQL several processes share the folder for blobs and keys; the embedded database has one owner.
    private static DataFolderLock? TakeFolder(StorageOptions storage)
    {
        DataFolder.Make(storage.DataFolder);
        if (storage.Kind != StorageKind.Sqlite)
            return null;
        LocalFileSystem.Require(storage.DataFolder);
        return DataFolderLock.Take(storage.DataFolder);
    }

    public async ValueTask DisposeAsync()
    {
        await App.StopAsync();
        await App.DisposeAsync();
        _lock?.Dispose();
    }
}
