using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using WaaS.Logistics.IntegrationTests.Platform.Web;
using WaaS.Logistics.Platform.Security;
using WaaS.Logistics.Sanitization.Orders;

namespace WaaS.Logistics.IntegrationTests.Sanitization.Pages;

/// <summary>The page offers what this person may do in this state; what it does not offer is refused with a sentence when it is posted all the same.</summary>
public abstract class When_people_act_on_an_order(RunningProduct product)
{
    [Fact]
    public async Task An_auditor_sees_everything_and_may_do_nothing()
    {
        var order = await product.Receive(carriers: [null]);
        using var auri = await product.Somebody(Roles.Auditor);
        var page = await auri.Page($"/wipe/orders/{order.Id}");
        Assert.Contains(order.Serial, page);
        foreach (var act in new[] { "/carrier\"", "/empty\"", "/hold\"", "/slots\"", "/destruction\"" })
            Assert.DoesNotContain(act, page);
        using var refused = await auri.Submit("/account", $"/wipe/orders/{order.Id}/hold", ("opId", $"{Guid.NewGuid()}"), ("kind", "Legal"), ("reason", "because"));
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
    }

    [Fact]
    public async Task Two_persons_see_that_there_is_no_carrier_and_one_alone_does_not()
    {
        var order = await product.Receive(expected: 0);
        using var otto = await product.Somebody(Roles.WipeOperator);
        using var vera = await product.Somebody(Roles.Verifier);
        await Done(await otto.Submit($"/wipe/orders/{order.Id}/empty", $"/wipe/orders/{order.Id}/empty", ("opId", $"{Guid.NewGuid()}"), ("note", "cover off, both bays empty")), order.Id);
        var record = await product.InSanitization(db => db.Set<EmptyRecord>().SingleAsync(record => record.OrderId == order.Id));
        var confirm = $"/wipe/orders/{order.Id}/empty/{record.Id}";
        Assert.DoesNotContain(confirm, await otto.Page($"/wipe/orders/{order.Id}"));
        using (var refused = await otto.Submit("/account", confirm, ("opId", $"{Guid.NewGuid()}"), ("decision", "Yes")))
            Assert.Contains("took part in this before", await Refused(refused));
        Assert.Contains(confirm, await vera.Page($"/wipe/orders/{order.Id}"));
        await Done(await vera.Submit($"/wipe/orders/{order.Id}", confirm, ("opId", $"{Guid.NewGuid()}"), ("decision", "Yes")), order.Id);
        Assert.Contains("Cleared", await vera.Page($"/wipe/orders/{order.Id}"));
    }

    [Fact]
    public async Task A_second_person_does_not_see_what_the_first_one_counted()
    {
        var (carrier, seen) = (BenchOrders.Carrier(), BenchOrders.Carrier());
        var order = await product.Receive(expected: null, carriers: carrier);
        using var otto = await product.Somebody(Roles.WipeOperator);
        using var vera = await product.Somebody(Roles.Verifier);
        var (path, account) = ($"/wipe/orders/{order.Id}/slots", $"M.2-1; {carrier}\nM.2-2; {seen}");
        await Done(await otto.Submit(path, path, ("opId", $"{Guid.NewGuid()}"), ("slots", account)), order.Id);
        Assert.DoesNotContain(seen, await vera.Page($"/wipe/orders/{order.Id}"));
        Assert.DoesNotContain(seen, await vera.Page(path));
        await Done(await vera.Submit(path, path, ("opId", $"{Guid.NewGuid()}"), ("slots", account)), order.Id);
        Assert.Contains(seen, await otto.Page($"/wipe/orders/{order.Id}"));
    }

    [Fact]
    public async Task A_held_carrier_is_neither_offered_for_destruction_nor_recorded_as_destroyed()
    {
        var order = await product.Receive(carriers: BenchOrders.Carrier());
        using var sven = await product.Somebody(Roles.Supervisor);
        var destroy = $"/wipe/orders/{order.Id}/slots/{order.Slots[0].Id}/destruction";
        Assert.Contains(destroy, await sven.Page($"/wipe/orders/{order.Id}"));
        await Done(await sven.Submit($"/wipe/orders/{order.Id}/hold", $"/wipe/orders/{order.Id}/hold", ("opId", $"{Guid.NewGuid()}"), ("kind", "Legal"), ("reason", "court order")), order.Id);
        Assert.DoesNotContain(destroy, await sven.Page($"/wipe/orders/{order.Id}"));
        using var refused = await Destroy(sven, destroy);
        Assert.Contains("must not be destroyed either", await Refused(refused));
        Assert.False(await product.InSanitization(db => db.Set<Destruction>().AnyAsync(record => record.OrderId == order.Id)));
    }

    [Fact]
    public async Task A_destruction_keeps_its_picture_and_waits_for_its_witness()
    {
        var order = await product.Receive(carriers: BenchOrders.Carrier());
        using var otto = await product.Somebody(Roles.WipeOperator);
        using var vera = await product.Somebody(Roles.Verifier);
        await Done(await Destroy(otto, $"/wipe/orders/{order.Id}/slots/{order.Slots[0].Id}/destruction"), order.Id);
        var record = await product.InSanitization(db => db.Set<Destruction>().SingleAsync(record => record.OrderId == order.Id));
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(Picture)), record.ProofHash);
        using var proof = await vera.Get($"/wipe/orders/{order.Id}/destructions/{record.Id}/proof");
        Assert.Equal(("application/octet-stream", "attachment"), (proof.Content.Headers.ContentType!.MediaType, proof.Content.Headers.ContentDisposition!.DispositionType));
        Assert.Equal(Picture, await proof.Content.ReadAsByteArrayAsync());
        Assert.DoesNotContain("/witness", await otto.Page($"/wipe/orders/{order.Id}"));
        var (witness, hold) = ($"/wipe/orders/{order.Id}/destructions/{record.Id}/witness", $"/wipe/orders/{order.Id}/hold");
        using var sven = await product.Somebody(Roles.Supervisor);
        await Done(await sven.Submit(hold, hold, ("opId", $"{Guid.NewGuid()}"), ("kind", "Legal"), ("reason", "court order")), order.Id);
        var held = await vera.Page($"/wipe/orders/{order.Id}");
        Assert.DoesNotContain(witness, held);
        Assert.Contains("no destruction is witnessed or approved", held);
        using (var refused = await vera.Submit("/account", witness, ("opId", $"{Guid.NewGuid()}")))
            Assert.Contains("court order", await Refused(refused));
        var placed = await product.InSanitization(db => db.Holds.SingleAsync(hold => hold.DeviceId == order.DeviceId));
        await Done(await sven.Submit($"/wipe/holds/{placed.Id}/lift", $"/wipe/holds/{placed.Id}/lift", ("opId", $"{Guid.NewGuid()}"), ("reason", "settled")), order.Id);
        await Done(await vera.Submit($"/wipe/orders/{order.Id}", witness, ("opId", $"{Guid.NewGuid()}")), order.Id);
    }

    [Fact]
    public async Task What_is_wrong_with_a_form_is_said_at_its_field()
    {
        var order = await product.Receive(carriers: [null]);
        using var otto = await product.Somebody(Roles.WipeOperator);
        var path = $"/wipe/orders/{order.Id}/slots/{order.Slots[0].Id}/carrier";
        using var refused = await otto.Submit(path, path, ("opId", $"{Guid.NewGuid()}"), ("carrierSerial", "To be filled by O.E.M."));
        var page = await Refused(refused, HttpStatusCode.BadRequest);
        Assert.Contains("This is no serial. Scan the carrier's label.", page);
        Assert.Contains("aria-invalid=\"true\"", page);
        Assert.Contains("To be filled by O.E.M.", page);
    }

    private static readonly byte[] Picture = [0xff, 0xd8, 0xff, 0xe0, 1, 2, 3];

    private static async Task<HttpResponseMessage> Destroy(WebVisitor person, string path)
    {
        var picture = new ByteArrayContent(Picture);
        picture.Headers.ContentType = new MediaTypeHeaderValue("image/jpeg");
        using var form = new MultipartFormDataContent
        {
            { new StringContent(await person.FormToken(path)), "__RequestVerificationToken" }, { new StringContent($"{Guid.NewGuid()}"), "opId" }, { new StringContent("H-4"), "level" },
            { new StringContent("shredder"), "machine" }, { new StringContent("hall 3"), "place" }, { new StringContent("dead"), "reason" }, { picture, "proof", "proof.jpg" },
        };
        return await person.Http.PostAsync(path, form);
    }

    private static async Task Done(HttpResponseMessage answer, Guid order)
    {
        using (answer)
            Assert.True(answer.StatusCode == HttpStatusCode.SeeOther && answer.Headers.Location!.OriginalString == $"/wipe/orders/{order}", $"{(int)answer.StatusCode}: {await answer.Content.ReadAsStringAsync()}");
    }

    private static async Task<string> Refused(HttpResponseMessage answer, HttpStatusCode status = HttpStatusCode.Conflict)
    {
        Assert.Equal(status, answer.StatusCode);
        return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
    }
}

public sealed class When_people_act_on_an_order_on_sqlite(ProductOnSqlite product) : When_people_act_on_an_order(product), IClassFixture<ProductOnSqlite>;

public sealed class When_people_act_on_an_order_on_postgres(ProductOnPostgres product) : When_people_act_on_an_order(product), IClassFixture<ProductOnPostgres>;
