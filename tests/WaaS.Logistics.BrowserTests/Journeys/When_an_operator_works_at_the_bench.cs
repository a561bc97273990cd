using System.Text.RegularExpressions;
using Microsoft.Playwright;
using WaaS.Logistics.BrowserTests.Testbed;
using WaaS.Logistics.Station;
using WaaS.Logistics.Scanning;
using WaaS.Logistics.Testbed;
using Xunit;

namespace WaaS.Logistics.BrowserTests.Journeys;

/// <summary>From the received device to the certificate anybody can check, by scanner and keyboard, with a real station that wipes image files.</summary>
public sealed partial class When_an_operator_works_at_the_bench(BrowserFixture browser)
{
    private const string Good = "PF3WIPE1", Dying = "5RFAIL2", Held = "5CGHOLD3", Unread = "YLNSLOT4";
    private const int Megabyte = 1 << 20;
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(30);
    private readonly Looks _looks = new();

    [Fact]
    public async Task Carriers_are_wiped_proven_certified_and_revoked()
    {
        await using var house = await House.Open();
        var crew = await Crew.Hire(house);
        using var floor = new WipeFloor(house, crew);
        await floor.Receive(
            ("Lenovo", "ThinkPad T14", Good, "high", "S64DNX0R100001"),
            ("Dell", "Latitude 5440", Dying, "normal", "S64DNX0R100002"),
            ("HP", "EliteBook 840", Held, "normal", "S64DNX0R100003"),
            ("Fujitsu", "Lifebook U7", Unread, "normal", null));
        var held = (await floor.Order(Held)).GetProperty("order").GetProperty("deviceId").GetGuid();
        await crew.Post("olga", "/wipe/api/holds", new { opId = Guid.NewGuid(), deviceId = held, kind = "legal", reason = "Landgericht Köln, 4 O 12/26" });

        await LetTheStationIn(house, floor);
        floor.Watch("A1", "A2");
        await using var otto = await SignIn(house, "otto", "de-DE");
        var dying = floor.Carrier("S64DNX0R100002", 8 * Megabyte);
        var failing = floor.Wipe(dying, megabytesPerSecond: 1);
        await SeeItRunning(otto, floor, dying);
        await ScanWhatMustNotBeWiped(otto);
        await ScanTheCarrierNobodyCouldRead(otto);
        WipeFloor.Require(ExitCode.NotProven, await failing);
        await SeeTheFailure(otto);
        await SeeItWithoutTheLiveLine(house);

        WipeFloor.Require(ExitCode.Done, await floor.Wipe(floor.Carrier("S64DNX0R100001", 2 * Megabyte)));
        await Verify(house);
        await using var rita = await SignIn(house, "rita", "de-DE");
        var number = await Release(rita);
        await using var anybody = await browser.Visit(house.Address, "de-DE");
        await CheckTheCertificate(anybody, rita, number);
        await Revoke(rita, anybody, number);
        Assert.Empty(otto.Complaints.Concat(rita.Complaints).Concat(anybody.Complaints));
        _looks.RequireAccessible();
    }

    private static string Next => OwnCode.Create(OwnCodeKind.Command, "NEXT").ToString();

    private async Task LetTheStationIn(House house, WipeFloor floor)
    {
        await using var admin = await SignIn(house, "admin", "en-GB");
        await admin.Page.GotoAsync("/wipe/stations");
        await admin.Page.ClickAsync("form[action='/wipe/stations/codes'] button");
        await _looks.At(admin.Page, "wipe-code");
        await floor.Enrol(await admin.Page.Locator(".one-time").InnerTextAsync(), "Löschplatz 1");
        await admin.Page.GotoAsync("/wipe/stations");
        await Assertions.Expect(admin.Page.Locator("tbody")).ToContainTextAsync("Löschplatz 1");
        await _looks.At(admin.Page, "wipe-stations");
        await admin.Page.GotoAsync("/wipe/policies");
        await _looks.At(admin.Page, "wipe-policies");
    }

    private async Task SeeItRunning(Visitor otto, WipeFloor floor, string image)
    {
        await Poll.Until(async () => (await floor.Running(Dying)) is { Phase: "overwriting", BytesDone: >= Megabyte }, Soon, "the station overwrites the carrier");
        WipeFloor.Spoil(image);
        await Assertions.Expect(otto.Page.Locator("[data-live][data-state=live]")).ToContainTextAsync("Live");
        await Assertions.Expect(otto.Page.Locator(".bay progress")).ToBeVisibleAsync();
        await Assertions.Expect(otto.Page.Locator(".bay[data-state=working] .bay-word")).ToContainTextAsync("Überschreiben");
        await Assertions.Expect(otto.Page.Locator(".bay[data-state=empty] .bay-word")).ToHaveTextAsync(["Leer", "Leer"]);
        await KeepTheFocus(otto);
        await _looks.At(otto.Page, "wipe-bench");
        await Scan(otto, "NEVERSEEN77");
        await Verdict(otto.Page, "look", "Unbekannt");
        await Screenshots.Take(otto.Page, "wipe-scan-unknown");
    }

    // Parts are told anew every second; who has tabbed into one stays where he is.
    private static async Task KeepTheFocus(Visitor otto)
    {
        var link = otto.Page.Locator(".bay[data-state=working] a").First;
        await link.FocusAsync();
        var shown = await otto.Page.Locator(".bay-figure").InnerTextAsync();
        await Assertions.Expect(otto.Page.Locator(".bay-figure")).Not.ToHaveTextAsync(shown);
        await Assertions.Expect(link).ToBeFocusedAsync();
        await otto.Page.EvaluateAsync("document.activeElement.blur()");
    }

    private async Task SeeItWithoutTheLiveLine(House house)
    {
        await using var vera = await SignIn(house, "vera", "de-DE");
        await Assertions.Expect(vera.Page.Locator(".bay[data-state=failed] .bay-word")).ToHaveTextAsync("Fehlgeschlagen");
        await _looks.At(vera.Page, "wipe-bench-failed");
        await vera.Page.RouteAsync("**/wipe/events", route => route.AbortAsync());
        await vera.Page.ReloadAsync();
        await Assertions.Expect(vera.Page.Locator("[data-live][data-state=asking] [data-live-word]")).ToHaveTextAsync("Nicht live: alle 5 Sekunden abgefragt");
        await vera.Page.RouteAsync("**/wipe/live", route => route.AbortAsync());
        await Assertions.Expect(vera.Page.Locator("[data-live][data-state=lost] [data-live-word]")).ToHaveTextAsync("Keine Verbindung: was hier steht, kann alt sein");
        await _looks.At(vera.Page, "wipe-bench-lost");
    }

    private async Task ScanWhatMustNotBeWiped(Visitor otto)
    {
        await Scan(otto, Held);
        await Assertions.Expect(otto.Page).ToHaveURLAsync(Orders());
        await Verdict(otto.Page, "stop", "Nicht löschen");
        await Assertions.Expect(otto.Page.Locator("#verdict-next")).ToContainTextAsync("rechtliche Sperre: Landgericht Köln");
        await _looks.At(otto.Page, "wipe-order-held");
    }

    private async Task ScanTheCarrierNobodyCouldRead(Visitor otto)
    {
        await Scan(otto, Unread);
        await Verdict(otto.Page, "look", "Unvollständig");
        await Scan(otto, "S64DNX0R100004");
        await Assertions.Expect(otto.Page).ToHaveURLAsync(new Regex("/carrier\\?serial=S64DNX0R100004"));
        await _looks.At(otto.Page, "wipe-carrier");
        await otto.Page.FocusAsync("[name=carrierSerial]");
        await otto.Page.Keyboard.PressAsync("Enter");
        await Verdict(otto.Page, "again", "Bereit");
        await Assertions.Expect(otto.Page.Locator("main")).ToContainTextAsync("S64DNX0R100004");
    }

    private async Task SeeTheFailure(Visitor otto)
    {
        await Poll.Until(async () =>
        {
            await otto.Page.GotoAsync("/");
            return await otto.Page.Locator($"a[href^='/wipe/devices/']:has-text('{Dying}')").CountAsync() > 0;
        }, Soon, "the first page names the device and leads to the bench");
        await otto.Page.Locator($"a[href^='/wipe/devices/']:has-text('{Dying}')").First.ClickAsync();
        await Verdict(otto.Page, "stop", "Fehlgeschlagen");
        // What failed is the first thing to do: the card leads there without a serial.
        await otto.Page.GotoAsync("/wipe");
        await Scan(otto, Next);
        await Assertions.Expect(otto.Page).ToHaveURLAsync(Orders());
        await Verdict(otto.Page, "stop", "Fehlgeschlagen");
        await otto.Page.GotoAsync("/wipe");
        await Scan(otto, "S64DNX0R100002");
        await Verdict(otto.Page, "stop", "Fehlgeschlagen");
        await Assertions.Expect(otto.Page.Locator("#verdict-next")).ToContainTextAsync("gleich zurückgelesen");
        await Assertions.Expect(otto.Page.Locator("a[href$='/again']")).ToHaveCountAsync(0);
        await _looks.At(otto.Page, "wipe-order-failed");
        await otto.Page.ClickAsync("a[href$='/destruction']");
        await _looks.At(otto.Page, "wipe-destruction");
    }

    private async Task Verify(House house)
    {
        await using var vera = await SignIn(house, "vera", "en-GB");
        await vera.Page.ClickAsync(".tabs a[href='/wipe/reviews']");
        await vera.Page.ClickAsync("main table a");
        await _looks.At(vera.Page, "wipe-evidence");
        await vera.Page.Locator("button[name=decision][value=Yes]").PressAsync("Enter");
        await Assertions.Expect(vera.Page.Locator(".notice")).ToContainTextAsync("Verified");
        await Assertions.Expect(vera.Page.Locator("button[name=decision]")).ToHaveCountAsync(0);
        Assert.Empty(vera.Complaints);
    }

    private async Task<string> Release(Visitor rita)
    {
        await Scan(rita, Next);
        await Assertions.Expect(rita.Page.Locator("#verdict-subject")).ToContainTextAsync(Good);
        await Verdict(rita.Page, "look", "Zu entscheiden");
        await rita.Page.ClickAsync("a[href^='/wipe/evidence/']");
        await rita.Page.Locator("button[name=decision][value=Yes]").PressAsync("Enter");
        await Assertions.Expect(rita.Page.Locator("#truth-word")).ToHaveTextAsync("Echt");
        await _looks.At(rita.Page, "wipe-certificate");
        var number = await rita.Page.Locator(".truth .verdict-subject").InnerTextAsync();
        await rita.Page.GotoAsync("/wipe");
        await Scan(rita, Good);
        await Verdict(rita.Page, "ok", "Freigegeben");
        await _looks.At(rita.Page, "wipe-order-cleared");
        return number;
    }

    private async Task CheckTheCertificate(Visitor anybody, Visitor rita, string number)
    {
        var page = anybody.Page;
        await page.GotoAsync("/verify");
        await Assertions.Expect(page.Locator("[name=number]")).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync(number.ToLowerInvariant());
        await page.Keyboard.PressAsync("Enter");
        await Truth(page, "ok", "Echt");
        await _looks.At(page, "verify-true");
        var pdf = await (await rita.Page.APIRequest.GetAsync($"/wipe/api/certificates/{number}/pdf?lang=de")).BodyAsync();
        await Upload(page, pdf);
        await Truth(page, "ok", "Echt");
        pdf[pdf.Length / 2] ^= 1;
        await Upload(page, pdf);
        await Truth(page, "look", "Unbekannt");
        await page.GotoAsync("/verify/C-2222-2222-2222");
        await Truth(page, "look", "Unbekannt");
        await _looks.At(page, "verify-unknown");
    }

    private async Task Revoke(Visitor rita, Visitor anybody, string number)
    {
        await rita.Page.GotoAsync($"/wipe/certificates/{number}");
        await rita.Page.ClickAsync("a[href$='/revoke']");
        await Assertions.Expect(rita.Page.Locator("[name=reason]")).ToBeFocusedAsync();
        await rita.Page.Keyboard.TypeAsync("Falscher Datenträger im Nachweis");
        await rita.Page.Locator("button.danger").PressAsync("Enter");
        await Truth(rita.Page, "stop", "Widerrufen");
        await anybody.Page.GotoAsync($"/verify/{number}");
        await Truth(anybody.Page, "stop", "Widerrufen");
        await _looks.At(anybody.Page, "verify-revoked");
        await rita.Page.GotoAsync("/wipe");
        await Scan(rita, Good);
        await Verdict(rita.Page, "again", "Bereit");
    }

    // A person looks up before scanning; a test is faster than the page's own script.
    private static async Task Scan(Visitor visitor, string payload)
    {
        await Assertions.Expect(visitor.Page.Locator("#verdict[data-pending]")).ToBeVisibleAsync();
        await visitor.Scan(payload);
    }

    private static async Task Upload(IPage page, byte[] file)
    {
        await page.SetInputFilesAsync("[name=file]", new FilePayload { Name = "certificate.pdf", MimeType = "application/pdf", Buffer = file });
        await page.ClickAsync("form[action='/verify'][method=post] button");
    }

    private static async Task Verdict(IPage page, string tone, string word)
    {
        await Assertions.Expect(page.Locator("#verdict-word")).ToHaveTextAsync(word);
        await Assertions.Expect(page.Locator("#verdict")).ToHaveAttributeAsync("data-tone", tone);
    }

    private static async Task Truth(IPage page, string tone, string word)
    {
        await Assertions.Expect(page.Locator("#truth-word")).ToHaveTextAsync(word);
        await Assertions.Expect(page.Locator(".truth")).ToHaveAttributeAsync("data-tone", tone);
    }

    private async Task<Visitor> SignIn(House house, string name, string language)
    {
        var visitor = await browser.Visit(house.Address, language);
        await visitor.Page.APIRequest.PostAsync("/login/api/password", new() { DataObject = new { name, password = Crew.Password } });
        await visitor.Page.GotoAsync("/wipe");
        await Assertions.Expect(visitor.Page.Locator("#verdict")).ToBeVisibleAsync();
        return visitor;
    }

    [GeneratedRegex("/wipe/orders/")]
    private static partial Regex Orders();
}
