using MassTransit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using WaaS.Logistics.IntegrationTests.Messaging.Events;
using WaaS.Logistics.Platform.Data;
using WaaS.Logistics.Platform.Messaging;
using WaaS.Logistics.Testbed;
using Xunit;

namespace WaaS.Logistics.IntegrationTests.Messaging;

public abstract class When_events_travel<TStack>(ProbeHost<TStack> probe) where TStack : IStack, new()
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task Each_is_applied_once_over_two_hops()
    {
        var ids = Enumerable.Range(0, 400).Select(_ => Guid.NewGuid()).ToArray();
        await Task.WhenAll(ids.Chunk(10).Select(some => probe.Say([.. some.Select(id => (object)new ProbeOrdered(id, "S"))])));
        await Poll.Until(async () => await probe.In(db => db.Things.CountAsync(thing => ids.Contains(thing.Id) && thing.Counted == 1)) == ids.Length, Soon, "all events are counted");
        Assert.Equal(ids.Length, await probe.In(db => db.Things.CountAsync(thing => ids.Contains(thing.Id) && thing.Handled == 1 && thing.Counted == 1)));
        await Poll.Until(() => probe.In(async db => !await db.Outbox.AnyAsync(row => row.SentAt == null && row.NotBefore == null && row.Type != typeof(NobodyListens).FullName)), Soon, "the outbox is empty");
    }

    [Fact]
    public async Task The_same_message_twice_changes_nothing_more()
    {
        var (thing, message) = (Guid.NewGuid(), Guid.NewGuid());
        await probe.Say(new ProbeOrdered(thing, "S"));
        await Poll.Until(() => probe.In(db => db.Things.AnyAsync(row => row.Id == thing && row.Counted == 1)), Soon, "the first is applied");
        for (var i = 0; i < 3; i++)
            await Send(message, new ProbeOrdered(thing, "S"));
        var last = Guid.NewGuid();
        await probe.Say(new ProbeOrdered(last, "S"));
        await Poll.Until(() => probe.In(db => db.Things.AnyAsync(row => row.Id == last && row.Counted == 1)), Soon, "a later one is applied");
        await Poll.Until(() => probe.In(db => db.Things.AnyAsync(row => row.Id == thing && row.Counted == 2)), Soon, "the repeated one is applied once");
        Assert.Equal(2, await probe.In(async db => (await db.Things.SingleAsync(row => row.Id == thing)).Handled));
    }

    [Fact]
    public async Task Twenty_at_one_aggregate_are_all_applied()
    {
        var thing = Guid.NewGuid();
        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => probe.Say(new ProbeOrdered(thing, "S"))));
        await Poll.Until(() => probe.In(db => db.Things.AnyAsync(row => row.Id == thing && row.Counted == 20)), Soon, "all twenty are applied");
        Assert.Equal(20, await probe.In(async db => (await db.Things.SingleAsync(row => row.Id == thing)).Handled));
        Assert.Equal(0, await probe.InPlatform(db => db.FailedMessages.CountAsync(failed => failed.Body.Contains(thing.ToString()))));
    }

    [Fact]
    public async Task An_inbox_is_read_also_when_the_framework_has_no_room_for_its_model()
    {
        using var full = new MemoryCache(new MemoryCacheOptions { SizeLimit = 1 });
        var options = new DbContextOptionsBuilder<ProbeDb>().UseMemoryCache(full);
        probe.Services.GetRequiredService<Storage>().ConfigureProvider(options, "probe");
        for (var i = 0; i < 2; i++)
        {
            await using var db = new ProbeDb(options.Options, probe.Services.GetRequiredService<ServiceDbTools>());
            Assert.False(await db.HasApplied(Guid.NewGuid(), "nobody", TestContext.Current.CancellationToken));
        }
    }

    [Fact]
    public void Nobody_outside_is_told_how_the_bus_is_used() =>
        Assert.False(probe.Services.GetRequiredService<IOptions<UsageTelemetryOptions>>().Value.Enabled);

    [Fact]
    public async Task Who_and_where_arrive_with_it()
    {
        var thing = Guid.NewGuid();
        await using (var scope = probe.Services.CreateAsyncScope())
        {
            scope.ServiceProvider.GetRequiredService<OriginContext>().Current = new Origin("u-1", "Käthe Müller", "dock-1", "WE 1");
            var db = scope.ServiceProvider.GetRequiredService<ProbeDb>();
            db.AddToOutbox(new ProbeOrdered(thing, "S"));
            await db.SaveChangesAsync();
        }
        await Poll.Until(() => probe.In(db => db.Things.AnyAsync(row => row.Id == thing)), Soon, "it arrives");
        var arrived = await probe.In(db => db.Things.SingleAsync(row => row.Id == thing));
        Assert.Equal(("Käthe Müller", "WE 1"), (arrived.LastActor, arrived.LastPlace));
        Assert.Equal("Käthe Müller", await probe.In(db => db.Audit.Where(line => line.SubjectId == thing && line.Change == "Added").Select(line => line.ActorName).SingleAsync()));
    }

    [Fact]
    public async Task One_that_cannot_be_applied_waits_for_a_person_and_can_be_tried_again()
    {
        var (thing, serial) = (Guid.NewGuid(), "PF-" + Guid.NewGuid().ToString("N")[..8]);
        HandleOnOrdered.Broken[serial] = true;
        await probe.Say(new ProbeOrdered(thing, serial));
        await Poll.Until(() => probe.InPlatform(db => db.FailedMessages.AnyAsync(row => row.Device == serial)), Soon, "it is on the failed-message page");
        var failed = await probe.InPlatform(db => db.FailedMessages.SingleAsync(row => row.Device == serial));
        Assert.Equal(("probe-handle-on-ordered", typeof(ProbeOrdered).FullName, FailedMessageState.Open), (failed.Queue, failed.Type, failed.State));
        Assert.Contains(serial, failed.Detail);
        Assert.Equal(0, await probe.In(db => db.Things.CountAsync(row => row.Id == thing)));

        HandleOnOrdered.Broken.TryRemove(serial, out _);
        await Resend(failed);
        await Poll.Until(() => probe.In(db => db.Things.AnyAsync(row => row.Id == thing && row.Counted == 1)), Soon, "it is applied after the second try");
    }

    [Fact]
    public async Task A_delayed_one_comes_not_before_its_time()
    {
        var thing = Guid.NewGuid();
        var due = TimeProvider.System.GetUtcNow().UtcDateTime.AddSeconds(3);
        await probe.In(async db =>
        {
            db.AddToOutbox(new ProbeOrdered(thing, "S"), notBefore: due);
            return await db.SaveChangesAsync();
        });
        await Poll.Until(() => probe.In(db => db.Things.AnyAsync(row => row.Id == thing)), Soon, "it arrives");
        Assert.True(TimeProvider.System.GetUtcNow().UtcDateTime >= due);
    }

    [Fact]
    public async Task One_that_no_queue_takes_stays_in_the_outbox()
    {
        await probe.Say(new NobodyListens(Guid.NewGuid()));
        var thing = Guid.NewGuid();
        await probe.Say(new ProbeOrdered(thing, "S"));
        await Poll.Until(() => probe.In(db => db.Things.AnyAsync(row => row.Id == thing && row.Counted == 1)), Soon, "others go on");
        Assert.True(await probe.In(db => db.Outbox.AnyAsync(row => row.Type == typeof(NobodyListens).FullName && row.SentAt == null)));
    }

    private Task Send(Guid message, ProbeOrdered happened) => probe.In(async db =>
    {
        db.Outbox.Add(Row(message, typeof(ProbeOrdered).FullName!, System.Text.Json.JsonSerializer.Serialize(happened, ServiceDb.EventJson), null, db.Now));
        return await db.SaveChangesAsync();
    });

    private Task Resend(FailedMessage failed) => probe.InPlatform(async db =>
    {
        var row = await db.FailedMessages.SingleAsync(open => open.Id == failed.Id);
        row.Retry("tester", db.Now);
        db.Outbox.Add(Row(row.MessageId, row.Type!, row.Body, row.Queue, db.Now));
        return await db.SaveChangesAsync();
    });

    private static OutboxMessage Row(Guid id, string type, string body, string? destination, DateTime now) => new()
    {
        Id = id, Type = type, Body = body, Destination = destination, Actor = "test", ActorName = "test", RecordedAt = now,
    };
}

public sealed class When_events_travel_embedded(ProbeHost<EmbeddedStack> probe) : When_events_travel<EmbeddedStack>(probe), IClassFixture<ProbeHost<EmbeddedStack>>;

public sealed class When_events_travel_on_servers(ProbeHost<ServerStack> probe) : When_events_travel<ServerStack>(probe), IClassFixture<ProbeHost<ServerStack>>;
