using Microsoft.Playwright;

namespace WaaS.Logistics.BrowserTests.Testbed;

/// <summary>A whole Chromium, for the one without a window has no camera; this one's is a film. Nothing of the page is replaced: it asks for a camera and gets one.</summary>
internal sealed class CameraBrowser : IAsyncDisposable
{
    private const string Chromium = "/usr/bin/chromium";
    private readonly IPlaywright _playwright;
    private readonly IBrowser _browser;

    private CameraBrowser(IPlaywright playwright, IBrowser browser) => (_playwright, _browser) = (playwright, browser);

    public static async Task<CameraBrowser> Open(string film)
    {
        var playwright = await Playwright.CreateAsync();
        return new CameraBrowser(playwright, await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Chromium,
            Args = ["--headless=new", .. BrowserFixture.Flags, "--use-fake-device-for-media-stream", $"--use-file-for-fake-video-capture={film}"],
        }));
    }

    public async Task<Visitor> Visit(Uri address, params string[] permissions)
    {
        var context = await _browser.NewContextAsync(new() { BaseURL = address.ToString(), Locale = "de-DE", TimezoneId = "Europe/Berlin", ViewportSize = new() { Width = 1920, Height = 1080 }, Permissions = permissions });
        context.SetDefaultTimeout(15_000);
        return new Visitor(context, await context.NewPageAsync());
    }

    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        _playwright.Dispose();
    }
}
