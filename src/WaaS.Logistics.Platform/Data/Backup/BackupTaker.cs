namespace WaaS.Logistics.Platform.Data.Backup;

/// <summary>Takes one consistent cut of facts, messages in flight and blobs, also while the product runs.</summary>
public sealed class BackupTaker(StorageOptions storage, TimeProvider time)
{
    public string DefaultTarget => Path.Combine(storage.DataFolder, "backups", $"waas-{time.GetUtcNow():yyyyMMdd-HHmmss}.tar");

    public async Task<string> Take(string target, CancellationToken cancel)
    {
        target = Path.GetFullPath(target);
        if (File.Exists(target))
            throw new InvalidOperationException($"'{target}' exists already; a backup never overwrites another.");
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        using var work = BackupWork.Begin(Path.GetDirectoryName(target)!);
        if (storage.Kind == StorageKind.Postgres)
            await PostgresRestore.RequireFinished(storage.Postgres!, cancel);
        if (storage.Kind == StorageKind.Postgres)
            await PostgresDump.Take(storage.Postgres!, work.Cut, cancel);
        else if (!await SqliteCopy.Take(storage.DatabaseFile, work.Cut, cancel))
            throw new InvalidOperationException($"'{storage.DatabaseFile}' holds nothing yet.");
        await BackupArchive.Write(storage, work, time, cancel);
        File.Move(work.Archive, target);
        DurableFile.Sync(Path.GetDirectoryName(target)!);
        return target;
    }
}
