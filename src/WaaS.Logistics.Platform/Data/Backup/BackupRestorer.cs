namespace WaaS.Logistics.Platform.Data.Backup;

/// <summary>Puts a backup in place: every hash is checked before anything is touched, and nothing that is there is overwritten.</summary>
public sealed class BackupRestorer(StorageOptions storage)
{
    private static readonly string[] Parts = ["", "-wal", "-shm", "-journal"];

    public async Task Restore(string backup, CancellationToken cancel)
    {
        if (!File.Exists(backup))
            throw new InvalidOperationException($"There is no backup '{backup}'.");
        // What SQLite finds beside a database it takes for a part of it: an old waas.db-wal would be written into the restored file.
        if (Parts.Select(part => storage.DatabaseFile + part).FirstOrDefault(File.Exists) is { } old)
            throw new InvalidOperationException($"'{old}' exists. Restore into a new folder with --data, or move all of the old database away first: every file there that begins with waas.db.");
        var staging = Path.Combine(storage.DataFolder, $".restore-{Guid.NewGuid():N}");
        Directory.CreateDirectory(staging);
        try
        {
            var manifest = await BackupArchive.Unpack(backup, staging, cancel);
            if (manifest.Storage != storage.Kind)
                throw new InvalidOperationException($"The backup was taken from {manifest.Storage}; this configuration uses {storage.Kind}.");
            if (storage.Kind == StorageKind.Sqlite)
                await SqliteCopy.CheckIntegrity(Path.Combine(staging, BackupArchive.SqliteEntry), cancel);
            else
                await PostgresDump.Restore(storage.Postgres!, Path.Combine(staging, BackupArchive.PostgresEntry), cancel);
            MoveIntoPlace(staging);
        }
        finally
        {
            Directory.Delete(staging, recursive: true);
        }
    }

    // Blobs first and the database last: an interrupted restore leaves files that nobody misses, not rows without their files.
    private void MoveIntoPlace(string staging)
    {
        foreach (var folder in Directory.GetDirectories(staging))
        {
            var target = Directory.CreateDirectory(Path.Combine(storage.DataFolder, Path.GetFileName(folder))).FullName;
            foreach (var file in Directory.GetFiles(folder))
                File.Move(file, Path.Combine(target, Path.GetFileName(file)), overwrite: true);
            DurableFile.Sync(target);
        }
        var database = Path.Combine(staging, BackupArchive.SqliteEntry);
        if (File.Exists(database))
            DurableFile.Rename(database, storage.DatabaseFile);
    }
}
