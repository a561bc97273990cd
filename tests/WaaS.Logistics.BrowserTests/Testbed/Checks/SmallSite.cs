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

    private const string MouseOnly =
        """
        <!doctype html><html lang="en"><head><title>For the mouse</title><meta name="viewport" content="width=device-width"><link rel="stylesheet" href="/mouse.css"></head>
        <body><main><h1>A</h1><h3>B</h3><p class="press">press</p><input><a class="blind" href="/">x</a><button aria-describedby="gone">y</button><a href="/" tabindex="-1">far</a>
        <table><tr><td>1</td></tr></table><p class="wide">Rücksendeauftragsbestätigung</p></main></body></html>
        """;

    private const string Style = ".press { cursor: pointer } .blind:focus { outline: none } .wide { font-size: 1rem; white-space: nowrap }";

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
        app.MapGet("/mouse", () => Results.Content(MouseOnly, "text/html"));
        app.MapGet("/mouse.css", () => Results.Content(Style, "text/css"));
        app.MapGet("/favicon.ico", () => Results.NoContent());
        app.MapGet("/scan.js", () => Results.Content(Script, "text/javascript"));
        return app;
    }
}
