using System.Net;
using WaaS.Logistics.IntegrationTests.Platform.Web;
using WaaS.Logistics.Testbed;

namespace WaaS.Logistics.IntegrationTests.Platform.Security;

public abstract class When_the_product_starts_for_the_first_time(IStack stack) : IAsyncLifetime
{
    private const string Password = "a long enough sentence";
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
    public async Task It_prints_a_link_that_the_next_start_replaces_and_that_makes_one_of_many_people_admin_once()
    {
        var first = await Waas.FirstRunLink();
        Assert.Equal(Waas.Address.Authority, first.Authority);
        Assert.Contains(Waas.Output, line => line.StartsWith("WaaS.Logistics is ready: " + Waas.Address.GetLeftPart(UriPartial.Authority), StringComparison.Ordinal));
        var link = (await StartAgain()).PathAndQuery;
        Assert.NotEqual(first.PathAndQuery, link);
        using (var german = new WebVisitor(Waas.Address, "de"))
        {
            Assert.Contains("gilt nicht (mehr)", await german.Page(first.PathAndQuery));
            Assert.Contains("Administrator anlegen", await german.Page(link));
        }
        using var browser = new WebVisitor(Waas.Address, "en");
        Assert.Contains("Create the administrator", await browser.Page(link));
        using var shortPassword = await browser.Submit(link, "/first-run", Form(link, "ada", "too short"));
        Assert.Equal(HttpStatusCode.BadRequest, shortPassword.StatusCode);
        Assert.Contains("12 to 200 characters", await shortPassword.Content.ReadAsStringAsync());

        await OneOfMany(link);

        Assert.Contains("not valid", await browser.Page(link));
        using var again = await browser.PostJson("/first-run/api", new { token = Token(link), name = "thief", displayName = "Thief", password = Password });
        Assert.Equal(HttpStatusCode.Forbidden, again.StatusCode);
        Assert.Equal("first-run-link-invalid", await WebVisitor.Rule(again));
        Assert.Equal(0, await Waas.StopAsync());
    }

    private async Task<Uri> StartAgain()
    {
        await Waas.Kill9();
        await Assert.ThrowsAsync<HttpRequestException>(() => Waas.Http.GetAsync("/health/live"));
        await Waas.DisposeAsync();
        _waas = await WaasProcess.Start(_folder.Path, stack, Waas.Address.Port);
        return await Waas.FirstRunLink();
    }

    private async Task OneOfMany(string link)
    {
        var people = Enumerable.Range(0, 6).Select(_ => new WebVisitor(Waas.Address, "en")).ToList();
        try
        {
            var tokens = await Task.WhenAll(people.Select(person => person.FormToken(link)));
            var tries = await Task.WhenAll(people.Select(async (person, number) =>
            {
                using var answer = await person.Http.PostAsync("/first-run", new FormUrlEncodedContent(
                    Form(link, "admin" + number, Password).Append(("__RequestVerificationToken", tokens[number])).Select(field => KeyValuePair.Create(field.Item1, field.Item2))));
                return answer.StatusCode;
            }));
            Assert.Equal(5, tries.Count(status => status == HttpStatusCode.Forbidden));
            var winner = Array.IndexOf(tries, HttpStatusCode.SeeOther);
            Assert.True(winner >= 0, string.Join(", ", tries));
            Assert.Contains("Ada admin" + winner, await people[winner].Page("/admin/people"));
        }
        finally
        {
            people.ForEach(person => person.Dispose());
        }
    }

    private static string Token(string link) => link.Split("token=")[1];

    private static (string, string)[] Form(string link, string name, string password) =>
        [("token", Token(link)), ("name", name), ("displayName", "Ada " + name), ("password", password)];
}

public sealed class When_the_product_starts_for_the_first_time_on_sqlite() : When_the_product_starts_for_the_first_time(new EmbeddedStack());

public sealed class When_the_product_starts_for_the_first_time_on_postgres() : When_the_product_starts_for_the_first_time(new ServerStack());
