using System.Collections.Concurrent;
using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using MassTransit.Serialization;
using WaaS.Logistics.Platform.Data;

namespace WaaS.Logistics.Platform.Messaging;

/// <summary>
/// Reads an event only where it is whole: every value that is not optional is there, once; no id is empty; numbers lie in the range the event gives them. What is missing would
/// be taken for nothing, and an extension that names no device holds none.
/// </summary>
internal sealed class WholeEvents : JsonConverterFactory
{
    private static readonly ConcurrentDictionary<Type, bool> Known = new();
    private static readonly Lock Installing = new();

    private static readonly JsonSerializerOptions Strict = new(ServiceDb.EventJson)
    {
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        AllowDuplicateProperties = false,
        Converters = { new GivenIds() },
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { HoldToRanges } },
    };

    /// <exception cref="JsonException">Something is missing, empty or there twice.</exception>
    /// <exception cref="ValidationException">A number is out of its range.</exception>
    public static object? Read(string body, Type type) => JsonSerializer.Deserialize(body, type, Strict);

    /// <summary>The bus library has one set of options for the whole process.</summary>
    public static void ReadBy(EventTypes events)
    {
        foreach (var type in events.All)
            Known[type] = true;
        lock (Installing)
        {
            if (SystemTextJsonMessageSerializer.Options.Converters.OfType<WholeEvents>().Any())
                return;
            var options = new JsonSerializerOptions(SystemTextJsonMessageSerializer.Options);
            options.Converters.Insert(0, new WholeEvents());
            SystemTextJsonMessageSerializer.Options = options;
        }
    }

    public override bool CanConvert(Type typeToConvert) => Known.ContainsKey(typeToConvert);

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        (JsonConverter)Activator.CreateInstance(typeof(Whole<>).MakeGenericType(typeToConvert))!;

    private static void HoldToRanges(JsonTypeInfo info)
    {
        if (info.Kind == JsonTypeInfoKind.Object && info.Type.GetProperties().Any(property => property.IsDefined(typeof(ValidationAttribute), true)))
            info.OnDeserialized = read => Validator.ValidateObject(read, new ValidationContext(read), validateAllProperties: true);
    }

    private sealed class Whole<TEvent> : JsonConverter<TEvent>
    {
        public override TEvent? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => JsonSerializer.Deserialize<TEvent>(ref reader, Strict);

        public override void Write(Utf8JsonWriter writer, TEvent value, JsonSerializerOptions options) => JsonSerializer.Serialize(writer, value, ServiceDb.EventJson);
    }

    private sealed class GivenIds : JsonConverter<Guid>
    {
        public override Guid Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.GetGuid() is var id && id != Guid.Empty ? id : throw new JsonException("The id is empty.");

        public override void Write(Utf8JsonWriter writer, Guid value, JsonSerializerOptions options) => writer.WriteStringValue(value);
    }
}
