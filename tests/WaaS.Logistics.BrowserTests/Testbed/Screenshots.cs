using Microsoft.Playwright;
using WaaS.Logistics.Testbed;

namespace WaaS.Logistics.BrowserTests.Testbed;

/// <summary>Whole-page pictures at both widths, in TestResults/screenshots, to be looked at.</summary>
internal static class Screenshots
{
    /// <returns>The files written, in the order of <see cref="Widths.All"/>.</returns>
    public static async Task<IReadOnlyList<string>> Take(IPage page, string name)
    {
        List<string> files = [];
        await Widths.Each(page, async width => files.Add(await Take(page, name, width)));
        return files;
    }

    public static async Task<string> Take(IPage page, string name, int width)
    {
        var file = Path.Combine(Directory.CreateDirectory(Path.Combine(Repository.TestResults, "screenshots")).FullName, $"{name}-{width}.png");
        await page.ScreenshotAsync(new() { Path = file, FullPage = true, Animations = ScreenshotAnimations.Disabled });
        return file;
    }
}
