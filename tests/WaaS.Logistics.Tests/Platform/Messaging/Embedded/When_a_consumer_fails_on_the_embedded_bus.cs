using MassTransit;
using WaaS.Logistics.Platform.Messaging.Embedded;

namespace WaaS.Logistics.Tests.Platform.Messaging.Embedded;

public sealed class When_a_consumer_fails_on_the_embedded_bus
{
    [Fact]
    public async Task It_is_tried_again_and_the_message_is_gone_once_it_succeeds()
    {
        await using var bus = await BusUnderTest.Start(
            x => x.AddConsumer<FailOnPallets>(), plan: new FailOnPallets.Plan(Times: 2),
            bus: (_, configurator) => configurator.UseMessageRetry(retry => retry.Immediate(3)));

        await bus.Bus.Publish(new PalletSeen(7));

        await Eventually.Holds(async () => await bus.Count("SELECT count(*) FROM bus_message") == 0, "the message is settled");
        Assert.Equal([7, 7, 7], bus.Heard.Numbers("fail"));
    }

    [Fact]
    public async Task The_message_lies_whole_in_the_error_queue_with_the_reason()
    {
        await using var bus = await BusUnderTest.Start(x => x.AddConsumer<FailOnPallets>(), plan: new FailOnPallets.Plan());

        await bus.Bus.Publish(new PalletSeen(7, "keep me"), context => context.Headers.Set("WaaS-Actor", "u1"));

        await Eventually.Holds(async () => await bus.InQueue("fail-on-pallets", 2) == 1, "the message is in the error queue");
        Assert.Equal(0, await bus.InQueue("fail-on-pallets"));
        Assert.Contains("The pallet fell over.", await bus.Text("SELECT transport_headers FROM bus_delivery"));
        Assert.Contains("\"keep me\"", await bus.Text("SELECT CAST(body AS TEXT) FROM bus_message"));
        Assert.Contains("u1", await bus.Text("SELECT headers FROM bus_message"));
        Assert.DoesNotContain(bus.Log.All, line => line.Text.Contains("Nothing subscribes"));
        Assert.Equal(0, await bus.Count("SELECT count(*) FROM bus_delivery WHERE lock_id IS NOT NULL"));
    }

    [Fact]
    public async Task A_filter_of_our_own_can_take_the_place_of_the_error_queue()
    {
        var kept = new List<string>();
        await using var bus = await BusUnderTest.Start(
            x =>
            {
                x.AddConsumer<FailOnPallets>();
                x.AddConfigureEndpointsCallback((_, endpoint) => endpoint.ConfigureError(pipe => pipe.UseExecute(context =>
                {
                    lock (kept)
                        kept.Add(context.Exception.Message);
                })));
            },
            plan: new FailOnPallets.Plan());

        await bus.Bus.Publish(new PalletSeen(7));

        await Eventually.Holds(async () => await bus.Count("SELECT count(*) FROM bus_message") == 0, "the message is settled");
        Assert.Equal(["The pallet fell over."], kept);
    }

    [Fact]
    public async Task When_even_that_filter_fails_the_message_comes_again_and_is_not_lost()
    {
        var attempts = 0;
        await using var bus = await BusUnderTest.Start(
            x =>
            {
                x.AddConsumer<FailOnPallets>();
                x.AddConfigureEndpointsCallback((_, endpoint) => endpoint.ConfigureError(pipe => pipe.UseExecute(_ =>
                {
                    if (Interlocked.Increment(ref attempts) == 1)
                        throw new InvalidOperationException("The page cannot be written.");
                })));
            },
            plan: new FailOnPallets.Plan());

        await bus.Bus.Publish(new PalletSeen(7));

        await Eventually.Holds(() => Volatile.Read(ref attempts) == 2, "it comes a second time");
        await Eventually.Holds(async () => await bus.Count("SELECT count(*) FROM bus_message") == 0, "the message is settled");
    }

    [Fact]
    public async Task A_message_no_consumer_of_the_queue_knows_lies_in_the_skipped_queue()
    {
        await using var bus = await BusUnderTest.Start(x => x.AddConsumer<CountPallets>());
        var queue = await bus.Bus.GetSendEndpoint(new Uri("queue:count-pallets"));

        await queue.Send(new NobodyCares(3));

        await Eventually.Holds(async () => await bus.InQueue("count-pallets", 3) == 1, "the message is in the skipped queue");
        Assert.Equal(0, await bus.InQueue("count-pallets"));
    }

    [Fact]
    public async Task Redelivery_asked_for_by_the_consumer_is_delayed()
    {
        await using var bus = await BusUnderTest.Start(
            x => x.AddConsumer<FailOnPallets>(), plan: new FailOnPallets.Plan(Times: 1),
            bus: (_, configurator) => configurator.UseDelayedRedelivery(retry => retry.Intervals(700)));
        var started = TimeProvider.System.GetTimestamp();

        await bus.Bus.Publish(new PalletSeen(7));

        await Eventually.Holds(() => bus.Heard.Numbers("fail").Length == 2, "it is tried again");
        Assert.InRange(TimeProvider.System.GetElapsedTime(started).TotalSeconds, 0.7, 5);
        await Eventually.Holds(async () => await bus.Count("SELECT count(*) FROM bus_message") == 0, "the message is settled");
    }

    [Fact]
    public async Task People_see_it_among_the_queues_and_can_put_it_back()
    {
        await using var bus = await BusUnderTest.Start(x => x.AddConsumer<FailOnPallets>(), plan: new FailOnPallets.Plan(Times: 1));
        var store = bus.Get<EmbeddedBusStore>();
        await bus.Bus.Publish(new PalletSeen(7));
        await Eventually.Holds(async () => await bus.InQueue("fail-on-pallets", 2) == 1, "the message is in the error queue");

        var error = Assert.Single(await EmbeddedBusQueues.Read(store), queue => queue.Kind == EmbeddedQueueKind.Error);
        Assert.Equal(("fail-on-pallets", 1L, 0L, 0L), (error.Queue, error.Waiting, error.Delayed, error.BeingHandled));
        Assert.NotNull(error.OldestUtc);

        Assert.Equal(1, await EmbeddedBusQueues.Requeue(store, "fail-on-pallets", EmbeddedQueueKind.Error));
        await Eventually.Holds(async () => await bus.Count("SELECT count(*) FROM bus_message") == 0, "the second attempt succeeds");
        Assert.Equal([7, 7], bus.Heard.Numbers("fail"));
    }

    [Fact]
    public async Task A_handler_that_takes_longer_than_its_lease_keeps_the_message()
    {
        var plan = new HangOnPallets.Plan(From: 0);
        await using var bus = await BusUnderTest.Start(
            x =>
            {
                x.AddConsumer<HangOnPallets>();
                x.AddConfigureEndpointsCallback((_, endpoint) => ((ISqlReceiveEndpointConfigurator)endpoint).LockDuration = TimeSpan.FromSeconds(1));
            },
            plan: plan);
        await bus.Bus.Publish(new PalletSeen(1));
        await Eventually.Holds(async () => await bus.Count("SELECT count(*) FROM bus_delivery WHERE lock_id IS NOT NULL") == 1, "it is being handled");

        await Task.Delay(3_000);
        Assert.Equal(1, await bus.Count("SELECT delivery_count FROM bus_delivery"));
        plan.Released.SetResult();

        await Eventually.Holds(async () => await bus.Count("SELECT count(*) FROM bus_message") == 0, "the message is settled");
        Assert.Equal([1], bus.Heard.Numbers("hang"));
    }
}
