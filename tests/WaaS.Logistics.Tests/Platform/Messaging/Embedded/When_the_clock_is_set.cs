using WaaS.Logistics.Platform.Messaging.Embedded;

namespace WaaS.Logistics.Tests.Platform.Messaging.Embedded;

public sealed class When_the_clock_is_set
{
    [Fact]
    public async Task Back_by_an_hour_messages_flow_on_and_leases_end_in_time()
    {
        var clock = new WallClock();
        await using var store = await StoreUnderTest.Create(time: clock);
        await store.Send("before");
        clock.Wall -= TimeSpan.FromHours(1);
        await store.Send("after");

        Assert.Equal(["before", "after"], (await store.Take()).Select(taken => taken.Body));
        clock.Elapsed += StoreUnderTest.LeaseTime;
        Assert.Equal(2, (await store.Take()).Length);
    }

    [Fact]
    public async Task Forward_by_an_hour_no_lease_is_lost()
    {
        var clock = new WallClock();
        await using var store = await StoreUnderTest.Create(time: clock);
        await store.Send("a");
        var taken = Assert.Single(await store.Take());
        clock.Wall += TimeSpan.FromHours(1);

        Assert.Empty(await store.Take());
        Assert.True(await store.Delete(taken));
    }

    [Fact]
    public async Task Between_two_processes_what_asked_for_no_delay_gets_none()
    {
        var clock = new WallClock { Wall = TimeProvider.System.GetUtcNow() + TimeSpan.FromHours(1) };
        await using var store = await StoreUnderTest.Create(time: clock);
        await store.Send("sent");
        await store.Send("held", "other-queue");
        await store.Take(queue: "other-queue");
        await store.Send("delayed", delay: 60_000);

        await store.Die();

        Assert.Equal(2, await store.Number("SELECT count(*) FROM bus_delivery WHERE due <= unixepoch() * 1000"));
        Assert.Equal(1, await store.Number("SELECT count(*) FROM bus_delivery WHERE due > unixepoch() * 1000"));
    }

    private sealed class WallClock : TimeProvider
    {
        public DateTimeOffset Wall { get; set; } = new(2026, 11, 1, 8, 0, 0, TimeSpan.Zero);

        public TimeSpan Elapsed { get; set; }

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override DateTimeOffset GetUtcNow() => Wall;

        public override long GetTimestamp() => Elapsed.Ticks;
    }
}
