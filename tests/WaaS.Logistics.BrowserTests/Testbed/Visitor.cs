using Microsoft.Playwright;
using WaaS.Logistics.Scanning;

namespace WaaS.Logistics.BrowserTests.Testbed;

/// <summary>One person at one browser. What the page complains about in its console is kept: a refused script or style is a fault.</summary>
public sealed class Visitor : IAsyncDisposable
{
    private readonly IBrowserContext _context;
    private readonly List<string> _complaints = [];

    internal Visitor(IBrowserContext context, IPage page)
    {
        (_context, Page) = (context, page);
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
                Keep($"{message.Type}: {message.Text} ({message.Location})");
        };
        page.PageError += (_, error) => Keep($"uncaught: {error}");
    }

    public IPage Page { get; }

    public IReadOnlyList<string> Complaints
    {
        get
        {
            lock (_complaints)
                return [.. _complaints];
        }
    }

    /// <summary>Types as a keyboard-wedge scanner does: into the page, with no field clicked or focused, closed by Enter.</summary>
    public async Task Scan(string payload)
    {
        await Page.Keyboard.TypeAsync(payload, new() { Delay = 2 });
        await Page.Keyboard.PressAsync("Enter");
    }

    /// <summary>Scans a printed command card.</summary>
    public Task Command(string id) => Scan(OwnCode.Create(OwnCodeKind.Command, id).ToString());

    // A busy Chromium has been seen never to answer this; what is left is closed with the browser.
    public async ValueTask DisposeAsync() => await Task.WhenAny(_context.CloseAsync(), Task.Delay(TimeSpan.FromSeconds(5)));

    private void Keep(string complaint)
    {
        lock (_complaints)
            _complaints.Add(complaint);
    }
}
