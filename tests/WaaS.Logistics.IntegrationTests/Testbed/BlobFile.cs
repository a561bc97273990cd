using System.Security.Cryptography;

namespace WaaS.Logistics.Testbed;

/// <summary>A blob of zeros that takes no room on the disk.</summary>
internal static class BlobFile
{
    /// <summary>So large that a backup or a restore can be met in the middle.</summary>
    public const long Big = 300_000_000;

    public static async Task<string> Put(string dataFolder, long bytes)
    {
        var folder = Directory.CreateDirectory(Path.Combine(dataFolder, "blobs")).FullName;
        var making = Path.Combine(folder, "zeros.part");
        await using (var file = File.Create(making))
            file.SetLength(bytes);
        await using var made = File.OpenRead(making);
        var name = Convert.ToHexStringLower(await SHA256.HashDataAsync(made));
        File.Move(making, Path.Combine(folder, name));
        return name;
    }
}
