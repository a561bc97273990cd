using WaaS.Logistics.Platform.Data;

namespace WaaS.Logistics.Tests.Platform.Data;

public sealed class When_a_data_folder_is_opened : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("waas-folder-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_second_owner_is_refused_until_the_first_lets_go()
    {
        var first = DataFolderLock.Take(_folder);
        var refused = Assert.Throws<DataFolderInUseException>(() => DataFolderLock.Take(_folder));
        Assert.Contains(_folder, refused.Message);
        Assert.Contains("--data", refused.Message);
        first.Dispose();
        DataFolderLock.Take(_folder).Dispose();
    }

    [Fact]
    public void One_that_is_made_for_it_is_its_owners_alone()
    {
        var folder = Path.Combine(_folder, "new");
        DataFolderLock.Take(folder).Dispose();
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(folder));
    }

    [Theory]
    [InlineData("/proc/waas")]
    [InlineData("/proc")]
    [InlineData("/dev/null")]
    [InlineData("/dev/null/waas")]
    public void One_that_cannot_be_written_to_is_said_to_be_that_and_not_in_use(string folder)
    {
        var refused = Assert.Throws<DataFolderUnusableException>(() => DataFolderLock.Take(folder));
        Assert.Contains($"'{folder}' cannot be written to", refused.Message);
    }

    [Theory]
    [InlineData("/srv/share/waas", "nfs4", true)]
    [InlineData("/srv/share/waas", "cifs", true)]
    [InlineData("/srv/share/waas", "ext4", false)]
    [InlineData("/srv/sharedisk/waas", "nfs4", false)]
    public void A_network_file_system_is_refused(string folder, string type, bool refused)
    {
        string[] mounts = ["1 0 8:1 / / rw - ext4 /dev/sda1 rw", $"2 1 0:50 / /srv/share rw,relatime shared:1 - {type} server:/x rw"];
        var error = Record.Exception(() => LocalFileSystem.Require(folder, mounts));
        Assert.Equal(refused, error is InvalidOperationException);
    }

    [Fact]
    public async Task A_durable_write_leaves_the_old_file_or_the_whole_new_one()
    {
        var path = Path.Combine(_folder, "key");
        await DurableFile.Write(path, "old"u8.ToArray(), UnixFileMode.UserRead | UnixFileMode.UserWrite);
        await DurableFile.Write(path, "new"u8.ToArray(), UnixFileMode.UserRead | UnixFileMode.UserWrite);
        Assert.Equal("new", await File.ReadAllTextAsync(path));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(path));
        Assert.Single(Directory.GetFiles(_folder));
    }

    [Fact]
    public void A_sync_that_cannot_be_made_is_reported() =>
        Assert.Throws<IOException>(() => DurableFile.Sync(Path.Combine(_folder, "absent")));
}
