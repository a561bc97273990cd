using System.Formats.Tar;
using System.Security.Cryptography;
using System.Text.Json;

namespace WaaS.Logistics.Platform.Data.Backup;

/// <summary>A backup file: a plain tar of the database's cut, the blobs and a manifest. Signing keys are never in it.</summary>
internal static class BackupArchive
{
    public const string SqliteEntry = "waas.db";
    public const string PostgresEntry = "postgres.dump";
    private const string Blobs = "blobs";
    private static readonly string[] Folders = [Blobs, "certificates"];

    /// <returns>What is not in it, because it is damaged or gone.</returns>
    /// <exception cref="InvalidDataException">There is such a file, and it was not said that one may be left out.</exception>
    public static async Task<IReadOnlyList<BackupGap>> Write(StorageOptions storage, BackupWork work, IReadOnlyList<BlobUse> uses, bool leaveOutDamaged, TimeProvider time, CancellationToken cancel)
    {
        var (files, damaged) = (new List<BackupFile>(), new Dictionary<string, string>(StringComparer.Ordinal));
        IReadOnlyList<BackupGap> gaps;
        await using (var stream = new FileStream(work.Archive, new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, UnixCreateMode = DataFolder.OwnersFile }))
        await using (var tar = new TarWriter(stream, TarEntryFormat.Pax))
        {
            if (await Add(tar, files, work.Cut, storage.Kind == StorageKind.Sqlite ? SqliteEntry : PostgresEntry, cancel) is { } fault)
                throw new IOException($"'{work.Cut}' {fault}.");
            // After the database: a blob is on disk before the row that names it, so every row of the cut finds its blob.
            foreach (var path in Kept(storage))
                if (await Add(tar, files, Path.Combine(storage.DataFolder, path), path, cancel) is { } wrong)
                    damaged.Add(path, wrong);
            gaps = await BlobRecords.Explain(storage, work.Cut, uses, damaged, cancel);
            if (gaps.Count > 0 && !leaveOutDamaged)
                throw new InvalidDataException(BackupGap.Refusal(gaps));
            var manifest = new BackupManifest(BackupManifest.CurrentFormat, time.GetUtcNow().UtcDateTime, storage.Kind, files, gaps.Count > 0 ? gaps : null);
            await tar.WriteEntryAsync(new PaxTarEntry(TarEntryType.RegularFile, BackupManifest.Entry) { DataStream = new MemoryStream(manifest.ToBytes()) }, cancel);
        }
        DurableFile.Sync(work.Archive);
        return gaps;
    }

    // What else lies there is not the product's: a blob being written, or a file that somebody has put there.
    private static IEnumerable<string> Kept(StorageOptions storage) =>
        from folder in Folders
        where Directory.Exists(Path.Combine(storage.DataFolder, folder))
        from file in Directory.EnumerateFiles(Path.Combine(storage.DataFolder, folder)).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)
        where folder == Blobs ? BlobStore.IsName(file) : IsName(file) && !file.EndsWith(".part", StringComparison.Ordinal)
        select $"{folder}/{file}";

    /// <returns>What is wrong with the file; then it has not been added.</returns>
    private static async Task<string?> Add(TarWriter tar, List<BackupFile> files, string path, string entry, CancellationToken cancel)
    {
        await using var content = File.OpenRead(path);
        string hash;
        try
        {
            hash = Convert.ToHexStringLower(await SHA256.HashDataAsync(content, cancel));
        }
        catch (IOException)
        {
            return "cannot be read from the disk";
        }
        if (entry.StartsWith(Blobs + "/", StringComparison.Ordinal) && entry != $"{Blobs}/{hash}")
            return "is not what was kept: the disk has changed it";
        files.Add(new BackupFile(entry, content.Length, hash));
        content.Position = 0;
        await tar.WriteEntryAsync(new PaxTarEntry(TarEntryType.RegularFile, entry) { DataStream = content }, cancel);
        return null;
    }

    /// <summary>Unpacks into an empty folder and checks every file against the manifest.</summary>
    /// <exception cref="InvalidDataException">A file is missing, changed, unexpected, or would land outside the folder; or it is no whole archive.</exception>
    public static async Task<BackupManifest> Unpack(string backup, string folder, CancellationToken cancel)
    {
        try
        {
            return await Read(backup, folder, cancel);
        }
        catch (Exception e) when (e is EndOfStreamException or FormatException or JsonException)
        {
            throw new InvalidDataException($"'{backup}' is cut off, or is no backup. Nothing has been restored.", e);
        }
    }

    private static async Task<BackupManifest> Read(string backup, string folder, CancellationToken cancel)
    {
        var found = new Dictionary<string, (long Size, string Sha256)>(StringComparer.Ordinal);
        BackupManifest? manifest = null;
        await using var stream = File.OpenRead(backup);
        await using var tar = new TarReader(stream);
        while (await tar.GetNextEntryAsync(copyData: false, cancel) is { } entry)
        {
            if (entry is not { EntryType: TarEntryType.RegularFile or TarEntryType.V7RegularFile, DataStream: { } content })
                throw new InvalidDataException($"'{entry.Name}' in the backup is no plain file.");
            if (entry.Name == BackupManifest.Entry)
                manifest = BackupManifest.Parse(content);
            else
                found.Add(entry.Name, await Extract(content, SafePath(folder, entry.Name), cancel));
        }
        Check(manifest ?? throw new InvalidDataException("The backup has no manifest: it was cut off, or is none."), found);
        return manifest;
    }

    private static async Task<(long, string)> Extract(Stream content, string path, CancellationToken cancel)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        await using (var file = new FileStream(path, FileMode.CreateNew, FileAccess.ReadWrite))
            await content.CopyToAsync(file, cancel);
        DurableFile.Sync(path);
        await using var written = File.OpenRead(path);
        return (written.Length, Convert.ToHexStringLower(await SHA256.HashDataAsync(written, cancel)));
    }

    // The file comes from outside: only the names we write ourselves are taken.
    private static string SafePath(string folder, string name)
    {
        var parts = name.Split('/');
        var known = name is SqliteEntry or PostgresEntry
            || parts.Length == 2 && Folders.Contains(parts[0]) && IsName(parts[1]);
        return known ? Path.Combine([folder, .. parts]) : throw new InvalidDataException($"'{name}' does not belong into a backup.");
    }

    private static bool IsName(string file) => file.Length > 0 && file.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.') && file[0] != '.';

    private static void Check(BackupManifest manifest, Dictionary<string, (long Size, string Sha256)> found)
    {
        foreach (var file in manifest.Files)
        {
            if (!found.Remove(file.Path, out var actual))
                throw new InvalidDataException($"'{file.Path}' is missing from the backup.");
            if (actual != (file.Size, file.Sha256))
                throw new InvalidDataException($"'{file.Path}' is not what was backed up: its hash differs.");
            if (file.Path.StartsWith(Blobs + "/", StringComparison.Ordinal) && file.Path != $"{Blobs}/{file.Sha256}")
                throw new InvalidDataException($"'{file.Path}' does not bear the name of its content.");
        }
        if (found.Count > 0)
            throw new InvalidDataException($"'{found.Keys.First()}' is in the backup but not in its manifest.");
    }
}
