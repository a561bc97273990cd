using System.Text;
using System.Text.Json;
using Deque.AxeCore.Commons;
using Microsoft.Playwright;
using Xunit;

namespace WaaS.Logistics.BrowserTests.Testbed;

/// <summary>What axe-core and a ruler find on a page, at both widths; anything found fails the test with the place and the remedy.</summary>
internal static class Accessibility
{
    // Asked in the page itself: Deque's own way opens a page of its own for each answer, which is made for frames, and no page of ours has any.
    private static readonly string Ask =
        "async () => { if (!window.axe) { " + new BundledAxeScriptProvider().GetScript() + " } "
        + "const { passes, violations } = await window.axe.run({ resultTypes: ['violations'] }); return { frames: window.frames.length, passes: passes.length, violations }; }";

    public static async Task Check(IPage page)
    {
        var found = new StringBuilder();
        await Widths.Each(page, width => Check(page, width, found));
        Require(page, found);
    }

    public static async Task Check(IPage page, int width, StringBuilder found)
    {
        await Axe(page, width, found);
        await Overflow(page, width, found);
    }

    public static void Require(IPage page, StringBuilder found)
    {
        if (found.Length > 0)
            Assert.Fail($"{page.Url} is not accessible:\n{found}");
    }

    private static async Task Axe(IPage page, int width, StringBuilder found)
    {
        var result = await Asked(page, () => page.EvaluateAsync<JsonElement>(Ask));
        if (result.GetProperty("frames").GetInt32() > 0)
            found.AppendLine($"At {width} px: the page has frames, which are not looked into.");
        if (result.GetProperty("passes").GetInt32() == 0)
            found.AppendLine($"At {width} px: axe-core found nothing to check; is the page empty?");
        foreach (var violation in result.GetProperty("violations").EnumerateArray())
        {
            found.AppendLine($"At {width} px: {violation.GetProperty("id")} ({violation.GetProperty("impact")}): {violation.GetProperty("help")}, see {violation.GetProperty("helpUrl")}");
            foreach (var node in violation.GetProperty("nodes").EnumerateArray())
                found.AppendLine($"    {string.Join(' ', node.GetProperty("target").EnumerateArray())}: {node.GetProperty("html")}");
        }
    }

    // A page that opens itself anew between a script's arrival and its run has lost it; the new page is asked instead.
    private static async Task<T> Asked<T>(IPage page, Func<Task<T>> ask)
    {
        for (var tries = 1; ; tries++)
            try
            {
                return await ask();
            }
            catch (PlaywrightException e) when (tries < 5 && e.Message.Contains("context was destroyed", StringComparison.Ordinal))
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
