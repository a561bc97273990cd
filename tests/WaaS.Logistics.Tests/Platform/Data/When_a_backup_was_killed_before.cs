using WaaS.Logistics.Platform.Data.Backup;

namespace WaaS.Logistics.Tests.Platform.Data;

/// <summary>What a dead backup has left holds password hashes; what a living one writes is nobody else's.</summary>
public sealed class When_a_backup_was_killed_before : IDisposable
{
    private const string Id = "0123456789abcdef0123456789abcdef";
    private readonly string _folder = Directory.CreateTempSubdirectory("waas-backup-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void What_it_left_is_gone_with_the_next_one()
    {
        var dead = Directory.CreateDirectory(Path.Combine(_folder, $".{Id}.backup")).FullName;
        foreach (var name in (string[])["lock", "cut", "cut.part", "archive"])
            File.WriteAllText(Path.Combine(dead, name), "");
        Directory.CreateDirectory(Path.Combine(_folder, $".{Id.Replace('0', 'a')}.backup"));
        foreach (var name in (string[])[$".{Id}.cut", $".{Id}.cut.part", "waas-20261130-081500.tar.part"])
            File.WriteAllText(Path.Combine(_folder, name), "");
        BackupWork.Begin(_folder).Dispose();
        Assert.Empty(Directory.GetFileSystemEntries(_folder));
    }

    [Fact]
    public void What_another_one_writes_just_now_stays()
    {
        using (var first = BackupWork.Begin(_folder))
        {
            File.WriteAllText(first.Cut, "facts");
            using var second = BackupWork.Begin(_folder);
            Assert.Equal("facts", File.ReadAllText(first.Cut));
            Assert.Equal(2, Directory.GetDirectories(_folder).Length);
        }
        Assert.Empty(Directory.GetFileSystemEntries(_folder));
    }

    [Fact]
    public void What_only_looks_like_it_stays()
    {
        string[] others = ["film.tar.part", $".{Id}.cutting", $"{Id}.cut", ".0123.cut", "waas-2026.tar.part", "waas-20261130-081500.tar"];
        foreach (var name in others)
            File.WriteAllText(Path.Combine(_folder, name), "");
        Directory.CreateDirectory(Path.Combine(_folder, ".home.backup"));
        var full = Directory.CreateDirectory(Path.Combine(_folder, $".{Id}.backup")).FullName;
        File.WriteAllText(Path.Combine(full, "without a lock"), "");
        BackupWork.Begin(_folder).Dispose();
        Assert.Equal([.. others.Append(".home.backup").Append($".{Id}.backup").Order(StringComparer.Ordinal)], Directory.GetFileSystemEntries(_folder).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Nobody_else_may_look_into_one_under_way()
    {
        using var work = BackupWork.Begin(_folder);
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(Directory.GetDirectories(_folder).Single()));
    }
}
