using System.Net;
using System.Text.Json;
using WaaS.Logistics.IntegrationTests.Platform.Web;
using WaaS.Logistics.Platform.Security;

namespace WaaS.Logistics.IntegrationTests.Platform.Security;

public abstract class When_a_badge_is_used(RunningProduct product) : IAsyncLifetime
{
    // Wrong tries are counted by address too: each test starts with a clean one.
    public async ValueTask InitializeAsync() => await product.ForgetTries();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Badge_and_pin_sign_in_with_the_persons_roles()
    {
        var badge = await Badge("rita", "2580", Roles.Receiving, Roles.Supervisor);
        using var browser = product.Browser();
        using var signedIn = await browser.PostJson("/login/api/badge", new { badge = badge.ToLowerInvariant(), pin = "2580" });
        Assert.Equal(HttpStatusCode.OK, signedIn.StatusCode);
        Assert.Contains("Person rita", await browser.Page("/account"));
        Assert.Contains("Failed messages", await browser.Page("/admin"));
    }

    [Fact]
    public async Task An_admin_signed_in_by_badge_is_no_admin()
    {
        var badge = await Badge("chief", "4711", Roles.Admin, Roles.Office);
        using var browser = product.Browser();
        using var signedIn = await browser.PostJson("/login/api/badge", new { badge, pin = "4711" });
        Assert.Equal(HttpStatusCode.OK, signedIn.StatusCode);
        using var page = await browser.Get("/admin/people");
        Assert.Equal(HttpStatusCode.Forbidden, page.StatusCode);
    }

    [Fact]
    public async Task After_five_wrong_pins_the_badge_is_locked_also_for_the_right_one_and_from_elsewhere()
    {
        var badge = await Badge("sven", "1357", Roles.Receiving);
        using var browser = product.Browser();
        for (var i = 0; i < 5; i++)
            Assert.Equal(HttpStatusCode.Unauthorized, await Try(browser, badge, "9999"));
        Assert.Equal(HttpStatusCode.TooManyRequests, await Try(browser, badge, "1357"));
        await product.ForgetTries("badge-from:");
        Assert.Equal(HttpStatusCode.TooManyRequests, await Try(product.Browser(), badge, "1357"));
    }

    [Fact]
    public async Task Five_wrong_badges_lock_the_address_but_not_an_enrolled_station_there()
    {
        var badge = await Badge("tina", "1593", Roles.Receiving);
        using var guesser = product.Browser();
        for (var i = 0; i < 5; i++)
            Assert.Equal(HttpStatusCode.Unauthorized, await Try(guesser, $"WL:badge:UNKNOWN{i}", "1234"));
        Assert.Equal(HttpStatusCode.TooManyRequests, await Try(product.Browser(), badge, "1593"));

        using var station = await product.SignedInAdmin();
        using var enrolled = await station.Submit("/admin/stations", "/admin/stations", ("name", "Dock " + Guid.NewGuid().ToString("N")[..6]), ("place", "Hall 1"));
        Assert.Equal(HttpStatusCode.SeeOther, enrolled.StatusCode);
        Assert.Equal(HttpStatusCode.OK, await Try(station, badge, "1593"));
    }

    [Fact]
    public async Task An_unknown_badge_and_a_wrong_pin_sound_the_same()
    {
        var badge = await Badge("uwe", "8642", Roles.Receiving);
        using var browser = product.Browser();
        using var wrong = await browser.PostJson("/login/api/badge", new { badge, pin = "1111" });
        using var unknown = await browser.PostJson("/login/api/badge", new { badge = "WL:badge:NOTKNOWN", pin = "1111" });
        Assert.Equal(Said(await WebVisitor.Problem(wrong)), Said(await WebVisitor.Problem(unknown)));
    }

    [Fact]
    public async Task Many_tries_at_the_same_moment_are_counted_one_by_one()
    {
        var badge = await Badge("vera", "7531", Roles.Receiving);
        var answers = await Task.WhenAll(Enumerable.Range(0, 12).Select(number => Try(product.Browser(), badge, $"{number:0000}")));
        Assert.True(answers.Count(status => status == HttpStatusCode.Unauthorized) <= 5, string.Join(", ", answers));
        Assert.DoesNotContain(HttpStatusCode.OK, answers);
        Assert.Equal(HttpStatusCode.TooManyRequests, await Try(product.Browser(), badge, "7531"));
    }

    [Fact]
    public async Task One_badge_belongs_to_one_person()
    {
        var badge = await Badge("willi", "2468", Roles.Receiving);
        var other = await product.Person("xenia", Roles.Receiving);
        using var admin = await product.SignedInAdmin();
        using var answer = await admin.SendJson(HttpMethod.Put, $"/admin/api/people/{other}/badge", new { badge, pin = "1234" });
        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Equal("badge-taken", await WebVisitor.Rule(answer));
    }

    [Theory]
    [InlineData("123")]
    [InlineData("12a4")]
    [InlineData("0000")]
    [InlineData("")]
    public async Task A_pin_that_is_none_is_refused(string pin)
    {
        var person = await product.Person("y" + Guid.NewGuid().ToString("N")[..8], Roles.Receiving);
        using var admin = await product.SignedInAdmin();
        using var answer = await admin.SendJson(HttpMethod.Put, $"/admin/api/people/{person}/badge", new { badge = (string?)null, pin });
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal("pin", (await WebVisitor.Problem(answer)).GetProperty("field").GetString());
    }

    private async Task<string> Badge(string name, string pin, params string[] roles)
    {
        var person = await product.Person(name, roles);
        using var admin = await product.SignedInAdmin();
        return (await admin.Send<JsonElement>(HttpMethod.Put, $"/admin/api/people/{person}/badge", new { badge = (string?)null, pin })).GetProperty("badge").GetString()!;
    }

    private static async Task<HttpStatusCode> Try(WebVisitor browser, string badge, string pin)
    {
        using var answer = await browser.PostJson("/login/api/badge", new { badge, pin });
        return answer.StatusCode;
    }

    private static string Said(JsonElement problem) => problem.GetProperty("rule") + " " + problem.GetProperty("detail");
}

public sealed class When_a_badge_is_used_on_sqlite(ProductOnSqlite product) : When_a_badge_is_used(product), IClassFixture<ProductOnSqlite>;

public sealed class When_a_badge_is_used_on_postgres(ProductOnPostgres product) : When_a_badge_is_used(product), IClassFixture<ProductOnPostgres>;
