using Microsoft.Playwright;

namespace WaaS.Logistics.BrowserTests.Testbed;

/// <summary>What a page plays: the frequencies given to the browser's own sound, in their order. Nothing is replaced.</summary>
internal static class Tones
{
    public static Task Listen(IPage page) => page.AddInitScriptAsync("""
        window.heard = [];
        const start = OscillatorNode.prototype.start;
        OscillatorNode.prototype.start = function (...given) { window.heard.push(this.frequency.value); return start.apply(this, given); };
        """);

    /// <summary>Everything heard since the last time it was asked.</summary>
    public static Task<int[]> Heard(IPage page) => page.EvaluateAsync<int[]>("() => window.heard.splice(0)");
}
