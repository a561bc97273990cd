using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using WaaS.Logistics.Proof.Signing;
using WaaS.Logistics.Proof.StationContract;
using WaaS.Logistics.Station.CommandLine;

namespace WaaS.Logistics.Station.Server;

/// <summary>The contract with the server over HTTP. Every request is signed anew, retries too: a nonce counts once.</summary>
internal sealed class ServerClient : IDisposable
{
    private const int Tries = 4;
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(200);
    private readonly HttpClient _http;
    private readonly SigningKey? _key;
    private readonly TimeProvider _clock;
    private readonly LineWords _words;

    /// <param name="server">Its address.</param>
    /// <param name="key">The station's key; null only to enroll.</param>
    /// <param name="clock">Time.</param>
    /// <param name="language">What the server is asked to answer in.</param>
    public ServerClient(Uri server, SigningKey? key, TimeProvider clock, Language language)
    {
        (_key, _clock, _words) = (key, clock, new LineWords(language));
        string address = server.AbsoluteUri;
        _http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, ConnectTimeout = TimeSpan.FromSeconds(5) })
        {
            BaseAddress = new Uri(address.EndsWith('/') ? address : address + "/"),
            Timeout = TimeSpan.FromSeconds(30),
        };
        _http.DefaultRequestHeaders.AcceptLanguage.ParseAdd(language.Tag());
    }

    public Task<EnrollReply> EnrollAsync(EnrollRequest request, CancellationToken cancellation) =>
        SendAsync(HttpMethod.Post, "wipe/api/stations/enroll", request, StationJson.Default.EnrollRequest, StationJson.Default.EnrollReply, cancellation);

    public Task<StationReportReply> ReportAsync(StationReport report, CancellationToken cancellation) =>
        SendAsync(HttpMethod.Post, "wipe/api/stations/bays", report, StationJson.Default.StationReport, StationJson.Default.StationReportReply, cancellation);

    public Task<Job> ClaimAsync(ClaimJobRequest request, CancellationToken cancellation) =>
        SendAsync(HttpMethod.Post, "wipe/api/jobs/claim", request, StationJson.Default.ClaimJobRequest, StationJson.Default.Job, cancellation);

    public Task<JobPlan> PlanAsync(ClaimJobRequest request, CancellationToken cancellation) =>
        SendAsync(HttpMethod.Post, "wipe/api/jobs/plan", request, StationJson.Default.ClaimJobRequest, StationJson.Default.JobPlan, cancellation);

    public Task<CutOffErase> AskCutOffAsync(CutOffRequest request, CancellationToken cancellation) =>
        SendAsync(HttpMethod.Post, "wipe/api/carriers/cut-off", request, StationJson.Default.CutOffRequest, StationJson.Default.CutOffErase, cancellation);

    public Task<HoldCheckReply> AskHoldAsync(Guid jobId, CancellationToken cancellation) =>
        SendAsync<object, HoldCheckReply>(HttpMethod.Get, $"wipe/api/jobs/{jobId}/hold", null, null, StationJson.Default.HoldCheckReply, cancellation);

    public Task<HeartbeatReply> BeatAsync(Guid jobId, HeartbeatRequest request, CancellationToken cancellation) =>
        SendAsync(HttpMethod.Post, $"wipe/api/jobs/{jobId}/heartbeat", request, StationJson.Default.HeartbeatRequest, StationJson.Default.HeartbeatReply, cancellation);

    public Task<StepReply> SendStepsAsync(Guid jobId, StepSubmission request, CancellationToken cancellation) =>
        SendAsync(HttpMethod.Post, $"wipe/api/jobs/{jobId}/steps", request, StationJson.Default.StepSubmission, StationJson.Default.StepReply, cancellation);

    public Task<SeedReply> AskSeedAsync(Guid jobId, CancellationToken cancellation) =>
        SendAsync<object, SeedReply>(HttpMethod.Get, $"wipe/api/jobs/{jobId}/seed", null, null, StationJson.Default.SeedReply, cancellation);

    public Task<EvidenceReply> SendEvidenceAsync(Guid jobId, EvidenceSubmission request, CancellationToken cancellation) =>
        SendAsync(HttpMethod.Post, $"wipe/api/jobs/{jobId}/evidence", request, StationJson.Default.EvidenceSubmission, StationJson.Default.EvidenceReply, cancellation);

    public Task<BootEnrollReply> EnrollBootAsync(BootEnrollRequest request, CancellationToken cancellation) =>
        SendAsync(HttpMethod.Post, "wipe/api/in-device/enroll", request, StationJson.Default.BootEnrollRequest, StationJson.Default.BootEnrollReply, cancellation);

    public Task<OwnJob> ClaimOwnAsync(OwnJobRequest request, CancellationToken cancellation) =>
        SendAsync(HttpMethod.Post, "wipe/api/in-device/claim", request, StationJson.Default.OwnJobRequest, StationJson.Default.OwnJob, cancellation);

    public Task<RunJournal> ReadJournalAsync(Guid jobId, CancellationToken cancellation) =>
        SendAsync<object, RunJournal>(HttpMethod.Get, $"wipe/api/jobs/{jobId}/journal", null, null, StationJson.Default.RunJournal, cancellation);

    public Task<RunJournalReply> KeepJournalAsync(Guid jobId, RunJournal journal, CancellationToken cancellation) =>
        SendAsync(HttpMethod.Post, $"wipe/api/jobs/{jobId}/journal", journal, StationJson.Default.RunJournal, StationJson.Default.RunJournalReply, cancellation);

    public void Dispose() => _http.Dispose();

    private async Task<TReply> SendAsync<TRequest, TReply>(
        HttpMethod method, string path, TRequest? request, JsonTypeInfo<TRequest>? requestType, JsonTypeInfo<TReply> replyType, CancellationToken cancellation)
    {
        byte[] body = requestType is null ? [] : JsonSerializer.SerializeToUtf8Bytes(request!, requestType);
        for (int attempt = 1; ; attempt++)
        {
            try
            {
                byte[] reply = await SendOnceAsync(method, path, body, cancellation).ConfigureAwait(false);
                return JsonSerializer.Deserialize(reply, replyType)
                    ?? throw new ServerUnreachableException(_words.Empty(path));
            }
            catch (JsonException wrong)
            {
                throw new ServerUnreachableException(_words.NotOfContract(path, wrong.Message), wrong);
            }
            catch (ServerUnreachableException) when (attempt < Tries)
            {
                await Task.Delay(FirstPause * Math.Pow(2, attempt - 1), _clock, cancellation).ConfigureAwait(false);
            }
        }
    }

    private async Task<byte[]> SendOnceAsync(HttpMethod method, string path, byte[] body, CancellationToken cancellation)
    {
        var address = new Uri(_http.BaseAddress!, path);
        using var message = new HttpRequestMessage(method, address);
        if (body.Length > 0)
        {
            message.Content = new ByteArrayContent(body);
            message.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        }

        if (_key is not null)
        {
            string signature = StationRequestSignature.Create(_key, method.Method, address.PathAndQuery, body, _clock.GetUtcNow());
            message.Headers.TryAddWithoutValidation("Authorization", signature);
        }

        try
        {
            using HttpResponseMessage response = await _http.SendAsync(message, cancellation).ConfigureAwait(false);
            byte[] reply = await response.Content.ReadAsByteArrayAsync(cancellation).ConfigureAwait(false);
            return response.IsSuccessStatusCode ? reply
                : IsPassing(response.StatusCode) ? throw new ServerUnreachableException(_words.Answered(address, (int)response.StatusCode))
                : throw Problem.Read((int)response.StatusCode, reply, _words);
        }
        catch (HttpRequestException failed)
        {
            throw new ServerUnreachableException(_words.CannotBeReached(address, failed.Message), failed);
        }
        catch (TaskCanceledException slow) when (!cancellation.IsCancellationRequested)
        {
            throw new ServerUnreachableException(_words.TooSlow(address), slow);
        }
    }

    private static bool IsPassing(HttpStatusCode status) =>
        (int)status >= 500 || status is HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests;
}
