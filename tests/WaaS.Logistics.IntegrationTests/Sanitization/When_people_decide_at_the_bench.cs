using System.Net;
using System.Text;
using System.Text.Json;
using WaaS.Logistics.IntegrationTests.Platform.Web;
using WaaS.Logistics.Messages;
using WaaS.Logistics.Platform.Security;
using Xunit;
using static System.Net.HttpStatusCode;

namespace WaaS.Logistics.IntegrationTests.Sanitization;

public sealed class When_people_decide_at_the_bench_on_sqlite(ProductOnSqlite product) : When_people_decide_at_the_bench(product), IClassFixture<ProductOnSqlite>;

public sealed class When_people_decide_at_the_bench_on_servers(ProductOnPostgres product) : When_people_decide_at_the_bench(product), IClassFixture<ProductOnPostgres>;

public abstract class When_people_decide_at_the_bench(RunningProduct product)
{
    private readonly Shopfloor _floor = new(product);

    [Fact]
    public async Task Operator_verifier_and_releaser_are_three_where_the_need_is_very_high()
    {
        using var otto = await _floor.Anybody("otto-six");
        using var vera = await _floor.Anybody("vera-six");
        using var rita = await _floor.Anybody("rita-six");
        using var worker = await product.SignedIn("receiver-six", Roles.Receiving);
        using var station = await _floor.Enrol(otto);
        await _floor.Received(Documents.Arrival("SIX-1", 1, new CarrierSlot("A", "SIX-CARR-1")) with { ProtectionNeed = "very-high" }, otto);
        await Shopfloor.Refused(Conflict, "operator-needed", station.TryClaim(carrier: "SIX-CARR-1"));
        await station.Wipe(await station.Claim("SIX-CARR-1", badge: "otto-six"));
        var order = await _floor.Order(otto, "SIX-1");
        var at = $"/wipe/api/orders/{Id(order)}/evidence/{order.GetProperty("evidence")[0].GetProperty("id").GetGuid()}";
        Assert.Equal(Forbidden, (await worker.PostJson($"{at}/verification", Yes())).StatusCode);
        await Shopfloor.Refused(Conflict, "not-verified", rita.PostJson($"{at}/validation", Yes()));
        await Shopfloor.Refused(Conflict, "same-person", otto.PostJson($"{at}/verification", Yes()));
        await Shopfloor.Json(await vera.PostJson($"{at}/verification", Yes()));
        await Shopfloor.Refused(Conflict, "same-person", vera.PostJson($"{at}/validation", Yes()));
        await Shopfloor.Refused(Conflict, "same-person", otto.PostJson($"{at}/validation", Yes()));
        Assert.Equal("cleared", (await Shopfloor.Json(await rita.PostJson($"{at}/validation", Yes()))).GetProperty("orderState").GetString());
    }

    [Fact]
    public async Task An_empty_device_needs_two_people_and_each_answer_is_given_once()
    {
        using var otto = await _floor.Anybody("otto-empty");
        using var vera = await _floor.Anybody("vera-empty");
        var order = Id(await _floor.Received(Documents.Arrival("EMPTY-1", 0), otto));
        var body = new { opId = Guid.NewGuid(), slotId = (Guid?)null, note = "looked into both bays" };
        var record = (await Shopfloor.Json(await otto.PostJson($"/wipe/api/orders/{order}/no-carrier", body))).GetProperty("recordId").GetGuid();
        Assert.Equal(record, (await Shopfloor.Json(await otto.PostJson($"/wipe/api/orders/{order}/no-carrier", body))).GetProperty("recordId").GetGuid());
        await Shopfloor.Refused(Conflict, "same-person", otto.PostJson($"/wipe/api/orders/{order}/no-carrier/{record}/second", Yes()));
        Assert.Equal(NotFound, (await vera.PostJson($"/wipe/api/orders/{order}/no-carrier/{Guid.NewGuid()}/second", Yes())).StatusCode);
        Assert.Equal("cleared", (await Shopfloor.Json(await vera.PostJson($"/wipe/api/orders/{order}/no-carrier/{record}/second", Yes()))).GetProperty("orderState").GetString());
    }

    [Fact]
    public async Task A_destruction_is_recorded_witnessed_and_approved_by_three()
    {
        using var otto = await _floor.Anybody("otto-shred");
        using var vera = await _floor.Anybody("vera-shred");
        using var rita = await _floor.Anybody("rita-shred");
        var order = await _floor.Received(Documents.Arrival("SHRED-1", 1, new CarrierSlot("A", "SHRED-CARR-1")), otto);
        var other = await _floor.Received(Documents.Arrival("SHRED-2", 1, new CarrierSlot("A", "SHRED-CARR-2")), otto);
        var at = $"/wipe/api/orders/{Id(order)}/destructions";
        Assert.Equal(NotFound, (await otto.PostJson(at, Shredded(Slot(other)))).StatusCode);
        await Shopfloor.Refused(Conflict, "destruction-level", otto.PostJson(at, Shredded(Slot(order), "H-2")));
        var record = (await Shopfloor.Json(await otto.PostJson(at, Shredded(Slot(order))))).GetProperty("recordId").GetGuid();
        Assert.Equal(NotFound, (await vera.PostJson($"/wipe/api/orders/{Id(other)}/destructions/{record}/witness", new { opId = Guid.NewGuid() })).StatusCode);
        await Shopfloor.Refused(Conflict, "same-person", otto.PostJson($"{at}/{record}/witness", new { opId = Guid.NewGuid() }));
        await Shopfloor.Json(await vera.PostJson($"{at}/{record}/witness", new { opId = Guid.NewGuid() }));
        await Shopfloor.Refused(Conflict, "same-person", vera.PostJson($"{at}/{record}/approval", Yes()));
        await Shopfloor.Refused(Conflict, "same-person", otto.PostJson($"{at}/{record}/approval", Yes()));
        Assert.Equal("cleared", (await Shopfloor.Json(await rita.PostJson($"{at}/{record}/approval", Yes()))).GetProperty("orderState").GetString());
    }

    [Fact]
    public async Task A_certificate_is_true_for_anybody_who_asks_until_it_is_revoked()
    {
        using var otto = await _floor.Anybody("otto-paper");
        using var office = await product.SignedIn("olga-paper", Roles.Office);
        using var worker = await product.SignedIn("receiver-paper", Roles.Receiving);
        using var stranger = product.Browser();
        using var station = await _floor.Enrol(otto);
        await _floor.Received(Documents.Arrival("PAPER-1", 1, new CarrierSlot("A", "PAPER-CARR-1")), otto);
        await station.Wipe(await station.Claim("PAPER-CARR-1"));
        var number = (await _floor.Order(otto, "PAPER-1")).GetProperty("certificates")[0].GetProperty("number").GetString()!;

        foreach (var language in new[] { "de", "en" })
        {
            var pdf = await office.Get($"/wipe/api/certificates/{number}/pdf?lang={language}");
            Assert.Equal("application/pdf", pdf.Content.Headers.ContentType!.MediaType);
            Assert.Equal("%PDF-", Encoding.ASCII.GetString(await pdf.Content.ReadAsByteArrayAsync(), 0, 5));
        }
        Assert.Equal(BadRequest, (await office.Get($"/wipe/api/certificates/{number}/pdf?lang=fr")).StatusCode);
        Assert.Equal(number, (await Shopfloor.Json(await office.Get($"/wipe/api/certificates/{number}/json"))).GetProperty("certificate").GetProperty("number").GetString());
        Assert.Equal(Forbidden, (await worker.Get($"/wipe/api/certificates/{number}/pdf")).StatusCode);
        Assert.Equal(NotFound, (await office.Get("/wipe/api/certificates/C-0000-0000-0000")).StatusCode);

        Assert.Equal("true", await Truth(stranger, number));
        Assert.Equal("broken", await Truth(stranger, $"{number}?hash={new string('0', 64)}"));
        Assert.Equal("unknown", await Truth(stranger, "C-2222-2222-2222"));
        Assert.Equal(Forbidden, (await office.PostJson($"/wipe/api/certificates/{number}/revocation", new { opId = Guid.NewGuid(), reason = "wrong" })).StatusCode);
        Assert.Equal("open", (await Shopfloor.Json(await otto.PostJson($"/wipe/api/certificates/{number}/revocation", new { opId = Guid.NewGuid(), reason = "wrong carrier" }))).GetProperty("orderState").GetString());
        await Shopfloor.Refused(Conflict, "revoked-already", otto.PostJson($"/wipe/api/certificates/{number}/revocation", new { opId = Guid.NewGuid(), reason = "again" }));
        Assert.Equal("revoked", await Truth(stranger, number));
    }

    [Fact]
    public async Task Evidence_of_a_station_that_lost_our_trust_is_not_accepted_any_more()
    {
        using var otto = await _floor.Anybody("otto-trust");
        using var vera = await _floor.Anybody("vera-trust");
        using var station = await _floor.Enrol(otto);
        await _floor.Received(Documents.Arrival("TRUST-1", 1, new CarrierSlot("A", "TRUST-CARR-1")) with { ProtectionNeed = "high" }, otto);
        await station.Wipe(await station.Claim("TRUST-CARR-1", badge: "otto-trust"));
        var order = await _floor.Order(otto, "TRUST-1");
        var at = $"/wipe/api/orders/{Id(order)}/evidence/{order.GetProperty("evidence")[0].GetProperty("id").GetGuid()}";
        await Shopfloor.Json(await vera.PostJson($"{at}/verification", Yes()));
        Assert.Equal(NoContent, (await otto.PostJson($"/wipe/api/stations/{station.Id}/revocation", new { })).StatusCode);
        await Shopfloor.Refused(Conflict, "station-revoked", vera.PostJson($"{at}/validation", Yes()));
        Assert.Equal("Open", (await _floor.Order(otto, "TRUST-1")).GetProperty("order").GetProperty("state").GetString());
    }

    private static async Task<string> Truth(WebVisitor who, string number) => (await Shopfloor.Json(await who.Get($"/verify/api/{number}"))).GetProperty("truth").GetString()!;

    private static object Yes() => new { opId = Guid.NewGuid(), decision = "Yes", note = "looked" };

    private static object Shredded(Guid slot, string level = "H-4") =>
        new { opId = Guid.NewGuid(), slotId = slot, level, machine = "shredder 1", place = "hall 3", proofHash = new string('a', 64), reason = "dead" };

    private static Guid Id(JsonElement order) => order.GetProperty("order").GetProperty("id").GetGuid();

    private static Guid Slot(JsonElement order) => order.GetProperty("slots")[0].GetProperty("id").GetGuid();
}
