using System.Net;
using System.Text;
using WaaS.Logistics.Platform.Security;

namespace WaaS.Logistics.IntegrationTests.Platform.Web;

public abstract class When_a_request_is_refused(RunningProduct product)
{
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
}

public sealed class When_a_request_is_refused_on_sqlite(ProductOnSqlite product) : When_a_request_is_refused(product), IClassFixture<ProductOnSqlite>;

public sealed class When_a_request_is_refused_on_postgres(ProductOnPostgres product) : When_a_request_is_refused(product), IClassFixture<ProductOnPostgres>;
