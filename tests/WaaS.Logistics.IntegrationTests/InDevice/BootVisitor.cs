using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using WaaS.Logistics.IntegrationTests.Sanitization;
using WaaS.Logistics.Proof.Evidence;
using WaaS.Logistics.Proof.Signing;
using WaaS.Logistics.Proof.StationContract;

namespace WaaS.Logistics.IntegrationTests.InDevice;

/// <summary>One boot over HTTP alone, which can also ask for what is not its own.</summary>
internal sealed class BootVisitor(Uri address, string fleetKeyPem) : IDisposable
{
    private readonly HttpClient _http = new() { BaseAddress = address };
    private readonly SigningKey _fleet = SigningKey.FromPkcs8Pem(fleetKeyPem), _boot = SigningKey.Create();

    public Guid Id { get; private set; }

    public Task<HttpResponseMessage> TryEnrol(string? serial, string? maker = "LENOVO", string? model = "ThinkPad T14", string? scanned = null, DateTimeOffset? at = null, Func<BootEnrollRequest, BootEnrollRequest>? spoilt = null)
    {
        var request = BootEnrollRequest.Sign(new BootStatement
        {
            FleetKeyId = _fleet.KeyId, PublicKeyPem = _boot.Public.Pem, BootId = Guid.NewGuid(), ScannedSerial = scanned, At = at ?? TimeProvider.System.GetUtcNow(),
            Machine = new HostIdentity { Manufacturer = maker, Model = model, Serial = serial, Uuid = null, AssetTag = null },
        }, _fleet, _boot);
        return Post("/wipe/api/in-device/enroll", spoilt is null ? request : spoilt(request), StationJson.Default.BootEnrollRequest, signed: false);
    }

    public async Task<BootEnrollReply> Enrol(string serial)
    {
        var reply = JsonSerializer.Deserialize((await Shopfloor.Json(await TryEnrol(serial))).GetRawText(), StationJson.Default.BootEnrollReply)!;
        Id = reply.StationId;
        return reply;
    }

    public Task<HttpResponseMessage> TryClaim(string carrier, string? confirmed = null, string? badge = null) => Post("/wipe/api/in-device/claim",
        new OwnJobRequest { OpId = Guid.NewGuid(), CarrierSerial = carrier, Confirmed = confirmed, Medium = MediaType.Image, OperatorBadge = badge }, StationJson.Default.OwnJobRequest);

    public async Task<OwnJob> Claim(string carrier, string? confirmed = null, string? badge = null) =>
        JsonSerializer.Deserialize((await Shopfloor.Json(await TryClaim(carrier, confirmed, badge))).GetRawText(), StationJson.Default.OwnJob)!;

    public Task<HttpResponseMessage> Keep(Guid job, long revision, byte[] content) =>
        Post($"/wipe/api/jobs/{job}/journal", new RunJournal { Revision = revision, Content = content }, StationJson.Default.RunJournal);

    public Task<HttpResponseMessage> Get(string path) => Send(HttpMethod.Get, path, [], signed: true);

    public Task<HttpResponseMessage> Post<T>(string path, T body, JsonTypeInfo<T> type, bool signed = true) => Send(HttpMethod.Post, path, JsonSerializer.SerializeToUtf8Bytes(body, type), signed);

    public void Dispose()
    {
        _http.Dispose();
        _fleet.Dispose();
        _boot.Dispose();
    }

    private Task<HttpResponseMessage> Send(HttpMethod method, string path, byte[] body, bool signed)
    {
        var request = new HttpRequestMessage(method, path) { Content = body.Length == 0 ? null : new ByteArrayContent(body) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } } };
        if (signed)
            request.Headers.TryAddWithoutValidation("Authorization", StationRequestSignature.Create(_boot, method.Method, path, body, TimeProvider.System.GetUtcNow()));
        return _http.SendAsync(request);
    }
}
