using MassTransit;
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
}
