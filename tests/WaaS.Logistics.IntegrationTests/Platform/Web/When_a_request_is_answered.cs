using System.Net;
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
