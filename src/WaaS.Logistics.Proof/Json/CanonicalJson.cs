using System.Buffers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using System.Text.Unicode;

namespace WaaS.Logistics.Proof.Json;

/// <summary>
/// JSON Canonicalization Scheme (RFC 8785): the one byte string that is hashed and signed, whatever wrote the JSON.
/// Refused, because two readers could understand them differently: duplicate keys, lone surrogates, invalid UTF-8, a byte order mark,
/// comments, trailing data, numbers beyond a double, whole numbers a double cannot carry unchanged.
/// </summary>
public static class CanonicalJson
{
    /// <summary>Deepest nesting that is read.</summary>
    public const int MaximumDepth = 64;

    /// <summary>The canonical bytes of one JSON text in UTF-8.</summary>
    /// <exception cref="CanonicalJsonException">The text has no single canonical form.</exception>
    public static byte[] Canonicalize(ReadOnlyMemory<byte> utf8Json)
    {
        using var document = Parse(utf8Json);
        return Write(document.RootElement);
    }

    /// <summary>The canonical bytes of an element already parsed.</summary>
    /// <exception cref="CanonicalJsonException">The element has no single canonical form.</exception>
    public static byte[] Canonicalize(JsonElement element) => Write(element);

    /// <summary>Writes a value with its generated type information and returns the canonical bytes.</summary>
    /// <exception cref="CanonicalJsonException">The value has no canonical form, for instance a lone surrogate in a text or an enum value nobody named.</exception>
    public static byte[] Serialize<T>(T value, JsonTypeInfo<T> type)
    {
        ArgumentNullException.ThrowIfNull(type);
        try
        {
            return Canonicalize(JsonSerializer.SerializeToUtf8Bytes(value, type));
        }
        catch (Exception e) when (e is JsonException or ArgumentException or InvalidOperationException)
        {
            throw new CanonicalJsonException(Named((e as JsonException)?.Path ?? "$"), e.Message, e);
        }
    }

    /// <summary>Whether these bytes are already canonical.</summary>
    /// <exception cref="CanonicalJsonException">The text has no single canonical form.</exception>
    public static bool IsCanonical(ReadOnlyMemory<byte> utf8Json) => Canonicalize(utf8Json).AsSpan().SequenceEqual(utf8Json.Span);

    internal static JsonDocument Parse(ReadOnlyMemory<byte> utf8Json)
    {
        if (utf8Json.Span.StartsWith("\uFEFF"u8)) throw new CanonicalJsonException("$", "begins with a byte order mark; send plain UTF-8.");
        if (!Utf8.IsValid(utf8Json.Span)) throw new CanonicalJsonException("$", "is not valid UTF-8.");
        try
        {
            return JsonDocument.Parse(utf8Json, new JsonDocumentOptions { MaxDepth = MaximumDepth });
        }
        catch (JsonException e)
        {
            throw new CanonicalJsonException("$", $"is not one JSON text: {e.Message}", e);
        }
    }

    /// <summary>While writing, the serializer names members as the code does.</summary>
    private static string Named(string path) => string.Join('.', path.Split('.').Select(JsonNamingPolicy.CamelCase.ConvertName));

    private static byte[] Write(JsonElement root)
    {
        var output = new ArrayBufferWriter<byte>();
        new CanonicalWriter(output).Write(root, JsonPath.Root);
        return output.WrittenSpan.ToArray();
    }
}
