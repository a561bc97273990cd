using WaaS.Logistics.Testbed;
using Xunit;

namespace WaaS.Logistics.IntegrationTests.Crash;

/// <summary>
/// kill -9 at random moments while contracts are imported: each import is one save with four events, which travel to two services. A round
/// counts only if the kill met requests without an answer and events on their way.
/// </summary>
/// <param name="after">What the program is told at every start after the first, which makes tables and queues.</param>
public abstract class When_the_program_is_killed_under_load<TStack>(TStack stack, string[] after, ITestOutputHelper output) where TStack : class, IStack
{
    private static readonly bool Long = Environment.GetEnvironmentVariable("WAAS_LONG") == "1";
    private static readonly TimeSpan Settles = TimeSpan.FromMinutes(3);

    [Fact]
    public async Task Nothing_answered_is_lost_and_nothing_is_doubled()
    {
        using var folder = new TempFolder();
        var (rounds, counted, acknowledged) = (Long ? 40 : 17, 0, new HashSet<string>());
        var state = new EndState(stack, folder.Path);
        var port = FreePort.Take();
        using var worker = ProgramVisitor.At(port);
        for (var attempt = 1; counted < rounds; attempt++)
        {
            Assert.True(attempt <= rounds * 3, $"Only {counted} of {attempt} kills met the program at work.");
            counted += await Round(folder.Path, port, worker, state, attempt, acknowledged) ? 1 : 0;
        }
        await Settle(folder.Path, state);

        var perContract = await state.DevicesPerContract();
        Assert.All(acknowledged, number => Assert.Equal(ContractImports.DevicesEach, perContract.GetValueOrDefault(number)));
        Assert.All(perContract, contract => Assert.Equal(ContractImports.DevicesEach, contract.Value));
        var (fleet, recorded) = (await state.Fleet(), await state.Recorded());
        var devices = perContract.Count * ContractImports.DevicesEach;
        output.WriteLine($"{counted} kills counted; {acknowledged.Count} contracts answered for, {perContract.Count} saved, {devices} devices; fleet {fleet.Count}, recorded {recorded.Count}");
        Assert.Equal(devices, fleet.Count);
        Assert.Equal(devices, recorded.Count);
        Assert.All(fleet.Values.Concat(recorded.Values), times => Assert.Equal(1, times));
        Assert.Equal(0, await state.Failed());
    }

    private async Task<bool> Round(string folder, int port, HttpClient worker, EndState state, int attempt, HashSet<string> acknowledged)
    {
        await using var waas = await WaasProcess.Start(folder, stack, port, attempt == 1 ? [] : after);
        if (attempt == 1)
        {
            await ProgramVisitor.SetUp(waas, "office");
            await ProgramVisitor.SignIn(worker);
        }
        var imports = new ContractImports(worker);
        using var stop = new CancellationTokenSource();
        var load = imports.Run(6, stop.Token);
        await Poll.Until(() => imports.Acknowledged.Count >= 3, TimeSpan.FromSeconds(60), "the load has begun");
        await Task.Delay(Random.Shared.Next(0, 400));
        await waas.Kill9();
        await stop.CancelAsync();
        await load;
        acknowledged.UnionWith(imports.Acknowledged);
        var (unanswered, waiting, leased) = (imports.Unanswered, await state.InOutbox(), await state.Leased());
        var counts = unanswered > 0 && waiting > 0 && leased is null or > 0;
        output.WriteLine($"kill {attempt}: {imports.Acknowledged.Count} answered, {unanswered} without answer, {waiting} in the outbox, {leased?.ToString() ?? "(broker)"} leased{(counts ? "" : ": does not count")}");
        Assert.Empty(imports.Refusals);
        return counts;
    }

    private async Task Settle(string folder, EndState state)
    {
        await using var waas = await WaasProcess.Start(folder, stack);
        await Poll.Until(async () => await state.InOutbox() == 0 && await state.Waiting() is null or 0, Settles, "everything has been handed over");
        await Poll.Until(async () => (await state.Fleet()).Count == (await state.Recorded()).Count && (await state.Fleet()).Count == (await state.DevicesPerContract()).Values.Sum(), Settles, "everything has arrived");
        Assert.Equal(0, await waas.StopAsync());
    }
}

public sealed class When_the_program_is_killed_under_load_embedded(ITestOutputHelper output)
    : When_the_program_is_killed_under_load<EmbeddedStack>(new EmbeddedStack(), [], output);

public sealed class When_the_program_is_killed_under_load_on_servers(ServerStack stack, ITestOutputHelper output)
    : When_the_program_is_killed_under_load<ServerStack>(stack, ContractImports.WhereTheyGo, output), IClassFixture<ServerStack>;
