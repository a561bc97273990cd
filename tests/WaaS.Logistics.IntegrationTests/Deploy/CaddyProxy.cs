using System.Diagnostics;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using WaaS.Logistics.Testbed;
using Xunit;

namespace WaaS.Logistics.IntegrationTests.Deploy;

/// <summary>The real proxy with the deployed Caddyfile; behind it, for each container, a server that says its name.</summary>
public sealed class CaddyProxy : IAsyncLifetime
{
    public static IReadOnlyList<string> Containers { get; } = ["returns", "sanitization", "refurbishment", "resale", "custody"];

    private readonly TempFolder _folder = new();
    private readonly List<WebApplication> _servers = [];
    private Process? _caddy;

    public HttpClient Http { get; } = new();

    public async ValueTask InitializeAsync()
    {
        var address = $"http://127.0.0.1:{FreePort.Take()}";
        Http.BaseAddress = new Uri(address);
        var start = new ProcessStartInfo("caddy", ["run", "--config", Path.Combine(Repository.Root, "deploy/Caddyfile"), "--adapter", "caddyfile"])
        {
            RedirectStandardError = true,
        };
        start.Environment["WAAS_SITE"] = address;
        start.Environment["CADDY_ADMIN"] = $"127.0.0.1:{FreePort.Take()}";
        start.Environment["HOME"] = start.Environment["XDG_DATA_HOME"] = start.Environment["XDG_CONFIG_HOME"] = _folder.Path;
        foreach (var container in Containers)
            start.Environment[$"WAAS_{container.ToUpperInvariant()}"] = await StartServer(container);
        _caddy = Process.Start(start)!;
        _caddy.BeginErrorReadLine();
        await Poll.Until(Answers, TimeSpan.FromSeconds(20), "the proxy answers");
    }

    public async ValueTask DisposeAsync()
    {
        if (_caddy is not null)
        {
            _caddy.Kill();
            await _caddy.WaitForExitAsync();
            _caddy.Dispose();
        }
        foreach (var server in _servers)
            await server.DisposeAsync();
        Http.Dispose();
        _folder.Dispose();
    }

    private async Task<bool> Answers()
    {
        try
        {
            using var response = await Http.GetAsync("/");
            return response.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
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
