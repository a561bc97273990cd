using Microsoft.Playwright;
using WaaS.Logistics.Testbed;

namespace WaaS.Logistics.BrowserTests.Testbed;

/// <summary>Whole-page pictures at the width of a hand-held and of a wall screen, in TestResults/screenshots, to be looked at.</summary>
internal static class Screenshots
{
    public static IReadOnlyList<int> Widths { get; } = [360, 1920];

    /// <returns>The files written, in the order of <see cref="Widths"/>.</returns>
    public static async Task<IReadOnlyList<string>> Take(IPage page, string name)
    {
        var folder = Directory.CreateDirectory(Path.Combine(Repository.TestResults, "screenshots")).FullName;
        var before = page.ViewportSize;
        List<string> files = [];
        foreach (var width in Widths)
        {
            await page.SetViewportSizeAsync(width, width < 600 ? 740 : 1080);
            var file = Path.Combine(folder, $"{name}-{width}.png");
            await page.ScreenshotAsync(new() { Path = file, FullPage = true, Animations = ScreenshotAnimations.Disabled });
            files.Add(file);
        }
        if (before is not null)
            await page.SetViewportSizeAsync(before.Width, before.Height);
        return files;
    }
}
