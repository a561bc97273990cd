using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using WaaS.Logistics.IntegrationTests.Platform.Web;
using WaaS.Logistics.IntegrationTests.Sanitization;
using WaaS.Logistics.Messages;
using WaaS.Logistics.Platform.Security;
using WaaS.Logistics.Resale.Data;
using WaaS.Logistics.Returns.Data;
using WaaS.Logistics.Returns.Fleet;
using WaaS.Logistics.Scanning;
using WaaS.Logistics.Scanning.Layout;
using WaaS.Logistics.Testbed;
using Xunit;
using static System.Net.HttpStatusCode;

namespace WaaS.Logistics.IntegrationTests.Labels;

public sealed class When_labels_are_printed_on_sqlite(ProductOnSqlite product) : When_labels_are_printed(product), IClassFixture<ProductOnSqlite>;

public sealed class When_labels_are_printed_on_servers(ProductOnPostgres product) : When_labels_are_printed(product), IClassFixture<ProductOnPostgres>;

/// <summary>Each door, by the right people and the wrong ones; what comes out is printed and scanned.</summary>
public abstract class When_labels_are_printed(RunningProduct product)
{
    private readonly Shopfloor _floor = new(product);

    [Fact]
    public async Task Cards_of_a_station_come_in_the_language_that_is_asked_for()
    {
        using var rene = await product.SignedIn("rene-cards", Roles.Receiving);
        var german = await LabelReader.Of(rene.Get("/returns/api/labels/commands?lang=de"));
        Assert.Equal("command-cards-de.pdf", german.Name);
        Assert.All(["Zurücknehmen", "Akku gefährlich", "Einbauplatz leer"], word => Assert.Contains(word, german.Words.ReplaceLineEndings(" ")));
        string[] ids = ["UNDO", "DAMAGED", "BATTERY", "CLOSE", "EMPTY", "UNKNOWN", "DONE", "NEXT", "ACK"];
        Assert.Equal(ids.Select(Card).Order(), german.Codes.Order());
        // The person's own language where none is asked for.
        Assert.Contains("Take back", (await LabelReader.Of(rene.Get("/returns/api/labels/commands?symbol=code128"))).Words.ReplaceLineEndings(" "));
        Assert.Equal([Calibration.Text], (await LabelReader.Of(rene.Get("/returns/api/labels/calibration?paper=100x50"))).Codes);
        using var tina = await product.SignedIn("tina-cards", Roles.Refurbishment);
        Assert.Contains(Card("GRADEA"), (await LabelReader.Of(tina.Get("/refurb/api/labels/commands"))).Codes);
        using var rita = await product.SignedIn("rita-cards", Roles.Resale);
        Assert.Equal(new[] { "DONE", "CLOSE", "NEXT", "ACK" }.Select(Card).Order(), (await LabelReader.Of(rita.Get("/stock/api/labels/commands"))).Codes.Order());
        using var otto = await product.SignedIn("otto-cards", Roles.WipeOperator);
        var bench = await LabelReader.Of(otto.Get("/wipe/api/labels/commands?lang=de"));
        Assert.Equal(("command-cards-wipe-de.pdf", true), (bench.Name, bench.Words.Contains("Weiter", StringComparison.Ordinal)));
        Assert.Equal(new[] { "NEXT", "ACK" }.Select(Card).Order(), bench.Codes.Order());
        Assert.Contains("/wipe/api/labels/commands", await otto.Page("/wipe"));
        Assert.Contains(Card("UNDO"), await rene.Page("/returns/labels"));
        Assert.Contains("/stock/api/labels/bins", await rita.Page("/stock/labels"));
        Assert.Contains("/refurb/api/labels/commands", await tina.Page("/refurb"));
    }

    [Fact]
    public async Task Places_and_bins_have_labels_and_a_bin_is_a_sellable_place()
    {
        using var sven = await product.SignedIn("sven-places", Roles.Supervisor);
        foreach (var (code, kind) in new[] { ("LBL-SEC-1", "secured"), ("LBL-A-1", "sellable") })
            await Shopfloor.Json(await sven.PostJson("/returns/api/places", new { opId = Guid.NewGuid(), code, kind }));
        var place = await LabelReader.Of(sven.Get("/returns/api/labels/places?place=lbl-sec-1&paper=62x29&lang=de"));
        Assert.Equal(("place-LBLSEC1-de.pdf", OwnCode.Create(OwnCodeKind.Place, "LBLSEC1").ToString()), (place.Name, Assert.Single(place.Codes)));
        Assert.Contains("LBL-SEC-1", place.Words);
        Assert.Contains(place.Codes[0], (await LabelReader.Of(sven.Get("/returns/api/labels/places"))).Codes);
        await Poll.Until(() => In<ResaleDb, bool>(db => db.Places.AnyAsync(row => row.Code == "LBL-A-1")), true, TimeSpan.FromSeconds(30), "resale knows the bin");
        await Poll.Until(() => In<ResaleDb, bool>(db => db.Places.AnyAsync(row => row.Code == "LBL-SEC-1")), true, TimeSpan.FromSeconds(30), "resale knows the other place");
        using var rita = await product.SignedIn("rita-places", Roles.Resale);
        var bins = await LabelReader.Of(rita.Get("/stock/api/labels/bins"));
        Assert.Contains(OwnCode.Create(OwnCodeKind.Place, "LBLA1").ToString(), bins.Codes);
        Assert.DoesNotContain(place.Codes[0], bins.Codes);
        using var zpl = await rita.Get("/stock/api/labels/bins?bin=LBL-A-1&paper=100x50&format=zpl");
        Assert.Equal("bin-LBLA1-en.zpl", zpl.Content.Headers.ContentDisposition!.FileName);
        Assert.StartsWith("^XA^CI28", await zpl.Content.ReadAsStringAsync());
        await Shopfloor.Refused(Conflict, "wrong-bin", rita.Get("/stock/api/labels/bins?bin=LBL-SEC-1"));
        await Shopfloor.Refused(NotFound, "bin-unknown", rita.Get("/stock/api/labels/bins?bin=NOWHERE"));
        await Shopfloor.Refused(BadRequest, "place-unknown", sven.Get("/returns/api/labels/places?place=NOWHERE"));
    }

    [Fact]
    public async Task Devices_of_an_order_get_tags_but_not_those_that_were_withdrawn()
    {
        using var sven = await product.SignedIn("sven-tags", Roles.Supervisor, Roles.Office);
        var (number, stays, leaves) = await Announced(sven);
        var tags = await LabelReader.Of(sven.Get($"/returns/api/labels/devices?order={number}&lang=de"));
        Assert.Equal(($"tags-{number}-de.pdf", OwnCode.Create(OwnCodeKind.Device, stays).ToString()), (tags.Name, Assert.Single(tags.Codes)));
        Assert.Contains("TAGSTAY1", tags.Words);
        Assert.Contains("Büro-Gerät", tags.Words);
        await Shopfloor.Refused(Conflict, "device-withdrawn", sven.Get($"/returns/api/labels/devices?order={number}&device={leaves}"));
        await Shopfloor.Refused(NotFound, "not-found", sven.Get($"/returns/api/labels/devices?order={number}&device={Guid.NewGuid()}"));
        await Shopfloor.Refused(NotFound, "not-found", sven.Get("/returns/api/labels/devices?order=RMA-0000-0000"));
        await Shopfloor.Refused(BadRequest, "invalid-order", sven.Get("/returns/api/labels/devices"));
        // The form says it where it was typed.
        using var page = await sven.Get("/returns/labels/devices?order=RMA-0000-0000&paper=62x29");
        Assert.Equal(NotFound, page.StatusCode);
        Assert.Contains("f-order-error", await page.Content.ReadAsStringAsync());
        Assert.Single((await LabelReader.Of(sven.Get($"/returns/labels/devices?order={number}&paper=100x50"))).Codes);
        Assert.Contains($"/returns/api/labels/devices?order={number}", await sven.Page($"/returns/orders/{number}"));
    }

    [Fact]
    public async Task A_wipe_label_says_what_the_server_knows_at_that_moment()
    {
        using var otto = await _floor.Anybody("otto-label");
        using var station = await _floor.Enrol(otto, "label bench");
        var order = await _floor.Received(Sanitization.Documents.Arrival("LABEL-1", 1, new CarrierSlot("A", "LABEL-CARR-1")), otto);
        var at = $"/wipe/api/orders/{Id(order)}";
        var carrier = $"{at}/slots/{order.GetProperty("slots")[0].GetProperty("id").GetGuid()}/label";
        await Shopfloor.Refused(Conflict, "result-open", otto.Get($"{at}/label"));
        await Shopfloor.Refused(Conflict, "result-open", otto.Get(carrier));

        var hold = (await Shopfloor.Json(await otto.PostJson("/wipe/api/holds", new { opId = Guid.NewGuid(), deviceId = order.GetProperty("order").GetProperty("deviceId").GetGuid(), kind = "Legal", reason = "court" }))).GetProperty("holdId").GetGuid();
        foreach (var door in new[] { $"{at}/label", carrier })
        {
            var held = await LabelReader.Of(otto.Get($"{door}?lang=de"));
            Assert.Contains("NICHT LÖSCHEN", held.Words.ReplaceLineEndings(" "));
            Assert.DoesNotContain("GELÖSCHT", held.Words);
        }
        await Shopfloor.Json(await otto.PostJson($"/wipe/api/holds/{hold}/lift", new { opId = Guid.NewGuid(), reason = "settled in court" }));

        await station.Wipe(await station.Claim("LABEL-CARR-1"));
        var number = (await _floor.Order(otto, "LABEL-1")).GetProperty("certificates")[0].GetProperty("number").GetString()!;
        foreach (var door in new[] { $"{at}/label", carrier })
        {
            var cleared = await LabelReader.Of(otto.Get($"{door}?lang=de"));
            Assert.Equal("wipe-LABEL1-de.pdf", cleared.Name);
            Assert.All(["GELÖSCHT", number, "LABEL-CARR-1"], word => Assert.Contains(word, cleared.Words));
            Assert.Equal($"{product.Address.ToString().TrimEnd('/')}/verify/{number}", Assert.Single(cleared.Codes));
        }
        Assert.Contains("CLEARED", (await LabelReader.Of(otto.Get($"{at}/label?lang=en&paper=100x50"))).Words);
        Assert.Contains($"{at}/label", await otto.Page($"/wipe/orders/{Id(order)}"));

        await Shopfloor.Json(await otto.PostJson($"/wipe/api/certificates/{number}/revocation", new { opId = Guid.NewGuid(), reason = "wrong carrier" }));
        await Shopfloor.Refused(Conflict, "result-open", otto.Get($"{at}/label"));
        await Shopfloor.Refused(Conflict, "result-open", otto.Get(carrier));
        await Shopfloor.Refused(NotFound, "not-found", otto.Get($"/wipe/api/orders/{Guid.NewGuid()}/label"));
        await Shopfloor.Refused(NotFound, "not-found", otto.Get($"{at}/slots/{Guid.NewGuid()}/label"));
    }

    [Fact]
    public async Task A_badge_is_printed_with_its_code_and_without_its_pin()
    {
        using var admin = await product.SignedInAdmin("de");
        var person = await product.Person("bernd-badge", Roles.Receiving);
        var at = $"/admin/api/people/{person}/badge";
        await Shopfloor.Refused(Conflict, "no-badge-to-print", admin.PostJson($"{at}/label", new { badge = "WL:badge:X" }));
        var code = (await Shopfloor.Json(await admin.SendJson(HttpMethod.Put, at, new { badge = (string?)null, pin = "7391" }))).GetProperty("badge").GetString()!;
        var label = await LabelReader.Of(admin.PostJson($"{at}/label?lang=de", new { badge = code }));
        Assert.Equal(("badge-de.pdf", code), (label.Name, Assert.Single(label.Codes)));
        Assert.Contains("Person bernd-badge", label.Words.ReplaceLineEndings(" "));
        Assert.DoesNotContain("7391", label.Words);
        var page = $"/admin/people/{person}";
        Assert.Single((await LabelReader.Of(admin.Submit(page, $"{page}/badge/label", ("code", code.ToLowerInvariant())))).Codes);
        using var wrong = await admin.Submit(page, $"{page}/badge/label", ("code", "WL:badge:OTHER"));
        Assert.Equal(BadRequest, wrong.StatusCode);
        await Shopfloor.Refused(BadRequest, "badge-not-theirs", admin.PostJson($"{at}/label", new { badge = "WL:badge:OTHER" }));
        await product.Badge(person, "FOREIGN-CARD-0001", "7391");
        await Shopfloor.Refused(Conflict, "badge-of-others", admin.PostJson($"{at}/label", new { badge = "FOREIGN-CARD-0001" }));
    }

    [Fact]
    public async Task What_cannot_be_printed_so_is_refused_with_the_choice_there_is()
    {
        using var rene = await product.SignedIn("rene-odd", Roles.Receiving);
        await Shopfloor.Refused(BadRequest, "invalid-lang", rene.Get("/returns/api/labels/commands?lang=fr"));
        await Shopfloor.Refused(BadRequest, "print-choice", rene.Get("/returns/api/labels/commands?paper=a5"));
        await Shopfloor.Refused(BadRequest, "print-choice", rene.Get("/returns/api/labels/commands?symbol=aztec"));
        await Shopfloor.Refused(BadRequest, "print-choice", rene.Get("/returns/api/labels/commands?format=png"));
        await Shopfloor.Refused(BadRequest, "zpl-needs-label", rene.Get("/returns/api/labels/commands?format=zpl"));
        await Shopfloor.Refused(BadRequest, "bars-need-room", rene.Get("/returns/api/labels/commands?symbol=code128&paper=62x29"));
    }

    [Fact]
    public async Task Nobody_prints_what_is_not_their_work()
    {
        var id = Guid.NewGuid();
        using var stranger = product.Browser();
        using var auri = await product.SignedIn("auri-print", Roles.Auditor, Roles.Office, Roles.Releaser);
        using var rene = await product.SignedIn("rene-print", Roles.Receiving);
        foreach (var door in new[] { "/returns/api/labels/commands", "/returns/api/labels/calibration", "/returns/api/labels/places", "/returns/api/labels/devices", "/stock/api/labels/bins", "/stock/api/labels/commands", "/refurb/api/labels/commands", $"/wipe/api/orders/{id}/label", $"/wipe/api/orders/{id}/slots/{id}/label" })
        {
            Assert.Equal(Unauthorized, (await stranger.Get(door)).StatusCode);
            Assert.Equal(Forbidden, (await auri.Get(door)).StatusCode);
            if (!door.StartsWith("/returns", StringComparison.Ordinal))
                Assert.Equal(Forbidden, (await rene.Get(door)).StatusCode);
        }
        Assert.Equal(Forbidden, (await rene.PostJson($"/admin/api/people/{id}/badge/label", new { badge = "x" })).StatusCode);
        Assert.DoesNotContain("/returns/labels", await auri.Page("/returns"));
    }

    private async Task<(string Number, Guid Stays, Guid Leaves)> Announced(WebVisitor who)
    {
        FleetDevice[] devices = [.. new[] { "TAGSTAY1", "TAGLEAVE1" }.Select(serial =>
            new FleetDevice(new RentedDevice(Guid.CreateVersion7(), "Hersteller Süd", "Büro-Gerät 14", serial, 1, "normal", null), new RentedUnder(Guid.CreateVersion7(), "C-TAG", "Stadtwerke Beispiel", new DateOnly(2026, 12, 31))))];
        await In<ReturnsDb, int>(db =>
        {
            db.Fleet.AddRange(devices);
            return db.SaveChangesAsync();
        });
        var number = (await Shopfloor.Json(await who.PostJson("/returns/api/orders", new { opId = Guid.NewGuid(), contract = "C-TAG" }))).GetProperty("number").GetString()!;
        await In<ReturnsDb, int>(async db =>
        {
            (await db.Expected.SingleAsync(row => row.DeviceId == devices[1].Id)).Withdraw();
            return await db.SaveChangesAsync();
        });
        return (number, devices[0].Id, devices[1].Id);
    }

    private async Task<T> In<TDb, T>(Func<TDb, Task<T>> work) where TDb : notnull
    {
        await using var scope = product.Services.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<TDb>());
    }

    private static string Card(string id) => OwnCode.Create(OwnCodeKind.Command, id).ToString();

    private static Guid Id(JsonElement order) => order.GetProperty("order").GetProperty("id").GetGuid();
}
