using System.Data.Common;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Data.Sqlite;
using Npgsql;
using WaaS.Logistics.Testbed;
using Xunit;

namespace WaaS.Logistics.IntegrationTests.Operations;

/// <summary>The disk has changed one photo and lost another: a backup that looked whole would be the last to hold them, and no restore would take it.</summary>
public abstract class When_a_blob_is_damaged(IStack stack)
{
    private readonly Guid _scan = Guid.NewGuid();

    [Fact]
    public async Task A_backup_names_it_and_one_of_the_rest_tells_what_is_not_in_it()
    {
        using var folder = new TempFolder();
        var (data, backups) = (folder["data"], Directory.CreateDirectory(folder["backups"]).FullName);
        var blobs = Path.Combine(data, "blobs");
        await using var asked = await Asked(data);
        var (whole, changed, gone, unnamed) = (await Keep(blobs, "whole"), await Keep(blobs, "changed"), await Keep(blobs, "gone"), await Keep(blobs, "unnamed", isNamed: false));
        await File.WriteAllTextAsync(Path.Combine(blobs, changed), "chamged");
        await File.WriteAllTextAsync(Path.Combine(blobs, unnamed), "");
        File.Delete(Path.Combine(blobs, gone));
        string[] damage =
        [
            $"'blobs/{changed}' is not what was kept: the disk has changed it (photo of scan {_scan})", $"'blobs/{gone}' is missing (photo of scan {_scan})",
            $"'blobs/{unnamed}' is not what was kept: the disk has changed it (no record names it)",
        ];

        var refused = await WaasProgram.Run(stack, "backup", "--data", data, "--to", Path.Combine(backups, "all.tar"));
        Assert.Equal(2, refused.ExitCode);
        Assert.All(damage, sentence => Assert.Contains(sentence, refused.Errors));
        Assert.Contains("--leave-out-damaged", refused.Errors);
        Assert.DoesNotContain(whole, refused.Errors);
        Assert.Empty(Directory.GetFileSystemEntries(backups));

        var rest = await WaasProgram.Run(stack, "backup", "--leave-out-damaged", "--data", data, "--to", Path.Combine(backups, "rest.tar"));
        Assert.True(rest.ExitCode == 0, rest.Errors);
        Assert.All(damage, sentence => Assert.Contains(sentence, rest.Errors));
        await Restored(Path.Combine(backups, "rest.tar"), folder["second"], whole, damage);
    }

    /// <returns>The running program, which a backup asks where it holds the file; beside PostgreSQL a backup needs nobody.</returns>
    private async Task<WaasProcess?> Asked(string data)
    {
        if (stack is not ServerStack)
            return await WaasProcess.Start(data, stack);
        var migrated = await WaasProgram.Run(stack, "migrate", "--data", data);
        Assert.True(migrated.ExitCode == 0, migrated.Errors);
        return null;
    }

    private static async Task Restored(string backup, string data, string whole, string[] damage, IStack elsewhere)
    {
        var restored = await WaasProgram.Run(elsewhere, "restore", backup, "--data", data);
        Assert.True(restored.ExitCode == 0, restored.Errors);
        Assert.All(damage, sentence => Assert.Contains(sentence, restored.Errors));
        Assert.Equal([Path.Combine(data, "blobs", whole)], Directory.GetFiles(Path.Combine(data, "blobs")));
    }

    private async Task Restored(string backup, string data, string whole, string[] damage)
    {
        if (stack is not ServerStack)
        {
            await Restored(backup, data, whole, damage, stack);
            return;
        }
        await using var elsewhere = new ServerStack();
        await elsewhere.InitializeAsync();
        await Restored(backup, data, whole, damage, elsewhere);
    }

    private async Task<string> Keep(string blobs, string content, bool isNamed = true)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content)));
        Directory.CreateDirectory(blobs);
        await File.WriteAllTextAsync(Path.Combine(blobs, hash), content);
        if (isNamed)
            await Name(Path.GetDirectoryName(blobs)!, hash);
        return hash;
    }

    // Only the row of the photo, without the scan, session and order above it.
    private async Task Name(string data, string hash)
    {
        await using DbConnection connection = stack is ServerStack servers
            ? new NpgsqlConnection(servers.Database.ConnectionString)
            : new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = Path.Combine(data, "waas.db"), ForeignKeys = false, Pooling = false }.ToString());
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        var (drop, table) = stack is ServerStack ? ("ALTER TABLE returns.photos DROP CONSTRAINT IF EXISTS \"FK_photos_scans_scan_id\";", "returns.photos") : ("", "returns_photos");
        command.CommandText = $"{drop} INSERT INTO {table} (id, scan_id, sha256, content_type, bytes, width, height, codes, actor, actor_name, at) VALUES "
            + $"('{Guid.NewGuid()}', '{_scan}', '{hash}', 'image/png', 1, 1, 1, '[]', 'test', 'Test', '2026-11-30 08:15:00')";
        await command.ExecuteNonQueryAsync();
    }
}

public sealed class When_a_blob_is_damaged_embedded() : When_a_blob_is_damaged(new EmbeddedStack());

public sealed class When_a_blob_is_damaged_on_servers(ServerStack stack) : When_a_blob_is_damaged(stack), IClassFixture<ServerStack>;
