using System.Formats.Tar;
using System.Security.Cryptography;
using System.Text.Json;

namespace WaaS.Logistics.Platform.Data.Backup;

/// <summary>A backup file: a plain tar of the database's cut, the blobs and a manifest. Signing keys are never in it.</summary>
internal static class BackupArchive
{
    public const string SqliteEntry = "waas.db";
    public const string PostgresEntry = "postgres.dump";
    private static readonly string[] Folders = ["blobs", "certificates"];

    public static async Task Write(StorageOptions storage, BackupWork work, TimeProvider time, CancellationToken cancel)
    {
        var files = new List<BackupFile>();
        await using (var stream = new FileStream(work.Archive, new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, UnixCreateMode = DataFolder.OwnersFile }))
        await using (var tar = new TarWriter(stream, TarEntryFormat.Pax))
        {
            await Add(tar, files, work.Cut, storage.Kind == StorageKind.Sqlite ? SqliteEntry : PostgresEntry, cancel);
            // After the database: a blob is on disk before the row that names it, so every row of the cut finds its blob.
            foreach (var file in Folders.Select(folder => Path.Combine(storage.DataFolder, folder)).Where(Directory.Exists)
                         .SelectMany(folder => Directory.EnumerateFiles(folder)).Where(file => !file.EndsWith(".part", StringComparison.Ordinal)).Order(StringComparer.Ordinal))
                await Add(tar, files, file, Path.GetRelativePath(storage.DataFolder, file).Replace('\\', '/'), cancel);
            var manifest = new BackupManifest(BackupManifest.CurrentFormat, time.GetUtcNow().UtcDateTime, storage.Kind, files);
            await tar.WriteEntryAsync(new PaxTarEntry(TarEntryType.RegularFile, BackupManifest.Entry) { DataStream = new MemoryStream(manifest.ToBytes()) }, cancel);
        }
        DurableFile.Sync(work.Archive);
    }

    private static async Task Add(TarWriter tar, List<BackupFile> files, string path, string entry, CancellationToken cancel)
    {
        await using var content = File.OpenRead(path);
        var hash = Convert.ToHexStringLower(await SHA256.HashDataAsync(content, cancel));
        files.Add(new BackupFile(entry, content.Length, hash));
        content.Position = 0;
        await tar.WriteEntryAsync(new PaxTarEntry(TarEntryType.RegularFile, entry) { DataStream = content }, cancel);
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
            || parts.Length == 2 && Folders.Contains(parts[0]) && parts[1].Length > 0 && parts[1].All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.') && parts[1][0] != '.';
        return known ? Path.Combine([folder, .. parts]) : throw new InvalidDataException($"'{name}' does not belong into a backup.");
    }

    private static void Check(BackupManifest manifest, Dictionary<string, (long Size, string Sha256)> found)
    {
        foreach (var file in manifest.Files)
        {
            if (!found.Remove(file.Path, out var actual))
                throw new InvalidDataException($"'{file.Path}' is missing from the backup.");
            if (actual != (file.Size, file.Sha256))
                throw new InvalidDataException($"'{file.Path}' is not what was backed up: its hash differs.");
            if (file.Path.StartsWith("blobs/", StringComparison.Ordinal) && file.Path != "blobs/" + file.Sha256)
                throw new InvalidDataException($"'{file.Path}' does not bear the name of its content.");
        }
        if (found.Count > 0)
            throw new InvalidDataException($"'{found.Keys.First()}' is in the backup but not in its manifest.");
    }
}
