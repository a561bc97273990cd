using Microsoft.Win32.SafeHandles;

namespace WaaS.Logistics.Erasure.Native;

/// <summary>Replaces a file so that after a power cut there is the old or the new content, and never a hidden failure of fsync.</summary>
public static class DurableFile
{
    /// <summary>Returns only when content and name are on the medium. The file is readable by its owner alone.</summary>
    /// <exception cref="IOException">Any step failed; the old file stands.</exception>
    public static unsafe void Write(string path, ReadOnlySpan<byte> content)
    {
        string full = Path.GetFullPath(path);
        string temporary = $"{full}.{Guid.NewGuid():N}.tmp";
        try
        {
            using (SafeFileHandle file = Libc.Open(temporary, Libc.WriteOnly | Libc.Create | Libc.Exclusive, 0x180))
            {
                fixed (byte* bytes = content)
                {
                    WriteAll(file, bytes, content.Length);
                }

                Check(Libc.FSync(file), "fsync", temporary);
            }

            File.Move(temporary, full, overwrite: true);
        }
        catch
        {
            File.Delete(temporary);
            throw;
        }

        SyncFolder(Path.GetDirectoryName(full)!);
    }

    /// <summary>Makes names given, changed or removed in a folder survive a power cut.</summary>
    /// <exception cref="IOException">The system could not promise it.</exception>
    public static void SyncFolder(string folder)
    {
        using SafeFileHandle handle = Libc.Open(folder, Libc.ReadOnly | Libc.Directory);
        Check(Libc.FSync(handle), "fsync", folder);
    }

    private static unsafe void WriteAll(SafeFileHandle file, byte* bytes, int length)
    {
        for (int at = 0; at < length;)
        {
            nint written = Libc.PWrite(file, bytes + at, (nuint)(length - at), at);
            if (written > 0)
            {
                at += (int)written;
            }
            else if (written == 0 || SystemCallException.LastError != Errno.Interrupted)
            {
                throw SystemCallException.Last("write");
            }
        }
    }

    private static void Check(int result, string call, string path)
    {
        if (result != 0)
        {
            throw SystemCallException.Last($"{call} {path}");
        }
    }
}
