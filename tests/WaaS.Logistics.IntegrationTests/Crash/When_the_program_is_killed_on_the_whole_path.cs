using WaaS.Logistics.Testbed;
using Xunit;

namespace WaaS.Logistics.IntegrationTests.Crash;

/// <summary>
/// kill -9 while devices are on their whole way, from the contract to the sale, with real wipe stations at work. Workers repeat what got no answer. A round counts only
/// if the kill met requests without an answer, events in an outbox and deliveries under lease.
/// </summary>
public abstract class When_the_program_is_killed_on_the_whole_path<TStack>(TStack stack, ITestOutputHelper output) where TStack : class, IStack
{
    private const int Lines = 3;
    private static readonly int Rounds = Environment.GetEnvironmentVariable("WAAS_LONG") == "1" ? 160 : 3;

    [Fact]
    public async Task Every_device_ends_once_and_what_was_never_wiped_goes_nowhere()
    {
        using var folder = new TempFolder();
        var (data, port, counted) = (folder["data"], FreePort.Take(), 0);
        using var work = new Workforce(new Uri($"http://127.0.0.1:{port}"), folder.Path);
        using var worker = ProgramVisitor.At(port);
        var state = new EndState(stack, data);
        for (var attempt = 1; counted < Rounds; attempt++)
        {
            Assert.True(attempt <= Rounds * 4, $"Only {counted} of {attempt} kills met the program at work.");
            await using var waas = await WaasProcess.Start(data, stack, port);
            if (attempt == 1)
            {
                await work.Hire(waas, Lines);
                await work.SignIn(worker);
            }
            // By work and not by the clock: a program that has just started is slow, and on a busy machine slower.
            var until = work.Written + Random.Shared.Next(8, 32);
            await Poll.Until(() => work.Written >= until || work.IsStopped, TimeSpan.FromSeconds(90), "the lines are at work");
            // Beside the lines at last, so that events are on their way at the moment of the kill.
            using var stop = new CancellationTokenSource();
            var imports = new ContractImports(worker);
            var load = imports.Run(4, stop.Token);
            await Poll.Until(() => imports.Acknowledged.Count >= 2 || load.IsCompleted, TimeSpan.FromSeconds(60), "contracts are imported beside the lines");
            await Task.Delay(Random.Shared.Next(0, 200));
            await work.RequireAtWork();
            counted += await Kill(waas, work, state, attempt) ? 1 : 0;
            await stop.CancelAsync();
            await load;
        }
        await using var last = await WaasProcess.Start(data, stack, port);
        await work.GoHome();
        await work.RequireExactEnds();
        var (sold, kept) = (work.Brought.Count(device => device.Buyer is not null), work.Brought.Count(device => device.Buyer is null));
        output.WriteLine($"{counted} kills counted; {sold} devices sold once, {kept} never wiped and never cleared");
        Assert.True(sold >= 2 * Lines, "The lines came no further than their first contract: the kills met nothing worth losing.");
        Assert.Equal((sold, sold, sold + kept), (await state.Rows("resale", "units"), await state.Rows("sanitization", "clearances"), await state.Rows("sanitization", "wipe_orders")));
        Assert.Equal(0, await state.Failed());
        Assert.Equal(0, await last.StopAsync());
    }

    private async Task<bool> Kill(WaasProcess waas, Workforce work, EndState state, int attempt)
    {
        await work.UntilOneWaits();
        work.TakeCut();
        var (steps, open, done) = (work.Steps, work.Open, work.Brought.Count);
        await waas.Kill9();
        var (waiting, leased) = (await state.InOutboxes(), await state.Leased());
        var counts = open > 0 && work.TakeCut() > 0 && waiting > 0 && leased is null or > 0;
        output.WriteLine($"kill {attempt}: {done} devices done, lines at {steps}; {open} without answer, {waiting} in the outboxes, {leased?.ToString() ?? "(broker)"} leased{(counts ? "" : ": does not count")}");
        return counts;
    }
}

public sealed class When_the_program_is_killed_on_the_whole_path_embedded(ITestOutputHelper output)
    : When_the_program_is_killed_on_the_whole_path<EmbeddedStack>(new EmbeddedStack(), output);

public sealed class When_the_program_is_killed_on_the_whole_path_on_servers(ServerStack stack, ITestOutputHelper output)
    : When_the_program_is_killed_on_the_whole_path<ServerStack>(stack, output), IClassFixture<ServerStack>;
