using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using WaaS.Logistics.IntegrationTests.Messaging.Events;
using WaaS.Logistics.Platform.Messaging;
using WaaS.Logistics.Platform.Web;
using WaaS.Logistics.Platform.Web.FailedMessages;
using WaaS.Logistics.Testbed;
using Xunit;

namespace WaaS.Logistics.IntegrationTests.Messaging;

/// <summary>Whatever lies in a queue ends on the page of failed messages, once, and holds back nothing behind it.</summary>
public abstract class When_a_message_is_poison<TStack>(ProbeHost<TStack> probe) where TStack : IStack, new()
{
    private const string Queue = "probe-handle-on-ordered";
    private const string Serial = "PSN-1";
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(20);
    private static readonly Guid Thing = new("0199aaaa-0000-7000-8000-000000000001");

    internal static readonly Dictionary<string, Func<WireMessage, WireMessage>> Kinds = new()
    {
        ["no JSON"] = good => good with { Whole = "this is no JSON"u8.ToArray() },
        ["nothing"] = good => good with { Whole = [] },
        ["a list"] = good => good with { Whole = "[1, 2]"u8.ToArray() },
        ["a word"] = good => good with { Whole = "\"DeviceReceived\""u8.ToArray() },
        ["null"] = good => good with { Whole = "null"u8.ToArray() },
        ["cut off"] = good => good with { Whole = "{\"thingId\":\"0199aaaa-0000-7000-8000-000000000001\",\"deviceS"u8.ToArray() },
        ["bytes"] = good => good with { Whole = [0xFF, 0xFE, 0x00, 0xC3, 0x28] },
        ["NUL"] = good => good with { Whole = Encoding.UTF8.GetBytes("{\"thingId\":\"\0\"}") },
        ["a type that is a number"] = good => good with { Whole = "{\"messageType\":[1],\"message\":{}}"u8.ToArray(), Type = null },
        ["another shape"] = good => good with { Event = "{\"thingId\":[],\"deviceSerial\":{}}"u8.ToArray() },
        ["no fields"] = good => good with { Event = "{}"u8.ToArray() },
        ["no id"] = good => good with { Event = "{\"deviceSerial\":\"PSN-1\"}"u8.ToArray() },
        ["an empty id"] = good => good with { Event = "{\"thingId\":\"00000000-0000-0000-0000-000000000000\",\"deviceSerial\":\"PSN-1\"}"u8.ToArray() },
        ["no serial"] = good => good with { Event = Encoding.UTF8.GetBytes($"{{\"thingId\":\"{Thing}\"}}") },
        ["a serial that is null"] = good => good with { Event = Encoding.UTF8.GetBytes($"{{\"thingId\":\"{Thing}\",\"deviceSerial\":null}}") },
        ["two serials"] = good => good with { Event = Encoding.UTF8.GetBytes($"{{\"thingId\":\"{Thing}\",\"deviceSerial\":\"A\",\"deviceSerial\":\"B\"}}") },
        ["half a letter"] = good => good with { Event = Encoding.UTF8.GetBytes($"{{\"thingId\":\"{Thing}\",\"deviceSerial\":\"\\ud800\"}}") },
        ["a count of none"] = good => good with { Event = Encoding.UTF8.GetBytes($"{{\"thingId\":\"{Thing}\",\"deviceSerial\":\"{Serial}\",\"times\":0}}") },
        ["ten megabytes"] = good => good with { Event = Encoding.UTF8.GetBytes($"{{\"thingId\":\"x\",\"deviceSerial\":\"{new string('A', 10_000_000)}\"}}") },
        ["a type nobody knows"] = good => good with { Type = WireMessage.Urn("WaaS.Logistics.Messages.Returns", "DeviceVanished") },
        ["a later version"] = good => good with { Type = WireMessage.Urn(typeof(ProbeOrdered).Namespace!, nameof(ProbeOrdered) + "V2") },
        ["another queue's type"] = good => good with { Type = WireMessage.Urn(typeof(ProbeHandled).Namespace!, nameof(ProbeHandled)) },
        ["no type"] = good => good with { Type = null },
        ["no message id"] = good => good with { MessageId = null },
        ["a message id that is none"] = good => good with { MessageId = "4711" },
        ["another content type"] = good => good with { Event = "{}"u8.ToArray(), ContentType = "text/html" },
        ["no content type that there is"] = good => good with { Event = "{}"u8.ToArray(), ContentType = "/;;=" },
        ["headers of other kinds"] = good => good with { Event = "{}"u8.ToArray(), Headers = new() { ["WaaS-Actor"] = 7, ["WaaS-Occurred-At"] = "yesterday", ["MT-MessageType"] = 3, ["MessageId"] = true }, HeadersText = "{\"no\":" },
    };

    public static TheoryData<string> Names => [.. Kinds.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task It_is_kept_with_its_reason_and_what_is_behind_it_goes_on(string kind)
    {
        var before = await probe.InPlatform(db => db.FailedMessages.Select(row => row.Id).ToListAsync());
        await Kinds[kind](WireMessage.Of(new ProbeOrdered(Thing, Serial))).PutInto(Queue, probe.Stack, probe.Services);
        var behind = Guid.CreateVersion7();
        await WireMessage.Of(new ProbeOrdered(behind, "S")).PutInto(Queue, probe.Stack, probe.Services);
        await Poll.Until(() => probe.In(db => db.Things.AnyAsync(thing => thing.Id == behind && thing.Counted == 1)), Soon, "the one behind it is applied");
        await Poll.Until(() => probe.InPlatform(db => db.FailedMessages.AnyAsync(row => !before.Contains(row.Id))), Soon, $"the message with {kind} is on the page");
        var failed = Assert.Single(await probe.InPlatform(db => db.FailedMessages.AsNoTracking().Where(row => !before.Contains(row.Id)).ToListAsync()));
        Assert.Equal((Queue, FailedMessageState.Open), (failed.Queue, failed.State));
        Assert.NotEmpty(failed.Detail);
        Assert.False(await probe.In(db => db.Things.AnyAsync(thing => thing.Id == Thing || thing.Id == Guid.Empty)));
    }

    [Fact]
    public async Task One_that_is_read_again_is_not_sent_round_in_circles()
    {
        var known = await probe.InPlatform(db => db.FailedMessages.Select(row => row.Id).ToListAsync());
        await (WireMessage.Of(new ProbeOrdered(Thing, Serial)) with { Event = "{}"u8.ToArray() }).PutInto(Queue, probe.Stack, probe.Services);
        await Poll.Until(() => probe.InPlatform(db => db.FailedMessages.AnyAsync(row => !known.Contains(row.Id))), Soon, "it is on the page");
        var failed = await probe.InPlatform(db => db.FailedMessages.SingleAsync(row => !known.Contains(row.Id)));
        Assert.Equal("message-unreadable", (await Assert.ThrowsAsync<RefusedException>(() => Decide(decide => decide.Retry(failed.Id)))).Rule);
    }

    [Fact]
    public async Task Of_two_people_at_once_one_decides()
    {
        for (var round = 0; round < 10; round++)
        {
            var (thing, serial) = (Guid.NewGuid(), "TW-" + Guid.NewGuid().ToString("N")[..8]);
            HandleOnOrdered.Broken[serial] = true;
            await probe.Say(new ProbeOrdered(thing, serial));
            await Poll.Until(() => probe.InPlatform(db => db.FailedMessages.AnyAsync(row => row.Device == serial)), Soon, "it is on the page");
            HandleOnOrdered.Broken.TryRemove(serial, out _);
            var id = await probe.InPlatform(db => db.FailedMessages.Where(row => row.Device == serial).Select(row => row.Id).SingleAsync());
            bool[] decided = await Task.WhenAll(
                Wins(() => Decide(decide => decide.Retry(id))), Wins(() => Decide(decide => decide.Retry(id))), Wins(() => Decide(decide => decide.Discard(id, "sent by a test rig"))));
            Assert.Single(decided, won => won);
            var state = await probe.InPlatform(db => db.FailedMessages.Where(row => row.Id == id).Select(row => row.State).SingleAsync());
            Assert.Equal(decided[2] ? FailedMessageState.Discarded : FailedMessageState.Retried, state);
            if (state == FailedMessageState.Retried)
                await Poll.Until(() => probe.In(db => db.Things.AnyAsync(row => row.Id == thing && row.Counted == 1)), Soon, "it is applied once");
            Assert.Equal(state == FailedMessageState.Retried ? 1 : 0, await probe.In(db => db.Things.CountAsync(row => row.Id == thing && row.Handled == 1)));
        }
    }

    private async Task Decide(Func<DecideFailedMessage, Task> decide)
    {
        await using var scope = probe.Services.CreateAsyncScope();
        await decide(scope.ServiceProvider.GetRequiredService<DecideFailedMessage>());
    }

    private static async Task<bool> Wins(Func<Task> decide)
    {
        await Task.Yield();
        try
        {
            await decide();
            return true;
        }
        catch (Exception e) when (e is DbUpdateConcurrencyException or RefusedException { Rule: "message-decided" })
        {
            return false;
        }
    }
}

public sealed class When_a_message_is_poison_embedded(ProbeHost<EmbeddedStack> probe) : When_a_message_is_poison<EmbeddedStack>(probe), IClassFixture<ProbeHost<EmbeddedStack>>;

public sealed class When_a_message_is_poison_on_servers(ProbeHost<ServerStack> probe) : When_a_message_is_poison<ServerStack>(probe), IClassFixture<ProbeHost<ServerStack>>;
