using System.Text.RegularExpressions;
using Microsoft.Playwright;
using WaaS.Logistics.BrowserTests.Testbed;
using WaaS.Logistics.Testbed;

namespace WaaS.Logistics.BrowserTests.Journeys;

/// <summary>A technician's quarter hour: scanner and keyboard alone, from the cleared device to its grade, and back to sanitization where a carrier turns up.</summary>
public sealed class When_a_technician_inspects_devices(BrowserFixture browser)
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(30);
    private readonly Looks _looks = new();

    [Fact]
    public async Task Devices_are_graded_scrapped_and_sent_back_by_scanner_and_keyboard()
    {
        await using var house = await House.Open();
        var crew = await Crew.Hire(house);
        foreach (var (name, shown, role) in new[] { ("tina", "Tina Technician", "refurbishment"), ("ben", "Ben Bench", "refurbishment") })
        {
            await crew.Post("admin", "/admin/api/people", new { name, displayName = shown, password = Crew.Password, roles = new[] { role } });
            await crew.Post(name, "/login/api/password", new { name, password = Crew.Password });
        }
        await Clear(crew, ("Lenovo", "ThinkPad T14", "PF3REFB1"), ("Dell", "Latitude 5440", "5RREFB2"), ("HP", "EliteBook 840", "5CGREFB3"), ("Fujitsu", "Lifebook U7", "YLNREFB4"));

        await using var tina = await SignIn(house, "tina", "de-DE");
        await _looks.At(tina.Page, "refurb-queue");
        await Grade(tina, crew);
        await FindCarrier(tina, crew);
        await tina.Page.GotoAsync("/");
        await Assertions.Expect(tina.Page.Locator("main")).ToContainTextAsync("YLNREFB4");

        await using var ben = await SignIn(house, "ben", "en-GB");
        await _looks.At(ben.Page, "refurb-queue-en");
        await Scrap(ben, crew);
        await Custody(house, crew);
        Assert.DoesNotContain(tina.Complaints.Concat(ben.Complaints), complaint => !complaint.Contains("status of 40", StringComparison.Ordinal));
        _looks.RequireAccessible();
    }

    private async Task Grade(Visitor tina, Crew crew)
    {
        var page = tina.Page;
        await tina.Scan("pf3refb1");
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("/refurb/devices/"));
        await _looks.At(page, "refurb-waiting");
        await tina.Scan("PF3REFB1");
        await Answered(page, 0);
        await _looks.At(page, "refurb-check");
        await tina.Command("OK");
        await Answered(page, 1);
        await tina.Command("NA");
        await Answered(page, 2);
        // By keyboard: the first answer has the focus.
        await page.Keyboard.PressAsync("Enter");
        await Answered(page, 3);
        await tina.Command("FAULT");
        await Assertions.Expect(page.Locator("[name=note]")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("[name=note]")).ToHaveAttributeAsync("aria-invalid", "true");
        await page.Keyboard.TypeAsync("Akku hält keine Ladung");
        await _looks.At(page, "refurb-fault");
        await page.Keyboard.PressAsync("Enter");
        for (var answered = 4; answered < 8; answered++)
        {
            await Answered(page, answered);
            await tina.Command("OK");
        }
        await Answered(page, 8);
        await _looks.At(page, "refurb-grade");
        await tina.Command("GRADEA");
        await Assertions.Expect(page.Locator("#verdict")).ToHaveAttributeAsync("data-tone", "stop");
        await Assertions.Expect(page.Locator("#verdict-next")).ToContainTextAsync("Mangel");
        await _looks.At(page, "refurb-grade-refused");
        await page.Keyboard.PressAsync("Escape");
        await tina.Command("GRADEB");
        await Assertions.Expect(page.Locator("#verdict-word")).ToHaveTextAsync("Zustandsklasse B");
        await Left(page, "Graded");
        await _looks.At(page, "refurb-graded");
        Assert.Equal("graded", await State(crew, "PF3REFB1"));
    }

    private async Task FindCarrier(Visitor tina, Crew crew)
    {
        var page = tina.Page;
        await tina.Command("NEXT");
        await Assertions.Expect(page.Locator("[data-state^=Waiting]")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("#verdict-subject")).Not.ToContainTextAsync("PF3REFB1");
        await tina.Command("DONE");
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("/refurb$"));
        await tina.Scan("5RREFB2");
        await Assertions.Expect(page.Locator("#verdict-subject")).ToContainTextAsync("5RREFB2");
        await Assertions.Expect(page.Locator("[data-state^=Waiting]")).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Enter");
        await Answered(page, 0);
        await tina.Command("CARRIER");
        await Assertions.Expect(page.Locator("[name=slot]")).ToBeFocusedAsync();
        await _looks.At(page, "refurb-carrier");
        await page.Keyboard.TypeAsync("M.2-2");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.TypeAsync("S64DNX0R777777");
        await page.Keyboard.PressAsync("Enter");
        await Left(page, "SentBack");
        await _looks.At(page, "refurb-sent-back");
        await Poll.Until(async () => (await crew.Get("otto", "/wipe/api/orders?search=S64DNX0R777777")).GetArrayLength(), 1, Soon, "sanitization waits for the found carrier");
    }

    private async Task Scrap(Visitor ben, Crew crew)
    {
        var page = ben.Page;
        await ben.Scan("5CGREFB3");
        await Assertions.Expect(page.Locator("[data-state^=Waiting]")).ToBeVisibleAsync();
        await ben.Command("START");
        await Answered(page, 0);
        await _looks.At(page, "refurb-check-en");
        await page.GotoAsync(page.Url + "/checks/Locks");
        await page.Keyboard.TypeAsync("activation lock of the tenant");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("#verdict")).ToHaveAttributeAsync("data-tone", "stop");
        await _looks.At(page, "refurb-locked-en");
        await page.Keyboard.PressAsync("Escape");
        await ben.Command("SCRAP");
        await Assertions.Expect(page.Locator("[name=reason]")).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("locked for good");
        await page.Keyboard.PressAsync("Enter");
        await Left(page, "Scrapped");
        await _looks.At(page, "refurb-scrapped-en");
        Assert.Equal("scrapped", await State(crew, "5CGREFB3"));
        await ben.Scan("NOBODY-77");
        await Assertions.Expect(page.Locator("#verdict")).ToHaveAttributeAsync("data-tone", "look");
        await _looks.At(page, "refurb-unknown-en");
    }

    private async Task Custody(House house, Crew crew)
    {
        await using var rene = await SignIn(house, "rene", "de-DE");
        var device = (await crew.Get("tina", "/refurb/api/devices?q=PF3REFB1"))[0].GetProperty("deviceId").GetGuid();
        await Poll.Until(async () =>
        {
            await rene.Page.GotoAsync($"/custody/devices/{device}");
            return (await rene.Page.Locator("main").InnerTextAsync()).Contains("Tina Technician");
        }, Soon, "custody says who graded");
        await _looks.At(rene.Page, "refurb-custody");
    }

    // Without a carrier, by the record of two people: the quickest true way to a clearance.
    private static async Task Clear(Crew crew, params (string Maker, string Model, string Serial)[] devices)
    {
        await crew.Import("olga", "contract;customer;reseller;start;termMonths;manufacturer;model;serial;carrierSlots\n"
            + string.Concat(devices.Select(device => $"V-2026-9;Müller & Söhne GmbH;;2026-01-01;36;{device.Maker};{device.Model};{device.Serial};0\n")));
        await Poll.Until(async () => (await crew.Get("olga", "/returns/api/fleet")).GetArrayLength(), devices.Length, Soon, "returns knows the devices");
        foreach (var (code, kind) in new[] { ("SEC-1", "secured"), ("QUA-1", "quarantine") })
            await crew.Post("rene", "/returns/api/places", new { opId = Guid.NewGuid(), code, kind });
        var order = (await crew.Post("olga", "/returns/api/orders", new { opId = Guid.NewGuid(), contract = "V-2026-9" })).GetProperty("number").GetString()!;
        var session = (await crew.Post("rene", "/returns/api/sessions", new { opId = Guid.NewGuid(), order, place = "SEC-1" })).GetProperty("sessionId").GetString()!;
        foreach (var device in devices)
            await crew.Post("rene", $"/returns/api/sessions/{session}/scans", new { opId = Guid.NewGuid(), payload = device.Serial });
        await Poll.Until(async () => (await crew.Get("otto", "/wipe/api/orders")).GetArrayLength(), devices.Length, Soon, "sanitization knows the devices");
        foreach (var line in (await crew.Get("otto", "/wipe/api/orders")).EnumerateArray())
        {
            var id = line.GetProperty("id").GetString();
            await crew.Post("otto", $"/wipe/api/orders/{id}/no-carrier", new { opId = Guid.NewGuid(), slotId = (Guid?)null, note = "kein Datenträger eingebaut" });
            var record = (await crew.Get("otto", $"/wipe/api/orders/{id}")).GetProperty("noCarrierRecords")[0].GetProperty("id").GetString();
            await crew.Post("vera", $"/wipe/api/orders/{id}/no-carrier/{record}/second", new { opId = Guid.NewGuid(), decision = "yes" });
        }
        await Poll.Until(async () => (await crew.Get("tina", "/refurb/api/devices?state=waiting")).GetArrayLength(), devices.Length, Soon, "the cleared devices wait for their inspection");
    }

    private static async Task<string> State(Crew crew, string serial) => (await crew.Get("tina", $"/refurb/api/devices?q={serial}"))[0].GetProperty("state").GetString()!;

    // The list is drawn again before the page is opened anew: the card with the next check is what the person acts on.
    private static async Task Answered(IPage page, int answers)
    {
        await Assertions.Expect(page.Locator($"section.check[data-answered='{answers}']")).ToBeVisibleAsync(new() { Timeout = (float)Soon.TotalMilliseconds });
        await Assertions.Expect(page.Locator("#verdict[data-pending='0']")).ToBeVisibleAsync(new() { Timeout = (float)Soon.TotalMilliseconds });
    }

    // The card of the page before is gone, and the page after it is ready for the next scan.
    private static async Task Left(IPage page, string state)
    {
        await Assertions.Expect(page.Locator("section.check")).ToHaveCountAsync(0, new() { Timeout = (float)Soon.TotalMilliseconds });
        await Assertions.Expect(page.Locator($"[data-state^={state}]")).ToBeVisibleAsync(new() { Timeout = (float)Soon.TotalMilliseconds });
        await Assertions.Expect(page.Locator("#verdict[data-pending='0']")).ToBeVisibleAsync(new() { Timeout = (float)Soon.TotalMilliseconds });
    }

    private async Task<Visitor> SignIn(House house, string name, string language)
    {
        var visitor = await browser.Visit(house.Address, language);
        await visitor.Page.GotoAsync("/login?back=/refurb");
        await visitor.Page.FillAsync("main [name=name]", name);
        await visitor.Page.FillAsync("[name=password]", Crew.Password);
        await visitor.Page.Locator("main form:has([name=password]) button").First.ClickAsync();
        await visitor.Page.GotoAsync("/refurb");
        await Assertions.Expect(visitor.Page.Locator("#verdict")).ToBeVisibleAsync();
        return visitor;
    }
}
