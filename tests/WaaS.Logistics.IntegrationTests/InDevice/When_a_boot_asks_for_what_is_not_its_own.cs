using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using WaaS.Logistics.IntegrationTests.Platform.Web;
using WaaS.Logistics.IntegrationTests.Sanitization;
using WaaS.Logistics.Platform.Security;
using WaaS.Logistics.Proof.Evidence;
using WaaS.Logistics.Proof.Signing;
using WaaS.Logistics.Proof.StationContract;
using WaaS.Logistics.Sanitization.InDevice;
using Xunit;
using OneBoot = WaaS.Logistics.Sanitization.Stations.Station;

namespace WaaS.Logistics.IntegrationTests.InDevice;

public sealed class When_a_boot_asks_for_what_is_not_its_own_on_sqlite(ProductOnSqlite product) : When_a_boot_asks_for_what_is_not_its_own(product), IClassFixture<ProductOnSqlite>;

public sealed class When_a_boot_asks_for_what_is_not_its_own_on_servers(ProductOnPostgres product) : When_a_boot_asks_for_what_is_not_its_own(product), IClassFixture<ProductOnPostgres>;

public abstract class When_a_boot_asks_for_what_is_not_its_own(RunningProduct product)
{
    private readonly Fleet _fleet = new(product);

    [Fact]
    public async Task A_fleet_key_is_made_by_those_who_may_and_only_with_an_end_and_a_limit()
    {
        using var supervisor = await product.SignedIn("sup-key", Roles.Supervisor);
        using var worker = await product.SignedIn("op-key", Roles.WipeOperator);
        object Key(string name = "x", string endsOn = "2030-01-01", int machines = 3) => new { name, endsOn, machines };
        var soon = $"{TimeProvider.System.GetUtcNow().AddDays(9):yyyy-MM-dd}";
        Assert.Equal(HttpStatusCode.Forbidden, (await worker.PostJson("/wipe/api/fleet-keys", Key(endsOn: soon))).StatusCode);
        await Shopfloor.Refused(HttpStatusCode.BadRequest, "fleet-key-days", supervisor.PostJson("/wipe/api/fleet-keys", Key()));
        await Shopfloor.Refused(HttpStatusCode.BadRequest, "fleet-key-days", supervisor.PostJson("/wipe/api/fleet-keys", Key(endsOn: "2020-01-01")));
        await Shopfloor.Refused(HttpStatusCode.BadRequest, "invalid-machines", supervisor.PostJson("/wipe/api/fleet-keys", Key(endsOn: soon, machines: 0)));
        await Shopfloor.Refused(HttpStatusCode.BadRequest, "invalid-name", supervisor.PostJson("/wipe/api/fleet-keys", Key(name: " ", endsOn: soon)));
        var made = await Shopfloor.Json(await supervisor.PostJson("/wipe/api/fleet-keys", Key(name: "told once", endsOn: soon)));
        var secret = made.GetProperty("privateKeyPem").GetString()!;
        var listed = (await Shopfloor.Json(await worker.Get("/wipe/api/fleet-keys"))).GetRawText();
        Assert.Contains("told once", listed);
        Assert.DoesNotContain("PRIVATE", listed);
        var row = await _fleet.Read(db => db.FleetKeys.AsNoTracking().SingleAsync(key => key.Name == "told once"));
        using var pair = SigningKey.FromPkcs8Pem(secret);
        Assert.Equal((pair.KeyId.ToString(), pair.Public.Pem), (row.KeyId, row.PublicKeyPem));
        Assert.Contains(await _fleet.Read(db => db.Audit.AsNoTracking().Where(line => line.SubjectId == row.Id).ToListAsync()), line => line.Subject == "FleetKey" && line.ActorName == "Person sup-key");
    }

    [Fact]
    public async Task A_key_that_is_strange_ended_used_up_or_revoked_lets_nothing_in()
    {
        using var supervisor = await product.SignedIn("sup-shut", Roles.Supervisor);
        foreach (var serial in new[] { "SHUT-1", "SHUT-2" })
            await _fleet.Received(supervisor, serial, serial + "-CARR");
        using var stolen = SigningKey.Create();
        using var stranger = new BootVisitor(product.Address, stolen.ExportPkcs8Pem());
        await Shopfloor.Refused(HttpStatusCode.Forbidden, "fleet-key", stranger.TryEnrol("SHUT-1"));

        var (id, pem) = await _fleet.Key(supervisor, machines: 1);
        using var forged = new BootVisitor(product.Address, pem);
        await Shopfloor.Refused(HttpStatusCode.Forbidden, "fleet-key", forged.TryEnrol("SHUT-1", spoilt: request => request with { FleetSignature = request.BootSignature }));
        await Shopfloor.Refused(HttpStatusCode.Forbidden, "fleet-key", forged.TryEnrol("SHUT-1", spoilt: request => request with { BootSignature = request.FleetSignature }));
        await Shopfloor.Refused(HttpStatusCode.Forbidden, "clock", forged.TryEnrol("SHUT-1", at: TimeProvider.System.GetUtcNow().AddMinutes(-30)));

        using var first = new BootVisitor(product.Address, pem);
        using var again = new BootVisitor(product.Address, pem);
        using var second = new BootVisitor(product.Address, pem);
        await first.Enrol("SHUT-1");
        await again.Enrol("SHUT-1");
        await Shopfloor.Refused(HttpStatusCode.Forbidden, "fleet-key-used-up", second.TryEnrol("SHUT-2"));

        await _fleet.Age<FleetKey>(id, nameof(FleetKey.EndsAt));
        using var late = new BootVisitor(product.Address, pem);
        await Shopfloor.Refused(HttpStatusCode.Forbidden, "fleet-key-ended", late.TryEnrol("SHUT-1"));
        // Who is in stays in: the key has only ended.
        var own = await first.Claim("SHUT-1-CARR");

        Assert.Equal(HttpStatusCode.NoContent, (await supervisor.PostJson($"/wipe/api/fleet-keys/{id}/revocation", new { })).StatusCode);
        await Shopfloor.Refused(HttpStatusCode.Conflict, "fleet-key-revoked", supervisor.PostJson($"/wipe/api/fleet-keys/{id}/revocation", new { }));
        await Shopfloor.Refused(HttpStatusCode.Forbidden, "fleet-key-revoked", late.TryEnrol("SHUT-1"));
        Assert.Equal(HttpStatusCode.Unauthorized, (await first.Get($"/wipe/api/jobs/{own.Job.JobId}/hold")).StatusCode);
    }

    [Fact]
    public async Task A_machine_is_found_by_serial_maker_and_model_or_by_its_scanned_label_and_by_nothing_else()
    {
        using var supervisor = await product.SignedIn("sup-found", Roles.Supervisor);
        var (_, pem) = await _fleet.Key(supervisor, machines: 50);
        await _fleet.Received(supervisor, "FOUND-1", "FOUND-CARR-1");
        async Task Not(string rule, HttpStatusCode status, string? serial, string? maker = "LENOVO", string? model = "ThinkPad T14", string? scanned = null)
        {
            using var boot = new BootVisitor(product.Address, pem);
            await Shopfloor.Refused(status, rule, boot.TryEnrol(serial, maker, model, scanned));
        }
        async Task Yes(string? serial, string? maker, string? model, string? scanned = null)
        {
            using var boot = new BootVisitor(product.Address, pem);
            Assert.Equal("FOUND-1", (await Shopfloor.Json(await boot.TryEnrol(serial, maker, model, scanned))).GetProperty("deviceSerial").GetString());
        }
        await Not("serial-unknown", HttpStatusCode.Conflict, "To be filled by O.E.M.");
        await Not("serial-unknown", HttpStatusCode.Conflict, null);
        await Not("no-such-job", HttpStatusCode.Conflict, "FOUND-2");
        await Not("device-differs", HttpStatusCode.Conflict, "FOUND-1", "Dell Inc.");
        await Not("device-differs", HttpStatusCode.Conflict, "FOUND-1", "LENOVO", "ThinkPad X1");
        await Not("device-differs", HttpStatusCode.Conflict, "FOUND-1", null, null);
        await Not("serial-differs", HttpStatusCode.Conflict, "FOUND-1", scanned: "FOUND-9");
        await Not("invalid-scannedserial", HttpStatusCode.BadRequest, "FOUND-1", scanned: "Default string");
        await Yes("found-1", "Lenovo", "ThinkPad T14 Gen 3 (21AH00CWGE)");
        await Yes("To be filled by O.E.M.", "LENOVO", "ThinkPad T14", scanned: "FOUND-1");
        await Yes("FOUND-1", "LENOVO", "20W0", scanned: "FOUND-1");
    }

    [Fact]
    public async Task It_may_nothing_but_claim_its_own_job_and_keep_its_own_journal()
    {
        using var supervisor = await product.SignedIn("sup-mine", Roles.Supervisor);
        var (_, pem) = await _fleet.Key(supervisor);
        await _fleet.Received(supervisor, "MINE-1", "MINE-CARR-1");
        await _fleet.Received(supervisor, "YOURS-1", "YOURS-CARR-1");
        using var mine = new BootVisitor(product.Address, pem);
        using var yours = new BootVisitor(product.Address, pem);
        await mine.Enrol("MINE-1");
        await yours.Enrol("YOURS-1");
        var job = (await yours.Claim("YOURS-CARR-1")).Job.JobId;
        Assert.Equal(1, (await Shopfloor.Json(await yours.Keep(job, 1, [1, 2, 3]))).GetProperty("revision").GetInt64());

        await Shopfloor.Refused(HttpStatusCode.Conflict, "carrier-differs", mine.TryClaim("YOURS-CARR-1"));
        foreach (var path in new[] { "journal", "hold" })
            Assert.Equal(HttpStatusCode.NotFound, (await mine.Get($"/wipe/api/jobs/{job}/{path}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await mine.Keep(job, 2, [9])).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await mine.Post("/wipe/api/jobs/claim", new ClaimJobRequest { OpId = Guid.NewGuid(), DeviceSerial = null, CarrierSerial = "MINE-CARR-1", Medium = MediaType.Image, OperatorBadge = null }, StationJson.Default.ClaimJobRequest)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await mine.Post("/wipe/api/stations/bays", new StationReport { At = TimeProvider.System.GetUtcNow(), Bays = [] }, StationJson.Default.StationReport)).StatusCode);
        using var bench = await new Shopfloor(product).Enrol(supervisor, "bench beside");
        Assert.Equal(HttpStatusCode.Forbidden, (await bench.Get($"/wipe/api/jobs/{job}/journal")).StatusCode);

        await Shopfloor.Refused(HttpStatusCode.Conflict, "journal-behind", yours.Keep(job, 1, [7]));
        Assert.Equal(1, (await Shopfloor.Json(await yours.Keep(job, 1, [1, 2, 3]))).GetProperty("revision").GetInt64());
        await Shopfloor.Json(await yours.Keep(job, 5, [4, 5]));
        var read = JsonSerializer.Deserialize((await Shopfloor.Json(await yours.Get($"/wipe/api/jobs/{job}/journal"))).GetRawText(), StationJson.Default.RunJournal)!;
        Assert.Equal((5L, "BAU="), (read.Revision, Convert.ToBase64String(read.Content)));
        var kept = await _fleet.Read(db => db.Journals.AsNoTracking().SingleAsync(journal => journal.JobId == job));
        Assert.Equal("ThinkPad T14 YOURS-1", kept.LastReadBy);
        Assert.Equal(2, await _fleet.Read(db => db.Audit.CountAsync(line => line.SubjectId == kept.Id)));

        await _fleet.Age<OneBoot>(yours.Id, nameof(OneBoot.ExpiresAt));
        Assert.Equal(HttpStatusCode.Unauthorized, (await yours.Get($"/wipe/api/jobs/{job}/journal")).StatusCode);
    }

    [Fact]
    public async Task Of_two_boots_of_one_machine_at_once_one_gets_the_job()
    {
        using var supervisor = await product.SignedIn("sup-twice", Roles.Supervisor);
        var (_, pem) = await _fleet.Key(supervisor);
        await _fleet.Received(supervisor, "TWICE-1", "TWICE-CARR-1");
        var boots = Enumerable.Range(0, 4).Select(_ => new BootVisitor(product.Address, pem)).ToList();
        try
        {
            await Task.WhenAll(boots.Select(boot => boot.Enrol("TWICE-1")));
            var answers = await Task.WhenAll(boots.Select(boot => boot.TryClaim("TWICE-CARR-1")));
            Assert.Single(answers, answer => answer.IsSuccessStatusCode);
            foreach (var refused in answers.Where(answer => !answer.IsSuccessStatusCode))
                Assert.Equal("boot-alive", await WebVisitor.Rule(refused));
            Assert.Equal(1, await _fleet.Read(db => db.Jobs.CountAsync(job => job.CarrierSerial == "TWICE-CARR-1")));
        }
        finally
        {
            boots.ForEach(boot => boot.Dispose());
        }
    }
}
