using System.Text.RegularExpressions;
using Microsoft.Playwright;
using WaaS.Logistics.BrowserTests.Testbed;
using WaaS.Logistics.Scanning.Layout;
using WaaS.Logistics.Testbed;
using Xunit;

namespace WaaS.Logistics.BrowserTests.Journeys;

/// <summary>A quarter of an hour at the receiving desk: everything is typed into the page as a scanner does, no field is clicked or focused.</summary>
public sealed partial class When_a_worker_receives_devices(BrowserFixture browser)
{
    private const string FreeBadge = "KARTE-4711/0815";
    private const string Captured = "1800";
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(20);
    private readonly Looks _looks = new();
    private readonly HashSet<string> _checked = [];

    [Fact]
    public async Task Every_scan_gets_its_verdict_and_none_is_lost()
    {
        await using var house = await House.Open();
        var crew = await Crew.Hire(house);
        var kim = await crew.Post("admin", "/admin/api/people", new { name = "kim", displayName = "Kim Karte", password = Crew.Password, roles = new[] { "receiving" } });
        await crew.Put("admin", $"/admin/api/people/{kim.GetProperty("id").GetGuid()}/badge", new { badge = FreeBadge, pin = Crew.Pin });
        var order = await ReceivingFloor.Fill(crew);

        await using var worker = await browser.Visit(house.Address);
        var page = worker.Page;
        await Tones.Listen(page);
        await Enrol(page);
        await SignInByCard(worker);
        await page.GotoAsync($"/returns/receive?order={order}");
        await _looks.At(page, "desk-start");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page).ToHaveURLAsync(SessionAddress());
        var session = SessionAddress().Match(page.Url).Groups[1].Value;
        await Ready(page);
        await _looks.At(page, "desk-empty");

        await WrongScanner(page);
        await Verdict(worker, ReceivingFloor.Expected, "ok", "ERWARTET", "1320");
        await LooksAlike(worker);
        await Verdict(worker, ReceivingFloor.Expected, "again", "SCHON ERFASST", "440,440");
        await Verdict(worker, ReceivingFloor.Swapped, "look", "VERTAUSCHT", "440,1100");
        await Verdict(worker, ReceivingFloor.Extra, "look", "NICHT ERWARTET", "440,1100");
        await SwitchTo(page, "en");
        await Ready(page);
        await Verdict(worker, ReceivingFloor.Foreign, "look", "ANOTHER CUSTOMER'S", "440,1100");
        await Verdict(worker, ReceivingFloor.Unknown, "look", "UNKNOWN", "440,1100");
        await Verdict(worker, ReceivingFloor.Stolen, "stop", "STOP", "180");
        await StaysUntilAcknowledged(worker);
        await SwitchTo(page, "de");
        await Ready(page);

        await worker.Command("UNDO");
        await Assertions.Expect(page.Locator("#verdict-subject")).ToContainTextAsync(ReceivingFloor.Stolen);
        await Assertions.Expect(page.Locator("table")).ToContainTextAsync("Kim Karte");
        await _looks.At(page, "desk-undone");

        await Carriers(worker);
        await GoOn(worker);
        await TenInAMoment(crew, worker, session);
        await AnotherPersonsCard(crew, worker, session);
        await Close(worker, order);
        // The browser itself reports the refused scan and the refused PIN; nothing else is wrong.
        Assert.Equal(["scan", "PIN"], worker.Complaints.Select(complaint => complaint.Contains($"/{session}/scans") ? "scan" : complaint.Contains("/login/api/badge") ? "PIN" : complaint));
        _looks.RequireAccessible();
    }

    private async Task Enrol(IPage page)
    {
        await page.GotoAsync("/login?back=/admin/stations");
        await page.FillAsync("main [name=name]", "admin");
        await page.FillAsync("[name=password]", Crew.Password);
        await page.Keyboard.PressAsync("Enter");
        await page.FillAsync("main [name=name]", "WE-1");
        await page.FillAsync("main [name=place]", "Halle 1");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("main table")).ToContainTextAsync("WE-1");
        await page.Context.ClearCookiesAsync(new() { Name = "waas" });
    }

    private async Task SignInByCard(Visitor worker)
    {
        var page = worker.Page;
        await page.GotoAsync("/login?back=/returns");
        await _looks.At(page, "login-station");
        await worker.Scan(FreeBadge);
        await Assertions.Expect(page.Locator("[name=pin]")).ToBeFocusedAsync();
        await worker.Scan(Crew.Pin);
        await Assertions.Expect(page.Locator(".me")).ToContainTextAsync("Kim Karte");
    }

    private async Task Verdict(Visitor worker, string serial, string tone, string word, string tones)
    {
        var page = worker.Page;
        await Tones.Heard(page);
        await worker.Scan(serial);
        var verdict = page.Locator("#verdict");
        await Assertions.Expect(verdict).ToHaveAttributeAsync("data-tone", tone);
        await Assertions.Expect(page.Locator("#verdict-word")).ToHaveTextAsync(word, new() { IgnoreCase = true });
        await Assertions.Expect(page.Locator("#verdict-subject")).ToContainTextAsync(serial);
        await Assertions.Expect(page.Locator($".verdict-icons [data-for={tone}]")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator(".verdict-icons span:visible")).ToHaveCountAsync(1);
        Assert.Equal($"{Captured},{tones}", string.Join(',', await Tones.Heard(page)));
        // The colour changes over 80 ms.
        await Assertions.Expect(verdict).ToHaveCSSAsync("background-color", await Colour(page, tone));
        await Screenshots.Take(page, $"desk-{word.ToLowerInvariant().Replace(' ', '-').Replace("'", "")}");
        if (_checked.Add(tone))
            await _looks.Check(page, tone);
    }

    // The page's own colour for the tone, resolved by the browser.
    private static Task<string> Colour(IPage page, string tone) => page.EvaluateAsync<string>(
        "tone => { const probe = document.body.appendChild(document.createElement('i')); probe.style.color = `var(--${tone})`; const colour = getComputedStyle(probe).color; probe.remove(); return colour; }", tone);

    // A US scanner on a German computer: the desk stops until the card has taught it, and what was refused stays to be seen.
    private async Task WrongScanner(IPage page)
    {
        await TypeAsOn(page, "httpsÖ--id.example.org-8004-4711");
        await Assertions.Expect(page.Locator("#verdict")).ToHaveAttributeAsync("data-tone", "stop");
        await Assertions.Expect(page.Locator("#verdict-next")).ToContainTextAsync("Kalibrierkarte");
        await Assertions.Expect(page.Locator("#verdict-help")).ToHaveAttributeAsync("href", "/admin/stations/card");
        await _looks.At(page, "desk-scanner-fault");
        await page.ReloadAsync();
        await Ready(page);
        await Assertions.Expect(page.Locator("#verdict-subject")).ToContainTextAsync("httpsÖ");
        await page.Keyboard.PressAsync("Escape");
        await TypeAsOn(page, LayoutRepair.Type(Calibration.Text, KeyboardLayout.German));
        await Assertions.Expect(page.Locator("#verdict-word")).ToHaveTextAsync("KALIBRIERT");
        await _looks.At(page, "desk-calibrated");
        await TypeAsOn(page, Calibration.Text);
        await Assertions.Expect(page.Locator("#verdict-next")).ToContainTextAsync("verstehen einander");
    }

    // With dead keys as a German keyboard has them, and GS as Ctrl and a key.
    private static Task TypeAsOn(IPage page, string text) => page.EvaluateAsync("""
        text => {
          const dead = { '´': ['Equal', false], '`': ['Equal', true], '^': ['Backquote', false] };
          for (const key of [...text, 'Enter']) {
            const how = key === '\u001d' ? { key: ']', code: 'BracketRight', ctrlKey: true } : dead[key] ? { key: 'Dead', code: dead[key][0], shiftKey: dead[key][1] } : { key };
            document.body.dispatchEvent(new KeyboardEvent('keydown', { ...how, bubbles: true, cancelable: true }));
          }
        }
        """, text);

    private async Task LooksAlike(Visitor worker)
    {
        var page = worker.Page;
        await worker.Scan(ReceivingFloor.Expected.Replace('0', 'O'));
        await Assertions.Expect(page).ToHaveURLAsync(new Regex(@"/whose\?scan="));
        await Ready(page);
        await Assertions.Expect(page.Locator("#verdict-word")).ToHaveTextAsync("WELCHE SERIENNUMMER?");
        await Assertions.Expect(page.Locator("button[name=serial]")).ToHaveCountAsync(2);
        await _looks.At(page, "desk-looks-alike");
        await page.Locator("button[name=serial]").First.FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page).ToHaveURLAsync(SessionAddress());
        await Ready(page);
        await Assertions.Expect(page.Locator("#verdict")).ToHaveAttributeAsync("data-tone", "again");
        await worker.Command("UNDO");
        await Assertions.Expect(page.Locator("#verdict-word")).ToHaveTextAsync("ZURÜCKGENOMMEN", new() { IgnoreCase = true });
    }

    private static async Task StaysUntilAcknowledged(Visitor worker)
    {
        var page = worker.Page;
        await worker.Scan(ReceivingFloor.Expected);
        await Assertions.Expect(page.Locator("[data-counter=local]")).ToHaveTextAsync("0");
        await Assertions.Expect(page.Locator("#verdict")).ToHaveAttributeAsync("data-tone", "stop");
        await Poll.Until(async () => (await Tones.Heard(page)).Contains(180), Soon, "the stop sounds again");
        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(page.Locator("#verdict")).ToHaveAttributeAsync("data-tone", "again");
        await worker.Command("UNDO");
    }

    private async Task Carriers(Visitor worker)
    {
        var page = worker.Page;
        var desk = page.Url;
        await page.GotoAsync((await page.Locator("tbody a[href$=carriers]").First.GetAttributeAsync("href"))!);
        await Ready(page);
        await worker.Scan("S64DNX0R200001");
        await Assertions.Expect(page.Locator("table")).ToContainTextAsync("S64DNX0R200001");
        await worker.Command("EMPTY");
        await Assertions.Expect(page.Locator("tbody tr")).ToHaveCountAsync(2);
        await _looks.At(page, "desk-carriers");
        await worker.Command("DONE");
        await Assertions.Expect(page).ToHaveURLAsync(desk);
        await Ready(page);
    }

    // The card "next": at the desk it says what is outstanding, a question is left with it, and so are the carriers.
    private async Task GoOn(Visitor worker)
    {
        var page = worker.Page;
        await worker.Command("NEXT");
        await Assertions.Expect(page.Locator("#verdict-word")).ToHaveTextAsync("NÄCHSTES GERÄT", new() { IgnoreCase = true });
        await Assertions.Expect(page.Locator("#verdict-next")).ToContainTextAsync("werden noch erwartet");
        await _looks.At(page, "desk-next");
        await page.GotoAsync((await page.Locator("tbody a[href$=carriers]").First.GetAttributeAsync("href"))!);
        await Ready(page);
        await worker.Command("NEXT");
        await Assertions.Expect(page).ToHaveURLAsync(SessionAddress());
        await Ready(page);
        await worker.Scan("PF30PEN1");
        await Assertions.Expect(page).ToHaveURLAsync(new Regex(@"/whose\?scan="));
        await Ready(page);
        await worker.Command("NEXT");
        await Assertions.Expect(page).ToHaveURLAsync(SessionAddress());
        await Ready(page);
    }

    private async Task TenInAMoment(Crew crew, Visitor worker, string session)
    {
        var page = worker.Page;
        var before = (await ReceivingFloor.Scans(crew, session)).Count;
        // Faster than the test could press keys through the browser's protocol: the page sees 90 keys within a fifth of a second.
        var milliseconds = await page.EvaluateAsync<double>("""
            async serials => {
              const started = performance.now();
              for (const serial of serials) {
                for (const key of [...serial, 'Enter'])
                  document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
                await new Promise(resolve => setTimeout(resolve, 5));
              }
              return performance.now() - started;
            }
            """, ReceivingFloor.Burst.Append(ReceivingFloor.Article));
        Assert.InRange(milliseconds, 0, 1000);
        await Assertions.Expect(page.Locator("#verdict")).ToHaveAttributeAsync("data-pending", "0");
        Assert.Equal(ReceivingFloor.Burst, (await ReceivingFloor.Scans(crew, session)).Skip(before));
        await Assertions.Expect(page.Locator("#verdict-subject")).ToContainTextAsync(ReceivingFloor.Burst[^1]);
        // The article number of the last one's label, as an imager sends it: kept with that device, whose verdict stays.
        await Assertions.Expect(page.Locator("#verdict-note")).ToContainTextAsync(ReceivingFloor.Article);
        await Assertions.Expect(page.Locator("tbody tr").First).ToContainTextAsync(ReceivingFloor.Article);
        await _looks.At(page, "desk-codes-kept");
    }

    // Not the desk's own badges but any card: it changes the person and is never taken for a serial.
    private async Task AnotherPersonsCard(Crew crew, Visitor worker, string session)
    {
        var page = worker.Page;
        var before = await ReceivingFloor.Scans(crew, session);
        await worker.Scan(FreeBadge);
        await Assertions.Expect(page.Locator("#badge-pin")).ToBeFocusedAsync();
        await Assertions.Expect(page.Locator("#verdict")).Not.ToContainTextAsync(FreeBadge);
        await _looks.At(page, "desk-badge");
        await worker.Scan("0000");
        await Assertions.Expect(page.Locator("#badge-error")).ToBeVisibleAsync();
        await worker.Scan(Crew.Pin);
        await Assertions.Expect(page.Locator("#badge-dialog")).ToBeHiddenAsync();
        await Ready(page);
        Assert.Equal(before, await ReceivingFloor.Scans(crew, session));
    }

    private async Task Close(Visitor worker, string order)
    {
        var page = worker.Page;
        await worker.Command("CLOSE");
        await Assertions.Expect(page.Locator("[name=pin]")).ToBeFocusedAsync();
        await _looks.At(page, "desk-close");
        await worker.Scan(Crew.Pin);
        await Assertions.Expect(page).ToHaveURLAsync(new Regex($"/returns/orders/{order}"));
        await _looks.At(page, "desk-order-closed");
    }

    // From here on the page takes scans.
    private static Task Ready(IPage page) => Assertions.Expect(page.Locator("#verdict")).ToHaveAttributeAsync("data-pending", "0");

    private static async Task SwitchTo(IPage page, string language)
    {
        await page.ClickAsync($"button[name=language][value={language}]");
        await Assertions.Expect(page.Locator("html")).ToHaveAttributeAsync("lang", language);
    }

    [GeneratedRegex("/returns/sessions/([0-9a-f-]{36})$")]
    private static partial Regex SessionAddress();
}
