namespace WaaS.Logistics.Platform.Data.Backup;

/// <summary>Puts a backup in place: every hash is checked before anything is touched, and nothing that is there is overwritten.</summary>
public sealed class BackupRestorer(StorageOptions storage)
{
    private static readonly string[] Parts = ["", "-wal", "-shm", "-journal"];

    public async Task<BackupRestored> Restore(string backup, CancellationToken cancel)
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
            IReadOnlyList<string> leftOut = [.. (manifest.LeftOut ?? []).Select(gap => gap.ToString())];
            if (storage.Kind == StorageKind.Postgres)
                return new BackupRestored(await IntoPostgres(staging, cancel), leftOut);
            await SqliteCopy.CheckIntegrity(Path.Combine(staging, BackupArchive.SqliteEntry), cancel);
            ClearLeftovers(staging);
            MoveIntoPlace(staging);
            return new BackupRestored(0, leftOut);
        }
        finally
        {
            Directory.Delete(staging, recursive: true);
        }
    }

    private async Task<int> IntoPostgres(string staging, CancellationToken cancel)
    {
        await using var restore = await PostgresRestore.Begin(storage.Postgres!, cancel);
        ClearLeftovers(staging);
        MoveIntoPlace(staging);
        await PostgresDump.Restore(storage.Postgres!, Path.Combine(staging, BackupArchive.PostgresEntry), cancel);
        return await restore.Finish(cancel);
    }

    // Of restores that were killed; whoever is here holds the folder or the database alone.
    private void ClearLeftovers(string staging)
    {
        foreach (var left in Directory.GetDirectories(storage.DataFolder, ".restore-*").Where(folder => folder != staging))
            Directory.Delete(left, recursive: true);
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
        DurableFile.Sync(storage.DataFolder);
        var database = Path.Combine(staging, BackupArchive.SqliteEntry);
        if (File.Exists(database))
            DurableFile.Rename(database, storage.DatabaseFile);
    }
}

/// <param name="SentAgain">How many events will be sent again; none with the embedded bus, whose queues are in the cut itself.</param>
/// <param name="LeftOut">What the backup said is not in it, and what that belongs to.</param>
public sealed record BackupRestored(int SentAgain, IReadOnlyList<string> LeftOut);
