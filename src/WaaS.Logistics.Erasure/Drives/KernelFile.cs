using System.Text;

namespace WaaS.Logistics.Erasure;

/// <summary>What the kernel tells in a file of its own, below /sys or /proc.</summary>
public static class KernelFile
{
    /// <param name="path">The file.</param>
    /// <returns>What it says, without the white space around it; null where it says nothing, is not there, or cannot be read.</returns>
    public static string? Text(string path) => Read(path) is { } content && Encoding.UTF8.GetString(content).Trim() is { Length: > 0 } text ? text : null;

    /// <param name="path">The file.</param>
    /// <returns>Null where there is no such file, or it cannot be read.</returns>
    public static byte[]? Read(string path)
    {
        try
        {
            if (!File.Exists(path))
            {
                return null;
            }

            // The size such a file names is not what it holds, and File.ReadAllBytes relies on it.
            using FileStream file = File.OpenRead(path);
            using var content = new MemoryStream();
            file.CopyTo(content);
            return content.ToArray();
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
