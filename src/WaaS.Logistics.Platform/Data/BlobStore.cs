using System.Security.Cryptography;

namespace WaaS.Logistics.Platform.Data;

/// <summary>
/// Bytes kept by their SHA-256 under <c>DATA/blobs</c>. They are on disk before the row that names them is committed: a crash in between leaves bytes nobody
/// names, never a name without bytes.
/// </summary>
public sealed class BlobStore(StorageOptions options)
{
    private const UnixFileMode OwnerAndGroup = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead;

    private readonly string _folder = Path.Combine(options.DataFolder, "blobs");

    /// <returns>SHA-256, 64 lowercase hexadecimal digits: the name to find the bytes again.</returns>
    public async Task<string> Put(ReadOnlyMemory<byte> content, CancellationToken cancel = default)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(content.Span));
        var path = Path.Combine(_folder, hash);
        if (File.Exists(path))
            return hash;
        Directory.CreateDirectory(_folder);
        await DurableFile.Write(path, content, OwnerAndGroup, cancel);
        return hash;
    }

    /// <exception cref="InvalidDataException">The bytes are missing or not the ones that were kept.</exception>
    public async Task<byte[]> Get(string hash, CancellationToken cancel = default)
    {
        if (!IsName(hash))
            throw new ArgumentException("A blob is named by 64 lowercase hexadecimal digits.", nameof(hash));
        var path = Path.Combine(_folder, hash);
        if (!File.Exists(path))
            throw new InvalidDataException($"The blob {hash} is missing; restore it from a backup.");
        var content = await File.ReadAllBytesAsync(path, cancel);
        return Convert.ToHexStringLower(SHA256.HashData(content)) == hash
            ? content
            : throw new InvalidDataException($"The blob {hash} is damaged; restore it from a backup.");
    }

    internal static bool IsName(string? name) => name is { Length: 64 } && !name.AsSpan().ContainsAnyExcept("0123456789abcdef");
}
