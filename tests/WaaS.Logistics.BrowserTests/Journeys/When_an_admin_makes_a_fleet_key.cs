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

    [Theory]
    [InlineData("de-DE", "chmod 600", "Downloads des Browsers")]
    [InlineData("en-GB", "chmod 600", "browser's downloads")]
    public async Task It_is_saved_by_key_as_a_file_the_station_reads_and_no_server_is_asked(string language, string order, string saved)
    {
        await using var house = await House.Open();
        await Crew.Hire(house);
        await using var admin = await browser.Visit(house.Address, language);
        var page = admin.Page;
        await page.APIRequest.PostAsync("/login/api/password", new() { DataObject = new { name = "admin", password = Crew.Password } });
        await page.GotoAsync("/wipe/stations/fleet-keys");
        await page.FillAsync("#f-name", "Box 4");
        await page.FillAsync("#f-endsOn", $"{TimeProvider.System.GetUtcNow().AddDays(20):yyyy-MM-dd}");
        await page.ClickAsync("main form button.primary");
        var pem = await page.Locator(".private-key").InnerTextAsync();
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync(order);
        await Assertions.Expect(page.Locator("[role=status][data-saved]")).ToBeEmptyAsync();
        List<string> asked = [];
        page.Request += (_, request) => asked.Add(request.Url);

        await page.Locator("[data-save-as]").FocusAsync();
        var file = await page.RunAndWaitForDownloadAsync(() => page.Keyboard.PressAsync("Enter"));

        Assert.Equal("fleet.key", file.SuggestedFilename);
        Assert.StartsWith("blob:", file.Url);
        await Assertions.Expect(page.Locator("[role=status][data-saved]")).ToContainTextAsync(saved);
        Assert.DoesNotContain(asked, url => !url.StartsWith("blob:", StringComparison.Ordinal));
        var kept = Path.Combine(Directory.CreateTempSubdirectory("waas-key-").FullName, "fleet.key");
        await file.SaveAsAsync(kept);
        File.SetUnixFileMode(kept, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        using (SigningKey read = KeyFile.Read(kept), shown = SigningKey.FromPkcs8Pem(pem.Trim() + "\n"))
            Assert.Equal(shown.KeyId, read.KeyId);
        Directory.Delete(Path.GetDirectoryName(kept)!, recursive: true);
        await _looks.At(page, $"fleet-key-saved-{language[..2]}");
        Assert.Empty(admin.Complaints);
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
