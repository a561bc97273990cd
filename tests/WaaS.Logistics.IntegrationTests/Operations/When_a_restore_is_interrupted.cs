using Npgsql;
using WaaS.Logistics.Testbed;
using Xunit;

namespace WaaS.Logistics.IntegrationTests.Operations;

/// <summary>Into PostgreSQL: what a restore has left that did not come to its end is never taken for the product's data.</summary>
public sealed class When_a_restore_is_interrupted(ServerStack stack) : IClassFixture<ServerStack>
{
    [Fact]
    public async Task Nothing_works_on_what_it_left_and_the_next_one_makes_it_whole()
    {
        using var folder = new TempFolder();
        var (first, second, backup) = (Path.Combine(folder.Path, "first"), Path.Combine(folder.Path, "second"), Path.Combine(folder.Path, "cut.tar"));
        await Done("migrate", "--data", first);
        await Done("backup", "--data", first, "--to", backup);

        var elsewhere = new ServerStack();
        await elsewhere.InitializeAsync();
        try
        {
            // What a kill between the last row and the end leaves: tables, the mark, and files that were not moved yet.
            await Run(elsewhere, 0, "restore", backup, "--data", second);
            await Do(elsewhere, "CREATE SCHEMA restore_unfinished");
            Directory.CreateDirectory(Path.Combine(second, ".restore-0123", "blobs"));
            foreach (var command in new string[][] { ["run", "--urls", "http://127.0.0.1:0"], ["run", "--urls", "http://127.0.0.1:0", "--set", "Waas:Services=custody"], ["migrate"], ["backup", "--to", Path.Combine(folder.Path, "half.tar")] })
                Assert.Contains("has not ended", (await Run(elsewhere, 2, [.. command, "--data", second])).Errors);

            await Run(elsewhere, 0, "restore", backup, "--data", second);
            Assert.Empty(Directory.GetDirectories(second, ".restore-*"));
            await using var waas = await WaasProcess.Start(second, elsewhere);
            Assert.Equal(0, await waas.StopAsync());
            await Run(elsewhere, 2, "restore", backup, "--data", second);
        }
        finally
        {
            await elsewhere.DisposeAsync();
        }
    }

    [Fact]
    public async Task One_that_cannot_be_read_leaves_the_database_as_empty_as_it_was()
    {
        using var folder = new TempFolder();
        var elsewhere = new ServerStack();
        await elsewhere.InitializeAsync();
        try
        {
            await File.WriteAllTextAsync(Path.Combine(folder.Path, "cut.tar"), "no backup");
            await Run(elsewhere, 2, "restore", Path.Combine(folder.Path, "cut.tar"), "--data", Path.Combine(folder.Path, "data"));
            await using var source = NpgsqlDataSource.Create(elsewhere.Database.ConnectionString);
            await using var command = source.CreateCommand("SELECT string_agg(nspname, ' ') FROM pg_namespace WHERE nspname NOT LIKE 'pg\\_%' AND nspname NOT IN ('information_schema', 'public')");
            Assert.Equal(DBNull.Value, await command.ExecuteScalarAsync());
        }
        finally
        {
            await elsewhere.DisposeAsync();
        }
    }

    private Task<WaasResult> Done(params string[] command) => Run(stack, 0, command);

    private static async Task<WaasResult> Run(IStack on, int code, params string[] command)
    {
        var result = await WaasProgram.Run(on, command);
        Assert.True(result.ExitCode == code, $"{string.Join(' ', command)}: {result.ExitCode}\n{result.Output}\n{result.Errors}");
        return result;
    }

    private static async Task Do(ServerStack on, string sql)
    {
        await using var source = NpgsqlDataSource.Create(on.Database.ConnectionString);
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }
}
