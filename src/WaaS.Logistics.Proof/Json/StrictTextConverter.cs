using System.Text.Json;
using System.Text.Json.Serialization;

namespace WaaS.Logistics.Proof.Json;

/// <summary>Texts that have a UTF-8 form; the serializer alone would write a replacement character for a lone surrogate, and so sign another text than it was given.</summary>
public sealed class StrictTextConverter : JsonConverter<string>
{
    /// <inheritdoc/>
    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String ? reader.GetString() : throw new JsonException("is no text.");

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(value);
        for (var i = 0; i < value.Length; i++)
        {
            if (!char.IsSurrogate(value[i])) continue;
            if (!char.IsSurrogatePair(value, i++)) throw new JsonException("has a lone surrogate; it has no UTF-8 form.");
        }

        writer.WriteStringValue(value);
    }
}
