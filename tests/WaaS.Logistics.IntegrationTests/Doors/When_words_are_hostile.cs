using System.Net;
using System.Text.Json;
using WaaS.Logistics.IntegrationTests.Labels;
using WaaS.Logistics.IntegrationTests.Platform.Web;
using WaaS.Logistics.IntegrationTests.Sanitization;
using WaaS.Logistics.Messages;
using WaaS.Logistics.Platform.Security;
using static System.Net.HttpStatusCode;

namespace WaaS.Logistics.IntegrationTests.Doors;

/// <summary>What people write of people and things is shown as they wrote it, on pages, certificates, labels and in the audit trail: nothing in it acts, and nothing is hidden.</summary>
public abstract class When_words_are_hostile(RunningProduct product)
{
    private const string Reason = "<script>alert(1)</script> \"' onmouseover=alert(1) x='\n^XA^FO0,0^FDforged^FS^XZ =cmd|'/C calc'!A0 &lt; ${7*7} {{1}}";
    private const string Override = "court\u202Edellecnac";
    private readonly Shopfloor _floor = new(product);

    [Fact]
    public async Task Names_and_reasons_are_shown_as_written_and_act_nowhere()
    {
        var own = Guid.NewGuid().ToString("N")[..6];
        using var admin = await product.SignedInAdmin();
        using var otto = await Named(admin, $"otto-{own}", "<b>\"Otto\" =cmd|</b>");
        using var vera = await Named(admin, $"vera-{own}", "<script>'Vera'</script>");
        using var rita = await Named(admin, $"rita-{own}", "^XA^FDRita^FS^XZ \\0d");
        using var station = await _floor.Enrol(otto, "<i>bench</i> ^XA");
        await _floor.Received(Sanitization.Documents.Arrival($"WORDS-{own}", 1, new CarrierSlot("A", $"WORDS-C-{own}")) with { ProtectionNeed = "very-high", Customer = "<u>Werke</u> ^XZ" }, otto);
        var order = await _floor.Order(otto, $"WORDS-{own}");
        var (id, device) = (Id(order), order.GetProperty("order").GetProperty("deviceId").GetGuid());

        var hold = (await Shopfloor.Json(await rita.PostJson("/wipe/api/holds", new { opId = Guid.NewGuid(), deviceId = device, kind = "Legal", reason = Reason }))).GetProperty("holdId").GetGuid();
        await Plain(rita, "/wipe/holds", Reason);
        await Plain(rita, $"/wipe/orders/{id}", Reason);
        await Zpl(otto, $"/wipe/api/orders/{id}/label");
        await Shopfloor.Json(await rita.PostJson($"/wipe/api/holds/{hold}/lift", new { opId = Guid.NewGuid(), reason = Reason }));

        await station.Wipe(await station.Claim($"WORDS-C-{own}", badge: $"otto-{own}"));
        var evidence = (await _floor.Order(otto, $"WORDS-{own}")).GetProperty("evidence")[0].GetProperty("id").GetGuid();
        await Shopfloor.Json(await vera.PostJson($"/wipe/api/orders/{id}/evidence/{evidence}/verification", new { opId = Guid.NewGuid(), decision = "Yes", note = Reason }));
        await Plain(rita, $"/wipe/evidence/{evidence}", "<script>'Vera'</script>");
        await Shopfloor.Json(await rita.PostJson($"/wipe/api/orders/{id}/evidence/{evidence}/validation", new { opId = Guid.NewGuid(), decision = "Yes", note = Reason }));

        var number = (await _floor.Order(otto, $"WORDS-{own}")).GetProperty("certificates")[0].GetProperty("number").GetString()!;
        foreach (var page in new[] { $"/wipe/orders/{id}", $"/wipe/certificates/{number}", "/wipe/certificates", "/wipe", $"/verify/{number}" })
            await Plain(rita, page);
        foreach (var page in new[] { "/admin/audit", "/admin/people", "/admin/stations" })
            await Plain(admin, page);
        await Plain(admin, "/admin/people", "<script>'Vera'</script>");
        foreach (var language in new[] { "de", "en" })
        {
            using var pdf = await rita.Get($"/wipe/api/certificates/{number}/pdf?lang={language}");
            var words = await LabelReader.WordsOf(await pdf.Content.ReadAsByteArrayAsync());
            Assert.All(["<script>'Vera'</script>", "^XA^FDRita^FS^XZ", "<u>Werke</u>^XZ"], name => Assert.Contains(name, words));
        }
        await Zpl(otto, $"/wipe/api/orders/{id}/label");
        await Shopfloor.Json(await rita.PostJson($"/wipe/api/certificates/{number}/revocation", new { opId = Guid.NewGuid(), reason = Reason }));
        await Plain(rita, $"/wipe/certificates/{number}", Reason);
        await Plain(rita, $"/verify/{number}");
    }

    [Fact]
    public async Task A_badge_says_the_name_and_no_command_to_the_printer()
    {
        using var admin = await product.SignedInAdmin();
        var person = await Person(admin, $"zara-{Guid.NewGuid():N}"[..12], "^XA^FO0,0^FDboss^FS^XZ~JA");
        var at = $"/admin/api/people/{person}/badge";
        var code = (await Shopfloor.Json(await admin.SendJson(HttpMethod.Put, at, new { badge = (string?)null, pin = "7391" }))).GetProperty("badge").GetString()!;
        using var zpl = await admin.PostJson($"{at}/label?format=zpl&paper=62x29", new { badge = code });
        AssertOneLabel(await zpl.Content.ReadAsStringAsync());
        Assert.Contains("^XA^FO0,0^FDboss^FS^XZ~JA", (await LabelReader.Of(admin.PostJson($"{at}/label", new { badge = code }))).Words.ReplaceLineEndings(""));
    }

    [Fact]
    public async Task What_is_too_long_is_refused_with_a_sentence_at_every_door_that_takes_words()
    {
        using var everybody = await product.SignedIn($"long-{Guid.NewGuid():N}"[..12], [.. Roles.All]);
        var own = Guid.NewGuid().ToString("N")[..6];
        await _floor.Received(Sanitization.Documents.Arrival($"LONG-{own}", 1, new CarrierSlot("A", $"LONG-C-{own}")), everybody);
        var order = await _floor.Order(everybody, $"LONG-{own}");
        var (at, slot) = ($"/wipe/api/orders/{Id(order)}", order.GetProperty("slots")[0].GetProperty("id").GetGuid());
        foreach (var length in new[] { 501, 10_000 })
        {
            var words = new string('x', length);
            var opId = Guid.NewGuid();
            foreach (var (path, body, rule) in new (string, object, string)[]
            {
                ("/wipe/api/holds", new { opId, deviceId = Guid.NewGuid(), kind = "Legal", reason = words }, "invalid-reason"),
                ($"/wipe/api/holds/{Guid.NewGuid()}/lift", new { opId, reason = words }, "invalid-reason"),
                ($"{at}/slots/{slot}/again", new { opId, reason = words }, "invalid-reason"),
                ($"{at}/evidence/{Guid.NewGuid()}/verification", new { opId, decision = "Yes", note = words }, "invalid-note"),
                ($"{at}/evidence/{Guid.NewGuid()}/validation", new { opId, decision = "No", note = words }, "invalid-note"),
                ($"{at}/no-carrier", new { opId, slotId = (Guid?)null, note = words }, "invalid-note"),
                ("/wipe/api/certificates/C-2222-2222-2222/revocation", new { opId, reason = words }, "invalid-reason"),
                ("/returns/api/stops", new { opId, serial = "SN-LONG", why = words }, "invalid-why"),
                ("/admin/api/people", new { name = $"l-{own}", displayName = words, password = RunningProduct.Password, roles = Array.Empty<string>() }, "invalid-displayname"),
            })
            {
                using var answer = await everybody.PostJson(path, body);
                Assert.True(answer.StatusCode == BadRequest, $"{path}: {(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
                var problem = await WebVisitor.Problem(answer);
                Assert.Equal(rule, problem.GetProperty("rule").GetString());
                Assert.True(problem.GetProperty("detail").GetString()!.Length > 10);
            }
        }
    }

    [Fact]
    public async Task What_would_turn_the_direction_of_writing_is_refused_in_forms_and_in_JSON()
    {
        using var admin = await product.SignedInAdmin();
        using var rita = await _floor.Anybody($"rtl-{Guid.NewGuid():N}"[..12]);
        await Shopfloor.Refused(BadRequest, "bad-request", rita.PostJson("/wipe/api/holds", new { opId = Guid.NewGuid(), deviceId = Guid.NewGuid(), kind = "Legal", reason = Override }));
        await Shopfloor.Refused(BadRequest, "invalid-displayname", admin.PostJson("/admin/api/people", new { name = "rtl-1", displayName = "Ada\u200B Admin", password = RunningProduct.Password, roles = Array.Empty<string>() }));
        using var form = await admin.Submit("/admin/people/new", "/admin/people/new", ("Name", "rtl-2"), ("DisplayName", "Ada \u2067nimdA"));
        Assert.Equal(BadRequest, form.StatusCode);
        Assert.Contains("turns the direction of writing", await form.Content.ReadAsStringAsync());
        // Marks that a script from right to left is written with turn nothing.
        await Shopfloor.Json(await rita.PostJson("/wipe/api/holds", new { opId = Guid.NewGuid(), deviceId = Guid.NewGuid(), kind = "Legal", reason = "צו בית משפט \u200F(7)" }));
    }

    private static async Task Plain(WebVisitor who, string address, string? shown = null)
    {
        using var answer = await who.Get(address);
        Assert.Equal(OK, answer.StatusCode);
        var page = await answer.Content.ReadAsStringAsync();
        foreach (var raw in new[] { "<script>alert", "<script>'Vera", "<b>\"Otto", "<u>Werke", "<i>bench", "\"' onmouseover", "' onmouseover=alert(1) x='" })
            Assert.False(page.Contains(raw, StringComparison.Ordinal), $"{address} holds {raw} near {Near(page, raw)}");
        if (shown is not null)
            Assert.Contains(OneLine(shown), OneLine(WebUtility.HtmlDecode(page)));
    }

    private static string Near(string page, string raw) => page.IndexOf(raw, StringComparison.Ordinal) is >= 0 and var at ? page[Math.Max(0, at - 80)..Math.Min(page.Length, at + 120)] : "";

    private static string OneLine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static async Task Zpl(WebVisitor who, string address)
    {
        using var answer = await who.Get($"{address}?format=zpl&paper=100x50");
        Assert.Equal(OK, answer.StatusCode);
        AssertOneLabel(await answer.Content.ReadAsStringAsync());
    }

    private static void AssertOneLabel(string zpl)
    {
        Assert.Equal((1, 1), (zpl.Split("^XA").Length - 1, zpl.Split("^XZ").Length - 1));
        Assert.DoesNotContain("^FDforged", zpl);
        Assert.DoesNotContain("^FDboss", zpl);
        Assert.DoesNotContain("~JA", zpl);
    }

    private static async Task<Guid> Person(WebVisitor admin, string name, string displayName, params string[] roles) =>
        (await admin.Send<JsonElement>(HttpMethod.Post, "/admin/api/people", new { name, displayName, password = RunningProduct.Password, roles })).GetProperty("id").GetGuid();

    private async Task<WebVisitor> Named(WebVisitor admin, string name, string displayName)
    {
        await Person(admin, name, displayName, Roles.Supervisor, Roles.WipeOperator, Roles.Verifier, Roles.Releaser);
        var browser = product.Browser();
        await browser.SignIn(name, RunningProduct.Password);
        return browser;
    }

    private static Guid Id(JsonElement order) => order.GetProperty("order").GetProperty("id").GetGuid();
}

public sealed class When_words_are_hostile_on_sqlite(ProductOnSqlite product) : When_words_are_hostile(product), IClassFixture<ProductOnSqlite>;

public sealed class When_words_are_hostile_on_postgres(ProductOnPostgres product) : When_words_are_hostile(product), IClassFixture<ProductOnPostgres>;
