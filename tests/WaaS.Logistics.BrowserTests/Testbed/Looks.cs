using Microsoft.Playwright;
using Xunit;

namespace WaaS.Logistics.BrowserTests.Testbed;

/// <summary>What a journey has looked at: a picture of each page, and what shuts people out, told at the journey's end so that one fault does not hide the next.</summary>
internal sealed class Looks
{
    private readonly List<string> _inaccessible = [];

    public async Task At(IPage page, string name)
    {
        await Screenshots.Take(page, name);
        await Check(page, name);
    }

    public async Task Check(IPage page, string name)
    {
        if (await Record.ExceptionAsync(() => Accessibility.Check(page)) is { } complaint)
            _inaccessible.Add($"{name}: {complaint.Message}");
    }

    public void RequireAccessible() => Assert.True(_inaccessible.Count == 0, string.Join("\n", _inaccessible));
}
