using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using WaaS.Logistics.BrowserTests.Testbed;
using WaaS.Logistics.Testbed;
using Xunit;

namespace WaaS.Logistics.BrowserTests.Journeys;

/// <summary>The receiving desk without a hand scanner: a camera that looks at a label, and photos that are chosen.</summary>
public sealed partial class When_a_label_is_held_into_the_camera(BrowserFixture browser)
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(20);
    private readonly Looks _looks = new();

    [Fact]
    public async Task Its_codes_are_taken_as_if_scanned()
    {
        await using var house = await House.Open();
        var crew = await Crew.Hire(house);
        var order = await ReceivingFloor.Fill(crew);
        using var folder = new TempFolder();
        await using var cameras = await CameraBrowser.Open(LabelPicture.Film(folder.Path, (LabelPicture.DataMatrix, ReceivingFloor.Expected)));
        await using var worker = await cameras.Visit(house.Address, "camera");
        var page = worker.Page;
        await Tones.Listen(page);
        var session = await OpenDesk(page, order);

        await LiveCamera(page, crew, session);
        await OnePhoto(page, crew, session);
        await SeveralCodes(page, session);
        await PhotosWithoutCodes(page);
        await WithoutNetwork(page, crew, session);
        await OneOfSeveral(page);
        await KeptPhoto(page);
        await PhotoOfAQuestion(page);
        _looks.RequireAccessible();

        await NotAllowed(cameras, house, page);
        await NoCamera(house, page);
    }

    private async Task LiveCamera(IPage page, Crew crew, string session)
    {
        await page.Locator("#camera-start").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Shown(page, "ok", ReceivingFloor.Expected);
        Assert.Contains(1320, await Tones.Heard(page));
        // Longer than a code has to be gone to count as a new scan.
        var seen = await Playing(page);
        await Poll.Until(async () => await Playing(page) > seen + 3, Soon, "the camera shows the same label for three more seconds");
        Assert.Equal([ReceivingFloor.Expected], await ReceivingFloor.Scans(crew, session));
        await _looks.At(page, "desk-camera");
        await page.ClickAsync("#camera-shot");
        await Shown(page, "again", ReceivingFloor.Expected);
        await page.ClickAsync("#camera-start");
        await Assertions.Expect(page.Locator("#camera-live")).ToBeHiddenAsync();
    }

    private static async Task OnePhoto(IPage page, Crew crew, string session)
    {
        var before = (await ReceivingFloor.Scans(crew, session)).Count;
        var chooser = await page.RunAndWaitForFileChooserAsync(async () =>
        {
            await page.Locator("#camera-photo").FocusAsync();
            await page.Keyboard.PressAsync("Enter");
        });
        await chooser.SetFilesAsync(Photo(LabelPicture.Png((LabelPicture.Code128, ReceivingFloor.Burst[0]))));
        await Shown(page, "ok", ReceivingFloor.Burst[0]);
        await Says(page, "als Nachweis aufbewahrt");
        await Assertions.Expect(page.Locator("tbody tr").Filter(new() { HasText = ReceivingFloor.Burst[0] }).GetByText("Foto")).ToBeVisibleAsync();
        Assert.Equal([ReceivingFloor.Burst[0]], (await ReceivingFloor.Scans(crew, session)).Skip(before));
    }

    private static async Task SeveralCodes(IPage page, string session)
    {
        var sent = await page.RunAndWaitForRequestAsync(
            () => Choose(page, LabelPicture.Png((LabelPicture.Code128, ReceivingFloor.Burst[1]), (LabelPicture.DataMatrix, "21L6S0AB00"))),
            request => request.Url.EndsWith($"/{session}/scans", StringComparison.Ordinal));
        var codes = JsonSerializer.Deserialize<JsonElement>(sent.PostData!).GetProperty("codes").EnumerateArray().Select(code => $"{code.GetProperty("symbologyIdentifier")}{code.GetProperty("text")}").Order(StringComparer.Ordinal);
        Assert.Equal([$"]C0{ReceivingFloor.Burst[1]}", "]d121L6S0AB00"], codes);
        await Assertions.Expect(page.Locator("#verdict-subject")).ToContainTextAsync(ReceivingFloor.Burst[1]);
        await Assertions.Expect(page.Locator("#verdict")).ToHaveAttributeAsync("data-pending", "0");
        await page.Keyboard.PressAsync("Escape");
    }

    private async Task PhotosWithoutCodes(IPage page)
    {
        await Choose(page, LabelPicture.Png());
        await Says(page, "kein Code");
        await Choose(page, "<html><script>alert(1)</script></html>"u8.ToArray());
        await Says(page, "kein lesbares Bild");
        await Choose(page, LabelPicture.Png((LabelPicture.Code128, "CUT"))[..60]);
        await Says(page, "kein lesbares Bild");
        await page.ClickAsync("button[name=language][value=en]");
        await Assertions.Expect(page.Locator("html")).ToHaveAttributeAsync("lang", "en");
        await Ready(page);
        await Choose(page, LabelPicture.Png());
        await Says(page, "No code was found");
        await page.ClickAsync("button[name=language][value=de]");
        await Assertions.Expect(page.Locator("html")).ToHaveAttributeAsync("lang", "de");
        await Ready(page);
        await Choose(page, LabelPicture.Png());
        await Says(page, "kein Code");
    }

    // The decoder was loaded by the picture before; what it finds now waits in the browser.
    private static async Task WithoutNetwork(IPage page, Crew crew, string session)
    {
        await page.Context.SetOfflineAsync(true);
        await Choose(page, LabelPicture.Png((LabelPicture.DataMatrix, ReceivingFloor.Burst[2])));
        await Assertions.Expect(page.Locator("#verdict-subject")).ToContainTextAsync(ReceivingFloor.Burst[2]);
        await Assertions.Expect(page.Locator("#scan-trouble")).ToContainTextAsync("Keine Verbindung");
        Assert.DoesNotContain(ReceivingFloor.Burst[2], await ReceivingFloor.Scans(crew, session));
        await page.Context.SetOfflineAsync(false);
        await Shown(page, "ok", ReceivingFloor.Burst[2]);
        await Says(page, "als Nachweis aufbewahrt");
    }

    private async Task OneOfSeveral(IPage page)
    {
        await page.GotoAsync((await page.Locator("tbody a[href$=carriers]").First.GetAttributeAsync("href"))!);
        await Ready(page);
        await Choose(page, LabelPicture.Png((LabelPicture.Code128, "S64DNX0R200001"), (LabelPicture.DataMatrix, "5002538E40A1B2C3")));
        await Says(page, "Mehrere Codes");
        await _looks.At(page, "carriers-choose-code");
        await page.ClickAsync("#camera-choice button:has-text('S64DNX0R200001')");
        await Assertions.Expect(page.Locator("table")).ToContainTextAsync("S64DNX0R200001");
        await Assertions.Expect(page.Locator("#camera-choice button")).ToHaveCountAsync(0);
    }

    // The photos of the scans before were sent along; each is shown with what the browser and the server read from it.
    private async Task KeptPhoto(IPage page)
    {
        await page.GotoAsync("/returns/receive");
        await Ready(page);
        var row = page.Locator("tbody tr").Filter(new() { HasText = ReceivingFloor.Burst[2] });
        await row.Locator("a[href*='/returns/photos/']").ClickAsync();
        await Poll.Until(async () =>
        {
            await page.ReloadAsync();
            return (await page.Locator("dl.facts").TextContentAsync())!.Contains("gleiche Codes", StringComparison.Ordinal);
        }, TimeSpan.FromMinutes(2), "the server has read the photo again and found the same");
        Assert.Equal(1280, await page.Locator("img.evidence").EvaluateAsync<int>("image => image.naturalWidth"));
        await Assertions.Expect(page.Locator("tbody tr")).ToContainTextAsync(["]d1" + ReceivingFloor.Burst[2]]);
        await _looks.At(page, "photo");
        await page.GotoAsync((await page.Locator("a.back").GetAttributeAsync("href"))!);
        await Assertions.Expect(page.Locator("a[href*='/returns/photos/']").First).ToBeVisibleAsync();
    }

    // A zero where the device has the letter: a question, and its photo goes with the answer or is told to be gone.
    private async Task PhotoOfAQuestion(IPage page)
    {
        await page.GotoAsync("/returns/receive");
        await Ready(page);
        await Choose(page, LabelPicture.Png((LabelPicture.Code128, "PF30PEN1")));
        await Assertions.Expect(page).ToHaveURLAsync(new Regex(@"/whose\?scan="));
        await Says(page, "sobald Sie geantwortet haben");
        await _looks.At(page, "question-with-photo");
        await page.ClickAsync("a.back");
        await Assertions.Expect(page).ToHaveURLAsync(SessionAddress());
        await Says(page, "blieb unbeantwortet");
        await Choose(page, LabelPicture.Png((LabelPicture.Code128, "PF30PEN1")));
        await Assertions.Expect(page).ToHaveURLAsync(new Regex(@"/whose\?scan="));
        await Says(page, "sobald Sie geantwortet haben");
        await page.ClickAsync("button[name=serial][value=PF3OPEN1]");
        await Assertions.Expect(page).ToHaveURLAsync(SessionAddress());
        await Says(page, "als Nachweis aufbewahrt");
        await Assertions.Expect(page.Locator("tbody tr").Filter(new() { HasText = "PF3OPEN1" }).GetByText("Foto")).ToBeVisibleAsync();
    }

    private static async Task NotAllowed(CameraBrowser cameras, House house, IPage desk)
    {
        await using var another = await cameras.Visit(house.Address);
        await AtTheSameDesk(desk, another.Page);
        await another.Page.ClickAsync("#camera-start");
        await Says(another.Page, "nicht erlaubt");
    }

    private async Task NoCamera(House house, IPage desk)
    {
        await using var another = await browser.Visit(house.Address);
        await another.Page.Context.GrantPermissionsAsync(["camera"]);
        await AtTheSameDesk(desk, another.Page);
        await another.Page.ClickAsync("#camera-start");
        await Says(another.Page, "Keine Kamera");
        await Assertions.Expect(another.Page.Locator("#camera-live")).ToBeHiddenAsync();
        await Screenshots.Take(another.Page, "desk-no-camera");
    }

    private static async Task AtTheSameDesk(IPage from, IPage page)
    {
        await page.Context.AddCookiesAsync((await from.Context.CookiesAsync()).Select(cookie => new Cookie { Name = cookie.Name, Value = cookie.Value, Domain = cookie.Domain, Path = cookie.Path }));
        await page.GotoAsync("/returns/receive");
        await Ready(page);
    }

    private static async Task<string> OpenDesk(IPage page, string order)
    {
        await page.GotoAsync($"/login?back=/returns/receive?order={order}");
        await page.FillAsync("main [name=name]", "rene");
        await page.FillAsync("[name=password]", Crew.Password);
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("/returns/receive"));
        await page.SelectOptionAsync("[name=order]", order);
        await page.ClickAsync("main button.primary");
        await Assertions.Expect(page).ToHaveURLAsync(SessionAddress());
        await Ready(page);
        return SessionAddress().Match(page.Url).Groups[1].Value;
    }

    private static async Task Shown(IPage page, string tone, string subject)
    {
        await Assertions.Expect(page.Locator("#verdict")).ToHaveAttributeAsync("data-tone", tone);
        await Assertions.Expect(page.Locator("#verdict-subject")).ToContainTextAsync(subject);
        await Ready(page);
    }

    private static Task Choose(IPage page, byte[] bytes) => page.Locator("#camera-file").SetInputFilesAsync(Photo(bytes));

    private static FilePayload Photo(byte[] bytes) => new() { Name = "label.png", MimeType = "image/png", Buffer = bytes };

    private static Task Says(IPage page, string words) => Assertions.Expect(page.Locator("#camera-said")).ToContainTextAsync(words);

    private static Task<double> Playing(IPage page) => page.EvaluateAsync<double>("() => document.querySelector('#camera video').currentTime");

    private static Task Ready(IPage page) => Assertions.Expect(page.Locator("#verdict")).ToHaveAttributeAsync("data-pending", "0");

    [GeneratedRegex("/returns/sessions/([0-9a-f-]{36})$")]
    private static partial Regex SessionAddress();
}
