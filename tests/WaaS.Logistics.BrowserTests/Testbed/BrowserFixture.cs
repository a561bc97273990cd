using Microsoft.Playwright;
using Xunit;

[assembly: AssemblyFixture(typeof(WaaS.Logistics.BrowserTests.Testbed.BrowserFixture))]

namespace WaaS.Logistics.BrowserTests.Testbed;

/// <summary>One Chromium for all tests, without a window's parts, which takes half the time: Debian's, so nothing is downloaded. Each visitor gets cookies and storage of its own.</summary>
public sealed class BrowserFixture : IAsyncLifetime
{
    internal const string Chromium = "/usr/bin/chromium-headless-shell";

    internal static readonly string[] Flags =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
        "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ];

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public async ValueTask InitializeAsync()
    {
        if (!File.Exists(Chromium))
            throw new InvalidOperationException($"{Chromium} is missing. Start the tests with tests/run, it installs Chromium.");
        Assertions.SetDefaultExpectTimeout(20_000);
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = Chromium, Args = Flags });
    }

    /// <summary>A new visitor with an empty page. Disposing it closes the page.</summary>
    /// <param name="address">What relative addresses refer to.</param>
    /// <param name="language">"de-DE" or "en-GB": what the browser asks for.</param>
    public async Task<Visitor> Visit(Uri address, string language = "de-DE")
    {
        var context = await _browser!.NewContextAsync(new() { BaseURL = address.ToString(), Locale = language, TimezoneId = "Europe/Berlin", ViewportSize = new() { Width = 1920, Height = 1080 } });
        context.SetDefaultTimeout(15_000);
        return new Visitor(context, await context.NewPageAsync());
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
            await Task.WhenAny(_browser.CloseAsync(), Task.Delay(TimeSpan.FromSeconds(30)));
        _playwright?.Dispose();
    }
}
