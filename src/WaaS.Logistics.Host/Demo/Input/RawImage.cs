using System.Text;

namespace WaaS.Logistics.Host.Demo.Input;

/// <summary>What is found on the bytes of an image, read from the file and not from any file system.</summary>
/// <param name="Texts">How many of the documents' lines are there.</param>
/// <param name="Marks">Occurrences of the lines that name the carrier.</param>
/// <param name="FileSystem">Copies of the file system's own id, which stands in every superblock.</param>
internal sealed record Found(int Texts, int Marks, int FileSystem)
{
    public int Total => Texts + Marks + FileSystem;
}

/// <summary>An image as a carrier that somebody else reads: byte for byte, from end to end.</summary>
internal sealed class RawImage(string path)
{
    private const int Superblock = 1024, MagicAt = Superblock + 0x38, IdAt = Superblock + 0x68, IdLength = 16;
    private byte[] _fileSystemId = [];

    public string Path => path;

    /// <summary>Before anybody wrote: finds out what is to be searched for, and that it is really there.</summary>
    public Found Remember(IReadOnlyList<string> lines, string mark)
    {
        var bytes = File.ReadAllBytes(path);
        if (bytes[MagicAt] != 0x53 || bytes[MagicAt + 1] != 0xEF)
            throw new DemoFailedException($"{path} holds no file system: the recipe did not work.");
        _fileSystemId = bytes[IdAt..(IdAt + IdLength)];
        var found = Search(bytes, lines, mark);
        return found is { Texts: > 0, Marks: > 0, FileSystem: > 0 } ? found : throw new DemoFailedException($"{path} does not hold what was put on it: {found}");
    }

    public Found Search(IReadOnlyList<string> lines, string mark) => Search(File.ReadAllBytes(path), lines, mark);

    private Found Search(byte[] bytes, IReadOnlyList<string> lines, string mark) =>
        new(lines.Count(line => bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(line)) >= 0), Count(bytes, Encoding.UTF8.GetBytes(mark)), Count(bytes, _fileSystemId));

    private static int Count(ReadOnlySpan<byte> bytes, ReadOnlySpan<byte> wanted)
    {
        var count = 0;
        for (int at; (at = bytes.IndexOf(wanted)) >= 0; bytes = bytes[(at + wanted.Length)..])
            count++;
        return count;
    }
}
