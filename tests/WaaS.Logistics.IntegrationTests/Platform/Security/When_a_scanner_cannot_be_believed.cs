using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using WaaS.Logistics.IntegrationTests.Platform.Web;
using WaaS.Logistics.Platform.Security;
using WaaS.Logistics.Scanning;
using WaaS.Logistics.Scanning.Layout;
using static WaaS.Logistics.Scanning.Layout.KeyboardLayout;

namespace WaaS.Logistics.IntegrationTests.Platform.Security;

/// <summary>A US scanner on a German computer, from the first scan that shows it to the card that teaches the station.</summary>
public abstract partial class When_a_scanner_cannot_be_believed(RunningProduct product)
{
    private const string Envelope = "[)>\u001e06\u001d1P20XWS0AB00\u001dSPF2ABCDE\u001e\u0004";

    [Fact]
    public async Task It_takes_nothing_until_the_card_was_scanned_and_is_repaired_then()
    {
        var (desk, name) = await Enrol();
        using var station = desk;
        var shown = await Refused(station, LayoutRepair.Type(Envelope, German));
        Assert.Equal(("scanner-layout", "/admin/stations/card"), (shown.GetProperty("rule").GetString(), shown.GetProperty("help").GetString()));
        Assert.Contains("alibration card", shown.GetProperty("detail").GetString());
        Assert.Equal("scanner-fault", Rule(await Refused(station, "5YZFDP1")));
        using var admin = await product.SignedInAdmin();
        Assert.Contains("fault since", Row(await admin.Page("/admin/stations"), name));
        // A command card holds by its check character, whatever the scanner does to serials: it comes through to the dock.
        using var command = await station.PostJson(DockScans, new { opId = Guid.NewGuid(), payload = OwnCode.Create(OwnCodeKind.Command, "UNDO").ToString() });
        Assert.DoesNotContain("scanner-", await command.Content.ReadAsStringAsync());

        var calibrated = await Scan(station, LayoutRepair.Type(Calibration.Text, German));
        Assert.Equal(("CALIBRATED", "look"), (calibrated.GetProperty("word").GetString(), calibrated.GetProperty("tone").GetString()));
        var row = Row(await admin.Page("/admin/stations"), name);
        Assert.Contains("German keyboard, calibrated by Person", row);
        Assert.DoesNotContain("fault since", row);
        var repaired = await Scan(station, "5YZFDP1");
        Assert.Equal("5ZYFDP1", repaired.GetProperty("subject").GetString());
        Assert.Contains("5YZFDP1", repaired.GetProperty("note").GetString());
    }

    [Fact]
    public async Task A_card_that_comes_right_says_so_and_nothing_is_repaired()
    {
        var (desk, _) = await Enrol();
        using var station = desk;
        Assert.Equal("ok", (await Scan(station, Calibration.Text)).GetProperty("tone").GetString());
        var scanned = await Scan(station, "5YZFDP1");
        Assert.Equal("5YZFDP1", scanned.GetProperty("subject").GetString());
        Assert.Equal(JsonValueKind.Null, scanned.GetProperty("note").ValueKind);
    }

    [Fact]
    public async Task Lost_control_characters_are_named()
    {
        var (desk, _) = await Enrol();
        using var station = desk;
        var refused = await Refused(station, "[)>06SPF2ABCDE");
        Assert.Equal("scanner-controls", Rule(refused));
        Assert.Contains("RS, GS, EOT", refused.GetProperty("detail").GetString());
        Assert.Equal("look", (await Scan(station, Calibration.Text.Replace("\u001d", ""))).GetProperty("tone").GetString());
        Assert.Equal("scanner-loss", Rule(await Refused(station, "[)>06SPF2ABCDE")));
        Assert.Equal("PF2ABCDE", (await Scan(station, "PF2ABCDE")).GetProperty("subject").GetString());
    }

    [Fact]
    public async Task A_scan_against_the_calibration_asks_for_the_card_again()
    {
        var (desk, _) = await Enrol();
        using var station = desk;
        await Scan(station, LayoutRepair.Type(Calibration.Text, French));
        Assert.Equal("scanner-changed", Rule(await Refused(station, Envelope)));
        Assert.Equal("scanner-fault", Rule(await Refused(station, "PF2ABCDE")));
        await Scan(station, Calibration.Text);
        Assert.Equal("PF2ABCDE", (await Scan(station, "PF2ABCDE")).GetProperty("subject").GetString());
    }

    [Fact]
    public async Task A_card_no_keyboard_explains_stops_the_station()
    {
        var (desk, _) = await Enrol();
        using var station = desk;
        Assert.Equal("scanner-card", Rule(await Refused(station, Calibration.Text.Replace("[x]", "¿x¡"))));
        Assert.Equal("scanner-fault", Rule(await Refused(station, "PF2ABCDE")));
    }

    [Fact]
    public async Task A_supervisor_makes_the_station_forget_it()
    {
        var (desk, name) = await Enrol();
        using var station = desk;
        await Scan(station, LayoutRepair.Type(Calibration.Text, German));
        using var supervisor = await product.SignedIn("super" + Guid.NewGuid().ToString("N")[..6], Roles.Supervisor);
        var row = Row(await supervisor.Page("/admin/stations"), name);
        Assert.DoesNotContain("/withdraw", row);
        using var forgotten = await supervisor.Submit("/admin/stations", Forget().Match(row).Value, ("opId", Guid.NewGuid().ToString()));
        Assert.Equal(HttpStatusCode.SeeOther, forgotten.StatusCode);
        Assert.Contains("not calibrated", Row(await supervisor.Page("/admin/stations"), name));
        Assert.Equal("5YZFDP1", (await Scan(station, "5YZFDP1")).GetProperty("subject").GetString());
    }

    [Fact]
    public async Task A_browser_that_is_no_station_takes_nothing_more_until_the_card_comes_right()
    {
        using var browser = await product.SignedIn("worker" + Guid.NewGuid().ToString("N")[..6], Roles.Receiving, Roles.Supervisor);
        using var place = await browser.PostJson("/returns/api/places", new { opId = Guid.NewGuid(), code = "SCAN-DOCK", kind = "dock" });
        Assert.Equal("PF2ABCDE", (await Scan(browser, "PF2ABCDE")).GetProperty("subject").GetString());
        Assert.Equal("scanner-layout", Rule(await Refused(browser, LayoutRepair.Type(Envelope, German))));
        var next = await Refused(browser, "5YZFDP1");
        Assert.Equal("scanner-fault-browser", Rule(next));
        Assert.Contains("5YZFDP1", next.GetProperty("detail").GetString());
        // A camera does not type, and a card holds by its check character.
        Assert.Equal("5YZFDP1", (await Scan(browser, "5YZFDP1", fromCamera: true)).GetProperty("subject").GetString());
        Assert.Equal("ok", (await Scan(browser, OwnCode.Create(OwnCodeKind.Place, "SCANDOCK").ToString())).GetProperty("tone").GetString());
        // What the card shows can be kept for a station alone: here nothing is repaired.
        Assert.Equal("scanner-no-station", Rule(await Refused(browser, LayoutRepair.Type(Calibration.Text, German))));
        Assert.Equal("scanner-fault-browser", Rule(await Refused(browser, "5YZFDP1")));
        Assert.Equal(("CALIBRATED", "ok"), await Scan(browser, Calibration.Text) is var card ? (card.GetProperty("word").GetString(), card.GetProperty("tone").GetString()) : default);
        Assert.Equal("5YZFDP1", (await Scan(browser, "5YZFDP1")).GetProperty("subject").GetString());
        Assert.Contains("<svg", await browser.Page("/admin/stations/card"));
    }

    [Fact]
    public async Task A_program_that_types_serials_is_held_to_the_same()
    {
        var (desk, _) = await Enrol();
        using var station = desk;
        await Refused(station, LayoutRepair.Type(Envelope, German));
        var session = Guid.NewGuid();
        foreach (var (payload, rule) in new[] { ("5YZFDP1", "scanner-fault"), (Calibration.Text, "scanner-card-page"), (LayoutRepair.Type(Envelope, German), "scanner-layout") })
        {
            using var answer = await station.PostJson($"/returns/api/sessions/{session}/devices", new { opId = Guid.NewGuid(), payload });
            Assert.Equal((HttpStatusCode.Conflict, rule), (answer.StatusCode, await WebVisitor.Rule(answer)));
        }
        // All codes of a label were seen and not typed: they come through to the session, which is none.
        using var seen = await station.PostJson($"/returns/api/sessions/{session}/devices", new { opId = Guid.NewGuid(), codes = new[] { new { text = "5YZFDP1" } } });
        Assert.Equal("not-found", await WebVisitor.Rule(seen));
        await Scan(station, LayoutRepair.Type(Calibration.Text, German));
        using var repaired = await station.PostJson($"/returns/api/sessions/{session}/devices", new { opId = Guid.NewGuid(), payload = "5YZFDP1" });
        Assert.Equal("not-found", await WebVisitor.Rule(repaired));
    }

    [Fact]
    public async Task A_caps_lock_the_card_has_shown_is_repaired()
    {
        var (desk, _) = await Enrol();
        using var station = desk;
        var calibrated = await Scan(station, string.Concat(Calibration.Text.Select(character => char.IsUpper(character) ? char.ToLowerInvariant(character) : char.ToUpperInvariant(character))));
        Assert.Equal("look", calibrated.GetProperty("tone").GetString());
        Assert.Contains("caps lock", calibrated.GetProperty("next").GetString());
        var scanned = await Scan(station, "5czyfdp1");
        Assert.Equal("5CZYFDP1", scanned.GetProperty("subject").GetString());
        Assert.Contains("5czyfdp1", scanned.GetProperty("note").GetString());
    }

    [Fact]
    public async Task What_a_camera_saw_is_never_repaired()
    {
        var (desk, _) = await Enrol();
        using var station = desk;
        await Scan(station, LayoutRepair.Type(Calibration.Text, German));
        Assert.Equal("5YZFDP1", (await Scan(station, "5YZFDP1", fromCamera: true)).GetProperty("subject").GetString());
    }

    [Theory]
    [InlineData("A", "B", "codes")]
    [InlineData(null, null, "payload")]
    [InlineData(null, "B", "codes")]
    public async Task Codes_are_taken_in_place_of_a_payload_and_only_at_the_desk(string? payload, string? code, string field)
    {
        using var browser = await product.SignedIn("worker" + Guid.NewGuid().ToString("N")[..6], Roles.Receiving);
        var post = new Dictionary<string, object> { ["opId"] = Guid.NewGuid() };
        if (payload is not null)
            post["payload"] = payload;
        if (code is not null)
            post["codes"] = new[] { new { text = code } };
        using var answer = await browser.PostJson(DockScans, post);
        Assert.Equal((HttpStatusCode.BadRequest, field), (answer.StatusCode, (await WebVisitor.Problem(answer)).GetProperty("field").GetString()));
    }

    private const string DockScans = "/returns/api/dock/scans?place=SCAN-DOCK";

    private async Task<(WebVisitor, string)> Enrol()
    {
        var name = "Desk " + Guid.NewGuid().ToString("N")[..6];
        var station = await product.SignedInAdmin();
        using var enrolled = await station.Submit("/admin/stations", "/admin/stations", ("name", name), ("place", "Hall 1"));
        Assert.Equal(HttpStatusCode.SeeOther, enrolled.StatusCode);
        var worker = "worker" + Guid.NewGuid().ToString("N")[..6];
        await product.Person(worker, Roles.Receiving, Roles.Supervisor);
        await station.SignIn(worker, RunningProduct.Password);
        // Defined by the first one; the others are told that it is there.
        using var place = await station.PostJson("/returns/api/places", new { opId = Guid.NewGuid(), code = "SCAN-DOCK", kind = "dock" });
        Assert.True(place.StatusCode is HttpStatusCode.OK or HttpStatusCode.Conflict, await place.Content.ReadAsStringAsync());
        return (station, name);
    }

    // At the dock an unknown parcel is an answer, with what was read as its subject.
    private static async Task<JsonElement> Scan(WebVisitor browser, string payload, bool fromCamera = false)
    {
        using var answer = await browser.PostJson(DockScans, new { opId = Guid.NewGuid(), payload, fromCamera });
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.IsSuccessStatusCode, text);
        return JsonSerializer.Deserialize<JsonElement>(text);
    }

    private static async Task<JsonElement> Refused(WebVisitor browser, string payload)
    {
        using var answer = await browser.PostJson(DockScans, new { opId = Guid.NewGuid(), payload });
        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        return await WebVisitor.Problem(answer);
    }

    private static string? Rule(JsonElement problem) => problem.GetProperty("rule").GetString();

    private static string Row(string page, string name)
    {
        var at = page.IndexOf($">{name}", StringComparison.Ordinal);
        Assert.True(at >= 0, page);
        return page[at..page.IndexOf("</tr>", at, StringComparison.Ordinal)];
    }

    [GeneratedRegex("/admin/stations/[0-9a-f-]{36}/scanner/forget")]
    private static partial Regex Forget();
}

public sealed class When_a_scanner_cannot_be_believed_on_sqlite(ProductOnSqlite product) : When_a_scanner_cannot_be_believed(product), IClassFixture<ProductOnSqlite>;

public sealed class When_a_scanner_cannot_be_believed_on_postgres(ProductOnPostgres product) : When_a_scanner_cannot_be_believed(product), IClassFixture<ProductOnPostgres>;
