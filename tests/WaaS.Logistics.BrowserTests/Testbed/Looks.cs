using System.Text;
using Microsoft.Playwright;
using Xunit;

namespace WaaS.Logistics.BrowserTests.Testbed;

/// <summary>What a journey has looked at: a picture of each page, and what shuts people out, told at the journey's end so that one fault does not hide the next.</summary>
internal sealed class Looks
{
    private readonly List<string> _inaccessible = [];

    public async Task At(IPage page, string name)
    {
        var found = new StringBuilder();
        await Widths.Each(page, async width =>
        {
            await Screenshots.Take(page, name, width);
            await Keep(name, () => Accessibility.Check(page, width, found));
        });
        await Keep(name, () => { Accessibility.Require(page, found); return Task.CompletedTask; });
    }

    public Task Check(IPage page, string name) => Keep(name, () => Accessibility.Check(page));

    public void RequireAccessible() => Assert.True(_inaccessible.Count == 0, string.Join("\n", _inaccessible));

    private async Task Keep(string name, Func<Task> check)
    {
        if (await Record.ExceptionAsync(check) is { } complaint)
            _inaccessible.Add($"{name}: {complaint.Message}");
    }
}
