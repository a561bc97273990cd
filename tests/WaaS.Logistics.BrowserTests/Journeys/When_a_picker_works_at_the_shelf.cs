using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using WaaS.Logistics.BrowserTests.Testbed;
using WaaS.Logistics.Messages.Refurbishment;
using WaaS.Logistics.Messages.Sanitization;
using WaaS.Logistics.Platform.Data;
using WaaS.Logistics.Platform.Messaging;
using WaaS.Logistics.Scanning;
using WaaS.Logistics.Testbed;
using Xunit;

namespace WaaS.Logistics.BrowserTests.Journeys;

/// <summary>A quarter of an hour at the shelf: put away, reserved, picked and sold, with a scanner that types into the page and a revocation in between.</summary>
public sealed class When_a_picker_works_at_the_shelf(BrowserFixture browser)
{
    private const string Model = "EliteBook 840 G8";
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(30);
    private readonly Looks _looks = new();

    [Theory]
    [InlineData("de-DE", "EINGELAGERT", "GEPICKT")]
    [InlineData("en-GB", "PUT AWAY", "PICKED")]
    public async Task Devices_go_from_the_cart_to_the_buyer_and_a_revoked_one_stays(string language, string putAway, string picked)
    {
        await using var house = await House.Open();
        var crew = await Crew.Hire(house);
        await crew.Post("admin", "/admin/api/people", new { name = "sofia", displayName = "Sofia Sales", password = Crew.Password, roles = new[] { "resale" } });
        foreach (var (code, kind) in new[] { ("A-1", "sellable"), ("A-2", "sellable"), ("SEC-1", "secured") })
            await crew.Post("rene", "/returns/api/places", new { opId = Guid.NewGuid(), code, kind });
        var devices = Enumerable.Range(1, 4).Select(i => (Id: Guid.CreateVersion7(), Serial: $"5CGSHELF{i}")).ToArray();
        foreach (var (id, serial) in devices)
            await Tell(house, new DeviceGraded(id, 1, 1, "Müller & Söhne GmbH", "HP", Model, serial, "laptop", "A"));
        await Poll.Until(async () => (await crew.Get("rene", "/stock/api/units?state=Admitted")).GetArrayLength(), 4, Soon, "the graded devices wait for put-away");

        await using var sofia = await SignIn(house, language);
        var page = sofia.Page;
        var name = $"stock-{language[..2]}";
        await _looks.At(page, name + "-put-away");
        await PutAway(sofia, devices.Select(device => device.Serial).ToArray(), putAway, name);
        var list = await Reserve(page, name);
        await Pick(house, sofia, list, devices, picked, name);
        await Sell(page, list, name);
        _looks.RequireAccessible();
        // What a stop is made of: the browser names each refusal in its console.
        Assert.DoesNotContain(sofia.Complaints, complaint => !complaint.Contains("409"));
    }

    private async Task PutAway(Visitor sofia, string[] serials, string putAway, string name)
    {
        await Scan(sofia, Place("SEC1"), "stop");
        await _looks.At(sofia.Page, name + "-put-away-stop");
        await sofia.Page.Keyboard.PressAsync("Escape");
        await Scan(sofia, Next, "ok", subject: Model);
        await Scan(sofia, Place("A1"), "ok", "A-1");
        foreach (var serial in serials[..3])
            await Scan(sofia, serial, "ok", putAway, serial);
        await Scan(sofia, serials[0], "again", subject: serials[0]);
        await Scan(sofia, Place("A2"), "ok", "A-2");
        await Scan(sofia, serials[3], "ok", putAway, serials[3]);
        await _looks.At(sofia.Page, name + "-put-away-done");
    }

    private async Task<string> Reserve(IPage page, string name)
    {
        await page.GotoAsync("/stock");
        await _looks.At(page, name + "-groups");
        await page.ClickAsync("main table a");
        foreach (var box in await page.Locator("[name=units]").AllAsync())
            await box.CheckAsync();
        await page.FillAsync("[name=price]", "399");
        await page.PressAsync("[name=price]", "Enter");
        await Assertions.Expect(page.Locator("main tbody")).ToContainTextAsync("399");
        await page.FillAsync("[name=take]", "2");
        await page.PressAsync("[name=take]", "Enter");
        await Assertions.Expect(page.Locator("[name=units]:checked")).ToHaveCountAsync(2);
        await page.FillAsync("[name=buyer]", "Müller und Söhne AG");
        await page.PressAsync("[name=buyer]", "Enter");
        await Assertions.Expect(page.Locator(".notice.stop")).ToContainTextAsync("Müller und Söhne AG");
        await _looks.At(page, name + "-tenant-refused");
        await page.FillAsync("[name=buyer]", "Kaufhaus Nord");
        await page.PressAsync("[name=buyer]", "Enter");
        await Assertions.Expect(page.Locator("main .card")).ToContainTextAsync("Kaufhaus Nord");
        await _looks.At(page, name + "-reserved");
        await page.ClickAsync("form[action='/stock/pick-lists'] button");
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("/stock/pick-lists/PL-"));
        await Assertions.Expect(page.Locator("main h1")).ToContainTextAsync("PL-");
        await _looks.At(page, name + "-list");
        return page.Url.Split('/')[^1];
    }

    private async Task Pick(House house, Visitor sofia, string list, (Guid Id, string Serial)[] devices, string picked, string name)
    {
        var page = sofia.Page;
        await page.GotoAsync($"/stock/pick/{list}");
        await Assertions.Expect(page.Locator(".next-bin")).ToContainTextAsync("A-1");
        await _looks.At(page, name + "-pick");
        await Scan(sofia, Next, "ok", "A-1", devices[0].Serial);
        await Screenshots.Take(page, name + "-pick-next");
        await Scan(sofia, Place("A2"), "stop");
        await page.Keyboard.PressAsync("Escape");
        await Scan(sofia, Place("A1"), "ok", "A-1");
        await Scan(sofia, devices[2].Serial, "stop");
        await page.Keyboard.PressAsync("Escape");
        await Scan(sofia, devices[0].Serial, "ok", picked, devices[0].Serial);
        await _looks.At(page, name + "-picked");
        await Tell(house, new DeviceReopened(devices[1].Id, devices[1].Serial, 1, 2, "Zertifikat widerrufen"));
        await Poll.Until(async () =>
        {
            await page.GotoAsync($"/stock/pick/{list}");
            return await page.Locator(".tag.stop").CountAsync() == 1;
        }, Soon, "the line of the revoked device is stopped");
        await Scan(sofia, devices[1].Serial, "stop");
        await _looks.At(page, name + "-pick-stop");
        await page.Keyboard.PressAsync("Escape");
    }

    private async Task Sell(IPage page, string list, string name)
    {
        await page.GotoAsync($"/stock/pick-lists/{list}");
        await _looks.At(page, name + "-before-sale");
        await page.ClickAsync("form[action$='/sale'] button");
        await Assertions.Expect(page.Locator("form[action$='/sale']")).ToHaveCountAsync(0);
        await _looks.At(page, name + "-sold");
        await page.ClickAsync("main tbody tr:has(.tag.ok) a");
        await _looks.At(page, name + "-unit");
        await page.GotoAsync("/stock/pick-lists");
        await _looks.At(page, name + "-lists");
    }

    // As the scanner does: into the body, and waits as a person does until the page has answered.
    private static async Task Scan(Visitor sofia, string payload, string tone, string? word = null, string? subject = null)
    {
        await sofia.Scan(payload);
        var verdict = sofia.Page.Locator("#verdict");
        await Assertions.Expect(verdict).ToHaveAttributeAsync("data-pending", "0");
        await Assertions.Expect(verdict).ToHaveAttributeAsync("data-tone", tone);
        if (word is not null)
            await Assertions.Expect(sofia.Page.Locator("#verdict-word")).ToHaveTextAsync(word);
        if (subject is not null)
            await Assertions.Expect(sofia.Page.Locator("#verdict-subject")).ToContainTextAsync(subject);
    }

    private static string Next => OwnCode.Create(OwnCodeKind.Command, "NEXT").ToString();

    private static string Place(string key) => OwnCode.Create(OwnCodeKind.Place, key).ToString();

    // As the services before would say it: Resale and Custody hear it from the bus.
    private static Task Tell<TEvent>(House house, TEvent happened) where TEvent : class => house.InPlatform(async db =>
    {
        db.Outbox.Add(new OutboxMessage { Id = Guid.CreateVersion7(), Type = typeof(TEvent).FullName!, Body = JsonSerializer.Serialize(happened, ServiceDb.EventJson), Actor = "test", ActorName = "test", RecordedAt = db.Now });
        return await db.SaveChangesAsync();
    });

    private async Task<Visitor> SignIn(House house, string language)
    {
        var visitor = await browser.Visit(house.Address, language);
        await visitor.Page.GotoAsync("/login?back=/stock/put-away");
        await visitor.Page.FillAsync("main [name=name]", "sofia");
        await visitor.Page.FillAsync("[name=password]", Crew.Password);
        await visitor.Page.Locator("main form:has([name=password]) button").First.ClickAsync();
        await visitor.Page.GotoAsync("/stock/put-away");
        await Assertions.Expect(visitor.Page.Locator("#verdict")).ToBeVisibleAsync();
        return visitor;
    }
}
