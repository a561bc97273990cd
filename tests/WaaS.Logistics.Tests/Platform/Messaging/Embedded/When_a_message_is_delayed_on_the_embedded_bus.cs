using MassTransit;
using Microsoft.Extensions.DependencyInjection;

namespace WaaS.Logistics.Tests.Platform.Messaging.Embedded;

public sealed class When_a_message_is_delayed_on_the_embedded_bus
{
    [Fact]
    public async Task It_is_handled_at_its_time_and_not_before()
    {
        await using var bus = await BusUnderTest.Start(x => x.AddConsumer<CountPallets>());
        var started = TimeProvider.System.GetTimestamp();

        await bus.Bus.Publish(new PalletSeen(1), context => context.Delay = TimeSpan.FromSeconds(1.5));
        await bus.Bus.Publish(new PalletSeen(2));

        await Eventually.Holds(() => bus.Heard.Numbers("count").Length == 2, "both are handled");
        Assert.Equal([2, 1], bus.Heard.Numbers("count"));
        Assert.InRange(TimeProvider.System.GetElapsedTime(started).TotalSeconds, 1.5, 4);
    }

    [Fact]
    public async Task It_survives_the_process()
    {
        await using var first = await BusUnderTest.Start(x => x.AddConsumer<CountPallets>());
        await first.Bus.Publish(new PalletSeen(1), context => context.Delay = TimeSpan.FromSeconds(1.5));
        await using var second = await BusUnderTest.Start(x => x.AddConsumer<CountPallets>(), await first.Abandon());

        await Eventually.Holds(() => second.Heard.Numbers("count").Length == 1, "the next process handles it");
    }

    [Fact]
    public async Task What_was_scheduled_can_be_taken_back()
    {
        await using var bus = await BusUnderTest.Start(
            x => { x.AddConsumer<CountPallets>(); x.AddSqlMessageScheduler(); }, bus: (_, configurator) => configurator.UseSqlMessageScheduler());
        var scheduler = bus.Get<IServiceScopeFactory>().CreateScope().ServiceProvider.GetRequiredService<IMessageScheduler>();

        var scheduled = await scheduler.SchedulePublish(TimeSpan.FromMinutes(5), new PalletSeen(1));
        Assert.Equal(1, await bus.InQueue("count-pallets"));
        await scheduler.CancelScheduledPublish(scheduled.Payload.GetType(), scheduled.TokenId);

        Assert.Equal(0, await bus.Count("SELECT count(*) FROM bus_message"));
    }
}
