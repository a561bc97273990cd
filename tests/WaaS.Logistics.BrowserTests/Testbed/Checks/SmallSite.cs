using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Xunit;

namespace WaaS.Logistics.BrowserTests.Testbed.Checks;

/// <summary>Two pages under the strict policy the product uses: one good, one with faults on purpose.</summary>
public sealed class SmallSite : IAsyncLifetime
{
    private const string Good =
        """
        <!doctype html><html lang="en"><head><title>Good</title><meta name="viewport" content="width=device-width"><script src="/scan.js" defer></script></head>
        <body><main><h1>Scan</h1><p id="answer">nothing scanned</p><p id="language">LANGUAGE</p></main></body></html>
        """;

    private const string Faulty =
        """
        <!doctype html><html><head><meta name="viewport" content="width=device-width"><script>document.title = 'inline'</script></head>
        <body><img src="/none.png"><table width="900"><tr><td>wide</td></tr></table></body></html>
        """;

    private const string Script =
        """
        let typed = '';
        document.addEventListener('keydown', e => {
          if (e.key === 'Enter') { document.getElementById('answer').textContent = 'seen ' + typed; typed = ''; }
          else if (e.key.length === 1) typed += e.key;
        });
        """;

    private readonly WebApplication _app = Build();

    public Uri Address => new(_app.Urls.Single());

    public async ValueTask InitializeAsync() => await _app.StartAsync();

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private static WebApplication Build()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        app.Use((context, next) =>
        {
            context.Response.Headers.ContentSecurityPolicy = "default-src 'self'";
            return next(context);
        });
        app.MapGet("/", (HttpContext context) => Results.Content(Good.Replace("LANGUAGE", context.Request.Headers.AcceptLanguage), "text/html"));
        app.MapGet("/faulty", () => Results.Content(Faulty, "text/html"));
        app.MapGet("/favicon.ico", () => Results.NoContent());
        app.MapGet("/scan.js", () => Results.Content(Script, "text/javascript"));
        return app;
    }
}
