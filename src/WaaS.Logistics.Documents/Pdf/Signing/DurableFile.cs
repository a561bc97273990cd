using System.Runtime.InteropServices;

namespace WaaS.Logistics.Documents.Pdf.Signing;

/// <summary>Creates a file that is whole and on the medium, or not there. By system calls, because .NET's own flush can hide a failed sync.</summary>
internal static partial class DurableFile
{
    private const int ReadOnly = 0;
    private const int CloseOnExec = 0x80000;

    /// <exception cref="IOException">The file exists, or a call failed; the message names the call.</exception>
    public static void CreateNew(string path, ReadOnlySpan<byte> content, UnixFileMode mode)
    {
        if (!OperatingSystem.IsLinux())
            throw new PlatformNotSupportedException("Keys are kept on Linux only: elsewhere nothing here proves that they reached the medium.");
        var temporary = $"{path}.{Guid.NewGuid():N}.tmp";
        try
        {
            using (var file = new FileStream(temporary, new FileStreamOptions
            {
                Mode = FileMode.CreateNew,
                Access = FileAccess.Write,
                UnixCreateMode = mode,
                BufferSize = 0,
            }))
            {
                file.Write(content);
                Check(FSync((int)file.SafeFileHandle.DangerousGetHandle()), "fsync", temporary);
            }
            // A link, unlike a rename, fails when the name is taken.
            Check(Link(temporary, path), "link", path);
        }
        finally
        {
            File.Delete(temporary);
        }
        SyncFolder(Path.GetDirectoryName(Path.GetFullPath(path))!);
    }

    private static void SyncFolder(string folder)
    {
        var handle = Open(folder, ReadOnly | CloseOnExec);
        Check(handle, "open", folder);
        try
        {
            Check(FSync(handle), "fsync", folder);
        }
        finally
        {
            _ = Close(handle);
        }
    }

    private static void Check(int result, string call, string path)
    {
        if (result < 0)
            throw new IOException($"{call} failed on {path}: {Marshal.GetLastPInvokeErrorMessage()}.");
    }

    [LibraryImport("libc", EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Open(string path, int flags);

    [LibraryImport("libc", EntryPoint = "fsync", SetLastError = true)]
    private static partial int FSync(int file);

    [LibraryImport("libc", EntryPoint = "link", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Link(string from, string to);

    [LibraryImport("libc", EntryPoint = "close")]
    private static partial int Close(int file);
}
