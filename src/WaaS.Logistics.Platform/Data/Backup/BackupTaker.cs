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
        var cut = Path.Combine(Path.GetDirectoryName(target)!, $".{Guid.NewGuid():N}.cut");
        try
        {
            if (storage.Kind == StorageKind.Postgres)
                await PostgresRestore.RequireFinished(storage.Postgres!, cancel);
            if (storage.Kind == StorageKind.Postgres)
                await PostgresDump.Take(storage.Postgres!, cut, cancel);
            else if (!await SqliteCopy.Take(storage.DatabaseFile, cut, cancel))
                throw new InvalidOperationException($"'{storage.DatabaseFile}' holds nothing yet.");
            await BackupArchive.Write(storage, cut, target, time, cancel);
            return target;
        }
        finally
        {
            File.Delete(cut);
            File.Delete(target + ".part");
        }
    }
}
