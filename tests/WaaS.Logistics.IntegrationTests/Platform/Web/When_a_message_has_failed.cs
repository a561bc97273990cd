using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using WaaS.Logistics.Messages.Returns;
using WaaS.Logistics.Platform.Data;
using WaaS.Logistics.Platform.Messaging;
using WaaS.Logistics.Testbed;

namespace WaaS.Logistics.IntegrationTests.Platform.Web;

public abstract class When_a_message_has_failed(RunningProduct product)
{
    private const string Queue = "custody-record-fact";

    [Fact]
    public async Task The_page_says_what_which_device_why_and_since_when()
    {
        var failed = await Failed("SN-4711", readable: true);
        using var admin = await product.SignedInAdmin();
        var list = await admin.Page("/admin/messages");
        Assert.Contains("PlaceDefined", list);
        Assert.Contains("SN-4711", list);
        Assert.Contains("the table was on fire", list);
        Assert.Contains(failed.MessageId.ToString(), await admin.Page($"/admin/messages/{failed.Id}"));
    }

    [Fact]
    public async Task Trying_again_sends_the_same_message_to_the_same_queue_as_the_first_actor()
    {
        var failed = await Failed("SN-1", readable: true);
        using var admin = await product.SignedInAdmin();
        using var answer = await admin.Submit($"/admin/messages/{failed.Id}", $"/admin/messages/{failed.Id}/retry");
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        var decided = await product.Read(db => db.FailedMessages.AsNoTracking().SingleAsync(row => row.Id == failed.Id));
        Assert.Equal((FailedMessageState.Retried, "Ada Admin"), (decided.State, decided.DecidedBy));
        // The relay has taken the row once it has gone out; what arrives carries the original id.
        await Poll.Until(() => product.Read(async db => !await db.Outbox.AnyAsync(row => row.Id == failed.MessageId && row.SentAt == null)), TimeSpan.FromSeconds(20), "the relay sends the message");
        using var again = await admin.Submit($"/admin/messages", $"/admin/messages/{failed.Id}/retry");
        Assert.Equal(HttpStatusCode.Conflict, again.StatusCode);
    }

    [Fact]
    public async Task It_is_discarded_only_with_a_reason()
    {
        var failed = await Failed("SN-2", readable: true);
        using var admin = await product.SignedInAdmin();
        using var without = await admin.Submit($"/admin/messages/{failed.Id}", $"/admin/messages/{failed.Id}/discard", ("reason", " "));
        Assert.Equal(HttpStatusCode.BadRequest, without.StatusCode);
        using var with = await admin.Submit($"/admin/messages/{failed.Id}", $"/admin/messages/{failed.Id}/discard", ("reason", "sent by a test rig"));
        Assert.Equal(HttpStatusCode.SeeOther, with.StatusCode);
        Assert.Contains("sent by a test rig", await admin.Page($"/admin/messages/{failed.Id}"));
    }

    [Fact]
    public async Task What_this_version_cannot_read_is_not_sent_round_in_circles()
    {
        var failed = await Failed("SN-3", readable: false);
        using var admin = await product.SignedInAdmin();
        using var answer = await admin.Submit($"/admin/messages/{failed.Id}", $"/admin/messages/{failed.Id}/retry");
        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.False(await product.Read(db => db.Outbox.AnyAsync(row => row.Id == failed.MessageId)));
    }

    private async Task<FailedMessage> Failed(string device, bool readable)
    {
        await using var scope = product.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PlatformDb>();
        var failed = new FailedMessage(Guid.CreateVersion7(), Queue);
        failed.Fail(typeof(PlaceDefined).FullName, readable ? Body() : "{", device, "IOException", "the table was on fire", db.Now);
        failed.CameFrom(new Origin("7", "Original Otto", "Dock 1", "Hall 2"), db.Now);
        db.FailedMessages.Add(failed);
        await db.SaveChangesAsync();
        return failed;
    }

    // Values of the right shape for every property, whatever the record has.
    private static string Body()
    {
        var values = typeof(PlaceDefined).GetProperties().ToDictionary(property => property.Name, property => Value(property.PropertyType));
        return System.Text.Json.JsonSerializer.Serialize(values, ServiceDb.EventJson);
    }

    private static object? Value(Type type) =>
        type == typeof(string) ? "text" : type == typeof(Guid) ? Guid.CreateVersion7() : type.IsValueType ? Activator.CreateInstance(type) : null;
}

public sealed class When_a_message_has_failed_on_sqlite(ProductOnSqlite product) : When_a_message_has_failed(product), IClassFixture<ProductOnSqlite>;

public sealed class When_a_message_has_failed_on_postgres(ProductOnPostgres product) : When_a_message_has_failed(product), IClassFixture<ProductOnPostgres>;
