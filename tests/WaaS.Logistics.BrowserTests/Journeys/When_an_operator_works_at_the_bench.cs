using Microsoft.Playwright;
using WaaS.Logistics.BrowserTests.Testbed;
using WaaS.Logistics.Station;
using WaaS.Logistics.Testbed;
using Xunit;

namespace WaaS.Logistics.BrowserTests.Journeys;

/// <summary>From the received device to the certificate anybody can check, by scanner and keyboard, with a real station that wipes image files.</summary>
public sealed class When_an_operator_works_at_the_bench(BrowserFixture browser)
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(30);
    private readonly List<string> _inaccessible = [];

    [Fact]
    public async Task Carriers_are_wiped_proven_certified_and_revoked()
    {
        await using var house = await House.Open();
        var crew = await Crew.Hire(house);
        using var floor = new WipeFloor(house, crew);
        await floor.Receive(
            ("Lenovo", "ThinkPad T14", "PF3WIPE1", "high", "S64DNX0R100001"),
            ("Dell", "Latitude 5440", "5RFAIL2", "normal", "S64DNX0R100002"),
            ("HP", "EliteBook 840", "5CGHOLD3", "normal", "S64DNX0R100003"),
            ("Fujitsu", "Lifebook U7", "YLNSLOT4", "normal", null));
        var held = await floor.Order("5CGHOLD3");
        await crew.Post("olga", "/wipe/api/holds", new { opId = Guid.NewGuid(), deviceId = held.GetProperty("order").GetProperty("deviceId").GetGuid(), kind = "legal", reason = "Verfahren 4 O 12/26" });

        await using var otto = await SignIn(house, "otto", "de-DE");
        await Look(otto.Page, "wipe-bench");
        await otto.Scan("PF3WIPE1");
        await Assertions.Expect(otto.Page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("/wipe/orders/"));
        await Look(otto.Page, "wipe-order-ready");
        Assert.True(_inaccessible.Count == 0, string.Join("\n", _inaccessible));
    }

    private async Task<Visitor> SignIn(House house, string name, string language)
    {
        var visitor = await browser.Visit(house.Address, language);
        await visitor.Page.GotoAsync("/login?back=/wipe");
        await visitor.Page.FillAsync("main [name=name]", name);
        await visitor.Page.FillAsync("[name=password]", Crew.Password);
        await visitor.Page.Locator("main form:has([name=password]) button").First.ClickAsync();
        await visitor.Page.GotoAsync("/wipe");
        await Assertions.Expect(visitor.Page.Locator("#verdict")).ToBeVisibleAsync();
        return visitor;
    }

    private async Task Look(IPage page, string name)
    {
        await Screenshots.Take(page, name);
        if (await Record.ExceptionAsync(() => Accessibility.Check(page)) is { } complaint)
            _inaccessible.Add(complaint.Message);
    }
}
