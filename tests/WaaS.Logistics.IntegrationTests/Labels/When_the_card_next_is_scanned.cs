using System.Text.Json;
using MassTransit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using WaaS.Logistics.IntegrationTests.Platform.Web;
using WaaS.Logistics.IntegrationTests.Refurbishment;
using WaaS.Logistics.IntegrationTests.Resale;
using WaaS.Logistics.IntegrationTests.Sanitization;
using WaaS.Logistics.IntegrationTests.Sanitization.Pages;
using WaaS.Logistics.Messages.Refurbishment;
using WaaS.Logistics.Messages;
using WaaS.Logistics.Messages.Sanitization;
using WaaS.Logistics.Platform.Data;
using WaaS.Logistics.Platform.Security;
using WaaS.Logistics.Refurbishment.HearGate;
using WaaS.Logistics.Resale.AdmitUnit;
using WaaS.Logistics.Resale.Data;
using WaaS.Logistics.Returns.Data;
using WaaS.Logistics.Returns.Fleet;
using WaaS.Logistics.Scanning;
using WaaS.Logistics.Testbed;
using Xunit;

namespace WaaS.Logistics.IntegrationTests.Labels;

public sealed class When_the_card_next_is_scanned_on_sqlite(ProductOnSqlite product) : When_the_card_next_is_scanned(product), IClassFixture<ProductOnSqlite>;

public sealed class When_the_card_next_is_scanned_on_servers(ProductOnPostgres product) : When_the_card_next_is_scanned(product), IClassFixture<ProductOnPostgres>;

/// <summary>One card at every station: on to what waits next for this person, and a plain word where nothing does.</summary>
public abstract class When_the_card_next_is_scanned(RunningProduct product)
{
    private static readonly string Next = OwnCode.Create(OwnCodeKind.Command, "NEXT").ToString();

    [Fact]
    public async Task Refurbishment_opens_the_device_that_waits_longest()
    {
        const string queue = "/refurb/api/scans";
        using var tina = await product.Somebody(Roles.Refurbishment);
        Assert.Equal(("NOTHING WAITS", "ok", null), Said(await Scan(tina, queue)));
        Guid[] devices = [Guid.CreateVersion7(), Guid.CreateVersion7()];
        foreach (var device in devices)
            await Tell<OpenInspectionOnDeviceCleared, DeviceCleared>(InspectionRoom.Cleared(device, serial: $"NEXT{device:N}"[..14]));
        foreach (var (door, next) in new[] { (queue, devices[0]), (Bench(devices[0]), devices[1]), (Bench(devices[1]), devices[0]) })
            Assert.Equal($"/refurb/devices/{next}", Said(await Scan(tina, door)).Go);
        await Json(await tina.PostJson($"/refurb/api/devices/{devices[0]}/inspection", new { opId = Guid.NewGuid() }));
        Assert.Equal($"/refurb/devices/{devices[1]}", Said(await Scan(tina, Bench(devices[0]))).Go);
        var alone = await Scan(tina, Bench(devices[1]));
        Assert.Equal(("NOTHING WAITS", "ok", null), Said(alone));
        Assert.Contains("other", alone.GetProperty("next").GetString());
    }

    [Fact]
    public async Task The_stock_names_the_next_device_and_the_next_bin()
    {
        const string putAway = "/stock/api/put-away/scans";
        using var rita = await product.Somebody(Roles.Resale, Roles.Supervisor);
        foreach (var code in new[] { "N-1", "N-2" })
        {
            await Json(await rita.PostJson("/returns/api/places", new { opId = Guid.NewGuid(), code, kind = "sellable" }));
            await Poll.Until(() => In<ResaleDb, bool>(db => db.Places.AnyAsync(place => place.Code == code)), true, TimeSpan.FromSeconds(30), $"resale knows {code}");
        }
        Assert.Equal(("NOTHING WAITS", "ok", null), Said(await Scan(rita, putAway)));
        foreach (var serial in new[] { "NEXTUNIT1", "NEXTUNIT2", "NEXTUNIT3" })
            await Tell<AdmitOnDeviceGraded, DeviceGraded>(Shelf.Graded(Guid.CreateVersion7(), serial));
        Assert.Contains("NEXTUNIT1", (await Scan(rita, putAway)).GetProperty("subject").GetString());
        await Scan(rita, putAway, "NEXTUNIT1");
        Assert.Contains("NEXTUNIT2", (await Scan(rita, putAway)).GetProperty("subject").GetString());
        foreach (var payload in new[] { "N-2", "NEXTUNIT2", "N-1" })
            await Scan(rita, putAway, payload);
        var into = await Scan(rita, putAway);
        Assert.Contains("NEXTUNIT3", into.GetProperty("subject").GetString());
        Assert.Contains("N-1", into.GetProperty("next").GetString());
        await Scan(rita, putAway, "NEXTUNIT3");
        Assert.Equal("NOTHING WAITS", Said(await Scan(rita, putAway)).Word);

        var units = (await Json(await rita.Get("/stock/api/units?q=NEXTUNIT"))).EnumerateArray().ToDictionary(unit => unit.GetProperty("serial").GetString()!, unit => unit.GetProperty("unitId").GetGuid());
        foreach (var unit in units.Values)
            await Json(await rita.PostJson($"/stock/api/units/{unit}/price", new { opId = Guid.NewGuid(), priceMinor = 39900, currency = "EUR" }));
        var reserved = await Json(await rita.PostJson("/stock/api/reservations", new { opId = Guid.NewGuid(), buyer = "Kaufhaus Nord", units = units.Values }));
        var list = (await Json(await rita.PostJson("/stock/api/pick-lists", new { opId = Guid.NewGuid(), reservations = reserved.GetProperty("reservations").EnumerateArray().Select(row => row.GetProperty("reservationId").GetGuid()) }))).GetProperty("number").GetString();
        var pick = $"/stock/api/pick-lists/{list}/scans";
        Assert.Equal("N-1", Said(await Scan(rita, pick)).Word);
        await Scan(rita, pick, "N-1");
        Assert.Equal("N-2", Said(await Scan(rita, pick)).Word);
        foreach (var payload in new[] { "NEXTUNIT3", "N-2", "NEXTUNIT1" })
            await Scan(rita, pick, payload);
        var rest = await Scan(rita, pick);
        Assert.Equal(("NOTHING ELSE", "look", "NEXTUNIT2"), (Said(rest).Word, Said(rest).Tone, rest.GetProperty("subject").GetString()));
        await Scan(rita, pick, "NEXTUNIT2");
        Assert.Equal(("ALL PICKED", "ok", $"/stock/pick-lists/{list}"), Said(await Scan(rita, pick)));
    }

    [Fact]
    public async Task Dock_and_desk_say_what_is_outstanding()
    {
        using var rene = await product.Somebody(Roles.Receiving, Roles.Supervisor, Roles.Office);
        foreach (var (code, kind) in new[] { ("NX-DOCK", "dock"), ("NX-SEC", "secured"), ("NX-QUA", "quarantine") })
            await Json(await rene.PostJson("/returns/api/places", new { opId = Guid.NewGuid(), code, kind }));
        const string dock = "/returns/api/dock/scans?place=NX-DOCK";
        Assert.Equal(("NONE OUTSTANDING", "look", null), Said(await Scan(rene, dock)));
        var device = await Rented("NEXTBACK1");
        var order = (await Json(await rene.PostJson("/returns/api/orders", new { opId = Guid.NewGuid(), contract = "NX-1" }))).GetProperty("number").GetString();
        await Json(await rene.PostJson($"/returns/api/orders/{order}/shipments", new { opId = Guid.NewGuid(), carrier = "DHL", parcels = new string?[] { null } }));
        Assert.Equal(("NEXT PARCEL", "ok", null), Said(await Scan(rene, dock)));
        var session = (await Json(await rene.PostJson("/returns/api/sessions", new { opId = Guid.NewGuid(), order, place = "NX-SEC", quarantinePlace = "NX-QUA" }))).GetProperty("sessionId").GetGuid();
        var desk = $"/returns/api/sessions/{session}/scans";
        var outstanding = await Scan(rene, desk);
        Assert.Equal("NEXT DEVICE", Said(outstanding).Word);
        Assert.Contains("One is still expected", outstanding.GetProperty("next").GetString());
        // A question is left by the card, and so are the carriers of a device.
        var slip = Guid.NewGuid();
        Assert.Equal("question", (await Scan(rene, desk, "NEXTBACKI", slip)).GetProperty("kind").GetString());
        Assert.Equal($"/returns/sessions/{session}", Said(await Scan(rene, $"{desk}?asked={slip}")).Go);
        var received = (await Scan(rene, desk, "NEXTBACK1")).GetProperty("device");
        Assert.Equal(device, received.GetProperty("deviceId").GetGuid());
        Assert.Equal($"/returns/sessions/{session}", Said(await Scan(rene, $"/returns/api/sessions/{session}/devices/{received.GetProperty("scanId").GetGuid()}/carriers/scans")).Go);
        Assert.Equal(("ALL HERE", "look", null), Said(await Scan(rene, desk)));
    }

    private static string Bench(Guid device) => $"/refurb/api/devices/{device}/scans";

    private static async Task<JsonElement> Scan(WebVisitor who, string door, string? payload = null, Guid? opId = null) => await Json(await who.PostJson(door, new { opId = opId ?? Guid.NewGuid(), payload = payload ?? Next }));

    private static (string? Word, string? Tone, string? Go) Said(JsonElement answer) => (answer.GetProperty("word").GetString(), answer.GetProperty("tone").GetString(), answer.GetProperty("go").GetString());

    private static Task<JsonElement> Json(HttpResponseMessage answer) => Shopfloor.Json(answer);

    private async Task<Guid> Rented(string serial)
    {
        var device = new FleetDevice(new RentedDevice(Guid.CreateVersion7(), "HP", "EliteBook 840 G8", serial, 1, "normal", null), new RentedUnder(Guid.CreateVersion7(), "NX-1", "Stadtwerke Beispiel", new DateOnly(2026, 12, 31)));
        await In<ReturnsDb, int>(db =>
        {
            db.Fleet.Add(device);
            return db.SaveChangesAsync();
        });
        return device.Id;
    }

    private async Task<T> In<TDb, T>(Func<TDb, Task<T>> work) where TDb : ServiceDb
    {
        await using var scope = product.Services.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<TDb>());
    }

    private async Task Tell<TConsumer, TEvent>(TEvent happened) where TConsumer : IConsumer<TEvent> where TEvent : class
    {
        await using var scope = product.Services.CreateAsyncScope();
        await ActivatorUtilities.CreateInstance<TConsumer>(scope.ServiceProvider).Consume(Delivery.Of(happened, Guid.CreateVersion7()));
    }
}
