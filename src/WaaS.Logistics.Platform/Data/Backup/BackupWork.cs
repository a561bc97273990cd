using System.Text.RegularExpressions;

namespace WaaS.Logistics.Platform.Data.Backup;

/// <summary>
/// The files of one backup under way: a folder beside its target, under a lock that dies with the process. By the lock the next backup knows what a killed one has left.
/// </summary>
internal sealed partial class BackupWork : IDisposable
{
    private const string LockName = "lock";
    private const int Tries = 5;
    private readonly FileStream _lock;
    private readonly string _folder;

    private BackupWork(string folder, FileStream held) => (_folder, _lock) = (folder, held);

    public string Cut => Path.Combine(_folder, "cut");

    public string Archive => Path.Combine(_folder, "archive");

    /// <summary>Takes away first what killed backups have left in the same folder; what one writes just now stays.</summary>
    public static BackupWork Begin(string targetFolder)
    {
        var work = Make(targetFolder);
        // Where locks hold nobody, as on some network shares, nothing tells the dead from the living.
        if (TakeLock(work._folder, FileMode.Open) is { } useless)
            useless.Dispose();
        else
            ClearLeftovers(targetFolder, work._folder);
        return work;
    }

    private static BackupWork Make(string targetFolder)
    {
        for (var i = 0; i < Tries; i++)
        {
            var folder = Path.Combine(targetFolder, $".{Guid.NewGuid():N}.backup");
            Directory.CreateDirectory(folder, DataFolder.OwnersFolder);
            if (TakeLock(folder, FileMode.CreateNew) is { } held)
                return new BackupWork(folder, held);
        }
        throw new IOException($"No lock can be had in '{targetFolder}'.");
    }

    private static void ClearLeftovers(string targetFolder, string own)
    {
        foreach (var folder in Directory.GetDirectories(targetFolder, ".*.backup").Where(folder => folder != own && Folder().IsMatch(Path.GetFileName(folder))))
            TryTo(() => ClearOne(folder));
        // By these names the program wrote before its files had a folder.
        foreach (var file in Directory.GetFiles(targetFolder).Where(file => LooseFile().IsMatch(Path.GetFileName(file))))
            TryTo(() =>
            {
                using (new FileStream(file, FileMode.Open, FileAccess.ReadWrite, FileShare.None))
                    File.Delete(file);
            });
    }

    private static void ClearOne(string folder)
    {
        if (!File.Exists(Path.Combine(folder, LockName)))
        {
            // Just being made, or killed at that moment: only an empty one can be deleted this way.
            Directory.Delete(folder);
            return;
        }
        using var dead = TakeLock(folder, FileMode.Open);
        if (dead is not null)
            Remove(folder);
    }

    // The lock goes last: killed in between, the rest is still known for what it is.
    private static void Remove(string folder)
    {
        foreach (var file in Directory.GetFiles(folder).Where(file => Path.GetFileName(file) != LockName))
            File.Delete(file);
        Directory.Delete(folder, recursive: true);
    }

    // Another person's, or gone meanwhile: no reason not to take a backup.
    private static void TryTo(Action clear)
    {
        try
        {
            clear();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
        }
    }

    /// <returns>Null when somebody else has it.</returns>
    private static FileStream? TakeLock(string folder, FileMode mode)
    {
        try
        {
            return new FileStream(Path.Combine(folder, LockName), new FileStreamOptions
            {
                Mode = mode, Access = FileAccess.ReadWrite, Share = FileShare.None, UnixCreateMode = mode == FileMode.CreateNew ? DataFolder.OwnersFile : null,
            });
        }
        catch (IOException e) when (e is DirectoryNotFoundException or FileNotFoundException || e.HResult == DataFolderLock.HeldByAnother)
        {
            return null;
        }
    }

    public void Dispose()
    {
        if (Directory.Exists(_folder))
            Remove(_folder);
        _lock.Dispose();
    }

    [GeneratedRegex(@"^\.[0-9a-f]{32}\.backup$")]
    private static partial Regex Folder();

    [GeneratedRegex(@"^(\.[0-9a-f]{32}\.cut(\.part(-journal)?)?|waas-[0-9]{8}-[0-9]{6}\.tar\.part)$")]
    private static partial Regex LooseFile();
}
