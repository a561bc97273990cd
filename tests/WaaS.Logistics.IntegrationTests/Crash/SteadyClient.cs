using System.Net.Http.Json;
using System.Text.Json;

namespace WaaS.Logistics.IntegrationTests.Crash;

/// <summary>Asks until it is answered: what got no answer is sent again as it was, with the same opId, as a scanner's queue does.</summary>
internal sealed class SteadyClient(Uri address) : IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);
    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = true, ConnectTimeout = TimeSpan.FromSeconds(2) }) { BaseAddress = address, Timeout = TimeSpan.FromSeconds(30) };
    private int _open;
    private int _cut;
    private int _written;

    /// <summary>Writes answered so far.</summary>
    public int Written => Volatile.Read(ref _written);

    /// <summary>Requests under way at this moment.</summary>
    public int Open => Volatile.Read(ref _open);

    /// <summary>Requests that were under way when their connection died, since the last asking.</summary>
    public int TakeCut() => Interlocked.Exchange(ref _cut, 0);

    public async Task<JsonElement> Get(string path) => Read(await Answered(() => new HttpRequestMessage(HttpMethod.Get, path)));

    public async Task<JsonElement> Post(string path, object body) => Read(await Answered(() => new HttpRequestMessage(HttpMethod.Post, path) { Content = JsonContent.Create(body) }));

    public async Task<JsonElement> Put(string path, object body) => Read(await Answered(() => new HttpRequestMessage(HttpMethod.Put, path) { Content = JsonContent.Create(body) }));

    public async Task<JsonElement> PostCsv(string path, string csv) =>
        Read(await Answered(() => new HttpRequestMessage(HttpMethod.Post, path) { Content = new StringContent(csv, System.Text.Encoding.UTF8, "text/csv") }));

    /// <returns>Null when it was refused by that rule.</returns>
    public async Task<JsonElement?> PostUnless(string rule, string path, object body)
    {
        var (status, text) = await Answered(() => new HttpRequestMessage(HttpMethod.Post, path) { Content = JsonContent.Create(body) });
        return status == 409 && text.Contains($"\"{rule}\"", StringComparison.Ordinal) ? null : Read((status, text));
    }

    /// <summary>What follows by event follows soon; longer where a kill lies in between.</summary>
    public async Task<T> Until<T>(string what, Func<Task<T?>> look) where T : struct
    {
        var watch = System.Diagnostics.Stopwatch.StartNew();
        while (watch.Elapsed < TimeSpan.FromMinutes(4))
        {
            if (await look() is { } found)
                return found;
            await Task.Delay(Pause);
        }
        throw new TimeoutException($"Not within four minutes: {what}");
    }

    public void Dispose() => _http.Dispose();

    private async Task<(int Status, string Text)> Answered(Func<HttpRequestMessage> request)
    {
        var watch = System.Diagnostics.Stopwatch.StartNew();
        while (true)
        {
            Interlocked.Increment(ref _open);
            try
            {
                using var answer = await _http.SendAsync(request());
                var text = await answer.Content.ReadAsStringAsync();
                if (answer.IsSuccessStatusCode && answer.RequestMessage!.Method != HttpMethod.Get)
                    Interlocked.Increment(ref _written);
                if ((int)answer.StatusCode < 500 || watch.Elapsed > TimeSpan.FromMinutes(4))
                    return ((int)answer.StatusCode, $"{answer.RequestMessage!.Method} {answer.RequestMessage.RequestUri} {text}");
            }
            catch (Exception e) when (e is HttpRequestException or IOException or TaskCanceledException && watch.Elapsed < TimeSpan.FromMinutes(4))
            {
                if (e is not HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError })
                    Interlocked.Increment(ref _cut);
            }
            finally
            {
                Interlocked.Decrement(ref _open);
            }
            await Task.Delay(Pause);
        }
    }

    private static JsonElement Read((int Status, string Text) answer) => answer.Status is >= 200 and < 300
        ? JsonSerializer.Deserialize<JsonElement>(answer.Text[(answer.Text.IndexOf(' ', answer.Text.IndexOf(' ') + 1) + 1)..] is { Length: > 0 } body ? body : "null")
        : throw new InvalidOperationException($"{answer.Status}: {answer.Text}");
}
