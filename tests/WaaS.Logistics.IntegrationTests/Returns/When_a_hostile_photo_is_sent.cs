using System.Net;
using System.Net.Http.Headers;
using System.Text;
using WaaS.Logistics.IntegrationTests.Platform.Web;
using WaaS.Logistics.Platform.Security;
using WaaS.Logistics.Testbed;
using Xunit;

namespace WaaS.Logistics.IntegrationTests.Returns;

/// <summary>At the door for photos, over HTTP: every answer is a sentence, and the product lives.</summary>
public sealed class When_a_hostile_photo_is_sent(ProductOnSqlite product) : IClassFixture<ProductOnSqlite>
{
    private static readonly string Door = $"/returns/api/sessions/{Guid.NewGuid()}/devices/{Guid.NewGuid()}/photos";

    [Fact]
    public async Task It_is_refused_with_a_sentence()
    {
        using var worker = await product.SignedIn("photographer", Roles.Receiving);
        var photo = LabelPicture.Png((LabelPicture.DataMatrix, "X"));
        foreach (var (rule, body) in new (string, byte[])[]
                 {
                     ("no-photo", Body([])), ("no-photo", Body("<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>"u8.ToArray())), ("no-photo", Body(photo[..20])),
                     ("photo-too-many-pixels", Body(LabelPicture.Claiming(20_000, 20_000))), ("photo-too-large", Body([.. photo, .. new byte[15 << 20]])), ("not-found", Body(photo)),
                     ("bad-request", "{\"opId\":\"0193d1f0-0000-7000-8000-000000000000\",\"codes\":[],\"photo\":\"%%%\"}"u8.ToArray()), ("bad-request", "{\"opId\":\"0193d1f0-0000-7000-8000-000000000000\",\"codes\":[null]}"u8.ToArray()),
                     ("too-large", new byte[50 << 20]),
                 })
        {
            using var answer = await Send(worker, body);
            Assert.Equal(rule, await WebVisitor.Rule(answer));
            Assert.NotEqual(HttpStatusCode.InternalServerError, answer.StatusCode);
        }
    }

    [Fact]
    public async Task Anything_else_is_refused_too()
    {
        using var worker = await product.SignedIn("fuzzer", Roles.Receiving);
        var (random, photo) = (new Random(20261129), LabelPicture.Png((LabelPicture.DataMatrix, "X")));
        for (var round = 0; round < 150; round++)
        {
            var damaged = (byte[])photo.Clone();
            for (var i = random.Next(1, 30); i > 0; i--)
                damaged[random.Next(damaged.Length)] = (byte)random.Next(256);
            var body = Body(damaged[..random.Next(damaged.Length)]);
            // Half of them are damaged as JSON as well.
            if (round % 2 == 1)
                body[random.Next(body.Length)] = (byte)random.Next(256);
            using var answer = await Send(worker, body);
            Assert.InRange((int)answer.StatusCode, 400, 499);
            Assert.NotEmpty(await WebVisitor.Rule(answer));
        }
    }

    private static byte[] Body(byte[] photo) => Encoding.UTF8.GetBytes($"{{\"opId\":\"{Guid.NewGuid()}\",\"codes\":[],\"photo\":\"{Convert.ToBase64String(photo)}\"}}");

    private static async Task<HttpResponseMessage> Send(WebVisitor worker, byte[] body)
    {
        using var content = new ByteArrayContent(body) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };
        return await worker.Http.PostAsync(Door, content);
    }
}
