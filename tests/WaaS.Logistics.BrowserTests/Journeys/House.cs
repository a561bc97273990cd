using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using WaaS.Logistics.Host;
using WaaS.Logistics.Host.Commands;
using WaaS.Logistics.Platform.Data;
using WaaS.Logistics.Platform.Messaging;
using WaaS.Logistics.Testbed;

namespace WaaS.Logistics.BrowserTests.Journeys;

/// <summary>The whole product on its embedded default, as a first start finds it: an empty folder.</summary>
internal sealed class House : IAsyncDisposable
{
    private readonly TempFolder _folder = new();
    private readonly ProductHost _host;

    private House(ProductHost host, TempFolder folder) => (_host, _folder) = (host, folder);

    public Uri Address => new(_host.App.Urls.First());

    public static async Task<House> Open()
    {
        var folder = new TempFolder();
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.Configuration.AddInMemoryCollection([new("Waas:Data", folder.Path)]);
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        return new House(await ProductHost.Start(builder), folder);
    }

    public async Task<T> InPlatform<T>(Func<PlatformDb, Task<T>> work)
    {
        await using var scope = _host.App.Services.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<PlatformDb>());
    }

    public IServiceProvider Services => _host.App.Services;

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        _folder.Dispose();
    }
}
