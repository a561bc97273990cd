using System.Globalization;

namespace WaaS.Logistics.Platform.Data;

/// <summary>One process owns a data folder. The lock dies with the process, however it dies.</summary>
public sealed class DataFolderLock : IDisposable
{
    // EWOULDBLOCK: the one failure that means somebody else has it.
    internal const int HeldByAnother = 11;
    private readonly FileStream _file;

    private DataFolderLock(FileStream file) => _file = file;

    /// <exception cref="DataFolderInUseException">Another process holds the folder.</exception>
    /// <exception cref="DataFolderUnusableException">It cannot be written to.</exception>
    public static DataFolderLock Take(string folder)
    {
        DataFolder.Make(folder);
        var path = Path.Combine(folder, "lock");
        try
        {
            // FileShare.None is an flock here; waas.db itself must never be opened by anything but SQLite.
            var file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            file.SetLength(0);
            file.Write(System.Text.Encoding.ASCII.GetBytes(Environment.ProcessId.ToString(CultureInfo.InvariantCulture)));
            file.Flush();
            return new DataFolderLock(file);
        }
        catch (IOException e) when (e.HResult == HeldByAnother)
        {
            throw new DataFolderInUseException(folder, e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw DataFolderUnusableException.Of(folder, e);
        }
    }

    public void Dispose() => _file.Dispose();
}

public sealed class DataFolderInUseException(string folder, Exception inner)
    : Exception($"The data folder '{folder}' is in use by another process of this program. Stop that one first, or give this one another folder with --data.", inner);
