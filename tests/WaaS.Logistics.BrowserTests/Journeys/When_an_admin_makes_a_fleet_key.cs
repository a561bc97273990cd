using System.Net.Http.Json;
using Microsoft.Playwright;
using WaaS.Logistics.BrowserTests.Testbed;
using WaaS.Logistics.Proof.Evidence;
using WaaS.Logistics.Proof.Signing;
using WaaS.Logistics.Proof.StationContract;
using Xunit;

namespace WaaS.Logistics.BrowserTests.Journeys;

/// <summary>A key for boot media: made, shown once, used by a laptop, and revoked.</summary>
public sealed class When_an_admin_makes_a_fleet_key(BrowserFixture browser)
{
    private readonly Looks _looks = new();

    [Fact]
    public async Task It_is_shown_once_lets_a_laptop_in_and_is_revoked()
    {
        await using var house = await House.Open();
        var crew = await Crew.Hire(house);
        using var floor = new WipeFloor(house, crew);
        await floor.Receive(("Lenovo", "ThinkPad T14", "PF3SELF1", "normal", "S64DNX0R200001"));
        await using var admin = await browser.Visit(house.Address, "de-DE");
        var page = admin.Page;
        await page.APIRequest.PostAsync("/login/api/password", new() { DataObject = new { name = "admin", password = Crew.Password } });

        await page.GotoAsync("/wipe/stations");
        await page.ClickAsync("a[href='/wipe/stations/fleet-keys']");
        await page.FillAsync("#f-name", "Sticks, Karton 3");
        await page.FillAsync("#f-endsOn", "2099-01-01");
        await page.ClickAsync("main form button.primary");
        await Assertions.Expect(page.Locator("#f-endsOn-error")).ToContainTextAsync("366");
        await _looks.At(page, "fleet-key-new");
        await page.FillAsync("#f-endsOn", $"{TimeProvider.System.GetUtcNow().AddDays(20):yyyy-MM-dd}");
        await page.ClickAsync("main form button.primary");
        var pem = await page.Locator(".private-key").InnerTextAsync();
        Assert.StartsWith("-----BEGIN PRIVATE KEY-----", pem);
        await _looks.At(page, "fleet-key-once");

        await Start(house, pem, "PF3SELF1");
        await page.GotoAsync("/wipe/stations");
        Assert.DoesNotContain("PRIVATE", await page.ContentAsync());
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("Sticks, Karton 3");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("1 von 50");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("ThinkPad T14 PF3SELF1");
        await _looks.At(page, "fleet-keys");
        await page.ClickAsync("form[action^='/wipe/stations/fleet-keys/'] button.danger");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("gesperrt");
        // The answer to a wrong date is 400, which browsers note.
        Assert.All(admin.Complaints, complaint => Assert.Contains("400", complaint, StringComparison.Ordinal));
        _looks.RequireAccessible();
    }

    private static async Task Start(House house, string pem, string serial)
    {
        using SigningKey fleet = SigningKey.FromPkcs8Pem(pem.Trim() + "\n"), boot = SigningKey.Create();
        using var http = new HttpClient { BaseAddress = house.Address };
        var statement = new BootStatement
        {
            FleetKeyId = fleet.KeyId, PublicKeyPem = boot.Public.Pem, BootId = Guid.NewGuid(), ScannedSerial = null, At = TimeProvider.System.GetUtcNow(),
            Machine = new HostIdentity { Manufacturer = "LENOVO", Model = "ThinkPad T14 Gen 3 (21AH00)", Serial = serial, Uuid = null, AssetTag = null },
        };
        using var answer = await http.PostAsJsonAsync("/wipe/api/in-device/enroll", BootEnrollRequest.Sign(statement, fleet, boot), StationJson.Default.BootEnrollRequest);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
    }
}
