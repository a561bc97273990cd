using System.Runtime.InteropServices;

namespace WaaS.Logistics.Platform.Data;

/// <summary>
/// File writes that are on disk when they return. By system call, since .NET 10's own flush to disk can hide a failed fsync.
/// </summary>
public static partial class DurableFile
{
    private const int ReadOnly = 0;
    private const int CloseOnExec = 0x80000;

    /// <summary>Writes beside the target, syncs, renames, and syncs the folder: the target is the old file or the whole new one.</summary>
    public static async Task Write(string path, ReadOnlyMemory<byte> content, UnixFileMode mode, CancellationToken cancel = default)
    {
        var part = $"{path}.{Guid.NewGuid():N}.part";
        await using (var file = new FileStream(part, new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, UnixCreateMode = mode }))
            await file.WriteAsync(content, cancel);
        Sync(part);
        Rename(part, path);
    }

    public static void Rename(string from, string to)
    {
        File.Move(from, to, overwrite: true);
        Sync(Path.GetDirectoryName(Path.GetFullPath(to))!);
    }

    /// <summary>Syncs a file or a folder.</summary>
    /// <exception cref="IOException">The disk did not confirm; what was written must not be counted on.</exception>
    public static void Sync(string path)
    {
        var descriptor = Open(path, ReadOnly | CloseOnExec);
        if (descriptor < 0)
            throw Failure("open", path);
        try
        {
            if (FSync(descriptor) != 0)
                throw Failure("fsync", path);
        }
        finally
        {
            _ = Close(descriptor);
        }
    }

    private static IOException Failure(string call, string path) =>
        new($"{call} of '{path}' failed: {Marshal.GetPInvokeErrorMessage(Marshal.GetLastPInvokeError())}.");

    [LibraryImport("libc", EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Open(string path, int flags);

    [LibraryImport("libc", EntryPoint = "fsync", SetLastError = true)]
    private static partial int FSync(int descriptor);

    [LibraryImport("libc", EntryPoint = "close")]
    private static partial int Close(int descriptor);
}
