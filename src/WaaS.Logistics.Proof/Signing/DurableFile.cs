using System.Runtime.InteropServices;

namespace WaaS.Logistics.Proof.Signing;

/// <summary>Writes a file so that it is whole and on the medium, or not there. By system calls, because .NET's own flush can hide a failed sync.</summary>
internal static partial class DurableFile
{
    private const int WriteOnly = 1, Create = 0x40, Exclusive = 0x80, CloseOnExec = 0x80000;
    private const int Interrupted = 4;

    /// <exception cref="IOException">The file exists, or a call failed; the message names the call.</exception>
    public static void CreateNew(string path, ReadOnlySpan<byte> content, UnixFileMode mode)
    {
        if (!OperatingSystem.IsLinux()) throw new PlatformNotSupportedException("Keys are written durably on Linux only.");
        var full = Path.GetFullPath(path);
        var temporary = $"{full}.{Guid.NewGuid():N}.tmp";
        try
        {
            CreateSynced(temporary, content, mode);
            // A link, unlike a rename, fails when the name is taken.
            Check(Link(temporary, full), "link", full);
        }
        finally
        {
            _ = Unlink(temporary);
        }

        SyncFolder(Path.GetDirectoryName(full)!);
    }

    private static void CreateSynced(string path, ReadOnlySpan<byte> content, UnixFileMode mode)
    {
        Check(Close(Check(Open(path, WriteOnly | Create | Exclusive | CloseOnExec, (int)mode), "open", path)), "close", path);
        WriteAndSync(path, content);
    }

    internal static void WriteAndSync(string path, ReadOnlySpan<byte> content)
    {
        var file = Check(Open(path, WriteOnly | CloseOnExec, 0), "open", path);
        try
        {
            while (content.Length > 0)
            {
                var written = Write(file, content, content.Length);
                if (written < 0 && Marshal.GetLastPInvokeError() == Interrupted) continue;
                if (written <= 0) throw Failure("write", path);
                content = content[(int)written..];
            }

            Check(DataSync(file), "fdatasync", path);
        }
        finally
        {
            _ = Close(file);
        }
    }

    private static void SyncFolder(string path)
    {
        var folder = Check(Open(path, CloseOnExec, 0), "open", path);
        try
        {
            Check(Sync(folder), "fsync", path);
        }
        finally
        {
            _ = Close(folder);
        }
    }

    private static int Check(int result, string call, string path) => result >= 0 ? result : throw Failure(call, path);

    private static IOException Failure(string call, string path) =>
        new($"{call} failed on {path}: {Marshal.GetLastPInvokeErrorMessage()}.", Marshal.GetLastPInvokeError());

    [LibraryImport("libc", EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Open(string path, int flags, int mode);

    [LibraryImport("libc", EntryPoint = "write", SetLastError = true)]
    private static partial nint Write(int file, ReadOnlySpan<byte> content, nint length);

    [LibraryImport("libc", EntryPoint = "fdatasync", SetLastError = true)]
    private static partial int DataSync(int file);

    [LibraryImport("libc", EntryPoint = "fsync", SetLastError = true)]
    private static partial int Sync(int file);

    [LibraryImport("libc", EntryPoint = "link", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Link(string from, string to);

    [LibraryImport("libc", EntryPoint = "unlink", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Unlink(string path);

    [LibraryImport("libc", EntryPoint = "close")]
    private static partial int Close(int file);
}
