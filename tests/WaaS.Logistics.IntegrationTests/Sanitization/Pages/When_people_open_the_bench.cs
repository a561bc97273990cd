using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using WaaS.Logistics.IntegrationTests.Platform.Web;
using WaaS.Logistics.Platform.Security;
using WaaS.Logistics.Sanitization.Data;
using WaaS.Logistics.Sanitization.HoldDevice;
using WaaS.Logistics.Sanitization.Orders;
using WaaS.Logistics.Sanitization.ShowBench;
using WaaS.Logistics.Sayings;
using WaaS.Logistics.Scanning;

namespace WaaS.Logistics.IntegrationTests.Sanitization.Pages;

/// <summary>The operator's main screen: what waits, why, and where a scan leads.</summary>
public abstract class When_people_open_the_bench(RunningProduct product)
{
    [Fact]
    public async Task A_scan_opens_the_device_by_serial_by_tag_and_by_carrier()
    {
        var carrier = BenchOrders.Carrier();
        var order = await product.Receive(carriers: carrier);
        using var otto = await product.Somebody(Roles.WipeOperator);
        foreach (var payload in new[] { order.Serial, order.Serial.ToLowerInvariant(), OwnCode.Create(OwnCodeKind.Device, order.DeviceId).ToString(), carrier })
        {
            var answer = await Scan(otto, payload);
            Assert.Equal(($"/wipe/orders/{order.Id}", "again", "Ready"), (answer.GetProperty("go").GetString(), answer.GetProperty("tone").GetString(), answer.GetProperty("word").GetString()));
        }
    }

    [Theory]
    [InlineData("NEVERSEEN4711", "Unknown")]
    [InlineData("WL:device:ABCDEF", "Misread")]
    [InlineData("To be filled by O.E.M.", "No serial")]
    public async Task What_nobody_knows_is_a_look_and_opens_nothing(string payload, string word)
    {
        using var otto = await product.Somebody(Roles.WipeOperator);
        var answer = await Scan(otto, payload);
        Assert.Equal(("look", word, JsonValueKind.Null), (answer.GetProperty("tone").GetString(), answer.GetProperty("word").GetString(), answer.GetProperty("go").ValueKind));
        Assert.True(answer.GetProperty("next").GetString()!.Length > 20);
    }

    [Fact]
    public async Task A_serial_two_devices_claim_is_a_stop()
    {
        var carrier = BenchOrders.Carrier();
        await product.Receive(carriers: carrier);
        await product.Receive(carriers: carrier);
        using var otto = await product.Somebody(Roles.WipeOperator);
        var answer = await Scan(otto, carrier);
        Assert.Equal(("stop", "Stands twice"), (answer.GetProperty("tone").GetString(), answer.GetProperty("word").GetString()));
    }

    [Fact]
    public async Task A_label_nobody_knows_is_offered_as_the_carrier_that_could_not_be_read_to_those_who_may_record_it()
    {
        var order = await product.Receive(carriers: [null]);
        using var otto = await product.Somebody(Roles.WipeOperator);
        using var auri = await product.Somebody(Roles.Auditor);
        var label = BenchOrders.Carrier();
        Assert.Contains($"/slots/{order.Slots[0].Id}/carrier?serial={label}", (await Scan(otto, label, order.Id)).GetProperty("go").GetString());
        Assert.Equal(JsonValueKind.Null, (await Scan(auri, label, order.Id)).GetProperty("go").ValueKind);
    }

    [Fact]
    public async Task Every_waiting_thing_names_its_rule_what_is_missing_and_who_can_do_it()
    {
        var unread = await product.Receive(carriers: [null]);
        var uncounted = await product.Receive(expected: null, carriers: BenchOrders.Carrier());
        using var otto = await product.Somebody(Roles.WipeOperator);
        var page = await otto.Page("/wipe");
        foreach (var sentence in new[] { unread.Serial, "The carrier's serial is not known.", "Record the carrier's serial from its label.", "Operator", uncounted.Serial, "It is not known how many carriers the device has.", "Two persons at the bench" })
            Assert.Contains(sentence, page);
    }

    [Fact]
    public async Task It_sees_the_same_blockers_as_the_gate()
    {
        var carrier = BenchOrders.Carrier();
        var twice = await product.Receive(carriers: carrier);
        await product.Receive(carriers: carrier);
        using var olga = await product.Somebody(Roles.Office);
        await olga.Send<JsonElement>(HttpMethod.Post, "/wipe/api/holds", new { opId = Guid.NewGuid(), deviceId = twice.DeviceId, kind = "dispute", reason = "whose is it" });
        await using var scope = product.Services.CreateAsyncScope();
        var bench = await scope.ServiceProvider.GetRequiredService<ReadBench>().Handle(default);
        var lookup = scope.ServiceProvider.GetRequiredService<OrderLookup>();
        Assert.Contains(bench.Orders, seen => seen.Order.Id == twice.Id && seen.Order.Blockers.Any(blocker => blocker.Rule == "carrier-twice") && seen.Order.Blockers.Any(blocker => blocker.Rule == "hold"));
        foreach (var seen in bench.Orders)
        {
            var order = await lookup.Load(seen.Order.Id, default);
            Assert.Equal(order.Blockers(await lookup.Facts(order, default)).Select(blocker => (blocker.Rule, blocker.Slot, blocker.Detail)), seen.Order.Blockers.Select(blocker => (blocker.Rule, blocker.Slot, blocker.Detail)));
        }
    }

    [Theory]
    [InlineData("/wipe", "Ready to wipe", "Bereit zur Löschung")]
    [InlineData("/wipe/orders", "Orders", "Aufträge")]
    [InlineData("/wipe/reviews", "Evidence review", "Nachweise prüfen")]
    [InlineData("/wipe/holds", "Holds", "Löschsperren")]
    [InlineData("/wipe/certificates", "Certificates", "Zertifikate")]
    [InlineData("/wipe/policies", "four eyes: not the operator", "vier Augen: nicht der Bediener")]
    [InlineData("/wipe/stations", "Stations", "Löschstationen")]
    [InlineData("/verify", "Is this certificate true?", "Ist dieses Zertifikat echt?")]
    public async Task Each_page_speaks_both_languages(string path, string english, string german)
    {
        await product.Receive(carriers: BenchOrders.Carrier());
        foreach (var (language, word) in new[] { ("en", english), ("de", german) })
        {
            using var ada = await product.SignedInAdmin(language);
            Assert.Contains(word, await ada.Page(path), StringComparison.OrdinalIgnoreCase);
        }
    }

    [Fact]
    public async Task A_device_leads_to_its_newest_order()
    {
        var order = await product.Receive(carriers: BenchOrders.Carrier());
        using var auri = await product.Somebody(Roles.Auditor);
        using var answer = await auri.Get($"/wipe/devices/{order.DeviceId}");
        Assert.Equal((HttpStatusCode.SeeOther, $"/wipe/orders/{order.Id}"), (answer.StatusCode, answer.Headers.Location!.OriginalString));
        using var nothing = await auri.Get($"/wipe/devices/{Guid.NewGuid()}");
        Assert.Equal(HttpStatusCode.NotFound, nothing.StatusCode);
    }

    [Fact]
    public async Task Why_an_order_was_reopened_and_held_is_said_in_the_readers_language()
    {
        var order = await product.Receive(carriers: BenchOrders.Carrier());
        await product.InSanitization(async db =>
        {
            var whole = await db.WholeOrders.SingleAsync(row => row.Id == order.Id);
            whole.DoubtEverything(ReopeningCause.SealBroken, Saying.Of(SaidWord.SealBroken, "S-9"), db.Now);
            db.Holds.Add(new WipeHold(order.DeviceId, HoldKind.ExtensionAgreed, Saying.Of(SaidWord.ContractGoesOn, "MV-9"), null, Actor.Policy, db.Now));
            return await db.SaveChangesAsync();
        });
        foreach (var (language, sentences) in new (string, string[])[] { ("de", ["Siegel S-9 ist gebrochen", "Vertrag MV-9 läuft weiter", "die Löschrichtlinie"]), ("en", ["seal S-9 is broken", "contract MV-9 goes on", "the policy"]) })
        {
            using var ada = await product.SignedInAdmin(language);
            var page = await ada.Page($"/wipe/orders/{order.Id}");
            Assert.All(sentences, sentence => Assert.Contains(sentence, page));
        }
    }

    private static Task<JsonElement> Scan(WebVisitor person, string payload, Guid? order = null) =>
        person.Send<JsonElement>(HttpMethod.Post, "/wipe/api/scans" + (order is null ? "" : $"?order={order}"), new { opId = Guid.NewGuid(), payload });
}

public sealed class When_people_open_the_bench_on_sqlite(ProductOnSqlite product) : When_people_open_the_bench(product), IClassFixture<ProductOnSqlite>;

public sealed class When_people_open_the_bench_on_postgres(ProductOnPostgres product) : When_people_open_the_bench(product), IClassFixture<ProductOnPostgres>;
