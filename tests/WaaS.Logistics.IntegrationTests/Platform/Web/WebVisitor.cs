using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace WaaS.Logistics.IntegrationTests.Platform.Web;

/// <summary>One browser without a screen: cookies of its own, no redirect followed, forms posted as the page offers them.</summary>
public sealed partial class WebVisitor : IDisposable
{
    private readonly SocketsHttpHandler _handler;

    public WebVisitor(Uri address, string language)
    {
        _handler = new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = true, CookieContainer = new CookieContainer() };
        Http = new HttpClient(_handler) { BaseAddress = address };
        Http.DefaultRequestHeaders.AcceptLanguage.ParseAdd(language);
    }

    public HttpClient Http { get; }

    public CookieCollection Cookies => _handler.CookieContainer.GetCookies(Http.BaseAddress!);

    /// <summary>Another browser that somebody has put the cookies of this one into.</summary>
    public WebVisitor Copy()
    {
        var copy = new WebVisitor(Http.BaseAddress!, "en");
        copy._handler.CookieContainer.Add(Cookies);
        return copy;
    }

    public Task<HttpResponseMessage> Get(string path) => Http.GetAsync(path);

    public async Task<string> Page(string path)
    {
        using var answer = await Http.GetAsync(path);
        answer.EnsureSuccessStatusCode();
        return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
    }

    /// <summary>Opens the page, takes its token, and posts the form to <paramref name="action"/>.</summary>
    public async Task<HttpResponseMessage> Submit(string page, string action, params (string Name, string Value)[] fields)
    {
        var token = await FormToken(page);
        return await Http.PostAsync(action, new FormUrlEncodedContent(fields.Append(("__RequestVerificationToken", token)).Select(f => KeyValuePair.Create(f.Item1, f.Item2))));
    }

    public async Task<string> FormToken(string page)
    {
        using var shown = await Http.GetAsync(page);
        var token = Token().Match(await shown.Content.ReadAsStringAsync());
        Assert.True(token.Success, $"{page} answered {(int)shown.StatusCode} and has no form.");
        return token.Groups[1].Value;
    }

    public Task<HttpResponseMessage> PostJson(string path, object body) => SendJson(HttpMethod.Post, path, body);

    public Task<HttpResponseMessage> SendJson(HttpMethod method, string path, object body) =>
        Http.SendAsync(new HttpRequestMessage(method, path) { Content = JsonContent.Create(body) });

    public async Task<T> Send<T>(HttpMethod method, string path, object body)
    {
        using var answer = await SendJson(method, path, body);
        Assert.True(answer.IsSuccessStatusCode, $"{method} {path} answered {(int)answer.StatusCode}: {await answer.Content.ReadAsStringAsync()}");
        return (await answer.Content.ReadFromJsonAsync<T>())!;
    }

    public async Task SignIn(string name, string password)
    {
        using var answer = await PostJson("/login/api/password", new { name, password });
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
    }

    public static async Task<JsonElement> Problem(HttpResponseMessage answer)
    {
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal((int)answer.StatusCode, problem.GetProperty("status").GetInt32());
        return problem;
    }

    public static async Task<string> Rule(HttpResponseMessage answer) => (await Problem(answer)).GetProperty("rule").GetString()!;

    public void Dispose()
    {
        Http.Dispose();
        _handler.Dispose();
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
