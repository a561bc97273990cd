using System.Net;
using WaaS.Logistics.IntegrationTests.Platform.Web;
using WaaS.Logistics.Testbed;

namespace WaaS.Logistics.IntegrationTests.Platform.Security;

public abstract class When_the_product_starts_for_the_first_time(IStack stack) : IAsyncLifetime
{
    private readonly TempFolder _folder = new();
    private WaasProcess? _waas;

    private WaasProcess Waas => _waas!;

    public async ValueTask InitializeAsync()
    {
        if (stack is IAsyncLifetime servers)
            await servers.InitializeAsync();
        _waas = await WaasProcess.Start(_folder.Path, stack);
    }

    public async ValueTask DisposeAsync()
    {
        if (_waas is not null)
            await _waas.DisposeAsync();
        if (stack is IAsyncLifetime servers)
            await servers.DisposeAsync();
        _folder.Dispose();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task It_prints_its_address_and_a_link_that_creates_the_admin_once()
    {
        var link = (await Waas.FirstRunLink()).PathAndQuery;
        Assert.Contains(Waas.Output, line => line.StartsWith("WaaS.Logistics is ready: " + Waas.Address.GetLeftPart(UriPartial.Authority), StringComparison.Ordinal));
        using var browser = new WebVisitor(Waas.Address, "en");
        Assert.Contains("Create the administrator", await browser.Page(link));

        using var shortPassword = await browser.Submit(link, "/first-run", Form(link, "too short"));
        Assert.Equal(HttpStatusCode.BadRequest, shortPassword.StatusCode);
        Assert.Contains("12 to 200 characters", await shortPassword.Content.ReadAsStringAsync());

        using var created = await browser.Submit(link, "/first-run", Form(link, "a long enough sentence"));
        Assert.Equal(HttpStatusCode.SeeOther, created.StatusCode);
        Assert.Contains("Ada Admin", await browser.Page("/admin/people"));

        using var second = new WebVisitor(Waas.Address, "en");
        Assert.Contains("not valid", await second.Page(link));
        using var again = await second.PostJson("/first-run/api", new { token = link.Split("token=")[1], name = "thief", displayName = "Thief", password = "a long enough sentence" });
        Assert.Equal(HttpStatusCode.Forbidden, again.StatusCode);
        Assert.Equal("first-run-link-invalid", await WebVisitor.Rule(again));
    }

    [Fact]
    public async Task An_unused_link_is_replaced_at_the_next_start_and_of_many_people_who_have_the_new_one_one_becomes_admin()
    {
        var first = (await Waas.FirstRunLink()).PathAndQuery;
        Assert.Equal(0, await Waas.StopAsync());
        await Waas.DisposeAsync();
        _waas = await WaasProcess.Start(_folder.Path, stack);
        var second = await Waas.FirstRunLink();
        Assert.NotEqual(first, second.PathAndQuery);
        using (var browser = new WebVisitor(Waas.Address, "de"))
        {
            Assert.Contains("gilt nicht (mehr)", await browser.Page(first));
            Assert.Contains("Administrator anlegen", await browser.Page(second.PathAndQuery));
        }

        var token = second.Query.Split("token=")[1];
        var tries = await Task.WhenAll(Enumerable.Range(0, 6).Select(async number =>
        {
            using var browser = new WebVisitor(Waas.Address, "en");
            using var answer = await browser.PostJson("/first-run/api", new { token, name = "admin" + number, displayName = "Admin " + number, password = "a long enough sentence" });
            return answer.StatusCode;
        }));
        Assert.Single(tries, HttpStatusCode.OK);
        Assert.Equal(5, tries.Count(status => status == HttpStatusCode.Forbidden));
    }

    private static (string, string)[] Form(string link, string password) =>
        [("token", link.Split("token=")[1]), ("name", "ada"), ("displayName", "Ada Admin"), ("password", password)];
}

public sealed class When_the_product_starts_for_the_first_time_on_sqlite() : When_the_product_starts_for_the_first_time(new EmbeddedStack());

public sealed class When_the_product_starts_for_the_first_time_on_postgres() : When_the_product_starts_for_the_first_time(new ServerStack());
