using System.Diagnostics;
using Npgsql;
using WaaS.Logistics.Testbed;
using Xunit;

namespace WaaS.Logistics.IntegrationTests.Operations;

/// <summary>kill -9 of <c>waas restore</c> into PostgreSQL at random moments, as for want of memory: pg_restore lives on. A round counts when the restore had begun and had not ended.</summary>
public sealed class When_a_restore_is_killed(ServerStack stack, ITestOutputHelper output) : IClassFixture<ServerStack>
{
    private static readonly int Rounds = Environment.GetEnvironmentVariable("WAAS_LONG") == "1" ? 40 : 2;
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(60);

    private string _blob = "";
    // No longer than a restore takes on this machine.
    private TimeSpan _longestWait = TimeSpan.FromMilliseconds(1200);

    [Fact]
    public async Task Nothing_works_on_what_it_left_and_the_next_one_makes_it_whole()
    {
        using var folder = new TempFolder();
        var backup = await TakeBackup(folder["first"], folder["cut.tar"]);
        var whole = await Counts(stack);
        for (var (attempt, counted) = (1, 0); counted < Rounds; attempt++)
        {
            Assert.True(attempt <= Rounds * 4, $"Only {counted} of {attempt} kills met the restore under way.");
            await using var elsewhere = new ServerStack();
            await elsewhere.InitializeAsync();
            counted += await Round(elsewhere, backup, folder[$"data-{attempt}"], whole, isFirst: counted == 0) ? 1 : 0;
        }
    }

    [Fact]
    public async Task The_next_one_does_not_wait_for_a_tool_that_lived_on()
    {
        using var folder = new TempFolder();
        var backup = await TakeBackup(folder["first"], folder["cut.tar"]);
        await using var elsewhere = new ServerStack();
        await elsewhere.InitializeAsync();
        await using var source = NpgsqlDataSource.Create(elsewhere.Database.ConnectionString);
        // The last schema there is: pg_restore waits for it in the middle of its one transaction.
        await using var holdup = await source.OpenConnectionAsync();
        await using var held = await holdup.BeginTransactionAsync();
        await using (var command = new NpgsqlCommand("CREATE SCHEMA sanitization", holdup, held))
            await command.ExecuteNonQueryAsync();
        using (var killed = Launch(elsewhere, backup, folder["second"]))
        {
            await Poll.Until(async () => await Waiting(source) is not null, Soon, "pg_restore waits");
            killed.Kill();
            await killed.WaitForExitAsync();
        }
        var orphan = await Waiting(source);
        Assert.NotNull(orphan);
        var next = WaasProgram.Run(elsewhere, "restore", backup, "--data", folder["second"]);
        await Poll.Until(async () => await Waiting(source, orphan) is not null || next.IsCompleted, Soon, "the pg_restore of the next one waits");
        await held.RollbackAsync();
        var result = await next;
        Assert.True(result.ExitCode == 0, result.Errors);
    }

    private async Task<bool> Round(ServerStack elsewhere, string backup, string data, IReadOnlyDictionary<string, long> whole, bool isFirst)
    {
        await using var source = NpgsqlDataSource.Create(elsewhere.Database.ConnectionString);
        var wait = _longestWait * Random.Shared.NextDouble();
        using (var killed = Launch(elsewhere, backup, data))
        {
            await Poll.Until(async () => killed.HasExited || await IsMarked(source), Soon, "the restore has begun");
            await Task.Delay(wait);
            killed.Kill();
            await killed.WaitForExitAsync();
        }
        var counts = await IsMarked(source);
        output.WriteLine($"killed {wait.TotalMilliseconds:0} ms after its first mark, {await Tables(source)} tables to be seen{(counts ? "" : ": does not count")}");
        if (!counts)
        {
            _longestWait = wait;
            return false;
        }
        // What else refuses, and that the product starts on what was restored, is asked once.
        var refusals = await Task.WhenAll((isFirst ? new string[][] { ["run", "--urls", "http://127.0.0.1:0"], ["migrate"], ["backup", "--to", data + ".tar"] } : [["migrate"]])
            .Select(command => WaasProgram.Run(elsewhere, [.. command, "--data", data])));
        Assert.All(refusals, refused => Assert.Equal(2, refused.ExitCode));
        Assert.All(refusals, refused => Assert.Contains("has not ended", refused.Errors));

        var next = await WaasProgram.Run(elsewhere, "restore", backup, "--data", data);
        Assert.True(next.ExitCode == 0, next.Errors);
        Assert.Equal(whole, await Counts(elsewhere));
        Assert.Equal([_blob], Directory.GetFiles(Path.Combine(data, "blobs")).Select(Path.GetFileName));
        Assert.Empty(Directory.GetDirectories(data, ".restore-*"));
        if (isFirst)
        {
            await using var waas = await WaasProcess.Start(data, elsewhere);
            Assert.Equal(0, await waas.StopAsync());
        }
        return true;
    }

    private async Task<string> TakeBackup(string data, string backup)
    {
        var migrated = await WaasProgram.Run(stack, "migrate", "--data", data);
        Assert.True(migrated.ExitCode == 0, migrated.Errors);
        _blob = await BlobFile.Put(data, 1000);
        var taken = await WaasProgram.Run(stack, "backup", "--data", data, "--to", backup);
        Assert.True(taken.ExitCode == 0, taken.Errors);
        return backup;
    }

    private static Process Launch(IStack elsewhere, string backup, string data) => Process.Start(WaasProgram.Command(elsewhere, "restore", backup, "--data", data))!;

    private static async Task<bool> IsMarked(NpgsqlDataSource source) => (bool)(await Ask(source, "SELECT count(to_regnamespace('restore_unfinished')) > 0"))!;

    private static async Task<long> Tables(NpgsqlDataSource source) => (long)(await Ask(source, "SELECT count(*) FROM pg_tables WHERE schemaname NOT IN ('pg_catalog', 'information_schema')"))!;

    /// <returns>The session of a pg_restore that waits for somebody's transaction, other than the one named.</returns>
    private static async Task<int?> Waiting(NpgsqlDataSource source, int? besides = null) =>
        (int?)await Ask(source, $"SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND query LIKE '%CREATE SCHEMA sanitization%' AND wait_event_type = 'Lock' AND pid <> {besides ?? 0}");

    private static async Task<object?> Ask(NpgsqlDataSource source, string sql)
    {
        await using var command = source.CreateCommand(sql);
        return await command.ExecuteScalarAsync();
    }

    private static async Task<IReadOnlyDictionary<string, long>> Counts(ServerStack on)
    {
        await using var source = NpgsqlDataSource.Create(on.Database.ConnectionString);
        var counts = new SortedDictionary<string, long>(StringComparer.Ordinal);
        await using var command = source.CreateCommand("""
            SELECT schemaname || '.' || tablename, (xpath('/row/c/text()', query_to_xml(format('SELECT count(*) AS c FROM %I.%I', schemaname, tablename), false, true, '')))[1]::text::bigint
            FROM pg_tables WHERE schemaname NOT IN ('pg_catalog', 'information_schema')
            """);
        await using var row = await command.ExecuteReaderAsync();
        while (await row.ReadAsync())
            counts.Add(row.GetString(0), row.GetInt64(1));
        return counts;
    }
}
