using System.Net.Http.Json;
using System.Text.Json;
using WaaS.Logistics.Testbed;
using Xunit;

namespace WaaS.Logistics.IntegrationTests.Returns;

/// <summary>A running product with its people, spoken to over HTTP as a program of theirs would.</summary>
internal sealed class People(WaasProcess waas)
{
    public const string Pin = "7394";
    private const string Password = "correct horse battery staple";

    public static async Task<People> Hire(WaasProcess waas)
    {
        var people = new People(waas);
        var link = await waas.FirstRunLink();
        var token = System.Web.HttpUtility.ParseQueryString(link.Query)["token"];
        await people.Post("/first-run/api", new { token, name = "admin", displayName = "Ada Admin", password = Password });
        await people.SignIn("admin");
        foreach (var (name, role) in new[] { ("olga", "office"), ("rene", "receiving"), ("sven", "supervisor"), ("auri", "auditor") })
        {
            var person = await people.Post("/admin/api/people", new { name, displayName = $"{name} {role}", password = Password, roles = new[] { role } });
            await people.Put($"/admin/api/people/{person.GetProperty("id").GetGuid()}/badge", new { badge = (string?)null, pin = Pin });
        }
        return people;
    }

    public async Task SignIn(string name) => await Post("/login/api/password", new { name, password = Password });

    public async Task<JsonElement> Get(string path) => await Read(await waas.Http.GetAsync(path));

    public async Task<JsonElement> Post(string path, object body) => await Read(await waas.Http.PostAsJsonAsync(path, body));

    public Task<HttpResponseMessage> TryPost(string path, object body) => waas.Http.PostAsJsonAsync(path, body);

    public Task<HttpResponseMessage> TryImport(byte[] csv) => waas.Http.PostAsync("/contracts/api/imports", new ByteArrayContent(csv) { Headers = { ContentType = new("text/csv") } });

    private async Task Put(string path, object body) => await Read(await waas.Http.PutAsJsonAsync(path, body));

    public static async Task<JsonElement> Read(HttpResponseMessage response)
    {
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(response.IsSuccessStatusCode, $"{response.RequestMessage!.Method} {response.RequestMessage.RequestUri} gave {(int)response.StatusCode}: {text}");
        return JsonSerializer.Deserialize<JsonElement>(text);
    }
}
