using System.Text.Json;
using System.Text.Json.Serialization;

namespace WaaS.Logistics.Proof.Json;

/// <summary>A digest in JSON: 64 lowercase hexadecimal digits; anything else is refused.</summary>
public sealed class ContentHashConverter : JsonConverter<ContentHash>
{
    /// <inheritdoc/>
    public override ContentHash Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && ContentHash.TryParse(reader.GetString(), out var hash)
            ? hash
            : throw new JsonException("A content hash is exactly 64 lowercase hexadecimal digits (SHA-256).");

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, ContentHash value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        if (!value.IsComputed) throw new JsonException("has a content hash that was never computed.");
        writer.WriteStringValue(value.ToString());
    }
}
