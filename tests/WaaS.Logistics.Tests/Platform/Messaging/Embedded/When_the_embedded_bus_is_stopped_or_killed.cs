using MassTransit;
using WaaS.Logistics.Platform.Messaging.Embedded;

namespace WaaS.Logistics.Tests.Platform.Messaging.Embedded;

public sealed class When_the_embedded_bus_is_stopped_or_killed
{
    [Fact]
    public async Task The_next_process_handles_exactly_what_was_not_acknowledged()
    {
        var plan = new HangOnPallets.Plan(From: 31);
        await using var first = await BusUnderTest.Start(x => x.AddConsumer<HangOnPallets>(), plan: plan);
        foreach (var number in Enumerable.Range(0, 100))
            await first.Bus.Publish(new PalletSeen(number));
        await Eventually.Holds(async () => await first.Count("SELECT count(*) FROM bus_message") == 69, "31 are settled, the others hang");
        await Eventually.Holds(async () => await first.Count("SELECT count(*) FROM bus_delivery WHERE lock_id IS NOT NULL") > 1, "several are leased");

        var free = new HangOnPallets.Plan(From: int.MaxValue);
        await using var second = await BusUnderTest.Start(x => x.AddConsumer<HangOnPallets>(), await first.Abandon(), plan: free);

        Assert.True(second.Released.Freed > 1);
        await Eventually.Holds(async () => await second.Count("SELECT count(*) FROM bus_message") == 0, "the rest is settled");
        Assert.Equal(Enumerable.Range(31, 69), second.Heard.Numbers("hang").Order());
        plan.Released.SetResult();
    }

    [Fact]
    public async Task Stopping_waits_for_what_is_being_handled_and_leaves_nothing_leased()
    {
        var plan = new HangOnPallets.Plan(From: 0);
        await using var first = await BusUnderTest.Start(x => x.AddConsumer<HangOnPallets>(), plan: plan, bus: (_, bus) => bus.ConcurrentMessageLimit = 4);
        foreach (var number in Enumerable.Range(0, 50))
            await first.Bus.Publish(new PalletSeen(number));
        await Eventually.Holds(async () => await first.Count("SELECT count(*) FROM bus_delivery WHERE lock_id IS NOT NULL") == 4, "four hang");

        var stopping = first.Stop();
        plan.Released.SetResult();
        await stopping;

        var handled = first.Heard.Numbers("hang");
        Assert.True(handled.Length >= 4);
        Assert.Equal(0, await first.Count("SELECT count(*) FROM bus_delivery WHERE lock_id IS NOT NULL"));
        Assert.Equal(50 - handled.Length, await first.InQueue("hang-on-pallets"));
    }

    [Fact]
    public async Task Stopping_under_load_neither_loses_nor_doubles_a_message()
    {
        const int Messages = 2_000;
        var first = await BusUnderTest.Start(x => x.AddConsumer<CountPallets>(), bus: (_, bus) => bus.PrefetchCount = 32);
        await Parallel.ForAsync(0, Messages, new ParallelOptions { MaxDegreeOfParallelism = 16 }, async (number, _) => await first.Bus.Publish(new PalletSeen(number)));
        await first.Stop();
        var handled = first.Heard.Numbers("count");
        var folder = first.Folder;
        await first.DisposeAsync();

        await using var second = await BusUnderTest.Start(x => x.AddConsumer<CountPallets>(), folder);
        Assert.Equal(new ReleasedLeases(0, 0, 0), second.Released);
        await Eventually.Holds(async () => await second.Count("SELECT count(*) FROM bus_message") == 0, "the rest is settled");

        Assert.Equal(Enumerable.Range(0, Messages), handled.Concat(second.Heard.Numbers("count")).Order());
    }

    [Fact]
    public async Task A_message_being_handled_at_five_deaths_says_so_in_its_headers()
    {
        var bus = await BusUnderTest.Start(x => x.AddConsumer<HangOnPallets>(), plan: new HangOnPallets.Plan(From: 0));
        await bus.Bus.Publish(new PalletSeen(1));
        var seen = new List<object?>();
        var hanging = new List<BusUnderTest>();
        for (var deaths = 0; deaths < 6; deaths++)
        {
            await Eventually.Holds(async () => await bus.Count("SELECT count(*) FROM bus_delivery WHERE lock_id IS NOT NULL") == 1, "it is being handled");
            hanging.Add(bus);
            bus = await BusUnderTest.Start(
                x =>
                {
                    x.AddConsumer<HangOnPallets>();
                    x.AddConfigureEndpointsCallback((_, endpoint) => endpoint.UseExecute(context =>
                    {
                        context.ReceiveContext.TransportHeaders.TryGetHeader("WaaS-Deaths", out var count);
                        lock (seen)
                            seen.Add(count);
                    }));
                },
                await bus.Abandon(), plan: new HangOnPallets.Plan(From: 0));
            await Eventually.Holds(() => seen.Count == deaths + 1, "the pipeline sees it");
        }
        hanging.Add(bus);

        Assert.Equal(["", "1", "2", "3", "4", "5"], seen.Select(count => $"{count}"));
        foreach (var one in hanging)
        {
            one.Get<HangOnPallets.Plan>().Released.SetResult();
            await one.DisposeAsync();
        }
    }
}
