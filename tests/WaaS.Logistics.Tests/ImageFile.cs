namespace WaaS.Logistics.Tests;

internal static class ImageFile
{
    /// <summary>All of an image, without asking whether anybody has it open: a program started meanwhile holds the descriptor of who has just wiped it, and its lock, for a moment.</summary>
    public static byte[] Read(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        byte[] content = new byte[file.Length];
        file.ReadExactly(content);
        return content;
    }
}
