using Microsoft.Data.Sqlite;
using WaaS.Logistics.Testbed;
using Xunit;

namespace WaaS.Logistics.IntegrationTests.Operations;

public sealed class When_a_data_folder_is_not_free
{
    [Fact]
    public async Task A_lock_left_by_a_killed_migration_does_not_hang_the_next_start_and_a_second_program_refuses_with_a_sentence()
    {
        using var folder = new TempFolder();
        await using (var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = Path.Combine(folder.Path, "waas.db"), Pooling = false }.ToString()))
        {
            await connection.OpenAsync();
            await using var command = connection.CreateCommand();
            command.CommandText = """
                CREATE TABLE "__EFMigrationsLock" ("Id" INTEGER NOT NULL CONSTRAINT "PK___EFMigrationsLock" PRIMARY KEY, "Timestamp" TEXT NOT NULL);
                INSERT INTO "__EFMigrationsLock" VALUES (1, '2026-11-01 00:00:00+00:00');
                """;
            await command.ExecuteNonQueryAsync();
        }
        await using var first = await WaasProcess.Start(folder.Path, new EmbeddedStack());
        Assert.Contains(first.Output, line => line.Contains("its lock has been cleared"));
        Assert.Contains(Directory.GetFiles(folder.Path), file => Path.GetFileName(file).StartsWith("before-migration-", StringComparison.Ordinal));

        var second = await WaasProgram.Run(new EmbeddedStack(), "run", "--data", folder.Path, "--urls", $"http://127.0.0.1:{FreePort.Take()}");
        Assert.Equal(2, second.ExitCode);
        Assert.Contains("in use by another process", second.Errors);
        Assert.Contains("--data", second.Errors);
        Assert.False(first.HasExited);
    }

    [Theory]
    [InlineData("no setting 'Waas:Storge'", "run", "--set", "Waas:Storge=postgres")]
    [InlineData("names no setting", "run", "--set", "colour=blue")]
    [InlineData("ConnectionStrings:Postgres is missing", "migrate", "--set", "Waas:Storage=postgres")]
    [InlineData("There is no database", "backup")]
    [InlineData("There is no backup", "restore", "nowhere.tar")]
    public async Task What_cannot_be_done_is_said_in_a_sentence_and_by_the_exit_code(string sentence, params string[] arguments)
    {
        using var folder = new TempFolder();
        var refused = await WaasProgram.Run(new Unset(), [.. arguments, "--data", folder.Path]);
        Assert.Equal(2, refused.ExitCode);
        Assert.Contains(sentence, refused.Errors);
        Assert.DoesNotContain("   at ", refused.Errors);
    }

    private sealed class Unset : IStack
    {
        public IReadOnlyDictionary<string, string> Settings { get; } = new Dictionary<string, string>();
    }
}
