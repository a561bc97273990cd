using System.Net;
using Microsoft.EntityFrameworkCore;
using WaaS.Logistics.IntegrationTests.Platform.Web;
using WaaS.Logistics.Platform.Security;

namespace WaaS.Logistics.IntegrationTests.Platform.Security;

public abstract class When_somebody_signs_in(RunningProduct product)
{
    private const string Wrong = "not the password at all";

    [Fact]
    public async Task The_right_password_opens_the_page_that_was_asked_for()
    {
        await product.Person("anna", Roles.Supervisor);
        using var browser = product.Browser();
        using var sent = await browser.Get("/admin/messages");
        Assert.Equal("/login?back=%2Fadmin%2Fmessages", sent.Headers.Location!.PathAndQuery);
        using var signedIn = await browser.Submit("/login?back=%2Fadmin%2Fmessages", "/login", ("name", "ANNA"), ("password", RunningProduct.Password), ("back", "/admin/messages"));
        Assert.Equal(HttpStatusCode.SeeOther, signedIn.StatusCode);
        Assert.Equal("/admin/messages", signedIn.Headers.Location!.OriginalString);
        Assert.Contains("Person anna", await browser.Page("/admin/messages"));
    }

    [Fact]
    public async Task Another_sites_address_is_not_gone_back_to()
    {
        await product.Person("otto", Roles.Office);
        using var browser = product.Browser();
        using var answer = await browser.Submit("/login", "/login", ("name", "otto"), ("password", RunningProduct.Password), ("back", "//evil.example/"));
        Assert.Equal("/", answer.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task A_wrong_password_and_an_unknown_name_sound_the_same()
    {
        await product.Person("berta", Roles.Office);
        using var browser = product.Browser();
        using var wrong = await browser.PostJson("/login/api/password", new { name = "berta", password = Wrong });
        using var unknown = await browser.PostJson("/login/api/password", new { name = "nobody-here", password = Wrong });
        Assert.Equal(HttpStatusCode.Unauthorized, wrong.StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, unknown.StatusCode);
        Assert.Equal(Text(await WebVisitor.Problem(wrong)), Text(await WebVisitor.Problem(unknown)));
    }

    [Fact]
    public async Task After_five_wrong_tries_the_right_password_does_not_help()
    {
        await product.Person("clara", Roles.Office);
        using var browser = product.Browser();
        for (var i = 0; i < 5; i++)
        {
            using var wrong = await browser.PostJson("/login/api/password", new { name = "clara", password = Wrong });
            Assert.Equal(HttpStatusCode.Unauthorized, wrong.StatusCode);
        }
        using var right = await browser.PostJson("/login/api/password", new { name = "clara", password = RunningProduct.Password });
        Assert.Equal(HttpStatusCode.TooManyRequests, right.StatusCode);
        Assert.Equal("too-many-tries", await WebVisitor.Rule(right));
    }

    [Fact]
    public async Task A_locked_person_is_out_everywhere_and_at_once_or_nearly()
    {
        var id = await product.Person("dora", Roles.Office);
        using var before = product.Browser();
        await before.SignIn("dora", RunningProduct.Password);
        using var admin = await product.SignedInAdmin();
        using var locked = await admin.Submit($"/admin/people/{id}", $"/admin/people/{id}/lock");
        Assert.Equal(HttpStatusCode.SeeOther, locked.StatusCode);
        using var again = await product.Browser().PostJson("/login/api/password", new { name = "dora", password = RunningProduct.Password });
        Assert.Equal(HttpStatusCode.Unauthorized, again.StatusCode);
    }

    [Fact]
    public async Task The_last_admin_can_neither_be_locked_nor_lose_the_role()
    {
        using var admin = await product.SignedInAdmin();
        var id = await product.Read(async db => (await db.People.SingleAsync(person => person.UserName == "admin")).Id);
        using var locked = await admin.Submit($"/admin/people/{id}", $"/admin/people/{id}/lock");
        Assert.Equal(HttpStatusCode.Conflict, locked.StatusCode);
        using var stripped = await admin.Submit($"/admin/people/{id}", $"/admin/people/{id}", ("displayName", "Ada Admin"), ("roles", Roles.Office));
        Assert.Equal(HttpStatusCode.Conflict, stripped.StatusCode);
        Assert.Contains("only administrator", WebUtility.HtmlDecode(await stripped.Content.ReadAsStringAsync()));
    }

    [Fact]
    public async Task A_link_sets_a_new_password_once()
    {
        var id = await product.Person("emil", Roles.Office);
        using var admin = await product.SignedInAdmin();
        var link = await Link(admin, id);
        var token = Uri.UnescapeDataString(link.Split("token=")[1]);
        using var browser = product.Browser();
        using var set = await browser.Submit(link, "/reset", ("person", id.ToString()), ("token", token), ("password", "another good sentence"));
        Assert.Equal("/login", set.Headers.Location?.OriginalString);
        await browser.SignIn("emil", "another good sentence");
        Assert.Contains("not valid", await product.Browser().Page(link));
    }

    [Fact]
    public async Task A_new_link_ends_the_one_before_and_what_was_open()
    {
        var id = await product.Person("frieda", Roles.Office);
        using var admin = await product.SignedInAdmin();
        var stamp = await product.Read(async db => (await db.People.SingleAsync(person => person.Id == id)).SecurityStamp);
        var (first, second) = (await Link(admin, id), await Link(admin, id));
        Assert.Contains("not valid", await product.Browser().Page(first));
        Assert.DoesNotContain("not valid", await product.Browser().Page(second));
        Assert.NotEqual(stamp, await product.Read(async db => (await db.People.SingleAsync(person => person.Id == id)).SecurityStamp));
    }

    private static async Task<string> Link(WebVisitor admin, Guid id)
    {
        using var shown = await admin.Submit($"/admin/people/{id}", $"/admin/people/{id}/link");
        var page = WebUtility.HtmlDecode(await shown.Content.ReadAsStringAsync());
        return page[page.IndexOf("/reset?", StringComparison.Ordinal)..].Split('<')[0];
    }

    private static string Text(System.Text.Json.JsonElement problem) => problem.GetProperty("rule") + " " + problem.GetProperty("detail");
}

public sealed class When_somebody_signs_in_on_sqlite(ProductOnSqlite product) : When_somebody_signs_in(product), IClassFixture<ProductOnSqlite>;

public sealed class When_somebody_signs_in_on_postgres(ProductOnPostgres product) : When_somebody_signs_in(product), IClassFixture<ProductOnPostgres>;
