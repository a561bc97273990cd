using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using WaaS.Logistics.Platform.Security.FirstRun;
using Xunit;

namespace WaaS.Logistics.BrowserTests.Journeys;

/// <summary>The people of a house, each with a sign-in, a badge and a PIN, made and spoken for over HTTP.</summary>
internal sealed class Crew(House house)
{
    public const string Password = "a long enough sentence";
    public const string Pin = "7394";

    private static readonly (string Name, string Shown, string[] Roles)[] Members =
    [
        ("olga", "Olga Office", ["office"]),
        ("rene", "Rene Receiving", ["receiving", "supervisor"]),
        ("otto", "Otto Operator", ["wipe-operator"]),
        ("vera", "Vera Verifier", ["verifier"]),
        ("rita", "Rita Releaser", ["releaser"]),
    ];

    private readonly Dictionary<string, HttpClient> _clients = [];

    public static async Task<Crew> Hire(House house)
    {
        var crew = new Crew(house);
        var link = (await house.Services.GetRequiredService<FirstRunLink>().Create())!;
        await Read(await crew.Client("admin").PostAsJsonAsync("/first-run/api", new { token = link.Split("token=")[1], name = "admin", displayName = "Ada Admin", password = Password }));
        foreach (var (name, shown, roles) in Members)
        {
            var person = await crew.Post("admin", "/admin/api/people", new { name, displayName = shown, password = Password, roles });
            await Read(await crew.Client("admin").PutAsJsonAsync($"/admin/api/people/{person.GetProperty("id").GetGuid()}/badge", new { badge = (string?)null, pin = Pin }));
        }
        foreach (var (name, _, _) in Members)
            await crew.Post(name, "/login/api/password", new { name, password = Password });
        return crew;
    }

    public async Task<JsonElement> Post(string person, string path, object body) => await Read(await Client(person).PostAsJsonAsync(path, body));

    public Task TryPost(string person, string path, object body) => Client(person).PostAsJsonAsync(path, body);

    public async Task Put(string person, string path, object body) => await Read(await Client(person).PutAsJsonAsync(path, body));

    public async Task<JsonElement> Get(string person, string path) => await Read(await Client(person).GetAsync(path));

    public async Task Import(string person, string csv) =>
        await Read(await Client(person).PostAsync("/contracts/api/imports", new ByteArrayContent(System.Text.Encoding.UTF8.GetBytes(csv)) { Headers = { ContentType = new("text/csv") } }));

    private HttpClient Client(string person)
    {
        if (!_clients.TryGetValue(person, out var client))
            _clients[person] = client = new HttpClient(new SocketsHttpHandler { CookieContainer = new CookieContainer() }) { BaseAddress = house.Address };
        return client;
    }

    private static async Task<JsonElement> Read(HttpResponseMessage response)
    {
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(response.IsSuccessStatusCode, $"{response.RequestMessage!.Method} {response.RequestMessage.RequestUri} gave {(int)response.StatusCode}: {text}");
        return text.Length == 0 ? default : JsonSerializer.Deserialize<JsonElement>(text);
    }
}
