using System.Net;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using WaaS.Logistics.Platform.Security;
using WaaS.Logistics.Platform.Web.Assets;
using WaaS.Logistics.Platform.Web.Pipeline;

namespace WaaS.Logistics.IntegrationTests.Platform.Web;

public abstract class When_a_request_is_answered(RunningProduct product)
{
    [Theory]
    [InlineData("/login")]
    [InlineData("/health/live")]
    [InlineData("/no-such-page")]
    [InlineData("/custody/api/search?q=x")]
    public async Task Every_answer_tells_the_browser_what_to_refuse(string path)
    {
        using var browser = product.Browser();
        using var answer = await browser.Get(path);
        Assert.Equal(SecurityHeaders.ContentSecurityPolicy, answer.Headers.GetValues("Content-Security-Policy").Single());
        Assert.DoesNotContain("unsafe", SecurityHeaders.ContentSecurityPolicy);
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal("same-origin", answer.Headers.GetValues("Referrer-Policy").Single());
        Assert.True(answer.Headers.Contains("Permissions-Policy"));
        Assert.False(answer.Headers.Contains("Server"));
    }

    [Fact]
    public async Task Only_the_decoders_own_worker_may_compile_and_nothing_may_be_fetched_from_elsewhere()
    {
        using var browser = product.Browser();
        foreach (var file in new[] { "decode.worker.js", "zxing_reader.js", "zxing_reader.wasm" })
        {
            using var answer = await browser.Get(product.Services.GetRequiredService<StaticAssets>().Address($"pictures/{file}"));
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            var policy = answer.Headers.GetValues("Content-Security-Policy").Single();
            Assert.Equal(file == "decode.worker.js" ? "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'" : SecurityHeaders.ContentSecurityPolicy, policy);
        }
    }

    [Fact]
    public async Task A_page_holds_nothing_the_policy_would_refuse()
    {
        using var admin = await product.SignedInAdmin();
        foreach (var path in new[] { "/admin", "/admin/people", "/admin/people/new", "/admin/stations", "/admin/messages", "/admin/audit", "/admin/system", "/account", "/api" })
        {
            using var answer = await admin.Get(path);
            Assert.True(answer.IsSuccessStatusCode, $"{path} answered {(int)answer.StatusCode}");
            var page = await answer.Content.ReadAsStringAsync();
            Assert.DoesNotMatch("<script(?![^>]* src=)", page);
            Assert.DoesNotMatch("<style| style=| on[a-z]+=\"", page);
        }
    }

    [Fact]
    public async Task The_audit_trail_is_read_and_searched_in_the_readers_words()
    {
        using var admin = await product.SignedInAdmin();
        admin.Http.DefaultRequestHeaders.AcceptLanguage.Clear();
        admin.Http.DefaultRequestHeaders.AcceptLanguage.ParseAdd("de");
        Assert.Contains(">Person <small", await admin.Page("/admin/audit?service=platform&q=person"));
        Assert.Contains(">Person <small", await admin.Page("/admin/audit?service=platform&q=AppUser"));
        Assert.DoesNotContain(">Person <small", await admin.Page("/admin/audit?service=platform&q=L%C3%B6schstation"));
    }

    [Fact]
    public async Task An_api_says_401_and_403_as_problem_details_and_a_page_leads_to_sign_in()
    {
        using var stranger = product.Browser();
        using var api = await stranger.Get("/custody/api/search?q=x");
        Assert.Equal(HttpStatusCode.Unauthorized, api.StatusCode);
        Assert.Equal("sign-in-needed", await WebVisitor.Rule(api));
        using var page = await stranger.Get("/admin");
        Assert.Equal(HttpStatusCode.Redirect, page.StatusCode);

        using var customer = await product.SignedIn("customer-" + Guid.NewGuid().ToString("N")[..6], Roles.Customer);
        using var forbidden = await customer.Get("/custody/api/search?q=x");
        Assert.Equal(HttpStatusCode.Forbidden, forbidden.StatusCode);
        Assert.Equal("not-allowed", await WebVisitor.Rule(forbidden));
        using var forbiddenPage = await customer.Get("/admin/people");
        Assert.Equal(HttpStatusCode.Forbidden, forbiddenPage.StatusCode);
        Assert.Contains("Your roles do not allow this", await forbiddenPage.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_form_without_its_token_changes_nothing()
    {
        using var admin = await product.SignedInAdmin();
        using var answer = await admin.Http.PostAsync("/admin/stations", new FormUrlEncodedContent([new("name", "Forged"), new("place", "Elsewhere")]));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("Nothing was changed", await answer.Content.ReadAsStringAsync());
        using var withoutForm = await admin.Http.PostAsync("/logout", null);
        Assert.Equal(HttpStatusCode.BadRequest, withoutForm.StatusCode);
        Assert.DoesNotContain("Forged", await admin.Page("/admin/stations"));
    }

    [Fact]
    public async Task What_a_browser_sends_for_another_site_is_refused()
    {
        using var admin = await product.SignedInAdmin();
        var request = new HttpRequestMessage(HttpMethod.Post, "/admin/api/people") { Content = new StringContent("{}", Encoding.UTF8, "application/json") };
        request.Headers.Add("Sec-Fetch-Site", "cross-site");
        using var foreign = await admin.Http.SendAsync(request);
        Assert.Equal("page-too-old", await WebVisitor.Rule(foreign));
        using var plain = await admin.Http.PostAsync("/admin/api/people", new StringContent("{\"name\":\"x\"}", Encoding.UTF8, "text/plain"));
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, plain.StatusCode);
        Assert.Equal("send-json", await WebVisitor.Rule(plain));
    }

    [Theory]
    [InlineData("{\"name\":\"x1\",\"displayName\":\"Xaver\",\"password\":null}", "roles")]
    [InlineData("{\"name\":\"x1\",\"displayName\":null,\"password\":null,\"roles\":[]}", "displayName")]
    [InlineData("{\"name\":\"x1\",\"displayName\":\"Xaver\",\"password\":null,\"roles\":[7]}", "roles")]
    [InlineData("{\"name\":\"x1\",\"displayName\":\"Xaver\",\"password\":null,\"roles\":[\"office\",null]}", "roles[1]")]
    public async Task Bad_json_is_a_400_that_names_the_field(string json, string field)
    {
        using var admin = await product.SignedInAdmin();
        using var answer = await admin.Http.PostAsync("/admin/api/people", new StringContent(json, Encoding.UTF8, "application/json"));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains(field, (await WebVisitor.Problem(answer)).ToString());
    }

    [Theory]
    [InlineData("GET", "/contracts/api/contracts?skip=viele", null, null, 400, "bad-request", "skip")]
    [InlineData("GET", "/custody/api/search", null, null, 400, "bad-request", "q")]
    [InlineData("POST", "/admin/api/people", null, null, 400, "no-body", null)]
    [InlineData("POST", "/admin/api/people", "application/json", "", 400, "no-body", null)]
    [InlineData("POST", "/admin/api/people", "application/xml", "<a/>", 415, "send-json", null)]
    [InlineData("POST", "/admin/api/people", null, "{}", 415, "send-json", null)]
    [InlineData("POST", "/admin/api/people", "application/json; charset=latin-1", "{}", 415, "send-utf8", null)]
    [InlineData("POST", "/admin/api/people", "application/json; charset=utf-7", "{}", 415, "send-utf8", null)]
    [InlineData("POST", "/admin/api/people", "application/json; charset=\"UTF-8\"", "{}", 400, "bad-request", "name")]
    public async Task What_the_framework_cannot_read_is_said_in_the_products_words(string method, string path, string? type, string? body, int status, string rule, string? field)
    {
        using var admin = await product.SignedInAdmin("de");
        using var request = new HttpRequestMessage(new HttpMethod(method), path) { Content = body is null ? null : new ByteArrayContent(Encoding.UTF8.GetBytes(body)) };
        if (type is not null)
            request.Content!.Headers.TryAddWithoutValidation("Content-Type", type);
        using var answer = await admin.Http.SendAsync(request);
        var problem = await WebVisitor.Problem(answer);
        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Equal(rule, problem.GetProperty("rule").GetString());
        Assert.Equal(field, problem.TryGetProperty("field", out var named) ? named.GetString() : null);
        Assert.Matches("^(Die|JSON wird) ", problem.GetProperty("detail").GetString());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Ten_megabytes_are_a_clear_413(bool announced)
    {
        using var admin = await product.SignedInAdmin();
        var body = new StringContent($"{{\"name\":\"{new string('x', 10 * 1024 * 1024)}\"}}", Encoding.UTF8, "application/json");
        var request = new HttpRequestMessage(HttpMethod.Post, "/admin/api/people") { Content = body };
        request.Headers.TransferEncodingChunked = announced ? null : true;
        using var answer = await admin.Http.SendAsync(request);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        Assert.Equal("too-large", await WebVisitor.Rule(answer));
    }

    [Fact]
    public async Task A_refusal_names_rule_and_field_in_the_language_asked_for()
    {
        using var admin = await product.SignedInAdmin("de");
        using var answer = await admin.PostJson("/admin/api/people", new { name = "ü b", displayName = "Ü", password = (string?)null, roles = Array.Empty<string>() });
        var problem = await WebVisitor.Problem(answer);
        Assert.Equal("urn:waas:rule:invalid-name", problem.GetProperty("type").GetString());
        Assert.Equal("name", problem.GetProperty("field").GetString());
        Assert.StartsWith("Ein Anmeldename", problem.GetProperty("detail").GetString());
    }

    [Theory]
    [InlineData("de", "Eine Spalte „colour“", "Die Datei wurde nicht importiert.")]
    [InlineData("en", "There is no column", "The file has not been imported.")]
    public async Task The_errors_of_a_file_are_named_by_rule_and_said_in_the_language_asked_for(string language, string said, string title)
    {
        using var office = await product.SignedIn($"p{Guid.NewGuid():N}"[..16], Roles.Office);
        office.Http.DefaultRequestHeaders.AcceptLanguage.Clear();
        office.Http.DefaultRequestHeaders.AcceptLanguage.ParseAdd(language);
        using var answer = await office.Http.PostAsync("/contracts/api/imports", new StringContent("contract,colour\n", Encoding.UTF8, "text/csv"));
        var problem = await WebVisitor.Problem(answer);
        Assert.Equal(("import-errors", title), (problem.GetProperty("rule").GetString(), problem.GetProperty("title").GetString()));
        var error = problem.GetProperty("errors").EnumerateArray().First();
        Assert.Equal((1, "colour", "file-no-column"), (error.GetProperty("line").GetInt32(), error.GetProperty("column").GetString(), error.GetProperty("rule").GetString()));
        Assert.StartsWith(said, error.GetProperty("message").GetString());
    }

    [Theory]
    [InlineData("/returns/stops", "serial", "", "Geben Sie die Seriennummer des Geräts an, das gestoppt werden soll.")]
    [InlineData("/returns/stops", "serial", "5CG2140K7M", "Schreiben Sie, warum das Gerät gestoppt werden soll")]
    [InlineData("/returns/places", "code", "XY-1", "Wählen Sie die Art des Platzes.")]
    [InlineData("/returns/orders/new", "serials", "NOSUCH4711", "NOSUCH4711 steht in keinem Vertrag.")]
    [InlineData("/returns/orders/new", "owner", "", "Nennen Sie den Kunden, den Vertrag oder mindestens ein Gerät.")]
    public async Task A_form_that_is_refused_says_why_in_the_language_of_the_page_and_keeps_what_was_typed(string page, string field, string typed, string said)
    {
        using var sven = await product.SignedIn($"p{Guid.NewGuid():N}"[..16], Roles.Supervisor);
        sven.Http.DefaultRequestHeaders.AcceptLanguage.Clear();
        sven.Http.DefaultRequestHeaders.AcceptLanguage.ParseAdd("de");
        using var answer = await sven.Submit(page, page, ("opId", Guid.NewGuid().ToString()), (field, typed));
        var shown = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains(said, shown);
        Assert.Contains(typed, shown);
    }

    [Fact]
    public async Task A_form_sent_again_with_something_else_in_it_says_so_in_the_language_of_the_page()
    {
        using var office = await product.SignedIn("again-" + Guid.NewGuid().ToString("N")[..6], Roles.Office, Roles.Supervisor);
        var opId = Guid.NewGuid();
        using var first = await office.PostJson("/returns/api/places", new { opId, code = "P" + opId.ToString("N")[..6], kind = "dock" });
        Assert.True(first.IsSuccessStatusCode, await first.Content.ReadAsStringAsync());
        office.Http.DefaultRequestHeaders.AcceptLanguage.Clear();
        office.Http.DefaultRequestHeaders.AcceptLanguage.ParseAdd("de");
        using var again = await office.PostJson("/returns/api/places", new { opId, code = "Q" + opId.ToString("N")[..6], kind = "dock" });
        Assert.StartsWith("Dieses Formular wurde schon einmal", (await WebVisitor.Problem(again)).GetProperty("detail").GetString());
    }

    [Fact]
    public async Task What_is_not_there_is_a_404_page_in_both_languages()
    {
        using var german = await product.SignedInAdmin("de-DE,de;q=0.9,en;q=0.5");
        using var page = await german.Get("/no-such-page");
        Assert.Equal(HttpStatusCode.NotFound, page.StatusCode);
        Assert.Contains("Nicht gefunden", await page.Content.ReadAsStringAsync());
        using var english = await product.SignedInAdmin("fr-FR,fr;q=0.9");
        using var person = await english.Get($"/admin/people/{Guid.NewGuid()}");
        Assert.Equal(HttpStatusCode.NotFound, person.StatusCode);
        Assert.Contains("There is no person", WebUtility.HtmlDecode(await person.Content.ReadAsStringAsync()));
    }

    [Fact]
    public async Task The_language_chosen_in_the_header_stays_with_the_person()
    {
        using var browser = await product.SignedIn("polyglot-" + Guid.NewGuid().ToString("N")[..6], Roles.Office);
        Assert.Contains("My account", await browser.Page("/account"));
        using var chosen = await browser.Submit("/account", "/account/language", ("language", "de"), ("back", "/account"));
        Assert.Equal("/account", chosen.Headers.Location!.OriginalString);
        Assert.Contains("Mein Konto", await browser.Page("/account"));
    }

    [Fact]
    public async Task The_api_describes_itself_as_openapi_31_for_people_of_the_house()
    {
        using var admin = await product.SignedInAdmin();
        var document = System.Text.Json.JsonDocument.Parse(await admin.Http.GetStringAsync("/api/openapi.json")).RootElement;
        Assert.StartsWith("3.1", document.GetProperty("openapi").GetString());
        Assert.True(document.GetProperty("paths").TryGetProperty("/login/api/badge", out _));
        Assert.Contains("/custody/api/search", await admin.Page("/api"));
        Assert.Empty(Untruths(document));
        using var stranger = await product.Browser().Get("/api/openapi.json");
        Assert.Equal(HttpStatusCode.Unauthorized, stranger.StatusCode);
    }

    // What a program that is generated from the document would stumble over.
    private static IEnumerable<string> Untruths(System.Text.Json.JsonElement document)
    {
        foreach (var schema in document.GetProperty("components").GetProperty("schemas").EnumerateObject())
        {
            if (schema.Value.TryGetProperty("enum", out var words) && words.EnumerateArray().Any(word => word.ValueKind == System.Text.Json.JsonValueKind.Null))
                yield return $"{schema.Name} counts nothing among its words";
            foreach (var field in schema.Value.TryGetProperty("properties", out var fields) ? fields.EnumerateObject().ToList() : [])
                if (!new[] { "type", "$ref", "oneOf", "enum", "allOf", "anyOf" }.Any(said => field.Value.TryGetProperty(said, out _)))
                    yield return $"{schema.Name}.{field.Name} has no type";
        }
        foreach (var path in document.GetProperty("paths").EnumerateObject())
            foreach (var operation in path.Value.EnumerateObject())
            {
                var answers = operation.Value.GetProperty("responses");
                if (!answers.TryGetProperty("default", out var refused) || !refused.GetProperty("content").TryGetProperty("application/problem+json", out _))
                    yield return $"{operation.Name} {path.Name} does not say how it refuses";
                if (operation.Value.TryGetProperty("security", out _) != answers.TryGetProperty("401", out _))
                    yield return $"{operation.Name} {path.Name} does not say who may call";
                if (operation.Name == "get" && !path.Name.Contains("/jobs/") && !answers.GetProperty("200").TryGetProperty("content", out _))
                    yield return $"{operation.Name} {path.Name} does not say what it answers";
            }
    }

    [Fact]
    public async Task An_asset_is_kept_for_ever_under_its_own_version_only()
    {
        using var browser = product.Browser();
        var page = await browser.Page("/login");
        var address = System.Text.RegularExpressions.Regex.Match(page, "/assets/[^\"]+waas\\.css").Value;
        using var current = await browser.Get(address);
        Assert.Contains("immutable", current.Headers.CacheControl!.ToString());
        using var other = await browser.Get("/assets/0000/platform/waas.css");
        Assert.Contains("no-store", other.Headers.CacheControl!.ToString());
        using var none = await browser.Get(address + "x");
        Assert.Equal(HttpStatusCode.NotFound, none.StatusCode);
    }

    [Fact]
    public async Task Health_is_terse_and_needs_nobody()
    {
        using var browser = product.Browser();
        Assert.Equal("live", await browser.Http.GetStringAsync("/health/live"));
        Assert.Equal("ready", await browser.Http.GetStringAsync("/health/ready"));
    }
}

public sealed class When_a_request_is_answered_on_sqlite(ProductOnSqlite product) : When_a_request_is_answered(product), IClassFixture<ProductOnSqlite>;

public sealed class When_a_request_is_answered_on_postgres(ProductOnPostgres product) : When_a_request_is_answered(product), IClassFixture<ProductOnPostgres>;
