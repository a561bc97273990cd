using Xunit;

namespace WaaS.Logistics.Tests.Platform.Messaging.Embedded;

public sealed class When_a_lease_is_taken
{
    [Fact]
    public async Task Deliveries_come_in_the_order_in_which_they_were_sent()
    {
        await using var store = await StoreUnderTest.Create();
        for (var number = 0; number < 30; number++)
            await store.Send($"{number}");

        var first = await store.Take(20);
        var second = await store.Take(20);

        Assert.Equal(Enumerable.Range(0, 30).Select(number => $"{number}"), first.Concat(second).Select(taken => taken.Body));
    }

    [Fact]
    public async Task Nobody_else_gets_the_delivery_until_it_ends()
    {
        await using var store = await StoreUnderTest.Create();
        await store.Send("a");
        await store.Take();

        store.Clock.Advance(StoreUnderTest.LeaseTime - TimeSpan.FromMilliseconds(1));
        Assert.Empty(await store.Take());

        store.Clock.Advance(TimeSpan.FromMilliseconds(1));
        Assert.Single(await store.Take());
    }

    [Fact]
    public async Task Renewing_it_keeps_it()
    {
        await using var store = await StoreUnderTest.Create();
        await store.Send("a");
        var taken = Assert.Single(await store.Take());

        for (var i = 0; i < 5; i++)
        {
            store.Clock.Advance(StoreUnderTest.LeaseTime * 0.7);
            Assert.True(await store.Renew(taken));
            Assert.Empty(await store.Take());
        }
        Assert.True(await store.Delete(taken));
    }

    [Fact]
    public async Task Whoever_let_it_expire_can_no_longer_settle_the_delivery()
    {
        await using var store = await StoreUnderTest.Create();
        await store.Send("a");
        var late = Assert.Single(await store.Take());
        store.Clock.Advance(StoreUnderTest.LeaseTime);
        var current = Assert.Single(await store.Take());

        Assert.False(await store.Delete(late));
        Assert.False(await store.Renew(late));
        Assert.False(await store.Unlock(late, TimeSpan.Zero));
        Assert.Equal(1, await store.Number("SELECT count(*) FROM bus_delivery"));

        Assert.True(await store.Delete(current));
        Assert.Equal(0, await store.Number("SELECT count(*) FROM bus_message"));
    }

    [Fact]
    public async Task A_delayed_delivery_cannot_be_taken_before_its_time()
    {
        await using var store = await StoreUnderTest.Create();
        await store.Send("later", delay: 5_000);
        await store.Send("now");

        Assert.Equal("now", Assert.Single(await store.Take()).Body);
        store.Clock.Advance(TimeSpan.FromMilliseconds(4_999));
        Assert.Empty(await store.Take());
        store.Clock.Advance(TimeSpan.FromMilliseconds(1));
        Assert.Equal("later", Assert.Single(await store.Take()).Body);
    }

    [Fact]
    public async Task Giving_it_back_without_a_delay_waits_longer_each_time_and_ends_in_the_error_queue()
    {
        await using var store = await StoreUnderTest.Create(maxDeliveryCount: 4);
        await store.Send("a");
        var waits = new List<double>();
        for (var delivery = 1; delivery <= 4; delivery++)
        {
            var before = store.Clock.GetUtcNow();
            Taken[] taken;
            while ((taken = await store.Take()).Length == 0)
                store.Clock.Advance(TimeSpan.FromMilliseconds(50));
            waits.Add((store.Clock.GetUtcNow() - before).TotalMilliseconds);
            Assert.True(await store.Unlock(taken[0], TimeSpan.Zero));
        }

        store.Clock.Advance(TimeSpan.FromMinutes(10));
        Assert.Empty(await store.Take());

        Assert.Equal(waits.Order(), waits);
        Assert.True(waits[^1] > waits[1], "the pause grows");
        Assert.Equal(1, await store.Number("SELECT count(*) FROM bus_delivery d JOIN bus_queue q ON q.id = d.queue_id WHERE q.type = 2 AND d.lock_id IS NULL"));
        Assert.Contains("Delivered 4 times", await store.Text("SELECT transport_headers FROM bus_delivery"));
        Assert.Equal(1, await store.Number("SELECT count(*) FROM bus_message"));
    }
}
