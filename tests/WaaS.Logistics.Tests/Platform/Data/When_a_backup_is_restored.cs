using Microsoft.Data.Sqlite;
using WaaS.Logistics.Platform.Data;
using WaaS.Logistics.Platform.Data.Backup;

namespace WaaS.Logistics.Tests.Platform.Data;

public sealed class When_a_backup_is_restored : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("waas-restore-").FullName;

    private string Backup => Path.Combine(_folder, "cut.tar");

    private StorageOptions Elsewhere => new() { DataFolder = Path.Combine(_folder, "elsewhere") };

    public async ValueTask InitializeAsync()
    {
        var storage = new StorageOptions { DataFolder = Path.Combine(_folder, "first") };
        Directory.CreateDirectory(storage.DataFolder);
        Directory.CreateDirectory(Elsewhere.DataFolder);
        await using (var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = storage.DatabaseFile, Pooling = false }.ToString()))
        {
            await connection.OpenAsync();
            await using var command = connection.CreateCommand();
            command.CommandText = "CREATE TABLE facts (fact TEXT); INSERT INTO facts VALUES ('kept');";
            await command.ExecuteNonQueryAsync();
        }
        await new BackupTaker(storage, [], TimeProvider.System).Take(Backup, leaveOutDamaged: false, CancellationToken.None);
    }

    public ValueTask DisposeAsync()
    {
        Directory.Delete(_folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    [Theory]
    [InlineData("")]
    [InlineData("-wal")]
    [InlineData("-shm")]
    [InlineData("-journal")]
    public async Task What_is_left_of_another_database_is_never_mixed_into_it(string part)
    {
        var left = Elsewhere.DatabaseFile + part;
        await File.WriteAllTextAsync(left, "of another database");
        var refused = await Assert.ThrowsAsync<InvalidOperationException>(() => new BackupRestorer(Elsewhere).Restore(Backup, CancellationToken.None));
        Assert.Contains(left, refused.Message);
        Assert.Equal([left], Directory.GetFileSystemEntries(Elsewhere.DataFolder));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(5)]
    [InlineData(700)]
    [InlineData(5_000)]
    public async Task One_that_was_cut_off_is_refused_with_a_sentence(int bytes)
    {
        await File.WriteAllBytesAsync(Backup, (await File.ReadAllBytesAsync(Backup))[..bytes]);
        var refused = await Assert.ThrowsAsync<InvalidDataException>(() => new BackupRestorer(Elsewhere).Restore(Backup, CancellationToken.None));
        Assert.Contains("cut off", refused.Message);
        Assert.Empty(Directory.GetFileSystemEntries(Elsewhere.DataFolder));
    }

    [Fact]
    public async Task A_manifest_that_cannot_be_read_is_refused_with_a_sentence()
    {
        var bytes = await File.ReadAllBytesAsync(Backup);
        var at = bytes.AsSpan().IndexOf("waas-backup/1"u8);
        bytes[at - 1] = (byte)'?';
        await File.WriteAllBytesAsync(Backup, bytes);
        var refused = await Assert.ThrowsAsync<InvalidDataException>(() => new BackupRestorer(Elsewhere).Restore(Backup, CancellationToken.None));
        Assert.Contains("no backup", refused.Message);
    }

    [Fact]
    public void Nobody_else_may_read_it() =>
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Backup));
}
