using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace WaaS.Logistics.IntegrationTests.Deploy;

/// <summary>Behind the real proxy, in the place of each container, a server that says its name.</summary>
public sealed class NamedContainers : IAsyncLifetime
{
    private readonly List<WebApplication> _servers = [];
    private Caddy? _caddy;

    public HttpClient Http => _caddy!.Http;

    public async ValueTask InitializeAsync()
    {
        var containers = new Dictionary<string, string>();
        foreach (var container in ComposeFile.Read().Placement().Select(placement => placement.Container).Distinct())
            containers[container] = await StartServer(container);
        _caddy = await Caddy.Start(containers);
    }

    public async ValueTask DisposeAsync()
    {
        if (_caddy is not null)
            await _caddy.DisposeAsync();
        foreach (var server in _servers)
            await server.DisposeAsync();
    }

    private async Task<string> StartServer(string container)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var server = builder.Build();
        server.MapFallback((HttpContext context) => $"{container} {context.Request.Path} {context.Request.Headers["X-Forwarded-Host"]}");
        await server.StartAsync();
        _servers.Add(server);
        return new Uri(server.Urls.Single()).Authority;
    }
}
