using System.Collections.Concurrent;
using System.Diagnostics;
using WaaS.Logistics.Testbed;

namespace WaaS.Logistics.IntegrationTests.Deploy;

/// <summary>The real proxy with the deployed Caddyfile; only the addresses of the containers are the test's.</summary>
internal sealed class Caddy : IAsyncDisposable
{
    private readonly TempFolder _folder = new();
    private readonly ConcurrentQueue<string> _log = new();
    private readonly Process _process;

    private Caddy(IReadOnlyDictionary<string, string> containers)
    {
        Address = new Uri($"http://127.0.0.1:{FreePort.Take()}");
        Http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = Address };
        var start = new ProcessStartInfo("caddy", ["run", "--config", Path.Combine(Repository.Root, "deploy/Caddyfile"), "--adapter", "caddyfile"])
        {
            RedirectStandardError = true,
        };
        start.Environment["WAAS_SITE"] = Address.GetLeftPart(UriPartial.Authority);
        start.Environment["CADDY_ADMIN"] = $"127.0.0.1:{FreePort.Take()}";
        start.Environment["HOME"] = start.Environment["XDG_DATA_HOME"] = start.Environment["XDG_CONFIG_HOME"] = _folder.Path;
        foreach (var (container, authority) in containers)
            start.Environment[$"WAAS_{container.ToUpperInvariant()}"] = authority;
        _process = new Process { StartInfo = start };
        _process.ErrorDataReceived += (_, line) => _log.Enqueue(line.Data ?? "");
    }

    public Uri Address { get; }

    /// <summary>Keeps cookies, follows no redirect.</summary>
    public HttpClient Http { get; }

    /// <param name="containers">Host and port by the container's name.</param>
    public static async Task<Caddy> Start(IReadOnlyDictionary<string, string> containers)
    {
        var caddy = new Caddy(containers);
        caddy._process.Start();
        caddy._process.BeginErrorReadLine();
        try
        {
            await Poll.Until(caddy.Answers, TimeSpan.FromSeconds(60), "the proxy answers");
            return caddy;
        }
        catch
        {
            await caddy.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
            _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
        Http.Dispose();
        _folder.Dispose();
    }

    private async Task<bool> Answers()
    {
        if (_process.HasExited)
            throw new InvalidOperationException($"caddy ended with {_process.ExitCode}:\n{string.Join('\n', _log)}");
        try
        {
            using var response = await Http.GetAsync("/");
            return true;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }
}
