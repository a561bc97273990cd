using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text.Json.Serialization;
using WaaS.Logistics.Proof.Json;

namespace WaaS.Logistics.Proof;

/// <summary>
/// A SHA-256 digest. Its only text form is 64 lowercase hexadecimal digits, so that one digest is one string in files, rows and addresses.
/// A value nobody computed (<c>default</c>) has no text form and refuses to be written.
/// </summary>
[JsonConverter(typeof(ContentHashConverter))]
public readonly struct ContentHash : IEquatable<ContentHash>, IComparable<ContentHash>
{
    /// <summary>Length in bytes.</summary>
    public const int Size = 32;

    private readonly ulong a, b, c, d;

    /// <summary>Takes over 32 digest bytes.</summary>
    /// <exception cref="ArgumentException">Not exactly 32 bytes.</exception>
    public ContentHash(ReadOnlySpan<byte> digest)
    {
        if (digest.Length != Size) throw new ArgumentException($"A SHA-256 digest has {Size} bytes, not {digest.Length}.", nameof(digest));
        IsComputed = true;
        a = BinaryPrimitives.ReadUInt64BigEndian(digest);
        b = BinaryPrimitives.ReadUInt64BigEndian(digest[8..]);
        c = BinaryPrimitives.ReadUInt64BigEndian(digest[16..]);
        d = BinaryPrimitives.ReadUInt64BigEndian(digest[24..]);
    }

    /// <summary>False for <c>default</c>, which names no content.</summary>
    public bool IsComputed { get; }

    /// <summary>The SHA-256 of these bytes.</summary>
    public static ContentHash Of(ReadOnlySpan<byte> content)
    {
        Span<byte> digest = stackalloc byte[Size];
        SHA256.HashData(content, digest);
        return new ContentHash(digest);
    }

    /// <summary>The SHA-256 of everything left in the stream.</summary>
    public static async ValueTask<ContentHash> OfAsync(Stream content, CancellationToken cancellation = default) =>
        new(await SHA256.HashDataAsync(content, cancellation).ConfigureAwait(false));

    /// <summary>Reads 64 lowercase hexadecimal digits, and nothing else.</summary>
    /// <exception cref="FormatException">Any other text.</exception>
    public static ContentHash Parse(string text) => TryParse(text, out var hash)
        ? hash
        : throw new FormatException("A content hash is exactly 64 lowercase hexadecimal digits (SHA-256).");

    /// <summary>Reads 64 lowercase hexadecimal digits; false for any other text.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out ContentHash hash)
    {
        hash = default;
        if (text is not { Length: 2 * Size } || text.AsSpan().ContainsAnyExcept("0123456789abcdef")) return false;
        hash = new ContentHash(Convert.FromHexString(text));
        return true;
    }

    /// <summary>The 32 bytes.</summary>
    /// <exception cref="InvalidOperationException">Nobody computed this value.</exception>
    public byte[] ToBytes()
    {
        var bytes = new byte[Size];
        CopyTo(bytes);
        return bytes;
    }

    /// <summary>Writes the 32 bytes.</summary>
    /// <exception cref="InvalidOperationException">Nobody computed this value.</exception>
    public void CopyTo(Span<byte> destination)
    {
        if (!IsComputed) throw new InvalidOperationException("This content hash was never computed.");
        BinaryPrimitives.WriteUInt64BigEndian(destination, a);
        BinaryPrimitives.WriteUInt64BigEndian(destination[8..], b);
        BinaryPrimitives.WriteUInt64BigEndian(destination[16..], c);
        BinaryPrimitives.WriteUInt64BigEndian(destination[24..], d);
    }

    /// <summary>64 lowercase hexadecimal digits.</summary>
    /// <exception cref="InvalidOperationException">Nobody computed this value.</exception>
    public override string ToString()
    {
        Span<byte> bytes = stackalloc byte[Size];
        CopyTo(bytes);
        return Convert.ToHexStringLower(bytes);
    }

    /// <inheritdoc/>
    public bool Equals(ContentHash other) => IsComputed == other.IsComputed && a == other.a && b == other.b && c == other.c && d == other.d;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is ContentHash other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => a.GetHashCode();

    /// <inheritdoc/>
    public int CompareTo(ContentHash other) => (IsComputed, a, b, c, d).CompareTo((other.IsComputed, other.a, other.b, other.c, other.d));

    /// <summary>Same digest.</summary>
    public static bool operator ==(ContentHash left, ContentHash right) => left.Equals(right);

    /// <summary>Another digest.</summary>
    public static bool operator !=(ContentHash left, ContentHash right) => !left.Equals(right);
}
