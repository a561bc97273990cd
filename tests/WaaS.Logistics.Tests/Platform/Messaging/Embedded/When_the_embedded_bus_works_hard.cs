using MassTransit;

namespace WaaS.Logistics.Tests.Platform.Messaging.Embedded;

public sealed class When_the_embedded_bus_works_hard
{
    [Fact]
    public async Task Ten_thousand_messages_are_handled_exactly_once_each_by_both_consumers()
    {
        const int Messages = 10_000;
        await using var bus = await BusUnderTest.Start(
            x => { x.AddConsumer<CountPallets>(); x.AddConsumer<ArchivePallets>(); }, bus: (_, bus) => bus.PrefetchCount = 64);

        await Parallel.ForAsync(0, Messages, new ParallelOptions { MaxDegreeOfParallelism = 32 }, async (number, _) => await bus.Bus.Publish(new PalletSeen(number)));

        await Eventually.Holds(async () => await bus.Count("SELECT count(*) FROM bus_message") == 0, "everything is settled", seconds: 120);
        Assert.Equal(Enumerable.Range(0, Messages), bus.Heard.Numbers("count").Order());
        Assert.Equal(Enumerable.Range(0, Messages), bus.Heard.Numbers("archive").Order());
    }

    [Fact]
    public async Task Receiving_goes_on_after_the_file_could_not_be_written()
    {
        await using var bus = await BusUnderTest.Start(x => x.AddConsumer<CountPallets>());
        await bus.Count("SELECT 1");
        await bus.Execute("ALTER TABLE bus_delivery RENAME TO away");
        await Assert.ThrowsAnyAsync<Exception>(() => bus.Bus.Publish(new PalletSeen(1)));
        await Eventually.Holds(() => bus.Log.All.Any(line => line.Text.Contains("Taking messages from count-pallets failed")), "taking messages fails", seconds: 30);

        await bus.Execute("ALTER TABLE away RENAME TO bus_delivery");
        await bus.Bus.Publish(new PalletSeen(2));

        await Eventually.Holds(() => bus.Heard.Numbers("count").Contains(2), "the receiver is still there");
    }

    [Fact]
    public async Task When_there_is_nothing_to_do_nothing_is_written_and_a_message_does_not_wait()
    {
        await using var bus = await BusUnderTest.Start(x => x.AddConsumer<CountPallets>());
        await bus.Bus.Publish(new PalletSeen(0));
        await Eventually.Holds(async () => await bus.Count("SELECT count(*) FROM bus_message") == 0, "the bus is idle");
        await Task.Delay(300);
        var before = bus.Writer.Counts.Writes;
        await Task.Delay(2_500);
        Assert.Equal(before, bus.Writer.Counts.Writes);

        var fastest = TimeSpan.MaxValue;
        for (var number = 1; number <= 5; number++)
        {
            var started = TimeProvider.System.GetTimestamp();
            await bus.Bus.Publish(new PalletSeen(number));
            await Eventually.Holds(() => bus.Heard.Numbers("count").Contains(number), "it is handled");
            fastest = TimeSpan.FromTicks(Math.Min(fastest.Ticks, TimeProvider.System.GetElapsedTime(started).Ticks));
        }
        Assert.True(fastest < TimeSpan.FromMilliseconds(300), $"The receiver polls instead of being woken: {fastest}.");
    }
}
