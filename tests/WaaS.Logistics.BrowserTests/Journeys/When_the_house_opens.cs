using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using WaaS.Logistics.BrowserTests.Testbed;
using WaaS.Logistics.Platform.Messaging;
using WaaS.Logistics.Platform.Security.FirstRun;
using WaaS.Logistics.Testbed;
using Xunit;

namespace WaaS.Logistics.BrowserTests.Journeys;

/// <summary>The first day in a real browser: from the one-time link to an announced return that Custody knows.</summary>
public sealed class When_the_house_opens(BrowserFixture browser)
{
    private const string Password = "a long enough sentence";
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(30);
    private readonly Looks _looks = new();

    [Fact]
    public async Task People_announce_a_return_and_see_it_in_custody()
    {
        await using var house = await House.Open();
        await using var visitor = await browser.Visit(house.Address, "de-DE");
        var page = visitor.Page;

        await page.GotoAsync((await house.Services.GetRequiredService<FirstRunLink>().Create())!);
        await _looks.At(page, "first-run");
        await page.FillAsync("[name=displayName]", "Anna Admin");
        await page.FillAsync("[name=name]", "anna");
        await page.FillAsync("[name=password]", Password);
        await page.ClickAsync("main button.primary");

        await AddOfficePerson(page);
        await SignOutAndIn(page, "otto");
        await SwitchTo(page, "en");
        await SwitchTo(page, "de");

        await ImportContract(page);
        await Announce(page);
        await SeeInCustody(house, page);
        Assert.Empty(visitor.Complaints);
        _looks.RequireAccessible();
    }

    [Fact]
    public async Task A_failed_message_is_seen_and_tried_again()
    {
        await using var house = await House.Open();
        await using var visitor = await browser.Visit(house.Address, "en-GB");
        var page = visitor.Page;
        await page.GotoAsync((await house.Services.GetRequiredService<FirstRunLink>().Create())!);
        await page.FillAsync("[name=displayName]", "Anna Admin");
        await page.FillAsync("[name=name]", "anna");
        await page.FillAsync("[name=password]", Password);
        await page.ClickAsync("main button.primary");

        // A message of a queue that cannot read it: no consumer of ours would ever send this.
        await house.InPlatform(async db =>
        {
            db.Outbox.Add(new OutboxMessage
            {
                Id = Guid.CreateVersion7(), Type = "WaaS.Logistics.Messages.Returns.PlaceDefined", Destination = "returns-learn-device-on-device-rented",
                Body = """{"placeId":"7a1b1d4e-52a4-4d4b-9df7-0a4c60a0a001","code":"A-1","kind":"secured"}""", Actor = "test", ActorName = "test", RecordedAt = db.Now,
            });
            return await db.SaveChangesAsync();
        });
        await Poll.Until(() => house.InPlatform(db => db.FailedMessages.AnyAsync()), Soon, "the message has failed");
        await page.GotoAsync("/admin/messages");
        await _looks.At(page, "failed-messages");
        await page.ClickAsync("main table a");
        await _looks.At(page, "failed-message");
        await page.ClickAsync("form[action$='/retry'] button");
        await Poll.Until(() => house.InPlatform(db => db.FailedMessages.AnyAsync(row => row.Failures == 2)), Soon, "it was tried again, and failed again");
        _looks.RequireAccessible();
    }

    private async Task AddOfficePerson(IPage page)
    {
        await page.GotoAsync("/admin/people/new");
        await page.FillAsync("[name=displayName]", "Otto Office");
        await page.FillAsync("main [name=name]", "otto");
        await page.FillAsync("[name=password]", Password);
        foreach (var role in new[] { "office", "receiving", "supervisor" })
            await page.CheckAsync($"[name=roles][value={role}]");
        await _looks.At(page, "new-person");
        await page.ClickAsync("main form button.primary");
        await Assertions.Expect(page.Locator("h1")).ToContainTextAsync("Otto Office");
    }

    private async Task SignOutAndIn(IPage page, string name)
    {
        await page.ClickAsync("form[action='/logout'] button");
        await _looks.At(page, "login");
        await page.FillAsync("main [name=name]", name);
        await page.FillAsync("[name=password]", Password);
        await page.Locator("main form:has([name=password]) button").First.ClickAsync();
        await Assertions.Expect(page.Locator(".me")).ToContainTextAsync("Otto Office");
    }

    private async Task SwitchTo(IPage page, string language)
    {
        await page.ClickAsync($"button[name=language][value={language}]");
        await Assertions.Expect(page.Locator("html")).ToHaveAttributeAsync("lang", language);
    }

    private async Task ImportContract(IPage page)
    {
        await page.GotoAsync("/contracts/import");
        await _looks.At(page, "contracts-import");
        var csv = "contract;customer;reseller;start;termMonths;manufacturer;model;serial;carrierSlots\n"
            + "V-2026-7;Müller & Söhne GmbH;Systemhaus Nord;2026-06-01;36;Lenovo;ThinkPad T14;PF3ABC01;1\n"
            + "V-2026-7;Müller & Söhne GmbH;Systemhaus Nord;2026-06-01;36;Dell;Latitude 5440;5RFDP01;1\n";
        await page.SetInputFilesAsync("[name=file]", new FilePayload { Name = "contracts.csv", MimeType = "text/csv", Buffer = System.Text.Encoding.UTF8.GetBytes(csv) });
        await page.ClickAsync("main form button.primary");
        await page.GotoAsync("/contracts/V-2026-7");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("PF3ABC01");
        await _looks.At(page, "contract");
    }

    private async Task Announce(IPage page)
    {
        // Returns learns the contract's devices by event: the form is sent again until it knows them.
        await Poll.Until(async () =>
        {
            await page.GotoAsync("/returns/orders/new?contract=V-2026-7");
            await page.ClickAsync("main form button.primary");
            return await page.Locator("main").InnerTextAsync() is { } text && text.Contains("5RFDP01");
        }, Soon, "the return order is announced");
        await _looks.At(page, "return-order");
        await page.GotoAsync("/returns");
        await _looks.At(page, "returns");
    }

    private async Task SeeInCustody(House house, IPage page)
    {
        await Poll.Until(async () =>
        {
            await page.GotoAsync("/custody?q=5rfdp01");
            return (await page.Locator("tbody tr").CountAsync()) >= 2;
        }, Soon, "custody has both facts of the device");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("Rückgabe angekündigt");
        await _looks.At(page, "device-life");
        await page.GotoAsync("/");
        await _looks.At(page, "today");
    }
}
