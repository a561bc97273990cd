using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace WaaS.Logistics.Host.Demo.Cast;

/// <summary>Somebody who works with the product over HTTP, with a browser of their own: its cookies, a password and a PIN.</summary>
internal sealed partial class Person(Uri address, string name, string displayName, params string[] roles) : IDisposable
{
    private const string Letters = "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";
    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = true }) { BaseAddress = address, Timeout = TimeSpan.FromSeconds(60) };

    public string Name => name;

    public string DisplayName => displayName;

    public IReadOnlyList<string> Roles => roles;

    public string Password { get; } = RandomNumberGenerator.GetString(Letters, 20);

    /// <summary>Not all digits the same: such a PIN is refused.</summary>
    public string Pin { get; } = $"{RandomNumberGenerator.GetInt32(10)}{RandomNumberGenerator.GetString("0123456789", 4)}".Insert(2, "07");

    /// <summary>As printed on the badge; known once it was given.</summary>
    public string Badge { get; set; } = "";

    public Task SignIn() => SignInAs(this);

    /// <summary>Another person at this browser, as when an admin sets up a station.</summary>
    public async Task SignInAs(Person other) => await Post("/login/api/password", new { name = other.Name, password = other.Password });

    public async Task<JsonElement> Get(string path) => await Read(await Send(new HttpRequestMessage(HttpMethod.Get, path)));

    public async Task<JsonElement> Post(string path, object body) => await Read(await Send(Json(HttpMethod.Post, path, body)));

    public async Task<JsonElement> Put(string path, object body) => await Read(await Send(Json(HttpMethod.Put, path, body)));

    public async Task<JsonElement> PostFile(string path, byte[] file, string type) =>
        await Read(await Send(new HttpRequestMessage(HttpMethod.Post, path) { Content = new ByteArrayContent(file) { Headers = { ContentType = new(type) } } }));

    /// <summary>What the rules must refuse.</summary>
    /// <returns>The rule that said no; null when it was done.</returns>
    public async Task<string?> TryPost(string path, object body)
    {
        using var answer = await Send(Json(HttpMethod.Post, path, body));
        return answer.IsSuccessStatusCode ? null : RuleOf(answer, await answer.Content.ReadAsStringAsync());
    }

    /// <summary>Fills in a page's form, with the token that the page carries.</summary>
    public async Task SubmitForm(string path, params (string Field, string Value)[] fields)
    {
        using var page = await Send(new HttpRequestMessage(HttpMethod.Get, path));
        var token = Token().Match(await page.Content.ReadAsStringAsync()).Groups["token"].Value;
        var form = fields.Append(("__RequestVerificationToken", WebUtility.HtmlDecode(token))).ToDictionary(field => field.Item1, field => field.Item2);
        using var answer = await Send(new HttpRequestMessage(HttpMethod.Post, path) { Content = new FormUrlEncodedContent(form) });
        if (answer.StatusCode != HttpStatusCode.Found && answer.StatusCode != HttpStatusCode.SeeOther)
            throw new DemoFailedException($"{displayName} sent the form {path}: {(int)answer.StatusCode}");
    }

    public void Dispose() => _http.Dispose();

    private static HttpRequestMessage Json(HttpMethod method, string path, object body) => new(method, path) { Content = JsonContent.Create(body) };

    private async Task<HttpResponseMessage> Send(HttpRequestMessage request)
    {
        try
        {
            return await _http.SendAsync(request);
        }
        catch (Exception e) when (e is HttpRequestException or TaskCanceledException)
        {
            throw new DemoFailedException($"{displayName}: {request.Method} {request.RequestUri} got no answer: {e.Message}");
        }
    }

    private async Task<JsonElement> Read(HttpResponseMessage answer)
    {
        using (answer)
        {
            var text = await answer.Content.ReadAsStringAsync();
            if (!answer.IsSuccessStatusCode)
                throw new DemoFailedException($"{displayName}: {answer.RequestMessage!.Method} {answer.RequestMessage.RequestUri!.PathAndQuery} was refused, {RuleOf(answer, text)}: {text}");
            return text.Length == 0 ? default : JsonSerializer.Deserialize<JsonElement>(text);
        }
    }

    private static string RuleOf(HttpResponseMessage answer, string text)
    {
        try
        {
            return JsonSerializer.Deserialize<JsonElement>(text).TryGetProperty("rule", out var rule) ? rule.GetString()! : $"{(int)answer.StatusCode}";
        }
        catch (JsonException)
        {
            return $"{(int)answer.StatusCode}";
        }
    }

    [GeneratedRegex("""name="__RequestVerificationToken"[^>]*value="(?<token>[^"]+)""")]
    private static partial Regex Token();
}
