using System.Net.Http.Json;
using WaaS.Logistics.Testbed;

namespace WaaS.Logistics.IntegrationTests.Crash;

/// <summary>A person who works through the API: created by the first administrator, signed in, and still signed in after a crash.</summary>
internal static class ProgramVisitor
{
    public const string Password = "a long enough sentence";

    /// <summary>A browser that stays signed in while the program dies and comes back at the same address.</summary>
    public static HttpClient At(int port) => new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = true }) { BaseAddress = new Uri($"http://127.0.0.1:{port}") };

    public static async Task SetUp(WaasProcess waas, params string[] roles)
    {
        var token = System.Web.HttpUtility.ParseQueryString((await waas.FirstRunLink()).Query)["token"]!;
        await Post(waas.Http, "/first-run/api", new { token, name = "first", displayName = "First Admin", password = Password });
        await Post(waas.Http, "/login/api/password", new { name = "first", password = Password });
        await Post(waas.Http, "/admin/api/people", new { name = "worker", displayName = "Käthe Worker", password = Password, roles });
    }

    public static Task SignIn(HttpClient http) => Post(http, "/login/api/password", new { name = "worker", password = Password });

    private static async Task Post(HttpClient http, string path, object body)
    {
        using var answer = await http.PostAsJsonAsync(path, body);
        if (!answer.IsSuccessStatusCode)
            throw new InvalidOperationException($"POST {path}: {(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
    }
}
