using System.Text;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using WaaS.Logistics.Testbed;
using Xunit;

namespace WaaS.Logistics.BrowserTests.Testbed;

/// <summary>What axe-core and a ruler find on a page, at both widths; anything found fails the test with the place and the remedy.</summary>
internal static class Accessibility
{
    public static async Task Check(IPage page)
    {
        var before = page.ViewportSize;
        var found = new StringBuilder();
        foreach (var width in Screenshots.Widths)
        {
            await page.SetViewportSizeAsync(width, width < 600 ? 740 : 1080);
            await Axe(page, width, found);
            await Overflow(page, width, found);
        }
        if (before is not null)
            await page.SetViewportSizeAsync(before.Width, before.Height);
        if (found.Length > 0)
            Assert.Fail($"{page.Url} is not accessible:\n{found}");
    }

    private static async Task Axe(IPage page, int width, StringBuilder found)
    {
        var result = await RunAxe(page);
        if (result.Passes.Length == 0)
            found.AppendLine($"At {width} px: axe-core found nothing to check; is the page empty?");
        foreach (var violation in result.Violations)
        {
            found.AppendLine($"At {width} px: {violation.Id} ({violation.Impact}): {violation.Help}, see {violation.HelpUrl}");
            foreach (var node in violation.Nodes)
                found.AppendLine($"    {node.Target}: {node.Html}");
        }
    }

    private static Task<AxeResult> RunAxe(IPage page) => Asked(page, () => page.RunAxe(new AxeRunOptions { ResultTypes = [ResultType.Violations, ResultType.Passes] }));

    // A page that opens itself anew between a script's arrival and its run has lost it; the new page is asked instead.
    private static async Task<T> Asked<T>(IPage page, Func<Task<T>> ask)
    {
        for (var tries = 1; ; tries++)
            try
            {
                return await ask();
            }
            catch (PlaywrightException e) when (tries < 5 && (e.Message.Contains("axe is not defined", StringComparison.Ordinal) || e.Message.Contains("context was destroyed", StringComparison.Ordinal)))
            {
                await page.WaitForLoadStateAsync();
            }
    }

    private static async Task Overflow(IPage page, int width, StringBuilder found)
    {
        var content = await Asked(page, () => page.EvaluateAsync<int>("() => document.documentElement.scrollWidth"));
        if (content > width)
            found.AppendLine($"At {width} px: the page is {content} px wide, so a person has to scroll sideways.");
    }
}
