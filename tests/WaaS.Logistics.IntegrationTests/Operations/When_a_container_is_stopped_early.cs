using WaaS.Logistics.Testbed;
using Xunit;

namespace WaaS.Logistics.IntegrationTests.Operations;

/// <summary>SIGTERM before anything listens for it but the program's first line: it ends soon, says by its exit code that it was not done, and leaves nothing half.</summary>
public abstract class When_a_container_is_stopped_early<TStack> : IAsyncLifetime where TStack : class, IStack, new()
{
    private const int Terminated = 143;
    private static readonly bool Long = Environment.GetEnvironmentVariable("WAAS_LONG") == "1";
    private readonly TempFolder _folder = new();
    private readonly TStack _stack = new(), _elsewhere = new();

    private string Data => _folder["data"];

    private string Lock => Path.Combine(Data, "lock");

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

    [Fact]
    public async Task Each_ends_and_the_next_start_goes_well()
    {
        foreach (var later in new[] { 0, 700 })
            foreach (var command in Commands)
            {
                await Ends(command, later);
                if (Long)
                    await Works(_stack, Data);
            }
        await Works(_stack, Data);
    }

    /// <summary>In this order each finds what those before it have left.</summary>
    protected virtual string[] Commands => ["migrate", "run"];

    private async Task Ends(string command, int later)
    {
        // What the next one makes first of all: of a folder without a file that is held, the folder itself.
        var sign = File.Exists(Lock) ? Lock : Data;
        if (sign == Lock)
            File.Delete(Lock);
        else if (Directory.Exists(Data))
            Directory.Delete(Data, recursive: true);
        var ended = await FirstProcess.Terminate(_stack, () => Path.Exists(sign), TimeSpan.FromMilliseconds(later), command, "--data", Data, "--urls", "http://127.0.0.1:0");
        // On a quick machine it may have been done by then; at once it cannot be.
        Assert.True(ended.ExitCode == Terminated || later > 0 && ended.ExitCode == 0, $"{ended.ExitCode}\n{ended.Output}\n{ended.Errors}");
        Assert.DoesNotContain("   at ", ended.Errors);
        if (ended.ExitCode == Terminated)
            Assert.DoesNotContain("The tables are up to date", ended.Output);
    }

    [Fact]
    public async Task A_backup_leaves_nothing_beside_its_target_and_a_restore_nothing_that_the_next_one_would_refuse()
    {
        await Done(_stack, "migrate", "--data", Data);
        await BlobFile.Put(Data, BlobFile.Big);
        var ended = await Terminate(_stack, () => Directory.Exists(Backups) && Directory.GetFileSystemEntries(Backups).Length > 0, "backup", "--data", Data, "--to", Path.Combine(Backups, "cut.tar"));
        Assert.DoesNotContain("cut.tar", ended.Output);
        Assert.Empty(Directory.GetFileSystemEntries(Backups));

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
    protected override string[] Commands => ["topology", .. base.Commands];
}
