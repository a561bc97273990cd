using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.Extensions.DependencyInjection;
using WaaS.Logistics.IntegrationTests.Platform.Web;
using WaaS.Logistics.Messages.Returns;
using WaaS.Logistics.Platform.Security;
using WaaS.Logistics.Proof.Records;
using WaaS.Logistics.Proof.Signing;
using WaaS.Logistics.Proof.StationContract;
using WaaS.Logistics.Returns.Data;
using WaaS.Logistics.Testbed;
using WaaS.Logistics.Tests.Proof.Records;
using Xunit;

namespace WaaS.Logistics.IntegrationTests.Sanitization;

/// <summary>People and stations at the wipe bench of a running product, over HTTP alone; what Returns would have said comes over the bus.</summary>
internal sealed class Shopfloor(RunningProduct product)
{
    private static readonly string[] Bench = [Roles.Supervisor, Roles.WipeOperator, Roles.Verifier, Roles.Releaser];

    /// <summary>Somebody who may do everything at the bench: what is refused them is refused for who they are.</summary>
    public Task<WebVisitor> Anybody(string name) => product.SignedIn(name, Bench);

    public async Task<JsonElement> Received(DeviceReceived arrival, WebVisitor who)
    {
        await using (var scope = product.Services.CreateAsyncScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<ReturnsDb>();
            db.AddToOutbox(arrival);
            await db.SaveChangesAsync();
        }
        await Poll.Until(async () => (await Orders(who, arrival.Serial)).GetArrayLength() == 1, TimeSpan.FromSeconds(60), $"{arrival.Serial} has a wipe order");
        return await Order(who, arrival.Serial);
    }

    public async Task<JsonElement> Order(WebVisitor who, string serial) =>
        await Json(await who.Get($"/wipe/api/orders/{(await Orders(who, serial))[0].GetProperty("id").GetGuid()}"));

    public static async Task<JsonElement> Json(HttpResponseMessage answer)
    {
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.IsSuccessStatusCode, $"{answer.RequestMessage!.Method} {answer.RequestMessage.RequestUri} gave {(int)answer.StatusCode}: {text}");
        return JsonSerializer.Deserialize<JsonElement>(text);
    }

    public static async Task Refused(HttpStatusCode status, string rule, Task<HttpResponseMessage> asked)
    {
        using var answer = await asked;
        Assert.True(answer.StatusCode == status, $"{answer.RequestMessage!.RequestUri}: {(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
        Assert.Equal(rule, await WebVisitor.Rule(answer));
    }

    public async Task<StationVisitor> Enrol(WebVisitor supervisor, string name = "bench 1")
    {
        var code = await Json(await supervisor.PostJson("/wipe/api/stations/codes", new { }));
        var station = new StationVisitor(product.Address, SigningKey.Create());
        await station.Enrol(code.GetProperty("code").GetString()!, name);
        return station;
    }

    private static async Task<JsonElement> Orders(WebVisitor who, string serial) => await Json(await who.Get($"/wipe/api/orders?filter=All&search={serial}"));
}

/// <summary>A wipe station over HTTP, which can also sign wrongly.</summary>
internal sealed class StationVisitor(Uri address, SigningKey key) : IDisposable
{
    private readonly HttpClient _http = new() { BaseAddress = address };

    /// <summary>Of whoever stands at it.</summary>
    public string Language { set => _http.DefaultRequestHeaders.AcceptLanguage.ParseAdd(value); }

    public Guid Id { get; private set; }

    public async Task<HttpResponseMessage> TryEnrol(string code, string name) => await _http.PostAsync("/wipe/api/stations/enroll",
        Body(JsonSerializer.SerializeToUtf8Bytes(new EnrollRequest { Code = code, Name = name, PublicKeyPem = key.Public.Pem, Machine = "test" }, StationJson.Default.EnrollRequest)));

    public async Task Enrol(string code, string name) =>
        Id = (await Shopfloor.Json(await TryEnrol(code, name))).GetProperty("stationId").GetGuid();

    public Task<HttpResponseMessage> TryClaim(string? device = null, string? carrier = null, string? badge = null, Guid? opId = null) =>
        Post("/wipe/api/jobs/claim", new ClaimJobRequest { OpId = opId ?? Guid.NewGuid(), DeviceSerial = device, CarrierSerial = carrier, Medium = Proof.Evidence.MediaType.Image, OperatorBadge = badge }, StationJson.Default.ClaimJobRequest);

    public async Task<Job> Claim(string carrier, string? badge = null, Guid? opId = null) =>
        JsonSerializer.Deserialize(await (await TryClaim(carrier: carrier, badge: badge, opId: opId)).EnsureSuccessStatusCode().Content.ReadAsByteArrayAsync(), StationJson.Default.Job)!;

    public async Task<HoldCheckReply> MayWrite(Job job) =>
        JsonSerializer.Deserialize(await (await Get($"/wipe/api/jobs/{job.JobId}/hold")).EnsureSuccessStatusCode().Content.ReadAsByteArrayAsync(), StationJson.Default.HoldCheckReply)!;

    public Task<HttpResponseMessage> Beat(Job job, JobPhase phase) =>
        Post($"/wipe/api/jobs/{job.JobId}/heartbeat", new HeartbeatRequest { Phase = phase, BytesDone = 1, BytesTotal = 2, Speed = 1, Temperature = null }, StationJson.Default.HeartbeatRequest);

    public Task<HttpResponseMessage> Report(DateTimeOffset at, params BayReport[] bays) =>
        Post("/wipe/api/stations/bays", new StationReport { At = at, Bays = bays }, StationJson.Default.StationReport);

    public List<StepRecord> Steps(Job job) => ToldSteps.Sign(ToldSteps.Of(Documents.Success(job, Id, TimeProvider.System.GetUtcNow())), job.JobId, key);

    public Task<HttpResponseMessage> Post(Job job, IReadOnlyList<StepRecord> steps) =>
        Post($"/wipe/api/jobs/{job.JobId}/steps", new StepSubmission { Records = steps }, StationJson.Default.StepSubmission);

    public EvidenceSubmission Evidence(Job job, StepRecord last, bool signed = true)
    {
        var bytes = Proof.Evidence.EvidenceWriter.Write(Documents.Success(job, Id, TimeProvider.System.GetUtcNow()));
        return new EvidenceSubmission { Evidence = bytes, Signature = signed ? key.Sign(bytes) : "", StepChainHead = last.ComputeHash() };
    }

    public Task<HttpResponseMessage> Post(Job job, EvidenceSubmission evidence) =>
        Post($"/wipe/api/jobs/{job.JobId}/evidence", evidence, StationJson.Default.EvidenceSubmission);

    public async Task Wipe(Job job)
    {
        var steps = Steps(job);
        await Shopfloor.Json(await Post(job, steps));
        Assert.True((await Shopfloor.Json(await Post(job, Evidence(job, steps[^1])))).GetProperty("accepted").GetBoolean());
    }

    public Task<HttpResponseMessage> Get(string path) => Send(HttpMethod.Get, path, [], Sign(HttpMethod.Get, path, []));

    public Task<HttpResponseMessage> PostBytes(string path, byte[] body) => Send(HttpMethod.Post, path, body, Sign(HttpMethod.Post, path, body));

    public string Sign(HttpMethod method, string path, byte[] body) => StationRequestSignature.Create(key, method.Method, path, body, TimeProvider.System.GetUtcNow());

    public Task<HttpResponseMessage> Send(HttpMethod method, string path, byte[] body, string authorization)
    {
        var request = new HttpRequestMessage(method, path) { Content = body.Length == 0 ? null : Body(body) };
        request.Headers.TryAddWithoutValidation("Authorization", authorization);
        return _http.SendAsync(request);
    }

    public void Dispose() => _http.Dispose();

    private Task<HttpResponseMessage> Post<T>(string path, T body, JsonTypeInfo<T> type) => PostBytes(path, JsonSerializer.SerializeToUtf8Bytes(body, type));

    private static ByteArrayContent Body(byte[] bytes) => new(bytes) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };
}
