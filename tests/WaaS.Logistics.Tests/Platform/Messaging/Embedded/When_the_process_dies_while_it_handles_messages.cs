using WaaS.Logistics.Platform.Messaging.Embedded;
using Xunit;

namespace WaaS.Logistics.Tests.Platform.Messaging.Embedded;

public sealed class When_the_process_dies_while_it_handles_messages
{
    [Fact]
    public async Task What_it_held_is_delivered_again_in_the_old_order()
    {
        await using var store = await StoreUnderTest.Create();
        foreach (var body in (string[])["a", "b", "c"])
            await store.Send(body);
        var held = await store.Take(2);
        Assert.True(await store.Delete(held[0]));

        Assert.Equal(new ReleasedLeases(Freed: 1, Deaths: 0, GivenUp: 0), await store.Die());

        Assert.Equal("b", Assert.Single(await store.Take()).Body);
        Assert.Equal("c", Assert.Single(await store.Take()).Body);
    }

    [Fact]
    public async Task Suspects_are_handed_out_one_at_a_time_and_on_record_before_that()
    {
        await using var store = await StoreUnderTest.Create();
        foreach (var body in (string[])["a", "b", "c"])
            await store.Send(body);
        await store.Take();
        await store.Die();

        var first = Assert.Single(await store.Take());
        Assert.Empty(await store.Take());
        Assert.Empty(await store.Take(queue: "other-queue"));
        Assert.Equal(1, await store.Number("SELECT count(*) FROM bus_delivery WHERE started IS NOT NULL"));

        await store.Delete(first);
        Assert.Equal("b", Assert.Single(await store.Take()).Body);
    }

    [Fact]
    public async Task Messages_that_are_no_suspects_flow_on_beside_one()
    {
        await using var store = await StoreUnderTest.Create();
        await store.Send("suspect");
        await store.Take();
        await store.Die();
        await store.Send("x");
        await store.Send("y");

        Assert.Equal("suspect", Assert.Single(await store.Take()).Body);
        Assert.Equal(["x", "y"], (await store.Take()).Select(taken => taken.Body));
    }

    [Fact]
    public async Task A_suspect_that_lives_on_holds_the_others_back_only_for_a_while()
    {
        await using var store = await StoreUnderTest.Create();
        await store.Send("slow");
        await store.Send("waiting", "other-queue");
        await store.Take();
        await store.Take(queue: "other-queue");
        await store.Die();
        Assert.Single(await store.Take());

        Assert.Empty(await store.Take(queue: "other-queue"));
        store.Clock.Advance(TimeSpan.FromSeconds(31));
        Assert.Single(await store.Take(queue: "other-queue"));
    }

    [Fact]
    public async Task Only_the_one_being_handled_counts_a_death_and_its_neighbours_never_do()
    {
        await using var store = await StoreUnderTest.Create();
        await store.Send("killer");
        for (var number = 0; number < 10; number++)
            await store.Send($"innocent {number}");
        var handled = new List<string>();
        long? seen = 0;

        // Every round the process handles what it gets until it gets the killer, and dies with whatever else it holds.
        for (var deaths = 0; deaths < 6; deaths++)
        {
            for (var died = false; !died;)
            {
                foreach (var taken in await store.Take(4))
                {
                    if (taken.Body == "killer")
                    {
                        (died, seen) = (true, taken.Deaths);
                        break;
                    }
                    handled.Add(taken.Body);
                    await store.Delete(taken);
                }
            }
            await store.Die();
        }

        Assert.Equal(4, seen);
        // Those with fewer deaths go first, or the killer would hold its neighbours back until it is rejected.
        Assert.Equal(["innocent 0", "innocent 1", "innocent 2"], handled);
        Assert.Equal(0, await store.Number("SELECT count(*) FROM bus_delivery d JOIN bus_message m ON m.id = d.message_id WHERE d.deaths > 0 AND CAST(m.body AS TEXT) <> 'killer'"));
        var rest = new List<Taken>();
        for (Taken[] more; (more = await store.Take()).Length > 0; rest.AddRange(more))
            foreach (var taken in more)
                await store.Delete(taken);
        Assert.Equal(5, Assert.Single(rest, taken => taken.Body == "killer").Deaths);
        Assert.All(rest.Where(taken => taken.Body != "killer"), taken => Assert.Equal(0, taken.Deaths));
        Assert.Equal(10, handled.Concat(rest.Select(taken => taken.Body)).Where(body => body != "killer").Distinct().Count());
    }

    [Fact]
    public async Task A_message_even_the_pipeline_cannot_reject_ends_in_the_error_queue()
    {
        await using var store = await StoreUnderTest.Create();
        await store.Send("killer");
        ReleasedLeases released;
        var deaths = 0;
        do
        {
            Assert.Single(await store.Take());
            released = await store.Die();
            Assert.True(++deaths < 20, "it must end");
        }
        while (released.GivenUp == 0);

        Assert.Equal(11, deaths);
        Assert.Empty(await store.Take());
        Assert.Equal(1, await store.Number("SELECT count(*) FROM bus_delivery d JOIN bus_queue q ON q.id = d.queue_id WHERE q.type = 2"));
        Assert.Contains("died 10 times", await store.Text("SELECT transport_headers FROM bus_delivery"));
    }

    [Fact]
    public async Task Deaths_do_not_use_up_the_deliveries_of_an_innocent_message()
    {
        await using var store = await StoreUnderTest.Create(maxDeliveryCount: 2);
        await store.Send("killer");
        await store.Send("innocent");
        for (var death = 0; death < 8; death++)
        {
            await store.Take();
            await store.Die();
        }

        Assert.Equal(0, await store.Number("SELECT max(delivery_count) FROM bus_delivery"));
        Assert.Equal(2, await store.Number("SELECT count(*) FROM bus_delivery d JOIN bus_queue q ON q.id = d.queue_id WHERE q.type = 1"));
    }

    [Fact]
    public async Task The_next_suspect_is_looked_for_as_soon_as_one_is_done_in_whatever_queue_it_lies()
    {
        await using var store = await StoreUnderTest.Create();
        await store.Send("a");
        await store.Send("b", "other-queue");
        await store.Take();
        await store.Take(queue: "other-queue");
        await store.Die();
        var first = Assert.Single(await store.Take());
        Assert.Empty(await store.Take(queue: "other-queue"));
        var other = store.Store.Signals.For((await store.Number("SELECT id FROM bus_queue WHERE name = 'other-queue' AND type = 1"))!.Value);
        Assert.False(other.IsWorthALook());

        await store.Delete(first);

        Assert.True(other.IsWorthALook());
        Assert.Equal("b", Assert.Single(await store.Take(queue: "other-queue")).Body);
    }
}
