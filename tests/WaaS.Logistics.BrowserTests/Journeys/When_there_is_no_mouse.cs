using System.Text.RegularExpressions;
using Microsoft.Playwright;
using WaaS.Logistics.BrowserTests.Testbed;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace WaaS.Logistics.BrowserTests.Journeys;

/// <summary>The keyboard alone, in German; and every page also at 360 px with letters twice as large.</summary>
public sealed partial class When_there_is_no_mouse(BrowserFixture browser, BusyHouse house) : IClassFixture<BusyHouse>
{
    // What the links led to when this was written, less a few.
    private const int AtLeast = 45;

    [Fact]
    public async Task Every_page_there_is_a_link_to_can_be_walked_and_read()
    {
        await using var anybody = await browser.Visit(house.Address);
        List<string> faults = [];
        foreach (var path in new[] { "/login", "/first-run", "/verify", "/reset/none" })
            await Walk(anybody.Page, path, faults);
        await using var eva = await SignIn();
        Queue<string> waiting = new(["/"]);
        HashSet<string> seen = [];
        while (waiting.TryDequeue(out var path))
        {
            await Walk(eva.Page, path, faults);
            foreach (var link in await eva.Page.EvaluateAsync<string[]>("() => [...document.querySelectorAll('a[href^=\"/\"]')].map(link => link.getAttribute('href'))"))
                if (!Files().IsMatch(link) && seen.Add(Shape(link)))
                    waiting.Enqueue(link);
        }
        Assert.True(seen.Count >= AtLeast, $"only {seen.Count} pages were found: {string.Join(' ', seen)}");
        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    [Fact]
    public async Task What_is_refused_is_said_where_the_cursor_is()
    {
        await using var eva = await SignIn();
        var page = eva.Page;
        await page.GotoAsync("/returns/stops");
        await page.Locator("main form [name=serial]").PressAsync("Enter");
        var serial = page.Locator("[name=serial][aria-invalid=true]");
        await Expect(serial).ToBeFocusedAsync();
        await Expect(serial).ToHaveAccessibleDescriptionAsync(new Regex("Geben Sie die Seriennummer des Geräts an"));

        // Where only a field is wrong, there is nothing else to look at.
        var opened = await page.APIRequest.PostAsync("/returns/api/orders", new() { DataObject = new { opId = Guid.NewGuid(), customer = "Stadtwerke Beispiel" } });
        await page.GotoAsync("/returns/orders/" + (await opened.JsonAsync())!.Value.GetProperty("number").GetString());
        await page.FillAsync("[name=parcels]", new string('7', 61));
        await page.Locator("main form:has([name=parcels]) button").PressAsync("Enter");
        await Expect(page.Locator("[name=parcels][aria-invalid=true]")).ToBeFocusedAsync();
        await Expect(page.Locator("main [role=alert]")).ToHaveCountAsync(0);

        await using var stranger = await browser.Visit(house.Address);
        await stranger.Page.GotoAsync("/login");
        await stranger.Page.FillAsync("main [name=name]", "nobody");
        await stranger.Page.FillAsync("[name=password]", "nothing right");
        await stranger.Page.Locator("[name=password]").PressAsync("Enter");
        await Expect(stranger.Page.Locator("[data-refuses]")).ToBeFocusedAsync();
    }

    [Fact]
    public async Task What_was_opened_closes_by_Escape_and_gives_the_cursor_back()
    {
        await using var eva = await SignIn();
        await eva.Page.GotoAsync("/api");
        var summary = eva.Page.Locator("summary").First;
        await summary.PressAsync("Enter");
        await Expect(eva.Page.Locator("details[open]")).ToHaveCountAsync(1);
        await eva.Page.Keyboard.PressAsync("Escape");
        await Expect(eva.Page.Locator("details[open]")).ToHaveCountAsync(0);
        await Expect(summary).ToBeFocusedAsync();
    }

    [Fact]
    public async Task No_key_is_lost_while_a_page_for_scans_is_still_loading()
    {
        await using var eva = await SignIn();
        // As on a slow radio link: the page is drawn, and its modules are not there yet.
        await eva.Page.RouteAsync("**/waas.js", route => route.AbortAsync());
        await eva.Page.GotoAsync("/wipe");
        await eva.Page.Keyboard.PressAsync("Tab");
        await Expect(eva.Page.Locator(".skip")).ToBeFocusedAsync();
        await eva.Page.Keyboard.PressAsync("Tab");
        await Expect(eva.Page.Locator(".brand")).ToBeFocusedAsync();
        // A scan's own end presses nothing.
        await eva.Scan("PF3WALK1");
        await Expect(eva.Page).ToHaveURLAsync(new Regex("/wipe$"));
    }

    private static async Task Walk(IPage page, string path, List<string> faults)
    {
        await page.GotoAsync(path, new() { WaitUntil = WaitUntilState.DOMContentLoaded });
        faults.AddRange((await Keyboard.Walk(page, whole: path is "/" or "/login")).Select(fault => $"{path}: {fault}"));
    }

    private async Task<Visitor> SignIn()
    {
        var visitor = await browser.Visit(house.Address);
        await visitor.Page.APIRequest.PostAsync("/login/api/password", new() { DataObject = house.SignIn });
        return visitor;
    }

    // One page of each kind.
    private static string Shape(string link) => Names().Replace(link.Split('?')[0], "/*");

    [GeneratedRegex(@"/api/|\.json|/pdf|/labels/|/proof|/photos/")]
    private static partial Regex Files();

    [GeneratedRegex("/(?=[^/]*[0-9A-Z])[^/]+")]
    private static partial Regex Names();
}
