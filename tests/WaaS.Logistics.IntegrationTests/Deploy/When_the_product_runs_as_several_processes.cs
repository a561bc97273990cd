using System.Net;
using System.Net.Http.Json;
using System.Text.RegularExpressions;
using System.Web;

namespace WaaS.Logistics.IntegrationTests.Deploy;

public class When_the_product_runs_as_several_processes(SplitProduct product) : IClassFixture<SplitProduct>
{
    [Fact]
    public async Task One_sign_in_through_the_proxy_serves_them_all_and_each_answers_its_own_service_alone()
    {
        // Whichever process printed it: the link is good through the proxy.
        var link = await product.Processes["returns"].FirstRunLink();
        var cookie = await CreateAdmin(HttpUtility.ParseQueryString(link.Query)["token"]!);

        foreach (var (container, process) in product.Processes)
        {
            Assert.Equal((container, HttpStatusCode.Redirect), (container, await Get(process.Http, "/account", null)));
            Assert.Equal((container, HttpStatusCode.OK), (container, await Get(process.Http, "/account", cookie)));
            var orders = container == "returns" ? HttpStatusCode.OK : HttpStatusCode.NotFound;
            Assert.Equal((container, orders), (container, await Get(process.Http, "/returns/api/orders", cookie)));
        }
        Assert.Equal(HttpStatusCode.OK, await Get(product.Http, "/returns/api/orders", null));
        Assert.Equal(HttpStatusCode.OK, await Get(product.Http, "/admin/people", null));
        await HearTheBench(cookie);
        await SignOut();
        foreach (var (container, process) in product.Processes)
            Assert.Equal((container, HttpStatusCode.Redirect), (container, await Get(process.Http, "/account", cookie)));
    }

    private async Task<string> CreateAdmin(string token)
    {
        using var created = await product.Http.PostAsJsonAsync("/first-run/api", new { token, name = "anna", displayName = "Anna Admin", password = "correct horse battery" });
        Assert.True(created.IsSuccessStatusCode, $"{created.StatusCode}: {await created.Content.ReadAsStringAsync()}");
        return string.Join("; ", created.Headers.GetValues("Set-Cookie").Select(set => set.Split(';')[0]));
    }

    private async Task SignOut()
    {
        var page = await product.Http.GetStringAsync("/account");
        var token = Regex.Match(page, "name=\"__RequestVerificationToken\" value=\"([^\"]+)\"").Groups[1].Value;
        using var answer = await product.Http.PostAsync("/logout", new FormUrlEncodedContent([KeyValuePair.Create("__RequestVerificationToken", token)]));
        Assert.True((int)answer.StatusCode < 400, $"{answer.StatusCode}: {await answer.Content.ReadAsStringAsync()}");
    }

    // What the proxy kept back until the answer is whole would never come: it has no end.
    private async Task HearTheBench(string cookie)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/wipe/events");
        request.Headers.Add("Cookie", cookie);
        request.Headers.AcceptEncoding.ParseAdd("gzip, zstd");
        using var answer = await product.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        using var stream = new StreamReader(await answer.Content.ReadAsStreamAsync());
        for (var line = ""; line != "event: now"; line = await stream.ReadLineAsync().WaitAsync(TimeSpan.FromSeconds(30)))
            Assert.NotNull(line);
    }

    private static async Task<HttpStatusCode> Get(HttpClient http, string path, string? cookie)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (cookie is not null)
            request.Headers.Add("Cookie", cookie);
        using var response = await http.SendAsync(request);
        return response.StatusCode;
    }
}
