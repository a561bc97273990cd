using Microsoft.Extensions.Logging;

namespace WaaS.Logistics.Platform.Data;

/// <summary>Whether the data folder takes what is written and has room left. Beside PostgreSQL too: photos, certificates, keys and the log are there.</summary>
internal sealed class DataFolderRoom(StorageOptions storage, TimeProvider time, ILogger<DataFolderRoom> log)
{
    // Anybody may ask, and each look writes.
    private static readonly TimeSpan Trusted = TimeSpan.FromSeconds(1);
    private static readonly byte[] Sample = [.. Enumerable.Repeat((byte)'w', 4096)];
    private readonly Lock _one = new();
    private string? _missing;
    private long? _lookedAt;

    /// <returns>What is missing, in one or two words; null where nothing is.</returns>
    public string? Missing()
    {
        lock (_one)
        {
            if (_lookedAt is { } before && time.GetElapsedTime(before) < Trusted)
                return _missing;
            _missing = Look();
            _lookedAt = time.GetTimestamp();
            return _missing;
        }
    }

    private string? Look()
    {
        try
        {
            Write(Path.Combine(storage.DataFolder, ".writable"));
            var free = new DriveInfo(storage.DataFolder).AvailableFreeSpace;
            if (free >= storage.KeepFree)
                return null;
            log.LogWarning("{Folder} has {Free} bytes left, less than the {KeepFree} of Waas:KeepFreeMegabytes", storage.DataFolder, free, storage.KeepFree);
            return "disk space";
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            log.LogWarning(e, "{Folder} cannot be written to", storage.DataFolder);
            return "data folder";
        }
    }

    // One name for all processes that share the folder: what a kill leaves is overwritten, and who is faster deletes for both.
    private static void Write(string path)
    {
        using (var file = new FileStream(path, new FileStreamOptions
        {
            Mode = FileMode.Create, Access = FileAccess.Write, Share = FileShare.ReadWrite | FileShare.Delete, BufferSize = 0, UnixCreateMode = DataFolder.OwnersFile,
        }))
            file.Write(Sample);
        File.Delete(path);
    }
}
