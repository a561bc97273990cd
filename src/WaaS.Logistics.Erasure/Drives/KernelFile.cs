namespace WaaS.Logistics.Erasure;

/// <summary>What the kernel tells in a file of its own, below /sys or /proc.</summary>
internal static class KernelFile
{
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
