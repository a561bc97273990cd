using WaaS.Logistics.Testbed;
using Xunit;

namespace WaaS.Logistics.IntegrationTests.Operations;

/// <summary>SIGTERM before anything listens for it but the program's first line: it ends soon, says by its exit code that it was not done, and leaves nothing half.</summary>
public abstract class When_a_container_is_stopped_early<TStack> : IAsyncLifetime where TStack : class, IStack, new()
{
    private const int Terminated = 143;
    private readonly TempFolder _folder = new();
    private readonly TStack _stack = new(), _elsewhere = new();

    private string Data => _folder["data"];

    private string Backups => _folder["backups"];

    public async ValueTask InitializeAsync()
    {
        foreach (var servers in new[] { _stack, _elsewhere }.OfType<IAsyncLifetime>())
            await servers.InitializeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var servers in new[] { _stack, _elsewhere }.OfType<IAsyncLifetime>())
            await servers.DisposeAsync();
        _folder.Dispose();
    }

    [Theory]
    [InlineData("run", 0)]
    [InlineData("run", 700)]
    [InlineData("migrate", 0)]
    [InlineData("migrate", 700)]
    public Task It_ends_and_the_next_start_goes_well(string command, int later) => Ends(command, later);

    protected async Task Ends(string command, int later)
    {
        var ended = await FirstProcess.Terminate(_stack, () => Directory.Exists(Data), TimeSpan.FromMilliseconds(later), command, "--data", Data, "--urls", "http://127.0.0.1:0");
        // On a quick machine it may have been done by then; at once it cannot be.
        Assert.True(ended.ExitCode == Terminated || later > 0 && ended.ExitCode == 0, $"{ended.ExitCode}\n{ended.Output}\n{ended.Errors}");
        Assert.DoesNotContain("   at ", ended.Errors);
        if (ended.ExitCode == Terminated)
            Assert.DoesNotContain("The tables are up to date", ended.Output);
        await Works(_stack, Data);
    }

    [Fact]
    public async Task A_backup_leaves_nothing_beside_its_target()
    {
        await Migrated();
        var ended = await Terminate(_stack, () => Directory.Exists(Backups) && Directory.GetFileSystemEntries(Backups).Length > 0, "backup", "--data", Data, "--to", Path.Combine(Backups, "cut.tar"));
        Assert.DoesNotContain("cut.tar", ended.Output);
        Assert.Empty(Directory.GetFileSystemEntries(Backups));
    }

    [Fact]
    public async Task A_restore_leaves_nothing_that_the_next_one_would_refuse()
    {
        await Migrated();
        var (backup, second) = (Path.Combine(Backups, "cut.tar"), _folder["second"]);
        await Done(_stack, "backup", "--data", Data, "--to", backup);
        await Terminate(_elsewhere, () => Directory.Exists(second) && Directory.GetDirectories(second, ".restore-*").Length > 0, "restore", backup, "--data", second);
        Assert.Empty(Directory.GetDirectories(second, ".restore-*"));
        await Done(_elsewhere, "restore", backup, "--data", second);
        await Works(_elsewhere, second);
    }

    private static async Task<WaasResult> Terminate(IStack stack, Func<bool> isUnderWay, params string[] command)
    {
        var ended = await FirstProcess.Terminate(stack, isUnderWay, TimeSpan.Zero, command);
        Assert.True(ended.ExitCode == Terminated, $"{ended.ExitCode}\n{ended.Output}\n{ended.Errors}");
        return ended;
    }

    private async Task Migrated()
    {
        await Done(_stack, "migrate", "--data", Data);
        await BlobFile.Put(Data, BlobFile.Big);
    }

    private static async Task Done(IStack stack, params string[] command)
    {
        var done = await WaasProgram.Run(stack, command);
        Assert.True(done.ExitCode == 0, done.Errors);
    }

    private static async Task Works(IStack stack, string data)
    {
        await using var waas = await WaasProcess.Start(data, stack);
        Assert.Equal(0, await waas.StopAsync());
    }
}

public sealed class When_a_container_is_stopped_early_embedded : When_a_container_is_stopped_early<EmbeddedStack>;

public sealed class When_a_container_is_stopped_early_on_servers : When_a_container_is_stopped_early<ServerStack>
{
    [Fact]
    public Task Making_the_queues_ends() => Ends("topology", later: 0);
}
