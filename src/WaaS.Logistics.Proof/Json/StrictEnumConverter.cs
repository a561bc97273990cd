using System.Text.Json;
using System.Text.Json.Serialization;

namespace WaaS.Logistics.Proof.Json;

/// <summary>Enum values as camelCase names, exactly: no numbers, no other case, no default for a name nobody defined.</summary>
public sealed class StrictEnumConverter<T> : JsonConverter<T> where T : struct, Enum
{
    private static readonly Dictionary<string, T> ByName =
        Enum.GetValues<T>().ToDictionary(v => JsonNamingPolicy.CamelCase.ConvertName(v.ToString()), v => v, StringComparer.Ordinal);

    private static readonly Dictionary<T, string> ByValue = ByName.ToDictionary(p => p.Value, p => p.Key);

    /// <summary>The name as it stands in JSON.</summary>
    public static string NameOf(T value) => ByValue.TryGetValue(value, out var name)
        ? name
        : throw new JsonException($"{value} is no {typeof(T).Name}.");

    /// <inheritdoc/>
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && ByName.TryGetValue(reader.GetString()!, out var value)
            ? value
            : throw new JsonException($"is not one of {string.Join(", ", ByName.Keys)}.");

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStringValue(NameOf(value));
    }
}
