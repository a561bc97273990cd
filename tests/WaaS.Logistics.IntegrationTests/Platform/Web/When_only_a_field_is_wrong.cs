using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using WaaS.Logistics.IntegrationTests.Refurbishment;
using WaaS.Logistics.IntegrationTests.Sanitization;
using WaaS.Logistics.Messages;
using WaaS.Logistics.Platform.Security;
using WaaS.Logistics.Refurbishment.HearGate;
using WaaS.Logistics.Returns.Data;
using WaaS.Logistics.Returns.Fleet;
using WaaS.Logistics.Returns.Orders;
using WaaS.Logistics.Returns.Receiving;

namespace WaaS.Logistics.IntegrationTests.Platform.Web;

/// <summary>The field says it, and gets the cursor; nothing else on the page draws the eye. What no field on the page can say stands above.</summary>
public abstract class When_only_a_field_is_wrong(RunningProduct product)
{
    [Fact]
    public async Task A_shipment_keeps_what_was_typed_and_the_page_has_no_empty_box()
    {
        using var olga = await product.SignedIn($"olga{Guid.NewGuid():N}"[..16], Roles.Office);
        var order = await Order(olga);
        var page = $"/returns/orders/{order}";
        var tooLong = new string('7', 61);
        using var refused = await olga.Submit(page, $"{page}/shipments", ("opId", Guid.NewGuid().ToString()), ("carrier", "DHL"), ("parcels", tooLong));
        var shown = await Text(refused, HttpStatusCode.BadRequest);
        Assert.DoesNotContain("role=\"alert\"", shown);
        Assert.Matches("<textarea id=\"f-parcels\"[^>]* aria-invalid=\"true\"", shown);
        Assert.Contains("Carrier and tracking numbers have at most 60 characters each.", shown);
        Assert.Contains(tooLong, shown);
        Assert.Contains("value=\"DHL\"", shown);
    }

    [Fact]
    public async Task A_seal_used_before_is_said_at_the_seal()
    {
        using var tina = await product.SignedIn($"tina{Guid.NewGuid():N}"[..16], Roles.Refurbishment);
        var seal = $"SEAL-{Guid.NewGuid():N}"[..12];
        var (first, second) = (await Checked(tina), await Checked(tina));
        using var graded = await Grade(tina, first, "B", seal);
        Assert.Equal(HttpStatusCode.SeeOther, graded.StatusCode);
        using var refused = await Grade(tina, second, "B", seal);
        var shown = await Text(refused, HttpStatusCode.Conflict);
        Assert.DoesNotContain("role=\"alert\"", shown);
        Assert.Matches("<input id=\"f-sealNumber\"[^>]* aria-invalid=\"true\"", shown);
        Assert.Contains($"value=\"{seal}\"", shown);
        // No field of the page is about it: then it stands above, in a box that is not empty.
        using var unknown = await Grade(tina, second, "D", seal);
        Assert.Matches(@"data-refuses[\s\S]*?<p>[^<]+</p>", await Text(unknown, HttpStatusCode.BadRequest));
    }

    /// <summary>Forms in the rows of a table have no place for words of their own: the page itself says them, and is not left.</summary>
    [Fact]
    public async Task What_is_wrong_in_a_row_is_said_on_the_page_it_stands_on()
    {
        using var sven = await product.SignedIn($"sven{Guid.NewGuid():N}"[..16], Roles.Supervisor);
        var serial = $"ROW{Guid.NewGuid():N}"[..12].ToUpperInvariant();
        Guid discrepancy;
        await using (var scope = product.Services.CreateAsyncScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<ReturnsDb>();
            var order = new ReturnOrder($"ROW-{serial}", "Stadtwerke", null, "office", db.Now);
            var found = new Discrepancy(order, DiscrepancyKind.Missing, serial, null, ScanReason.NotOnOrder, null, db.Now);
            discrepancy = found.Id;
            db.AddRange(order, found);
            await db.SaveChangesAsync();
        }
        foreach (var (form, field) in new[] { ("owner", "owner"), ("resolution", "resolution") })
            await RefusedOn(sven, "/returns/discrepancies", $"/returns/discrepancies/{discrepancy}/{form}", field, serial);
        using (var entered = await sven.Submit("/returns/stops", "/returns/stops", ("opId", Guid.NewGuid().ToString()), ("serial", serial), ("why", "stolen")))
            Assert.Equal(HttpStatusCode.SeeOther, entered.StatusCode);
        var stop = Regex.Match(await sven.Page("/returns/stops"), $@"{serial}[\s\S]*?/returns/stops/([0-9a-f-]+)/lift").Groups[1].Value;
        await RefusedOn(sven, "/returns/stops", $"/returns/stops/{stop}/lift", "because", serial);
    }

    private static async Task RefusedOn(WebVisitor visitor, string page, string action, string field, string still)
    {
        using var refused = await visitor.Submit(page, action, ("opId", Guid.NewGuid().ToString()), (field, " "));
        var shown = await Text(refused, HttpStatusCode.BadRequest);
        Assert.Matches(@"data-refuses[\s\S]*?<p>[^<]+</p>", shown);
        Assert.Contains(still, shown);
    }

    private static Task<HttpResponseMessage> Grade(WebVisitor tina, Guid device, string grade, string seal) =>
        tina.Submit($"/refurb/devices/{device}", $"/refurb/devices/{device}/grade", ("opId", Guid.NewGuid().ToString()), ("grade", grade), ("sealNumber", seal));

    private async Task<string> Order(WebVisitor olga)
    {
        var device = new FleetDevice(new RentedDevice(Guid.CreateVersion7(), "HP", "EliteBook", $"S{Guid.NewGuid():N}"[..12], 1, "normal", null), new RentedUnder(Guid.CreateVersion7(), "C-1", "Stadtwerke", new DateOnly(2026, 12, 31)));
        await using var scope = product.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ReturnsDb>();
        db.Fleet.Add(device);
        await db.SaveChangesAsync();
        return (await olga.Send<Opened>(HttpMethod.Post, "/returns/api/orders", new { opId = Guid.NewGuid(), customer = "Stadtwerke", deviceIds = new[] { device.Id } })).Number;
    }

    private async Task<Guid> Checked(WebVisitor tina)
    {
        var device = Guid.CreateVersion7();
        await using (var scope = product.Services.CreateAsyncScope())
            await ActivatorUtilities.CreateInstance<OpenInspectionOnDeviceCleared>(scope.ServiceProvider).Consume(Delivery.Of(InspectionRoom.Cleared(device, serial: $"S{device:N}"[..14]), Guid.CreateVersion7()));
        foreach (var (path, body) in new (string, object)[]
        {
            ("inspection", new { opId = Guid.NewGuid() }),
            ("checks", new { opId = Guid.NewGuid(), checks = new[] { "power", "display", "keyboard", "battery", "housing", "ports", "locks", "no-carrier-left" }.Select(check => new { check, answer = "ok" }) }),
        })
        {
            using var answer = await tina.PostJson($"/refurb/api/devices/{device}/{path}", body);
            Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        }
        return device;
    }

    private static async Task<string> Text(HttpResponseMessage answer, HttpStatusCode expected)
    {
        Assert.Equal(expected, answer.StatusCode);
        return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
    }

    private sealed record Opened(string Number);
}

public sealed class When_only_a_field_is_wrong_on_sqlite(ProductOnSqlite product) : When_only_a_field_is_wrong(product), IClassFixture<ProductOnSqlite>;

public sealed class When_only_a_field_is_wrong_on_postgres(ProductOnPostgres product) : When_only_a_field_is_wrong(product), IClassFixture<ProductOnPostgres>;
