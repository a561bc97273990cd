using System.Net;
using System.Security.Claims;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using WaaS.Logistics.IntegrationTests.Platform.Web;
using WaaS.Logistics.Platform.Security;
using WaaS.Logistics.Platform.Security.SignIn;
using WaaS.Logistics.Testbed;

namespace WaaS.Logistics.IntegrationTests.Platform.Security;

public abstract class When_somebody_signs_out(RunningProduct product)
{
    private const string Pin = "2580";

    [Fact]
    public async Task A_cookie_copied_before_is_refused_by_pages_and_api()
    {
        using var browser = await product.SignedIn("gerda", Roles.Office);
        using var copy = browser.Copy();
        await RequireIn(copy);
        await SignOut(browser);
        await RequireOut(copy);
        await RequireOut(browser);
    }

    [Fact]
    public async Task The_same_person_stays_signed_in_elsewhere()
    {
        using var here = await product.SignedIn("hugo", Roles.Office);
        using var there = product.Browser();
        await there.SignIn("hugo", RunningProduct.Password);
        await SignOut(here);
        await RequireOut(here);
        await RequireIn(there);
    }

    [Fact]
    public async Task The_trail_tells_who_and_each_session_once()
    {
        var id = await product.Person("ida", Roles.Office);
        using var browser = product.Browser();
        await browser.SignIn("ida", RunningProduct.Password);
        using var copy = browser.Copy();
        await SignOut(browser);
        await SignOut(copy);
        var told = Assert.Single(await product.Read(db => db.Audit.Where(entry => entry.SubjectId == id && entry.Change == "SignedOut").ToListAsync()));
        Assert.Equal((id.ToString(), "Person ida"), (told.Actor, told.ActorName));
    }

    [Fact]
    public async Task Ended_many_times_at_once_it_has_ended_once()
    {
        var person = new ClaimsPrincipal(new ClaimsIdentity([new Claim(PersonClaims.Session, Sessions.New()), new Claim(ClaimTypes.NameIdentifier, Guid.CreateVersion7().ToString())], "test"));
        Assert.True(await With(sessions => sessions.IsOpen(person)));
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => With(async sessions =>
        {
            await sessions.End(person);
            return true;
        }))));
        Assert.False(await With(sessions => sessions.IsOpen(person)));
        Assert.False(await With(sessions => sessions.IsOpen(new ClaimsPrincipal(new ClaimsIdentity([], "without a session")))));
    }

    [Fact]
    public async Task Who_takes_over_a_scanner_by_badge_ends_what_was_open_at_it()
    {
        await product.Badge(await product.Person("jan", Roles.Receiving), "BADGE-OF-JAN", Pin);
        await product.Badge(await product.Person("kim", Roles.Receiving), "BADGE-OF-KIM", Pin);
        using var scanner = product.Browser();
        using var other = product.Browser();
        await ByBadge(scanner, "BADGE-OF-JAN");
        await ByBadge(other, "BADGE-OF-JAN");
        using var copy = scanner.Copy();
        await RequireIn(copy);
        await ByBadge(scanner, "BADGE-OF-KIM");
        await RequireOut(copy);
        await RequireIn(scanner);
        await RequireIn(other);
    }

    [Fact]
    public async Task A_new_password_ends_the_sessions_elsewhere_and_not_this_one()
    {
        using var browser = await product.SignedIn("lena", Roles.Office);
        using var copy = browser.Copy();
        using var elsewhere = product.Browser();
        await elsewhere.SignIn("lena", RunningProduct.Password);
        using var changed = await browser.Submit("/account", "/account/password", ("current", RunningProduct.Password), ("password", "another good sentence"));
        Assert.Equal("/account", changed.Headers.Location?.OriginalString);
        await RequireOut(copy);
        await RequireOut(elsewhere);
        await RequireIn(browser);
    }

    [Fact]
    public async Task Who_is_locked_is_out_and_a_renewed_cookie_is_the_same_session()
    {
        var id = await product.Person("mara", Roles.Office);
        using var browser = product.Browser();
        await browser.SignIn("mara", RunningProduct.Password);
        var first = browser.Cookies["waas"]!.Value;
        using var old = browser.Copy();
        await RequireIn(browser);
        Assert.NotEqual(first, browser.Cookies["waas"]!.Value);
        using var renewed = browser.Copy();
        await SignOut(old);
        await RequireOut(renewed);
        await RequireOut(browser);
        using var again = product.Browser();
        await again.SignIn("mara", RunningProduct.Password);
        await RequireIn(again);
        using var admin = await product.SignedInAdmin();
        using var locked = await admin.Submit($"/admin/people/{id}", $"/admin/people/{id}/lock");
        await RequireOut(again);
    }

    [Fact]
    public async Task What_ended_long_ago_is_forgotten_and_what_ended_lately_is_not()
    {
        var (old, late) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        await product.Read(db =>
        {
            db.EndedSessions.AddRange(new EndedSession(old, db.Now.AddHours(-25)), new EndedSession(late, db.Now.AddHours(-13)));
            return db.SaveChangesAsync();
        });
        using var browser = await product.SignedIn("nils", Roles.Office);
        await SignOut(browser);
        Assert.Equal([late], await product.Read(db => db.EndedSessions.Where(ended => ended.Id == old || ended.Id == late).Select(ended => ended.Id).ToListAsync()));
    }

    private async Task<bool> With(Func<Sessions, Task<bool>> work)
    {
        await using var scope = product.Services.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<Sessions>());
    }

    private static async Task ByBadge(WebVisitor browser, string badge)
    {
        using var answer = await browser.PostJson("/login/api/badge", new { badge, pin = Pin });
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    private static async Task SignOut(WebVisitor browser)
    {
        using var answer = await browser.Submit("/login", "/logout");
        Assert.Equal("/login", answer.Headers.Location?.OriginalString);
    }

    private static async Task RequireIn(WebVisitor browser)
    {
        using var page = await browser.Get("/account");
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        using var api = await browser.Get("/returns/api/orders");
        Assert.NotEqual(HttpStatusCode.Unauthorized, api.StatusCode);
    }

    private static async Task RequireOut(WebVisitor browser)
    {
        using var again = browser.Copy();
        using var page = await again.Get("/account");
        Assert.Equal("/login?back=%2Faccount", page.Headers.Location?.PathAndQuery);
        using var api = await browser.Get("/returns/api/orders");
        Assert.Equal(HttpStatusCode.Unauthorized, api.StatusCode);
    }
}

public sealed class When_somebody_signs_out_on_sqlite(StampsLookedAtEachTimeOnSqlite product) : When_somebody_signs_out(product), IClassFixture<StampsLookedAtEachTimeOnSqlite>;

public sealed class When_somebody_signs_out_on_postgres(StampsLookedAtEachTimeOnPostgres product) : When_somebody_signs_out(product), IClassFixture<StampsLookedAtEachTimeOnPostgres>;

/// <summary>As if half a minute had passed between any two requests.</summary>
public abstract class StampsLookedAtEachTime(IStack stack) : RunningProduct(stack)
{
    protected override void Change(WebApplicationBuilder builder) =>
        builder.Services.PostConfigure<SecurityStampValidatorOptions>(options => options.ValidationInterval = TimeSpan.Zero);
}

public sealed class StampsLookedAtEachTimeOnSqlite() : StampsLookedAtEachTime(new EmbeddedStack());

public sealed class StampsLookedAtEachTimeOnPostgres() : StampsLookedAtEachTime(new ServerStack { Database = EmptyTables.OnPostgres() });
