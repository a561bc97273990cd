using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using WaaS.Logistics.Proof.Evidence;
using WaaS.Logistics.Proof.Records;
using WaaS.Logistics.Proof.Signing;
using WaaS.Logistics.Proof.StationContract;

namespace WaaS.Logistics.Tests.Station;

/// <summary>The other side of the station's contract, over real HTTP: it checks every signature and chain, and judges evidence by the real rules.</summary>
internal sealed partial class TestServer : IAsyncDisposable
{
    public const string Code = "ONE-TIME";
    private readonly Lock _lock = new();
    private readonly HashSet<string> _nonces = [];
    private WebApplication? _app;
    private VerifyingKey? _key;
    private Guid _claimOp;
    private DateTimeOffset _claimedAt;
    private int _port;

    public Guid StationId { get; } = Guid.CreateVersion7();

    public Uri Address => new($"http://127.0.0.1:{_port}");

    /// <summary>The one job there is.</summary>
    public Job? Job { get; set; }

    /// <summary>A new job, when the one before is done with.</summary>
    public void HandOut(Job job)
    {
        (Job, _claimOp, _claimedAt) = (job, default, default);
        Steps.Clear();
        (_before, _journal) = (0, null);
        Journals.Clear();
    }

    public string? Hold { get; set; }

    public bool Stop { get; set; }

    /// <summary>Why it says stop.</summary>
    public string? StopReason { get; set; }

    /// <summary>What it knows of an erase that another station began; null for nothing.</summary>
    public CutOffErase? CutOff { get; set; }

    /// <summary>Takes in what comes and then fails to answer, so many times.</summary>
    public int LostReplies { get; set; }

    /// <summary>Answers every signed question with this, and 200: a proxy's page, a half answer.</summary>
    public string? Garbage { get; set; }

    /// <summary>Answers the last question before the first write with this.</summary>
    public string? HoldReply { get; set; }

    public List<StepRecord> Steps { get; } = [];

    public List<EvidenceReading> Evidence { get; } = [];

    public List<Verdict> Judgements { get; } = [];

    public ConcurrentQueue<HeartbeatRequest> Beats { get; } = [];

    public ConcurrentQueue<StationReport> Bays { get; } = [];

    public ConcurrentQueue<string> Asked { get; } = [];

    /// <summary>What it was asked to answer in.</summary>
    public ConcurrentQueue<string> Languages { get; } = [];

    /// <summary>Anything the station did that it must not do.</summary>
    public ConcurrentQueue<string> Complaints { get; } = [];

    public Func<Task>? OnHold { get; set; }

    public async Task<TestServer> StartAsync()
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrel().UseUrls($"http://127.0.0.1:{_port}");
        WebApplication app = builder.Build();
        app.MapPost("/wipe/api/stations/enroll", Enroll);
        app.MapPost("/wipe/api/stations/bays", context => Signed(context, TakeBays));
        app.MapPost("/wipe/api/jobs/claim", context => Signed(context, Claim));
        app.MapPost("/wipe/api/jobs/plan", context => Signed(context, Plan));
        app.MapPost("/wipe/api/carriers/cut-off", context => Signed(context, AskCutOff));
        app.MapGet("/wipe/api/jobs/{id}/hold", context => Signed(context, AskHold));
        app.MapPost("/wipe/api/jobs/{id}/heartbeat", context => Signed(context, Beat));
        app.MapPost("/wipe/api/jobs/{id}/steps", context => Signed(context, TakeSteps));
        app.MapGet("/wipe/api/jobs/{id}/seed", context => Signed(context, GiveSeed));
        app.MapPost("/wipe/api/jobs/{id}/evidence", context => Signed(context, TakeEvidence));
        MapInDevice(app);
        await app.StartAsync();
        _app = app;
        _port = new Uri(app.Urls.Single()).Port;
        return this;
    }

    /// <summary>Stops listening; the address stays the same for the next start.</summary>
    public async Task GoAwayAsync()
    {
        if (_app is { } app)
        {
            _app = null;
            await app.StopAsync(new CancellationToken(canceled: true));
            await app.DisposeAsync();
        }
    }

    public async ValueTask DisposeAsync() => await GoAwayAsync();

    private async Task Enroll(HttpContext context)
    {
        EnrollRequest request = (await JsonSerializer.DeserializeAsync(context.Request.Body, StationJson.Default.EnrollRequest))!;
        if (request.Code != Code)
        {
            await Refuse(context, 403, "code-unknown", "This code is not known. Ask an admin for a new one.");
            return;
        }

        _key = VerifyingKey.FromPem(request.PublicKeyPem);
        await Reply(context, new EnrollReply { StationId = StationId, ServerTime = TimeProvider.System.GetUtcNow() }, StationJson.Default.EnrollReply);
    }

    private async Task Signed(HttpContext context, Func<HttpContext, byte[], Task> handle)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        Asked.Enqueue($"{context.Request.Method} {context.Request.Path}");
        Languages.Enqueue(context.Request.Headers.AcceptLanguage.ToString());
        SignatureVerdict verdict = StationRequestSignature.Verify(
            context.Request.Headers.Authorization, context.Request.Method, context.Request.Path + context.Request.QueryString,
            body.ToArray(), TimeProvider.System.GetUtcNow(), id => _key?.KeyId == id ? _key : null);
        lock (_lock)
        {
            if (!verdict.Genuine || !_nonces.Add(verdict.Nonce!))
            {
                Complaints.Enqueue($"{context.Request.Path}: {verdict.Refusal}");
            }
        }

        if (!verdict.Genuine)
        {
            await Refuse(context, 401, "signature", verdict.Refusal.ToString());
            return;
        }

        if (Garbage is { } garbage)
        {
            await context.Response.WriteAsync(garbage);
            return;
        }

        await handle(context, body.ToArray());
    }

    private async Task Claim(HttpContext context, byte[] body)
    {
        ClaimJobRequest request = JsonSerializer.Deserialize(body, StationJson.Default.ClaimJobRequest)!;
        if (Job is not { } job)
        {
            await Refuse(context, 409, "no-such-job", "There is no wipe order for this carrier.");
            return;
        }

        if (_claimOp != Guid.Empty && _claimOp != request.OpId)
        {
            await Refuse(context, 409, "nothing-open", "The job is handed out already.");
            return;
        }

        (_claimOp, _claimedAt) = (request.OpId, _claimedAt == default ? TimeProvider.System.GetUtcNow() : _claimedAt);
        await Reply(context, job with { LeaseUntil = TimeProvider.System.GetUtcNow().AddSeconds(3) }, StationJson.Default.Job);
    }

    // Held is asked of the order; what speaks against an order is the product's own business and tested there.
    private async Task Plan(HttpContext context, byte[] body)
    {
        ClaimJobRequest request = JsonSerializer.Deserialize(body, StationJson.Default.ClaimJobRequest)!;
        bool mine = _claimOp == request.OpId;
        if (Job is not { } job || Hold is not null || (_claimOp != Guid.Empty && !mine))
        {
            await Refuse(context, 409, Job is null ? "no-such-job" : Hold is null ? "nothing-open" : "hold", Job is null ? "There is no wipe order for this carrier." : Hold ?? "The job is handed out already.");
            return;
        }

        await Reply(context, new JobPlan { Job = mine ? job : job with { JobId = Guid.Empty }, HandedOut = mine }, StationJson.Default.JobPlan);
    }

    private async Task AskHold(HttpContext context, byte[] body)
    {
        await (OnHold?.Invoke() ?? Task.CompletedTask);
        if (HoldReply is { } said)
        {
            await context.Response.WriteAsync(said);
            return;
        }

        await Reply(context, new HoldCheckReply { Clear = Hold is null, Reason = Hold }, StationJson.Default.HoldCheckReply);
    }

    private Task AskCutOff(HttpContext context, byte[] body) => CutOff is { } erase && JsonSerializer.Deserialize(body, StationJson.Default.CutOffRequest)!.CarrierSerial == Job?.CarrierSerial
        ? Reply(context, erase, StationJson.Default.CutOffErase)
        : Refuse(context, 404, "not-found", "There is no erase that was cut off.");

    private async Task Beat(HttpContext context, byte[] body)
    {
        Beats.Enqueue(JsonSerializer.Deserialize(body, StationJson.Default.HeartbeatRequest)!);
        await Reply(context, new HeartbeatReply { LeaseUntil = TimeProvider.System.GetUtcNow().AddSeconds(3), Stop = Stop, Reason = Stop ? StopReason : null }, StationJson.Default.HeartbeatReply);
    }

    private async Task TakeBays(HttpContext context, byte[] body)
    {
        Bays.Enqueue(JsonSerializer.Deserialize(body, StationJson.Default.StationReport)!);
        await Reply(context, new StationReportReply { ServerTime = TimeProvider.System.GetUtcNow(), SilentAfterSeconds = 30 }, StationJson.Default.StationReportReply);
    }

    private async Task Reply<T>(HttpContext context, T reply, System.Text.Json.Serialization.Metadata.JsonTypeInfo<T> type)
    {
        lock (_lock)
        {
            if (LostReplies > 0)
            {
                LostReplies--;
                context.Abort();
                return;
            }
        }

        context.Response.ContentType = "application/json";
        await context.Response.Body.WriteAsync(JsonSerializer.SerializeToUtf8Bytes(reply, type));
    }

    private static async Task Refuse(HttpContext context, int status, string rule, string detail)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/problem+json";
        await context.Response.WriteAsync($$"""{"type":"about:blank","title":"Refused","status":{{status}},"detail":"{{detail}}","rule":"{{rule}}"}""");
    }
}

