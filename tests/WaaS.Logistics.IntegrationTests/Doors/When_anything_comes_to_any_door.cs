using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using WaaS.Logistics.IntegrationTests.Platform.Web;
using WaaS.Logistics.Platform.Security;

namespace WaaS.Logistics.IntegrationTests.Doors;

/// <summary>Every route there is, so that a new one is asked the same questions from its first day.</summary>
public abstract class When_anything_comes_to_any_door(RunningProduct product)
{
    private static readonly Guid Nobodys = Guid.Parse("0193d1f0-0000-7000-8000-000000000000");

    private static readonly (string Name, string Type, byte[] Body)[] Garbage =
    [
        ("nothing", "application/json", []),
        ("null", "application/json", "null"u8.ToArray()),
        ("a list", "application/json", "[]"u8.ToArray()),
        ("an empty object", "application/json", "{}"u8.ToArray()),
        ("half of it", "application/json", "{\"opId\":\"0193d1f0-0000-7"u8.ToArray()),
        ("an id that is none", "application/json", "{\"opId\":\"; DROP TABLE people\"}"u8.ToArray()),
        ("numbers for words", "application/json", Encoding.UTF8.GetBytes($"{{\"opId\":\"{Nobodys}\",\"reason\":7,\"serial\":[1],\"payload\":{{}},\"customer\":1e400,\"number\":true,\"place\":{{}},\"name\":[],\"buyer\":1,\"unit\":2,\"bin\":3}}")),
        ("broken letters", "application/json", [0x7b, 0x22, 0xff, 0xfe, 0xc0, 0x22, 0x3a, 0x00, 0x7d]),
        ("depth without end", "application/json", Encoding.UTF8.GetBytes(new string('[', 20_000))),
        ("NUL in words", "application/json", Encoding.UTF8.GetBytes($"{{\"opId\":\"{Nobodys}\",\"reason\":\"a\\u0000b\",\"payload\":\"\\u0000\",\"serial\":\"\\u0000\",\"customer\":\"\\u0000\",\"buyer\":\"\\u0000\",\"unit\":\"\\u0000\",\"bin\":\"\\u0000\",\"place\":\"\\u0000\",\"pin\":\"\\u0000\"}}")),
        ("plain text", "text/plain", "hello"u8.ToArray()),
        ("ten megabytes", "application/json", Encoding.UTF8.GetBytes($"{{\"opId\":\"{Nobodys}\",\"payload\":\"{new string('A', 10_000_000)}\"}}")),
    ];

    private static readonly string[] HostileValues =
        ["..%2F..%2Fetc%2Fpasswd", "%00", "%27%3B%20DROP%20TABLE%20people%3B--", "%3Cscript%3Ealert(1)%3C%2Fscript%3E", new('A', 4_000), "%F0%9F%92%BE%E2%80%AE", "%25s%25n{0}", "-1", "9999999999999999999"];

    [Fact]
    public void Every_door_says_who_may_come_in() =>
        Assert.DoesNotContain(Doors(), door => !door.IsOpen && door.Roles.Count == 0);

    [Fact]
    public async Task A_stranger_comes_through_no_guarded_door()
    {
        using var stranger = product.Browser();
        var wrong = new List<string>();
        foreach (var door in Doors().Where(door => !door.IsOpen))
        {
            using var answer = await Knock(stranger, door);
            var led = answer.StatusCode == HttpStatusCode.Redirect && answer.Headers.Location!.OriginalString.Contains("/login", StringComparison.Ordinal);
            if (answer.StatusCode != HttpStatusCode.Unauthorized && !led)
                wrong.Add($"{door}: {(int)answer.StatusCode}");
        }
        Assert.Empty(wrong);
    }

    [Fact]
    public async Task Nobody_comes_through_a_door_of_another_role()
    {
        var wrong = new List<string>();
        var tried = 0;
        foreach (var role in Roles.All)
        {
            using var person = await product.SignedIn($"{role}-{Guid.NewGuid():N}"[..20], role);
            var token = await person.FormToken("/account");
            foreach (var door in Doors().Where(door => door.Roles.Count > 0 && !door.IsForStations))
            {
                using var answer = await Knock(person, door, token);
                tried++;
                var allowed = door.Roles.Contains(role);
                if (allowed == (answer.StatusCode == HttpStatusCode.Forbidden && await NotAllowed(answer)) || answer.StatusCode == HttpStatusCode.Unauthorized || (int)answer.StatusCode >= 500)
                    wrong.Add($"{role}, {(allowed ? "allowed" : "not allowed")}, {door}: {(int)answer.StatusCode}");
            }
        }
        Assert.Empty(wrong);
        Assert.True(tried > 500, $"only {tried} doors were tried");
    }

    [Fact]
    public async Task Garbage_is_refused_with_a_sentence_and_changes_nothing()
    {
        using var everybody = await product.SignedIn($"all-{Guid.NewGuid():N}"[..20], [.. Roles.All]);
        var before = await Written();
        var wrong = new List<string>();
        foreach (var door in Doors().Where(door => door.IsApi && door.Takes is not null && !door.IsForStations && door.Method != "GET" && !door.Pattern.StartsWith("/login", StringComparison.Ordinal)))
            foreach (var (name, type, body) in Garbage)
            {
                using var request = new HttpRequestMessage(new HttpMethod(door.Method), door.Address()) { Content = new ByteArrayContent(body) };
                request.Content.Headers.ContentType = new MediaTypeHeaderValue(type);
                if (await Refusal(everybody, request) is { } fault)
                    wrong.Add($"{door} with {name}: {fault}");
            }
        Assert.Empty(wrong);
        Assert.Equal(before, await Written());
    }

    [Fact]
    public async Task Hostile_addresses_and_questions_find_nothing_and_break_nothing()
    {
        using var everybody = await product.SignedIn($"ask-{Guid.NewGuid():N}"[..20], [.. Roles.All]);
        var wrong = new List<string>();
        foreach (var door in Doors().Where(door => door.Method == "GET" && !door.IsForStations && !door.Pattern.StartsWith("/health", StringComparison.Ordinal)))
            foreach (var value in HostileValues)
            {
                using var answer = await everybody.Http.GetAsync($"{door.Address(value)}?q={value}&skip={value}&state={value}&id={value}&lang={value}&from={value}&customer={value}&contract={value}&order={value}", HttpCompletionOption.ResponseHeadersRead);
                // A stream of events never ends; what it is made of is the page's own parts.
                var page = answer.Content.Headers.ContentType?.MediaType == "text/event-stream" ? "" : await answer.Content.ReadAsStringAsync();
                if ((int)answer.StatusCode >= 500 || answer.Content.Headers.ContentType?.MediaType == "text/html" && page.Contains("<script>alert(1)", StringComparison.Ordinal))
                    wrong.Add($"{door} with {value[..Math.Min(value.Length, 30)]}: {(int)answer.StatusCode}");
            }
        Assert.Empty(wrong);
    }

    private IReadOnlyList<Door> Doors() => Door.All(product.Services);

    private static async Task<HttpResponseMessage> Knock(WebVisitor visitor, Door door, string? token = null)
    {
        using var request = new HttpRequestMessage(new HttpMethod(door.Method), door.Address());
        if (door.Method != "GET")
            request.Content = door.Takes switch
            {
                "application/x-www-form-urlencoded" or "multipart/form-data" => new FormUrlEncodedContent([new("__RequestVerificationToken", token ?? "")]),
                { } type => new StringContent("{}", Encoding.UTF8, type),
                null => null,
            };
        return await visitor.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
    }

    // A rule of the business may forbid too; only the roles' refusal is meant here.
    private static async Task<bool> NotAllowed(HttpResponseMessage answer) =>
        answer.Content.Headers.ContentType?.MediaType != "application/problem+json" || await WebVisitor.Rule(answer) == "not-allowed";

    /// <returns>What is wrong with the refusal; null where it is as it should be.</returns>
    private static async Task<string?> Refusal(WebVisitor visitor, HttpRequestMessage request)
    {
        using var answer = await visitor.Http.SendAsync(request);
        var text = await answer.Content.ReadAsStringAsync();
        if ((int)answer.StatusCode is < 400 or >= 500)
            return $"{(int)answer.StatusCode} {text[..Math.Min(text.Length, 200)]}";
        if (answer.Content.Headers.ContentType?.MediaType != "application/problem+json")
            return $"{(int)answer.StatusCode} without problem details";
        var problem = JsonSerializer.Deserialize<JsonElement>(text);
        return problem.TryGetProperty("detail", out var detail) && detail.GetString() is { Length: > 10 } && problem.TryGetProperty("rule", out _) ? null : $"{(int)answer.StatusCode} without a sentence or a rule: {text}";
    }

    private Task<int> Written() => product.Read(db => db.Audit.CountAsync());
}

public sealed class When_anything_comes_to_any_door_on_sqlite(ProductOnSqlite product) : When_anything_comes_to_any_door(product), IClassFixture<ProductOnSqlite>;

public sealed class When_anything_comes_to_any_door_on_postgres(ProductOnPostgres product) : When_anything_comes_to_any_door(product), IClassFixture<ProductOnPostgres>;
