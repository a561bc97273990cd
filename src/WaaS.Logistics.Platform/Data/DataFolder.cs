namespace WaaS.Logistics.Platform.Data;

/// <summary>What lies in a data folder, and a backup of it, is its owner's alone: password hashes, keys that sign people in, everybody's names.</summary>
public static class DataFolder
{
    public const UnixFileMode OwnersFile = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    internal const UnixFileMode OwnersFolder = OwnersFile | UnixFileMode.UserExecute;

    /// <summary>Leaves a folder that is there as it is.</summary>
    /// <exception cref="DataFolderUnusableException">It cannot be made, or something else has its name.</exception>
    public static void Make(string folder)
    {
        try
        {
            Directory.CreateDirectory(folder, OwnersFolder);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw DataFolderUnusableException.Of(folder, e);
        }
    }

    /// <summary>An empty file for tools that would make one everybody may read.</summary>
    internal static void MakeFile(string path) =>
        new FileStream(path, new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, UnixCreateMode = OwnersFile }).Dispose();
}

/// <summary>Nobody else has the folder, but this program cannot work in it either.</summary>
public sealed class DataFolderUnusableException(string message, Exception? inner = null) : InvalidOperationException(message, inner)
{
    internal static DataFolderUnusableException Of(string folder, Exception inner) =>
        new($"The data folder '{folder}' cannot be written to: {inner.Message.TrimEnd('.')}. Let this program's user write there, or name another folder with --data.", inner);
}
