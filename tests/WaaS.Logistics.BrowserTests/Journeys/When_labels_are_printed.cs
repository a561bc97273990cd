using Microsoft.Playwright;
using WaaS.Logistics.BrowserTests.Testbed;
using Xunit;

namespace WaaS.Logistics.BrowserTests.Journeys;

/// <summary>An admin sets up a station: a badge, cards and labels come down as files, and the page stays usable.</summary>
public sealed class When_labels_are_printed(BrowserFixture browser)
{
    private readonly Looks _looks = new();

    [Theory]
    [InlineData("de-DE", "command-cards-de.pdf", "badge-de.pdf")]
    [InlineData("en-GB", "command-cards-en.pdf", "badge-en.pdf")]
    public async Task Cards_tags_and_a_badge_come_down_as_files(string language, string cards, string badge)
    {
        await using var house = await House.Open();
        var crew = await Crew.Hire(house);
        await crew.Post("rene", "/returns/api/places", new { opId = Guid.NewGuid(), code = "SEC-1", kind = "secured" });
        await using var ada = await browser.Visit(house.Address, language);
        var page = ada.Page;
        await SignIn(page, "admin");

        await page.GotoAsync("/returns/labels");
        await _looks.At(page, $"labels-{language[..2]}");
        Assert.Equal(cards, await Download(page, page.Locator("a[href='/returns/api/labels/commands']")));

        await page.GotoAsync("/admin/people");
        await page.ClickAsync("main table a:has-text('Otto Operator')");
        await page.FillAsync("[name=pin]", Crew.Pin);
        await page.ClickAsync("form[action$='/badge'] button.primary");
        await _looks.At(page, $"badge-{language[..2]}");
        var print = page.Locator("form[action$='/badge/label'] button");
        // Twice: the button does not rest after a download.
        Assert.Equal(badge, await Download(page, print));
        Assert.Equal(badge, await Download(page, print));
        _looks.RequireAccessible();
        Assert.Empty(ada.Complaints);
    }

    private static async Task<string> Download(IPage page, ILocator by) => (await page.RunAndWaitForDownloadAsync(() => by.ClickAsync())).SuggestedFilename;

    private static async Task SignIn(IPage page, string name)
    {
        await page.GotoAsync("/login");
        await page.FillAsync("main [name=name]", name);
        await page.FillAsync("[name=password]", Crew.Password);
        await page.Locator("main form:has([name=password]) button").First.ClickAsync();
        await Assertions.Expect(page.Locator(".me")).ToBeVisibleAsync();
    }
}
