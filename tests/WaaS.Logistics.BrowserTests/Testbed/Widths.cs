using Microsoft.Playwright;

namespace WaaS.Logistics.BrowserTests.Testbed;

/// <summary>The width of a hand-held and of a wall screen.</summary>
internal static class Widths
{
    public static IReadOnlyList<int> All { get; } = [360, 1920];

    /// <summary>Shows the page at each width in turn, and afterwards as it was.</summary>
    public static async Task Each(IPage page, Func<int, Task> look)
    {
        var before = page.ViewportSize;
        foreach (var width in All)
        {
            await page.SetViewportSizeAsync(width, width < 600 ? 740 : 1080);
            await look(width);
        }
        if (before is not null && before.Width != page.ViewportSize!.Width)
            await page.SetViewportSizeAsync(before.Width, before.Height);
    }
}
