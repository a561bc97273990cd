using System.Net;
using System.Text;
using WaaS.Logistics.IntegrationTests.Platform.Web;
using WaaS.Logistics.Messages;
using WaaS.Logistics.Platform.Security;
using WaaS.Logistics.Proof.Signing;
using WaaS.Logistics.Proof.StationContract;
using Xunit;

namespace WaaS.Logistics.IntegrationTests.Sanitization;

public sealed class When_a_station_speaks_to_the_product_on_sqlite(ProductOnSqlite product) : When_a_station_speaks_to_the_product(product), IClassFixture<ProductOnSqlite>;

public sealed class When_a_station_speaks_to_the_product_on_servers(ProductOnPostgres product) : When_a_station_speaks_to_the_product(product), IClassFixture<ProductOnPostgres>;

public abstract class When_a_station_speaks_to_the_product(RunningProduct product)
{
    private readonly Shopfloor _floor = new(product);

    [Fact]
    public async Task A_code_lets_one_station_in_once_and_only_those_who_may_make_one()
    {
        using var supervisor = await product.SignedIn("sup-code", Roles.Supervisor);
        using var worker = await product.SignedIn("op-code", Roles.WipeOperator);
        Assert.Equal(HttpStatusCode.Forbidden, (await worker.PostJson("/wipe/api/stations/codes", new { })).StatusCode);
        var code = (await Shopfloor.Json(await supervisor.PostJson("/wipe/api/stations/codes", new { }))).GetProperty("code").GetString()!;
        using var first = new StationVisitor(product.Address, SigningKey.Create());
        using var second = new StationVisitor(product.Address, SigningKey.Create());
        await Shopfloor.Refused(HttpStatusCode.Forbidden, "enrolment-code", first.TryEnrol("AAAA-BBBB-CCCC-DDDD", "x"));
        await first.Enrol(code, "bench A");
        var id = first.Id;
        await first.Enrol(code, "bench A");
        Assert.Equal(id, first.Id);
        await Shopfloor.Refused(HttpStatusCode.Forbidden, "enrolment-code", second.TryEnrol(code, "bench B"));
    }

    [Fact]
    public async Task A_request_counts_once_and_only_as_an_enrolled_station_signed_it()
    {
        using var supervisor = await product.SignedIn("sup-sign", Roles.Supervisor);
        using var station = await _floor.Enrol(supervisor);
        using var stranger = new StationVisitor(product.Address, SigningKey.Create());
        var path = $"/wipe/api/jobs/{Guid.NewGuid()}/hold";
        Assert.Equal(HttpStatusCode.NotFound, (await station.Get(path)).StatusCode);
        await NotAStation("Unknown", stranger.Get(path));
        await NotAStation("WrongSignature", station.Send(HttpMethod.Get, path, [], station.Sign(HttpMethod.Get, path + "/other", [])));
        var signed = station.Sign(HttpMethod.Get, path, []);
        Assert.Equal(HttpStatusCode.NotFound, (await station.Send(HttpMethod.Get, path, [], signed)).StatusCode);
        await NotAStation("Replayed", station.Send(HttpMethod.Get, path, [], signed));
        await NotAStation("WrongSignature", station.Send(HttpMethod.Post, "/wipe/api/jobs/claim", "{}"u8.ToArray(), station.Sign(HttpMethod.Post, "/wipe/api/jobs/claim", "{ }"u8.ToArray())));
        Assert.Equal(HttpStatusCode.Unauthorized, (await product.Browser().Get(path)).StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, (await supervisor.PostJson($"/wipe/api/stations/{station.Id}/revocation", new { })).StatusCode);
        await NotAStation("Unknown", station.Get(path));
    }

    [Fact]
    public async Task A_job_is_given_for_what_was_scanned_and_for_nothing_alike()
    {
        using var supervisor = await product.SignedIn("sup-claim", Roles.Supervisor);
        using var station = await _floor.Enrol(supervisor);
        await _floor.Received(Documents.Arrival("CLAIM-1", 1, new CarrierSlot("A", "CLAIM-CARR-1")), supervisor);
        await Shopfloor.Refused(HttpStatusCode.Conflict, "no-such-job", station.TryClaim(device: "CLAIM-2"));
        await Shopfloor.Refused(HttpStatusCode.Conflict, "no-such-job", station.TryClaim(device: "CLAIM-1", carrier: "CLAIM-CARR-2"));
        Assert.Equal(HttpStatusCode.BadRequest, (await station.TryClaim(device: "To be filled by O.E.M.")).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await station.TryClaim()).StatusCode);
        var opId = Guid.NewGuid();
        var job = await station.Claim("CLAIM-CARR-1", opId: opId);
        Assert.Equal(job.JobId, (await station.Claim("CLAIM-CARR-1", opId: opId)).JobId);
        await Shopfloor.Refused(HttpStatusCode.Conflict, "nothing-open", station.TryClaim(carrier: "CLAIM-CARR-1"));
    }

    [Fact]
    public async Task A_hold_is_heard_before_the_first_write_and_while_writing()
    {
        using var supervisor = await product.SignedIn("sup-hold", Roles.Supervisor);
        using var station = await _floor.Enrol(supervisor);
        var order = await _floor.Received(Documents.Arrival("HOLD-1", 1, new CarrierSlot("A", "HOLD-CARR-1")), supervisor);
        var job = await station.Claim("HOLD-CARR-1");
        Assert.True((await station.MayWrite(job)).Clear);
        var hold = await Shopfloor.Json(await supervisor.PostJson("/wipe/api/holds", new { opId = Guid.NewGuid(), deviceId = order.GetProperty("order").GetProperty("deviceId").GetGuid(), kind = "Legal", reason = "court order 7" }));
        var told = await station.MayWrite(job);
        Assert.False(told.Clear);
        Assert.Contains("court order 7", told.Reason);
        var beat = await Shopfloor.Json(await station.Beat(job, JobPhase.Overwriting));
        Assert.True(beat.GetProperty("stop").GetBoolean());
        Assert.Contains("court order 7", beat.GetProperty("reason").GetString());
        await Shopfloor.Json(await supervisor.PostJson($"/wipe/api/holds/{hold.GetProperty("holdId").GetGuid()}/lift", new { opId = Guid.NewGuid(), reason = "settled" }));
        Assert.True((await station.MayWrite(job)).Clear);
    }

    [Fact]
    public async Task It_hears_in_its_own_language_why_it_must_not_go_on()
    {
        using var supervisor = await product.SignedIn("sup-german", Roles.Supervisor);
        using var station = await _floor.Enrol(supervisor);
        station.Language = "de";
        var order = await _floor.Received(Documents.Arrival("GERMAN-1", 1, new CarrierSlot("A", "GERMAN-CARR-1")), supervisor);
        await Says("Für GERMAN-2 gibt es keinen Löschauftrag.", station.TryClaim(device: "GERMAN-2"));
        await Says("Das Gerät oder den Datenträger scannen.", station.TryClaim());
        var job = await station.Claim("GERMAN-CARR-1");
        await Says("Gerät GERMAN-1 hat jetzt keinen Datenträger zu löschen (A: an Station vergeben).", station.TryClaim(device: "GERMAN-1"));
        await Shopfloor.Json(await supervisor.PostJson("/wipe/api/holds", new { opId = Guid.NewGuid(), deviceId = order.GetProperty("order").GetProperty("deviceId").GetGuid(), kind = "Legal", reason = "Az. 7" }));
        Assert.Equal("rechtliche Sperre: Az. 7", (await station.MayWrite(job)).Reason);
        Assert.Equal("rechtliche Sperre: Az. 7", (await Shopfloor.Json(await station.Beat(job, JobPhase.Overwriting))).GetProperty("reason").GetString());
        var steps = station.Steps(job);
        await Says("Der Nachweis schließt eine Kette von Schritten ab, die nicht ganz hier ist: 0 sind da.", station.Post(job, station.Evidence(job, steps[^1])));
        using var stranger = new StationVisitor(product.Address, SigningKey.Create()) { Language = "de" };
        await Says("Keine Löschstation dieses Servers hat diesen Schlüssel", stranger.Get($"/wipe/api/jobs/{job.JobId}/hold"));
    }

    [Fact]
    public async Task Steps_and_evidence_count_once_and_half_or_foreign_ones_never()
    {
        using var supervisor = await product.SignedIn("sup-send", Roles.Supervisor);
        using var station = await _floor.Enrol(supervisor);
        using var other = await _floor.Enrol(supervisor, "bench 2");
        await _floor.Received(Documents.Arrival("SEND-1", 1, new CarrierSlot("A", "SEND-CARR-1")), supervisor);
        var job = await station.Claim("SEND-CARR-1");
        var steps = station.Steps(job);
        var evidence = station.Evidence(job, steps[^1]);
        await Shopfloor.Refused(HttpStatusCode.Conflict, "steps-missing", station.Post(job, evidence));
        Assert.Equal(HttpStatusCode.NotFound, (await other.Post(job, other.Steps(job))).StatusCode);
        await Shopfloor.Refused(HttpStatusCode.Conflict, "step-chain", station.Post(job, steps.Skip(1).ToList()));
        var kept = (await Shopfloor.Json(await station.Post(job, steps))).GetProperty("head").GetString();
        Assert.Equal(kept, (await Shopfloor.Json(await station.Post(job, steps))).GetProperty("head").GetString());

        var path = $"/wipe/api/jobs/{job.JobId}/evidence";
        var whole = System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(evidence, StationJson.Default.EvidenceSubmission);
        await NotAStation("WrongSignature", station.Send(HttpMethod.Post, path, whole[..(whole.Length / 2)], station.Sign(HttpMethod.Post, path, whole)));
        Assert.Equal(HttpStatusCode.BadRequest, (await station.PostBytes(path, whole[..(whole.Length / 2)])).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await station.PostBytes(path, Encoding.UTF8.GetBytes(new string('x', 10 * 1024 * 1024)))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await other.Post(job, evidence)).StatusCode);
        Assert.Equal("Open", (await _floor.Order(supervisor, "SEND-1")).GetProperty("order").GetProperty("state").GetString());

        var first = await Shopfloor.Json(await station.Post(job, evidence));
        Assert.True(first.GetProperty("accepted").GetBoolean(), first.ToString());
        Assert.Equal(first.GetProperty("evidenceId").GetGuid(), (await Shopfloor.Json(await station.Post(job, evidence))).GetProperty("evidenceId").GetGuid());
        var order = await _floor.Order(supervisor, "SEND-1");
        Assert.Equal(("Cleared", 1, 1), (order.GetProperty("order").GetProperty("state").GetString(), order.GetProperty("evidence").GetArrayLength(), order.GetProperty("certificates").GetArrayLength()));
    }

    [Fact]
    public async Task Evidence_nobody_signed_is_kept_and_refused()
    {
        using var supervisor = await product.SignedIn("sup-unsigned", Roles.Supervisor);
        using var station = await _floor.Enrol(supervisor);
        await _floor.Received(Documents.Arrival("UNSIGNED-1", 1, new CarrierSlot("A", "UNSIGNED-CARR-1")), supervisor);
        var job = await station.Claim("UNSIGNED-CARR-1");
        var steps = station.Steps(job);
        await Shopfloor.Json(await station.Post(job, steps));
        var reply = await Shopfloor.Json(await station.Post(job, station.Evidence(job, steps[^1], signed: false)));
        Assert.False(reply.GetProperty("accepted").GetBoolean());
        Assert.Equal("R20", reply.GetProperty("findings")[0].GetProperty("rule").GetString());
        Assert.Equal("Failed", (await _floor.Order(supervisor, "UNSIGNED-1")).GetProperty("slots")[0].GetProperty("state").GetString());
    }

    private static async Task Says(string sentence, Task<HttpResponseMessage> asked)
    {
        using var answer = await asked;
        Assert.False(answer.IsSuccessStatusCode);
        Assert.StartsWith(sentence, (await WebVisitor.Problem(answer)).GetProperty("detail").GetString());
    }

    private static async Task NotAStation(string why, Task<HttpResponseMessage> asked)
    {
        using var answer = await asked;
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        var problem = await WebVisitor.Problem(answer);
        Assert.Equal("station-signature", problem.GetProperty("rule").GetString());
        Assert.Contains(why, problem.GetProperty("why").GetString());
    }
}
