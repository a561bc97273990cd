using System.Text.Json;
using WaaS.Logistics.IntegrationTests.Platform.Web;
using WaaS.Logistics.IntegrationTests.Sanitization;
using WaaS.Logistics.IntegrationTests.Sanitization.Pages;
using WaaS.Logistics.Platform.Security;
using WaaS.Logistics.Scanning;
using WaaS.Logistics.Testbed;
using Xunit;

namespace WaaS.Logistics.IntegrationTests.Labels;

public sealed class When_the_card_next_is_scanned_at_the_wipe_bench_on_sqlite(ProductOnSqlite product) : When_the_card_next_is_scanned_at_the_wipe_bench(product), IClassFixture<ProductOnSqlite>;

public sealed class When_the_card_next_is_scanned_at_the_wipe_bench_on_servers(ProductOnPostgres product) : When_the_card_next_is_scanned_at_the_wipe_bench(product), IClassFixture<ProductOnPostgres>;

/// <summary>A house of its own: what is received elsewhere would wait at this bench too.</summary>
public abstract class When_the_card_next_is_scanned_at_the_wipe_bench(RunningProduct product)
{
    private static readonly string Next = OwnCode.Create(OwnCodeKind.Command, "NEXT").ToString();

    [Fact]
    public async Task The_wipe_bench_opens_the_next_device_this_person_can_do_something_for()
    {
        const string bench = "/wipe/api/scans";
        using var otto = await product.Somebody(Roles.WipeOperator);
        using var lena = await product.Somebody(Roles.Releaser);
        using var sven = await product.Somebody(Roles.Supervisor);
        Assert.Equal(("Nothing waits", "ok", null), Said(await Scan(otto, bench)));
        var first = await product.Receive(carriers: BenchOrders.Carrier());
        Assert.Equal(("Nothing waits", "ok", null), Said(await Scan(otto, $"{bench}?order={first.Id}")));
        var second = await product.Receive(carriers: BenchOrders.Carrier());
        var third = await product.Receive(carriers: [null]);
        // What lacks something goes before what only has to be wiped.
        foreach (var (here, next) in new (Guid?, Guid)[] { (null, third.Id), (third.Id, first.Id), (first.Id, second.Id), (second.Id, third.Id) })
            Assert.Equal($"/wipe/orders/{next}", Said(await Scan(otto, here is null ? bench : $"{bench}?order={here}")).Go);
        // Neither a held device nor somebody else's work is led to.
        await Json(await sven.PostJson("/wipe/api/holds", new { opId = Guid.NewGuid(), deviceId = second.DeviceId, kind = "Legal", reason = "court" }));
        Assert.Equal($"/wipe/orders/{third.Id}", Said(await Scan(otto, $"{bench}?order={first.Id}")).Go);
        Assert.Equal(("Nothing waits", "ok", null), Said(await Scan(lena, bench)));
        Assert.Equal("Ready", Said(await Scan(otto, $"{bench}?order={third.Id}")).Word);
    }

    private static async Task<JsonElement> Scan(WebVisitor who, string door) => await Json(await who.PostJson(door, new { opId = Guid.NewGuid(), payload = Next }));

    private static (string? Word, string? Tone, string? Go) Said(JsonElement answer) => (answer.GetProperty("word").GetString(), answer.GetProperty("tone").GetString(), answer.GetProperty("go").GetString());

    private static Task<JsonElement> Json(HttpResponseMessage answer) => Shopfloor.Json(answer);
}
