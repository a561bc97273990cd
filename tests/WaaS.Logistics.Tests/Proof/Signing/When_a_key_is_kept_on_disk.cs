using WaaS.Logistics.Proof.Signing;
using Xunit;

namespace WaaS.Logistics.Tests.Proof.Signing;

[System.Runtime.Versioning.UnsupportedOSPlatform("windows")]
public sealed class When_a_key_is_kept_on_disk : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("waas-key-").FullName;

    private string KeyPath => Path.Combine(folder, "station.key");

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void It_comes_back_the_same_and_only_its_owner_may_read_it()
    {
        using var made = KeyFile.ReadOrCreate(KeyPath);
        using var again = KeyFile.ReadOrCreate(KeyPath);

        Assert.Equal(made.KeyId, again.KeyId);
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(KeyPath));
        Assert.Equal([KeyPath], Directory.GetFiles(folder));
    }

    [Fact]
    public void It_is_never_written_over()
    {
        using var first = KeyFile.ReadOrCreate(KeyPath);
        using var second = SigningKey.Create();
        Assert.Throws<IOException>(() => KeyFile.Write(KeyPath, second));
        using var kept = KeyFile.Read(KeyPath);
        Assert.Equal(first.KeyId, kept.KeyId);
        Assert.Equal([KeyPath], Directory.GetFiles(folder));
    }

    [Fact]
    public void Many_at_once_end_with_one_key()
    {
        var ids = new System.Collections.Concurrent.ConcurrentBag<WaaS.Logistics.Proof.ContentHash>();
        Parallel.For(0, 16, _ =>
        {
            using var key = KeyFile.ReadOrCreate(KeyPath);
            ids.Add(key.KeyId);
        });
        Assert.Single(ids.Distinct());
        Assert.Equal(16, ids.Count);
    }

    [Fact]
    public void A_file_open_to_others_is_refused_with_the_remedy()
    {
        KeyFile.ReadOrCreate(KeyPath).Dispose();
        File.SetUnixFileMode(KeyPath, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead);
        Assert.Contains("chmod 600", Assert.Throws<IOException>(() => KeyFile.Read(KeyPath)).Message);
    }

    [Fact]
    public void A_folder_that_is_not_there_is_an_error_that_names_it() =>
        Assert.Contains("nowhere", Assert.Throws<IOException>(() => KeyFile.ReadOrCreate(Path.Combine(folder, "nowhere", "station.key"))).Message);

    [Fact]
    public void A_medium_that_does_not_confirm_is_an_error()
    {
        // /dev/full takes no byte: the failure of write(2) must come through.
        Assert.SkipUnless(File.Exists("/dev/full"), "needs /dev/full");
        var failed = Assert.Throws<IOException>(() => DurableFile.WriteAndSync("/dev/full", "key"u8));
        Assert.Contains("write", failed.Message);
    }

    [Fact]
    public void A_file_with_something_else_in_it_is_refused()
    {
        File.WriteAllText(KeyPath, "hello");
        File.SetUnixFileMode(KeyPath, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        Assert.Throws<FormatException>(() => KeyFile.ReadOrCreate(KeyPath));
    }
}
