using System.Net;
using System.Text.Json;
using MassTransit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using WaaS.Logistics.Custody.Data;
using WaaS.Logistics.IntegrationTests.Platform.Web;
using WaaS.Logistics.IntegrationTests.Sanitization;
using WaaS.Logistics.Messages.Refurbishment;
using WaaS.Logistics.Messages.Sanitization;
using WaaS.Logistics.Resale.AdmitUnit;
using WaaS.Logistics.Resale.BlockUnit;
using WaaS.Logistics.Resale.Data;
using WaaS.Logistics.Testbed;
using Xunit;

namespace WaaS.Logistics.IntegrationTests.Resale;

/// <summary>The whole product on its default stack, its doors knocked at by the right people, the wrong ones, and with rubbish.</summary>
public sealed class When_stock_is_spoken_to_over_http() : RunningProduct(new EmbeddedStack())
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task A_unit_travels_from_grading_to_the_buyer_and_custody_knows_each_step()
    {
        var device = Guid.CreateVersion7();
        using var sven = await SignedIn("sven", "supervisor");
        using var rita = await SignedIn("rita", "resale");
        await Place(sven, "A-1", "sellable");
        await Place(sven, "SEC-1", "secured");
        await Grade(device, "HTTP0001");
        var unit = (await Json(await rita.Get("/stock/api/units?q=HTTP0001")))[0].GetProperty("unitId").GetGuid();
        await Poll.Until(() => Matter("AwaitingPutAway"), true, Soon, "what is graded waits for put-away");
        await Expect(HttpStatusCode.Conflict, "wrong-bin", await PutAway(rita, "HTTP0001", "SEC-1"));
        await Expect(HttpStatusCode.NotFound, "bin-unknown", await PutAway(rita, "HTTP0001", "B-99"));
        await Json(await PutAway(rita, "HTTP0001", "A-1"));
        await Json(await rita.PostJson($"/stock/api/units/{unit}/price", new { opId = Guid.NewGuid(), priceMinor = 39900, currency = "EUR" }));
        var reserve = new { opId = Guid.NewGuid(), buyer = "Kaufhaus Nord", units = new[] { unit } };
        var reservation = (await Json(await rita.PostJson("/stock/api/reservations", reserve))).GetProperty("reservations")[0].GetProperty("reservationId").GetGuid();
        Assert.Equal(reservation, (await Json(await rita.PostJson("/stock/api/reservations", reserve))).GetProperty("reservations")[0].GetProperty("reservationId").GetGuid());
        var list = (await Json(await rita.PostJson("/stock/api/pick-lists", new { opId = Guid.NewGuid(), reservations = new[] { reservation } }))).GetProperty("number").GetString()!;
        using (var pdf = await rita.Get($"/stock/api/pick-lists/{list}/pdf"))
            Assert.Equal("application/pdf", pdf.Content.Headers.ContentType!.MediaType);
        Assert.Equal("Ok", (await Scan(rita, list, "A-1")).GetProperty("tone").GetString(), ignoreCase: true);
        Assert.Equal("Ok", (await Scan(rita, list, "HTTP0001")).GetProperty("tone").GetString(), ignoreCase: true);
        await Poll.Until(() => Matter("AwaitingSale"), true, Soon, "what is picked waits for the sale");
        await Json(await rita.PostJson($"/stock/api/pick-lists/{list}/sale", new { opId = Guid.NewGuid() }));
        await Poll.Until(() => Matter("AwaitingSale"), false, Soon, "it is sold");
        await InScope<BlockOnDeviceReopened, DeviceReopened>(new DeviceReopened(device, "HTTP0001", 1, 2, "certificate revoked"));
        await Poll.Until(() => Matter("SaleInDoubt"), true, Soon, "somebody is told of the sold unit");
        Assert.Contains("Kaufhaus Nord", await sven.Page($"/stock/units/{unit}"));
        // Two forms stand there: taking it back, and saying what became of the doubt.
        using (var empty = await sven.Submit($"/stock/units/{unit}", $"/stock/units/{unit}/doubt", ("opId", Guid.NewGuid().ToString()), ("outcome", "")))
        {
            var said = await empty.Content.ReadAsStringAsync();
            Assert.Matches("id=\"f-outcome\"[^>]*aria-invalid=\"true\"", said);
            Assert.DoesNotMatch("id=\"f-reason\"[^>]*aria-invalid=\"true\"", said);
        }
        using (var settled = await sven.Submit($"/stock/units/{unit}", $"/stock/units/{unit}/doubt", ("opId", Guid.NewGuid().ToString()), ("outcome", "the buyer sends it back")))
            Assert.Equal(HttpStatusCode.SeeOther, settled.StatusCode);
        var life = await sven.Page($"/custody/devices/{device}");
        foreach (var word in new[] { "Admitted to the stock", "Put away", "Reserved", "Picked", "Sold", "no longer holds" })
            Assert.Contains(word, life);
    }

    [Theory]
    [InlineData("REASON01", "seal-broken: S-77", "Siegel S-77 ist gebrochen", "seal S-77 is broken")]
    [InlineData("REASON02", "seal S-78 is broken", "seal S-78 is broken", "seal S-78 is broken")]
    public async Task Why_a_unit_is_blocked_is_said_in_the_readers_language_and_what_older_programs_kept_stays_readable(string serial, string kept, string german, string english)
    {
        var device = Guid.CreateVersion7();
        await Grade(device, serial);
        await InScope<BlockOnDeviceReopened, DeviceReopened>(new DeviceReopened(device, serial, 1, 2, kept));
        foreach (var (language, said) in new[] { ("de", german), ("en", english) })
        {
            using var ada = await SignedInAdmin(language);
            var unit = (await Json(await ada.Get($"/stock/api/units?q={serial}")))[0].GetProperty("unitId").GetGuid();
            Assert.Contains(said, await ada.Page($"/stock/units/{unit}"));
            await Poll.Until(async () => (await ada.Page($"/custody/devices/{device}")).Contains(said, StringComparison.Ordinal), true, Soon, "the device's life says it too");
        }
    }

    [Fact]
    public async Task A_price_that_is_none_is_told_at_its_field_and_stays_as_it_was_typed()
    {
        await Grade(Guid.CreateVersion7(), "TYPED01");
        using var rita = await SignedIn("rita", "resale");
        var unit = (await Json(await rita.Get("/stock/api/units?q=TYPED01")))[0].GetProperty("unitId").GetGuid();
        using var answer = await rita.Submit($"/stock/units/{unit}", $"/stock/units/{unit}/price", ("opId", Guid.NewGuid().ToString()), ("price", "a lot"), ("currency", "CHF"));
        var page = await answer.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("value=\"a lot\"", page);
        Assert.Contains("value=\"CHF\"", page);
        Assert.Contains("id=\"f-price-error\"", page);
    }

    [Fact]
    public async Task Only_resale_and_supervisors_act_and_only_the_house_looks()
    {
        using var nobody = Browser();
        using var rene = await SignedIn("rene", "receiving");
        using var auri = await SignedIn("auri", "auditor");
        foreach (var path in new[] { "/stock/api/units", "/stock/api/groups", "/stock/api/pick-lists", $"/stock/api/units/{Guid.NewGuid()}" })
        {
            Assert.Equal(HttpStatusCode.Unauthorized, (await nobody.Get(path)).StatusCode);
            Assert.Equal(HttpStatusCode.Forbidden, (await rene.Get(path)).StatusCode);
            Assert.NotEqual(HttpStatusCode.Forbidden, (await auri.Get(path)).StatusCode);
        }
        foreach (var path in new[] { "put-away", "put-away/scans", "prices", "reservations", $"reservations/{Guid.NewGuid()}/release", "pick-lists", "pick-lists/PL-000001/picks", "pick-lists/PL-000001/scans", "pick-lists/PL-000001/sale", $"units/{Guid.NewGuid()}/price", $"units/{Guid.NewGuid()}/return", $"units/{Guid.NewGuid()}/doubt/settle" })
        {
            Assert.Equal(HttpStatusCode.Unauthorized, (await nobody.PostJson("/stock/api/" + path, new { })).StatusCode);
            Assert.Equal(HttpStatusCode.Forbidden, (await auri.PostJson("/stock/api/" + path, new { })).StatusCode);
        }
        Assert.Equal(HttpStatusCode.Forbidden, (await auri.Get("/stock/put-away")).StatusCode);
        Assert.Contains("/stock", await auri.Page("/stock"));
    }

    [Fact]
    public async Task Rubbish_and_other_ids_get_clear_answers()
    {
        using var rita = await SignedIn("rita2", "resale");
        var id = Guid.NewGuid();
        await Expect(HttpStatusCode.NotFound, "not-found", await rita.Get($"/stock/api/units/{id}"));
        await Expect(HttpStatusCode.NotFound, "not-found", await rita.PostJson($"/stock/api/reservations/{id}/release", new { opId = id, reason = "x" }));
        await Expect(HttpStatusCode.NotFound, "not-found", await rita.PostJson("/stock/api/pick-lists/PL-999999/sale", new { opId = Guid.NewGuid() }));
        await Expect(HttpStatusCode.NotFound, "not-found", await rita.PostJson("/stock/api/pick-lists", new { opId = Guid.NewGuid(), reservations = new[] { id } }));
        await Expect(HttpStatusCode.NotFound, "not-found", await rita.PostJson("/stock/api/reservations", new { opId = Guid.NewGuid(), buyer = "B", units = new[] { id } }));
        await Expect(HttpStatusCode.BadRequest, "invalid-opid", await rita.PostJson("/stock/api/reservations", new { opId = Guid.Empty, buyer = "B", units = new[] { id } }));
        await Expect(HttpStatusCode.BadRequest, "invalid-units", await rita.PostJson("/stock/api/reservations", new { opId = Guid.NewGuid(), buyer = "B", units = Array.Empty<Guid>() }));
        await Expect(HttpStatusCode.BadRequest, "invalid-buyer", await rita.PostJson("/stock/api/reservations", new { opId = Guid.NewGuid(), buyer = " ", units = new[] { id } }));
        await Expect(HttpStatusCode.BadRequest, "invalid-unit", await PutAway(rita, new string('9', 5000), "A-1"));
        await Expect(HttpStatusCode.NotFound, "unit-unknown", await PutAway(rita, "HTTP9999", "A-1"));
        foreach (var body in new object[] { new { }, new { opId = "no id", buyer = "B", units = new[] { id } }, new { opId = Guid.NewGuid(), buyer = (string?)null, units = new[] { id } }, new { opId = Guid.NewGuid(), buyer = "B", units = "none" } })
            Assert.Equal(HttpStatusCode.BadRequest, (await rita.PostJson("/stock/api/reservations", body)).StatusCode);
        foreach (var scan in new[] { "", new string('A', 300), "WL:place:A1?", "\u0000\u0001", "<script>", "WL:device:ZZZZ0" })
            Assert.InRange((int)(await rita.PostJson("/stock/api/put-away/scans", new { opId = Guid.NewGuid(), payload = scan })).StatusCode, 400, 409);
        Assert.Equal(HttpStatusCode.BadRequest, (await rita.Get("/stock/api/units?state=Nonsense")).StatusCode);
        Assert.Contains("Nothing", await rita.Page("/stock?q=%25%27%22%3B--"));
    }

    private static Task<HttpResponseMessage> PutAway(WebVisitor who, string unit, string bin) => who.PostJson("/stock/api/put-away", new { opId = Guid.NewGuid(), unit, bin });

    private static async Task<JsonElement> Scan(WebVisitor who, string list, string payload) => await Json(await who.PostJson($"/stock/api/pick-lists/{list}/scans", new { opId = Guid.NewGuid(), payload }));

    private static async Task Expect(HttpStatusCode status, string rule, HttpResponseMessage answer)
    {
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.StatusCode == status && text.Contains($"\"{rule}\""), $"expected {(int)status} {rule}, got {(int)answer.StatusCode}: {text}");
    }

    private static async Task<JsonElement> Json(HttpResponseMessage answer)
    {
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.IsSuccessStatusCode, $"{answer.RequestMessage!.RequestUri} answered {(int)answer.StatusCode}: {text}");
        return JsonSerializer.Deserialize<JsonElement>(text);
    }

    // Resale hears of the place by event.
    private async Task Place(WebVisitor sven, string code, string kind)
    {
        await Json(await sven.PostJson("/returns/api/places", new { opId = Guid.NewGuid(), code, kind }));
        await Poll.Until(() => In<ResaleDb, bool>(db => db.Places.AnyAsync(place => place.Code == code)), true, Soon, $"resale knows {code}");
    }

    private Task<bool> Matter(string kind) => In<CustodyDb, bool>(db => db.Matters.AnyAsync(row => row.IsOpen && row.Name == "HTTP0001" && row.Kind == Enum.Parse<MatterKind>(kind)));

    private Task Grade(Guid device, string serial) => InScope<AdmitOnDeviceGraded, DeviceGraded>(Shelf.Graded(device, serial));

    private async Task<T> In<TDb, T>(Func<TDb, Task<T>> read) where TDb : notnull
    {
        await using var scope = Services.CreateAsyncScope();
        return await read(scope.ServiceProvider.GetRequiredService<TDb>());
    }

    private async Task InScope<TConsumer, TEvent>(TEvent happened) where TConsumer : IConsumer<TEvent> where TEvent : class
    {
        await using var scope = Services.CreateAsyncScope();
        await ActivatorUtilities.CreateInstance<TConsumer>(scope.ServiceProvider).Consume(Delivery.Of(happened, Guid.CreateVersion7()));
    }
}
