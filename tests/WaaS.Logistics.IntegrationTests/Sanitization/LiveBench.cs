using System.Net.ServerSentEvents;
using System.Text.Json;
using WaaS.Logistics.IntegrationTests.Platform.Web;
using Xunit;

namespace WaaS.Logistics.IntegrationTests.Sanitization;

/// <summary>A screen that watches the bench, as a browser does: one long answer, read event by event.</summary>
internal sealed class LiveBench : IDisposable
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(30);
    private readonly HttpResponseMessage _answer;
    private readonly IAsyncEnumerator<SseItem<string>> _events;

    private LiveBench(HttpResponseMessage answer, Stream stream) =>
        (_answer, _events) = (answer, SseParser.Create(stream).EnumerateAsync().GetAsyncEnumerator());

    public string? LastId { get; private set; }

    public static async Task<LiveBench> Open(WebVisitor person, string? lastId = null)
    {
        var answer = await Ask(person, lastId);
        Assert.True(answer.IsSuccessStatusCode, $"{(int)answer.StatusCode}");
        Assert.Equal("text/event-stream", answer.Content.Headers.ContentType?.MediaType);
        return new LiveBench(answer, await answer.Content.ReadAsStreamAsync());
    }

    public static Task<HttpResponseMessage> Ask(WebVisitor person, string? lastId = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, "/wipe/events");
        request.Headers.Accept.ParseAdd("text/event-stream");
        if (lastId is not null)
            request.Headers.TryAddWithoutValidation("Last-Event-ID", lastId);
        return person.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
    }

    /// <returns>Null when the server has ended the stream.</returns>
    public async Task<SseItem<string>?> Next()
    {
        if (!await _events.MoveNextAsync().AsTask().WaitAsync(Soon))
            return null;
        if (_events.Current.EventId is { } id)
            LastId = id;
        return _events.Current;
    }

    /// <summary>Everything told until the end of one look; the parts by name.</summary>
    public async Task<Dictionary<string, string>> Look()
    {
        var parts = new Dictionary<string, string>();
        while (await Next() is { } told)
        {
            if (told.EventType == "now")
                return parts;
            if (told.EventType == "part")
            {
                var part = JsonSerializer.Deserialize<JsonElement>(told.Data);
                parts[part.GetProperty("part").GetString()!] = part.GetProperty("html").GetString()!;
            }
        }
        throw new InvalidOperationException("The stream ended in the middle of a look.");
    }

    /// <summary>The stations as they are told once they say so.</summary>
    public async Task<string> Until(Func<string, bool> told)
    {
        for (var looks = 0; looks < 20; looks++)
            if ((await Look()).TryGetValue("stations", out var stations) && told(stations))
                return stations;
        throw new TimeoutException("The stations never said so.");
    }

    public void Dispose() => _answer.Dispose();
}
