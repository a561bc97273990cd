using System.Diagnostics;
using System.Text.Json;
using MassTransit;
using Microsoft.Extensions.DependencyInjection;
using WaaS.Logistics.Platform.Messaging.Embedded;
using Xunit;

namespace WaaS.Logistics.Tests.Platform.Messaging.Embedded;

public sealed class When_a_message_is_published_on_the_embedded_bus
{
    [Fact]
    public async Task Every_subscribed_queue_gets_it_once_and_nothing_stays_behind()
    {
        await using var bus = await BusUnderTest.Start(x => { x.AddConsumer<CountPallets>(); x.AddConsumer<ArchivePallets>(); });

        for (var number = 0; number < 20; number++)
            await bus.Bus.Publish(new PalletSeen(number));

        await Eventually.Holds(() => bus.Heard.All.Count >= 40, "both consumers hear all 20");
        await Eventually.Holds(async () => await bus.Count("SELECT count(*) FROM bus_message") == 0, "no message stays");
        Assert.Equal(Enumerable.Range(0, 20), bus.Heard.Numbers("count").Order());
        Assert.Equal(Enumerable.Range(0, 20), bus.Heard.Numbers("archive").Order());
        Assert.Equal(0, await bus.Count("SELECT count(*) FROM bus_delivery"));
    }

    [Fact]
    public async Task It_throws_when_no_queue_would_get_it()
    {
        await using var bus = await BusUnderTest.Start(x => x.AddConsumer<CountPallets>());

        var thrown = await Assert.ThrowsAsync<NoQueueReachedException>(() => bus.Bus.Publish(new NobodyCares(1)));

        Assert.Contains(nameof(NobodyCares), thrown.Message);
        Assert.Equal(0, await bus.Count("SELECT count(*) FROM bus_message"));
    }

    [Fact]
    public async Task Nothing_is_logged_as_a_warning()
    {
        await using var bus = await BusUnderTest.Start(x => x.AddConsumer<CountPallets>());
        await bus.Bus.Publish(new PalletSeen(1));
        await Eventually.Holds(() => bus.Heard.All.Count == 1, "the message is heard");
        await bus.Stop();

        Assert.Empty(bus.Log.All);
    }

    [Fact]
    public async Task Body_ids_and_headers_arrive_as_they_were_sent_and_are_stored_as_plain_json()
    {
        var received = new TaskCompletionSource<ConsumeContext<PalletSeen>>(TaskCreationOptions.RunContinuationsAsynchronously);
        using var traced = new ActivitySource("embedded-bus-test");
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name is "embedded-bus-test" or "MassTransit",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
        };
        ActivitySource.AddActivityListener(listener);
        await using var bus = await BusUnderTest.Start(
            x => { }, bus: (_, bus) => bus.ReceiveEndpoint("look", endpoint => endpoint.Handler<PalletSeen>(context => { received.TrySetResult(context); return Task.CompletedTask; })));
        var (messageId, correlationId) = (Guid.NewGuid(), Guid.NewGuid());
        using var activity = traced.StartActivity("test");
        // Delayed, so that the row can be looked at.
        await bus.Bus.Publish(new PalletSeen(42, "Größe ≥ 3 \u2028"), context =>
        {
            (context.MessageId, context.CorrelationId, context.Delay) = (messageId, correlationId, TimeSpan.FromSeconds(1));
            context.Headers.Set("WaaS-Actor", "u1");
            context.Headers.Set("WaaS-Place", "");
        });

        using var body = JsonDocument.Parse((await bus.Text("SELECT body FROM bus_message"))!);
        Assert.Equal(42, body.RootElement.GetProperty("number").GetInt32());
        Assert.Equal(messageId.ToString(), await bus.Text("SELECT message_id FROM bus_message"));
        Assert.Contains(activity!.TraceId.ToString(), await bus.Text("SELECT headers FROM bus_message"));

        var context = await received.Task.WaitAsync(TimeSpan.FromSeconds(20));
        Assert.Equal(new PalletSeen(42, "Größe ≥ 3 \u2028"), context.Message);
        Assert.Equal(messageId, context.MessageId);
        Assert.Equal(correlationId, context.CorrelationId);
        Assert.Equal("u1", context.Headers.Get<string>("WaaS-Actor"));
        Assert.Contains(activity.TraceId.ToString(), context.Headers.Get<string>("traceparent") ?? context.Headers.Get<string>("MT-Activity-Id"));
    }

    [Fact]
    public async Task A_partition_key_is_refused_in_plain_words()
    {
        await using var bus = await BusUnderTest.Start(x => x.AddConsumer<CountPallets>());

        var thrown = await Assert.ThrowsAsync<NotSupportedException>(() => bus.Bus.Publish(new PalletSeen(1), context => context.SetPartitionKey("k")));

        Assert.Contains("partition", thrown.Message);
    }

    [Fact]
    public async Task Many_types_on_one_queue_and_one_type_by_its_interface_arrive()
    {
        await using var bus = await BusUnderTest.Start(x => { }, bus: (context, bus) => bus.ReceiveEndpoint("wide", endpoint =>
        {
            var heard = context.GetRequiredService<Heard>();
            endpoint.Handler<IPallet>(received => { heard.Note("interface", received.Message.Number, received.MessageId!.Value); return Task.CompletedTask; });
            endpoint.Handler<NobodyCares>(received => { heard.Note("other", received.Message.Number, received.MessageId!.Value); return Task.CompletedTask; });
        }));

        await bus.Bus.Publish(new MarkedPallet(5));
        await bus.Bus.Publish(new NobodyCares(6));

        await Eventually.Holds(() => bus.Heard.All.Count == 2, "both arrive");
        Assert.Equal([5], bus.Heard.Numbers("interface"));
        Assert.Equal([6], bus.Heard.Numbers("other"));
    }
}
