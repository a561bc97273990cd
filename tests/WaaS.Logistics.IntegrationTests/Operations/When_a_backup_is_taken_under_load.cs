using WaaS.Logistics.IntegrationTests.Crash;
using WaaS.Logistics.Testbed;
using Xunit;

namespace WaaS.Logistics.IntegrationTests.Operations;

/// <summary>A backup in the middle of imports is a cut through facts and messages in flight: restored, everything in it arrives, once.</summary>
/// <param name="after">What the restored program is told.</param>
public abstract class When_a_backup_is_taken_under_load<TStack>(TStack stack, string[] after, ITestOutputHelper output) where TStack : class, IStack, new()
{
    [Fact]
    public async Task The_restored_product_holds_the_same_invariants()
    {
        using var folder = new TempFolder();
        var backup = Path.Combine(folder.Path, "cut.tar");
        var before = await TakeUnderLoad(Path.Combine(folder.Path, "first"), backup);

        var elsewhere = new TStack();
        if (elsewhere is IAsyncLifetime servers)
            await servers.InitializeAsync();
        try
        {
            await Restore(elsewhere, backup, Path.Combine(folder.Path, "second"), before);
        }
        finally
        {
            if (elsewhere is IAsyncLifetime toStop)
                await toStop.DisposeAsync();
        }
    }

    private async Task<IReadOnlyCollection<string>> TakeUnderLoad(string data, string backup)
    {
        await using var waas = await WaasProcess.Start(data, stack);
        await ProgramVisitor.SetUp(waas, "office");
        await ProgramVisitor.SignIn(waas.Http);
        var imports = new ContractImports(waas.Http);
        using var stop = new CancellationTokenSource();
        var load = imports.Run(8, stop.Token);
        await Poll.Until(() => imports.Acknowledged.Count >= 10, TimeSpan.FromSeconds(90), "the load has begun");
        var before = imports.Acknowledged.ToArray();
        var taken = await WaasProgram.Run(stack, "backup", "--data", data, "--to", backup);
        Assert.True(taken.ExitCode == 0, taken.Errors);
        await stop.CancelAsync();
        await load;
        return before;
    }

    private async Task Restore(TStack elsewhere, string backup, string data, IReadOnlyCollection<string> before)
    {
        var restored = await WaasProgram.Run(elsewhere, "restore", backup, "--data", data);
        Assert.True(restored.ExitCode == 0, restored.Errors);
        var again = await WaasProgram.Run(elsewhere, "restore", backup, "--data", data);
        Assert.Equal(2, again.ExitCode);
        var state = new EndState(elsewhere, data);
        await using var waas = await WaasProcess.Start(data, elsewhere, null, after);
        await Poll.Until(async () => await state.InOutbox() == 0 && await state.Waiting() is null or 0, TimeSpan.FromMinutes(2), "everything has been handed over");
        var contracts = await state.DevicesPerContract();
        var devices = contracts.Values.Sum();
        await Poll.Until(async () => (await state.Fleet()).Count == devices && (await state.Recorded()).Count == devices, TimeSpan.FromMinutes(2), "everything has arrived");
        output.WriteLine($"{before.Count} contracts were answered for before the backup; it holds {contracts.Count} with {devices} devices");
        Assert.All(before, number => Assert.Equal(ContractImports.DevicesEach, contracts.GetValueOrDefault(number)));
        Assert.All((await state.Fleet()).Values.Concat((await state.Recorded()).Values), times => Assert.Equal(1, times));
        Assert.Equal(0, await state.Failed());
    }
}

public sealed class When_a_backup_is_taken_under_load_embedded(ITestOutputHelper output)
    : When_a_backup_is_taken_under_load<EmbeddedStack>(new EmbeddedStack(), [], output);

public sealed class When_a_backup_is_taken_under_load_on_servers(ServerStack stack, ITestOutputHelper output)
    : When_a_backup_is_taken_under_load<ServerStack>(stack, ContractImports.WhereTheyGo, output), IClassFixture<ServerStack>;
