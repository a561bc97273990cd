using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using WaaS.Logistics.Custody.Data;
using WaaS.Logistics.IntegrationTests.Platform.Web;
using WaaS.Logistics.Platform.Security;
using WaaS.Logistics.Refurbishment.Data;
using WaaS.Logistics.Testbed;

namespace WaaS.Logistics.IntegrationTests.Refurbishment;

/// <summary>The running product: the clearance comes over its bus, people come over HTTP, and Custody hears of everything.</summary>
public abstract class When_refurbishment_is_asked_over_http(RunningProduct product)
{
    private static readonly string[] Points = ["power", "display", "keyboard", "battery", "housing", "ports", "locks", "no-carrier-left"];

    [Fact]
    public async Task A_device_goes_its_way_and_custody_says_who_and_what_waits()
    {
        using var tina = await Person(Roles.Refurbishment);
        var id = await Cleared(tina, "HTTP-0001");
        await Poll.Until(async () => (await tina.Page("/")).Contains("HTTP-0001"), TimeSpan.FromSeconds(30), "the device stands on the first page");
        Assert.True(await Waits(id));
        await Ok(tina, $"{Path(id)}/inspection", new { opId = Guid.NewGuid() });
        var opId = Guid.NewGuid();
        object checks = new { opId, checks = Points.Select(check => new { check, answer = check == "ports" ? "fault" : check == "keyboard" ? "not-applicable" : "ok", note = check == "ports" ? "USB-C loose" : null }) };
        Assert.Empty((await Ok(tina, $"{Path(id)}/checks", checks)).GetProperty("open").EnumerateArray());
        Assert.Empty((await Ok(tina, $"{Path(id)}/checks", checks)).GetProperty("open").EnumerateArray());
        Assert.Equal("grade-too-good", await Rule(tina, $"{Path(id)}/grade", new { opId = Guid.NewGuid(), grade = "A" }, HttpStatusCode.Conflict));
        Assert.Equal("B", (await Ok(tina, $"{Path(id)}/grade", new { opId = Guid.NewGuid(), grade = "B", sealNumber = "HTTP-SEAL-1" })).GetProperty("grade").GetString());
        var view = await tina.Http.GetFromJsonAsync<JsonElement>(Path(id));
        Assert.Equal(("graded", "B", "no-carrier-left"), (view.GetProperty("device").GetProperty("state").GetString(), view.GetProperty("device").GetProperty("grade").GetString(), view.GetProperty("checks")[7].GetProperty("check").GetString()));
        using var auditor = await Person(Roles.Auditor);
        await Poll.Until(async () => await auditor.Page($"/custody/devices/{id}") is { } life && life.Contains("HTTP-SEAL-1") && life.Contains("Person "), TimeSpan.FromSeconds(30), "custody knows the grade, the seal and who it was");
        await Poll.Until(() => Waits(id), false, TimeSpan.FromSeconds(30), "the device waits for no inspection any more");
    }

    [Fact]
    public async Task Bad_bodies_and_other_ids_get_an_answer_that_names_the_fault()
    {
        using var tina = await Person(Roles.Refurbishment);
        var id = await Cleared(tina, "HTTP-0002");
        Assert.Equal("not-started", await Rule(tina, $"{Path(id)}/scrap", new { opId = Guid.NewGuid(), reason = "burnt" }, HttpStatusCode.Conflict));
        await Ok(tina, $"{Path(id)}/inspection", new { opId = Guid.NewGuid() });
        foreach (var (path, body, rule) in new (string, object, string)[]
        {
            ("checks", new { opId = Guid.NewGuid(), checks = new[] { new { check = "smell", answer = "ok" } } }, "bad-request"),
            ("checks", new { opId = Guid.NewGuid(), checks = new[] { new { check = "power", answer = "maybe" } } }, "bad-request"),
            ("checks", new { opId = Guid.NewGuid(), checks = Array.Empty<object>() }, "invalid-checks"),
            ("checks", new { opId = Guid.NewGuid(), checks = new[] { new { check = "power", answer = "ok" }, new { check = "power", answer = "fault" } } }, "invalid-checks"),
            ("checks", new { opId = Guid.NewGuid(), checks = new[] { new { check = "power", answer = "fault" } } }, "fault-without-note"),
            ("checks", new { opId = Guid.NewGuid(), checks = new[] { new { check = "power", answer = "fault", note = new string('x', 501) } } }, "invalid-note"),
            ("checks", new { opId = Guid.Empty, checks = new[] { new { check = "power", answer = "ok" } } }, "invalid-opid"),
            ("grade", new { opId = Guid.NewGuid(), grade = "D" }, "bad-request"),
            ("scrap", new { opId = Guid.NewGuid(), reason = " " }, "invalid-reason"),
            ("carrier-found", new { opId = Guid.NewGuid(), slot = "" }, "invalid-slot"),
            ("carrier-found", new { opId = Guid.NewGuid(), slot = "M.2-2", carrierSerial = "ä" }, "invalid-carrierserial"),
            ("seal-broken", new { opId = Guid.NewGuid(), sealNumber = " " }, "invalid-sealnumber"),
        })
            Assert.Equal((path, rule), (path, await Rule(tina, $"{Path(id)}/{path}", body, HttpStatusCode.BadRequest)));
        var stranger = Guid.NewGuid();
        foreach (var (path, body) in new (string, object)[]
        {
            ("inspection", new { opId = Guid.NewGuid() }), ("checks", new { opId = Guid.NewGuid(), checks = new[] { new { check = "power", answer = "ok" } } }), ("grade", new { opId = Guid.NewGuid(), grade = "A" }),
            ("scrap", new { opId = Guid.NewGuid(), reason = "x" }), ("carrier-found", new { opId = Guid.NewGuid(), slot = "1" }), ("seal-broken", new { opId = Guid.NewGuid(), sealNumber = "1" }),
        })
            Assert.Equal("not-found", await Rule(tina, $"{Path(stranger)}/{path}", body, HttpStatusCode.NotFound));
        Assert.Equal(HttpStatusCode.NotFound, (await tina.Get(Path(stranger))).StatusCode);
        Assert.Equal("inInspection", (await tina.Http.GetFromJsonAsync<JsonElement>(Path(id))).GetProperty("device").GetProperty("state").GetString());
    }

    [Fact]
    public async Task Who_only_reads_sees_the_bench_and_changes_nothing()
    {
        using var tina = await Person(Roles.Refurbishment);
        var id = await Cleared(tina, "HTTP-0003");
        foreach (var role in new[] { Roles.Auditor, Roles.Office, Roles.Admin })
        {
            using var reader = await Person(role);
            Assert.Contains("HTTP-0003", await reader.Page("/refurb"));
            Assert.DoesNotContain("Begin the inspection", await reader.Page($"/refurb/devices/{id}"));
            using var answer = await reader.PostJson($"{Path(id)}/inspection", new { opId = Guid.NewGuid() });
            Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        }
        Assert.Contains("Begin the inspection", await tina.Page($"/refurb/devices/{id}"));
    }

    private async Task<Guid> Cleared(WebVisitor person, string serial)
    {
        var id = Guid.CreateVersion7();
        await using (var scope = product.Services.CreateAsyncScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<RefurbishmentDb>();
            db.AddToOutbox(InspectionRoom.Cleared(id, serial: serial));
            await db.SaveChangesAsync();
        }
        await Poll.Until(async () => (await person.Http.GetFromJsonAsync<JsonElement>($"/refurb/api/devices?state=waiting&q={serial}")).GetArrayLength(), 1, TimeSpan.FromSeconds(30), "the cleared device waits");
        return id;
    }

    private async Task<bool> Waits(Guid device)
    {
        await using var scope = product.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<CustodyDb>().Matters.AnyAsync(matter => matter.DeviceId == device && matter.Kind == MatterKind.AwaitingInspection && matter.IsOpen);
    }

    private Task<WebVisitor> Person(string role) => product.SignedIn($"{role}-{Guid.NewGuid():N}"[..20], role);

    private static string Path(Guid id) => $"/refurb/api/devices/{id}";

    private static Task<JsonElement> Ok(WebVisitor person, string path, object body) => person.Send<JsonElement>(HttpMethod.Post, path, body);

    private static async Task<string> Rule(WebVisitor person, string path, object body, HttpStatusCode status)
    {
        using var answer = await person.PostJson(path, body);
        Assert.True(answer.StatusCode == status, $"{path}: {(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
        return await WebVisitor.Rule(answer);
    }
}

public sealed class When_refurbishment_is_asked_over_http_on_sqlite(ProductOnSqlite product) : When_refurbishment_is_asked_over_http(product), IClassFixture<ProductOnSqlite>;

public sealed class When_refurbishment_is_asked_over_http_on_postgres(ProductOnPostgres product) : When_refurbishment_is_asked_over_http(product), IClassFixture<ProductOnPostgres>;
