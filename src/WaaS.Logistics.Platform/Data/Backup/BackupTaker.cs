namespace WaaS.Logistics.Platform.Data.Backup;

/// <summary>Takes one consistent cut of facts, messages in flight and blobs, also while the product runs.</summary>
/// <param name="uses">Where the rows of all services name blobs.</param>
public sealed class BackupTaker(StorageOptions storage, IReadOnlyList<BlobUse> uses, TimeProvider time)
{
    public string DefaultTarget => Path.Combine(storage.DataFolder, "backups", $"waas-{time.GetUtcNow():yyyyMMdd-HHmmss}.tar");

    /// <param name="leaveOutDamaged">Whether there shall be a backup of the rest when blobs are damaged or gone.</param>
    /// <exception cref="InvalidDataException">Some are, and it was not said that they may be left out.</exception>
    public async Task<BackupTaken> Take(string target, bool leaveOutDamaged, CancellationToken cancel)
    {
        target = Path.GetFullPath(target);
        if (File.Exists(target))
            throw new InvalidOperationException($"'{target}' exists already; a backup never overwrites another.");
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        using var work = BackupWork.Begin(Path.GetDirectoryName(target)!);
        if (storage.Kind == StorageKind.Postgres)
        {
            await PostgresRestore.RequireFinished(storage.Postgres!, cancel);
            await PostgresDump.Take(storage.Postgres!, work.Cut, cancel);
        }
        else if (!await SqliteCopy.Take(storage.DatabaseFile, work.Cut, cancel))
            throw new InvalidOperationException($"'{storage.DatabaseFile}' holds nothing yet.");
        var leftOut = await BackupArchive.Write(storage, work, uses, leaveOutDamaged, time, cancel);
        File.Move(work.Archive, target);
        DurableFile.Sync(Path.GetDirectoryName(target)!);
        return new BackupTaken(target, [.. leftOut.Select(gap => gap.ToString())]);
    }
}

/// <param name="LeftOut">What is not in it, and what that belongs to.</param>
public sealed record BackupTaken(string File, IReadOnlyList<string> LeftOut);
